"""The ledger of claims: every claim has a verdict, a chapter and a lab that exist, and a reason."""

import re
from collections import Counter

import pytest
from paths import ROOT

from deterrence.labs import labs
from deterrence.model.forms import FORMS

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


RESTS = r" · rests on (the texts|evidence|the model|no evidence)(?:; the form \*([a-z ]+)\* matters)?$"
# What the ledger calls the contested forms of the model, and the selector of each.
NAMED = {
    "who fights when": "form_entry",
    "war costs": "form_costs",
    "choice": "form_choice",
    "lesser steps": "form_rungs",
    "words": "form_words",
    "endurance": "form_endurance",
    "signals": "form_signals",
    "worth of help": "form_help",
    "own conduct": "form_protege",
}


def test_the_ledger_has_a_name_for_every_contested_form():
    assert set(NAMED.values()) == set(FORMS)


def test_each_verdict_says_what_it_rests_on_and_which_form_matters():
    found = [re.search(RESTS, where) for _, _, where, _ in rows()]
    assert all(found), [row[0] for row, hit in zip(rows(), found, strict=True) if not hit]
    assert {hit[2] for hit in found if hit[2]} <= set(NAMED)
    for (claim, verdict, _, _), hit in zip(rows(), found, strict=True):
        assert hit[1] != "no evidence" or verdict == "cannot be told", claim


# Where a chapter repeats a verdict: how the claim begins in the ledger, and the chapter's words around the verdict.
REPEATED = [
    ("Forms of support can make any future aggression", "counting", r"\*practically impossible\* \*\*(.+?)\*\*"),
    ("Real deterrence can be touched", "counting", r"can be\n\*counted\* is \*\*(.+?)\*\*"),
    ("The presence of allied armies deters", "presence", r"So that presence deters is \*\*(.+?)\*\*"),
    ("The presence of allied armies deters", "evidence", r"That presence deters is \*(.+?)\*"),
    ("It signals that an attack", "presence", r'"automatically" \*\*(.+?)\*\*'),
    ("Presence must be permanent", "presence", r"Whether presence must be permanent \*\*(.+?)\*\*"),
    ("An agreement between governments", "design", r"could be the form\n\*(.+?)\*"),
    ("No ally, however close", "industry", r'"No ally suffices for the \*long\* term": \*(.+?)\*'),
    ("A domestic arms industry deters", "industry", r'"An arms industry deters": \*(.+?)\*'),
    ("Digitised forces can destroy a column", "army", r'"It can stop a column before the border": \*(.+?)\*'),
    ("Real guarantees come through", "symbiosis", r"That the three are more than their sum is \*(.+?)\*"),
    ("The Budapest Memorandum proved toothless", "promises", r"that Budapest promised Ukraine little \*(.+?)\*"),
]


@pytest.mark.parametrize(("claim", "chapter", "said"), REPEATED)
def test_a_chapter_that_repeats_a_verdict_agrees_with_the_ledger(claim, chapter, said):
    (verdict,) = [row[1] for row in rows() if row[0].startswith(claim)]
    text = (ROOT / "chapters" / f"{chapter}.md").read_text("utf-8")
    assert re.findall(said, text) == [verdict]


def test_no_claim_stands_twice():
    claims = [row[0] for row in rows()]
    assert len(claims) == len(set(claims))
