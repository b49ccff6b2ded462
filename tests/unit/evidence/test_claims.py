"""The ledger of claims: every claim has a verdict, a chapter and a lab that exist, and a reason."""

import re
from collections import Counter

from paths import ROOT

from deterrence.labs import labs

TEXT = (ROOT / "book" / "claims.md").read_text("utf-8")
VERDICTS = {"holds", "contested", "fails", "cannot be told"}


def rows():
    """Each claim with its verdict, where it is tested, and why."""
    return re.findall(r"^(?![:|#{\s])(.+)\n: \*\*(.+?)\*\* · (.+)\n: (.+)$", TEXT, flags=re.MULTILINE)


def test_each_claim_has_a_verdict_and_a_reason():
    assert len(rows()) == len(re.findall(r"^: \*\*", TEXT, flags=re.MULTILINE)) > 15
    for claim, verdict, _, why in rows():
        assert verdict in VERDICTS, claim
        assert len(why) > 20, claim


def test_each_claim_is_tested_in_a_chapter_or_page_and_by_labs_that_exist():
    for claim, _, where, _ in rows():
        pages = re.findall(r"\{doc\}`(?:[^<`]*<)?([^>`]+)>?`", where)
        assert pages, claim
        assert all((ROOT / "book" / f"{page}.md").resolve().is_file() for page in pages), (claim, pages)
        for chapter, lab in re.findall(r'href="\.\./chapters/(\w+)\.html#lab-(\w+)"', where):
            assert lab in labs(), claim
            text = (ROOT / "chapters" / f"{chapter}.md").read_text("utf-8")
            assert f'lab("{lab}")' in text, (claim, chapter, lab)


def test_the_article_is_neither_waved_through_nor_dismissed():
    counted = Counter(verdict for _, verdict, _, _ in rows())
    assert counted["holds"] >= 6
    assert counted["contested"] + counted["fails"] >= 6


def test_no_claim_stands_twice():
    claims = [row[0] for row in rows()]
    assert len(claims) == len(set(claims))
