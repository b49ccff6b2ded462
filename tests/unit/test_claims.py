"""The ledger of claims: every claim has a verdict, a chapter and a lab that exist, and a reason."""

import re
from collections import Counter
from pathlib import Path

from deterrence.labs import labs

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "book" / "claims.md").read_text("utf-8")
VERDICTS = {"holds", "contested", "fails", "cannot be told"}


def rows():
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in TEXT.splitlines() if line.startswith("|")
    ]
    return [row for row in cells if len(row) == 4 and row[0] != "claim" and not row[0].startswith("---")]


def test_each_claim_has_a_verdict_and_a_reason():
    assert len(rows()) > 15
    for claim, _, verdict, why in rows():
        assert verdict.strip("*") in VERDICTS, claim
        assert len(why) > 20, claim


def test_each_claim_is_tested_in_a_chapter_or_page_and_by_labs_that_exist():
    for claim, where, _, _ in rows():
        pages = re.findall(r"\{doc\}`(?:[^<`]*<)?([^>`]+)>?`", where)
        assert pages, claim
        assert all((ROOT / "book" / f"{page}.md").resolve().is_file() for page in pages), (claim, pages)
        assert set(re.findall(r"(?<!\*)\*(\w+)\*(?!\*)", where)) <= set(labs()), claim


def test_the_article_is_neither_waved_through_nor_dismissed():
    counted = Counter(verdict.strip("*") for _, _, verdict, _ in rows())
    assert counted["holds"] >= 6
    assert counted["contested"] + counted["fails"] >= 6


def test_no_claim_stands_twice():
    claims = [row[0] for row in rows()]
    assert len(claims) == len(set(claims))
