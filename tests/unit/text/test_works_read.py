"""How far each work was read: its note decides, the counts add up, and few works are unseen."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT

from coursekit.book.site.works_read import LEVELS, PLACE, count_read, fill, how_read

BIB = (ROOT / "book" / "references.bib").read_text("utf-8")
NOTES = {
    key: re.findall(r"note\s*=\s*\{(.*?)\},?\n", entry)[0]
    for key, entry in re.findall(r"^@\w+\{(\w+),(.*?)^\}", BIB, flags=re.MULTILINE | re.DOTALL)
}


@pytest.mark.parametrize(
    ("note", "level"),
    [
        ("Seen: full text. Year unverified", "full"),
        ("Seen: text in a copy", "full"),
        ("Seen: data, in a published copy", "full"),
        ("Seen: text in part, quoting the charter", "part"),
        ("Seen: text of Articles 1--5", "part"),
        ("Seen: text up to Article II; the rest in summaries", "part"),
        ("Seen: opening, and a summary of the annex", "part"),
        ("Seen: abstract and data", "abstract"),
        ("Seen: publisher's summary and contents", "abstract"),
        ("Seen: executive summary", "abstract"),
        ("Seen: reports only (three newspapers). Text unverified", "report"),
        ("Unverified. The formula as in later accounts", "unverified"),
    ],
)
def test_the_beginning_of_the_note_decides(note, level):
    assert how_read(note) == level


@given(st.text())
def test_a_note_that_does_not_say_how_is_refused(note):
    if note.startswith(("Seen: ", "Unverified")):
        assert how_read(note) in LEVELS
    else:
        with pytest.raises(ValueError, match="does not say how the work was seen"):
            how_read(note)


@given(st.lists(st.sampled_from(sorted(NOTES.values()))))
def test_every_work_is_counted_once(notes):
    found = count_read(notes)
    assert sum(found[level] for level in LEVELS) == found["all"] == len(notes)


def test_at_most_five_works_are_unverified():
    assert count_read(NOTES.values())["unverified"] <= 5


def test_no_scholars_work_rests_on_a_press_report():
    scholars = set(re.findall(r"^@(?:article|book|incollection|techreport)\{(\w+),", BIB, flags=re.MULTILINE))
    assert {key for key in scholars if how_read(NOTES[key]) == "report"} == set()


def test_the_page_asks_for_every_number_and_gets_it():
    page = (ROOT / "book" / "bibliography.md").read_text("utf-8")
    assert sorted(PLACE.findall(page)) == sorted([*LEVELS, "all"])
    works = [SimpleNamespace(key=key, entry=SimpleNamespace(fields={"note": note})) for key, note in NOTES.items()]
    app = SimpleNamespace(env=SimpleNamespace(get_domain=lambda name: SimpleNamespace(citations=works)))
    context = {"body": page}
    fill(app, "book/bibliography", "page.html", context, None)
    assert "data-works" not in context["body"]
    assert f"Of {len(NOTES)} works" in context["body"]
