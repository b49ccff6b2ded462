"""Whose hand-in is whose: no mark of one person stands in another's row, and none is lost without a word."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import Any

import pytest
from desk_in_node import ask, marked, result, sheets
from hypothesis import given, settings
from hypothesis import strategies as st

ITEMS = [{"kind": "exercise", "id": "sum", "points": 8}]
SPELLINGS = ["anna", "Anna", " anna", "ANNA", "an\u200bna", "ａｎｎａ", "bo é", "bo e\u0301", "bo  é", "cy"]


def folded(alias: str) -> str:
    """By Python's own tables: what a reader could take for the same name."""
    seen = "".join(char for char in unicodedata.normalize("NFKC", alias) if unicodedata.category(char) != "Cf")
    return " ".join(seen.split()).casefold()


def handed(alias: str, n: int, share: float, **more: Any) -> dict[str, Any]:
    saved = f"2026-11-{n + 1:02}T10:00:00Z"
    return marked(f"{n}.json", alias, saved=saved, exercises={"sum": result("partly", share)}, **more)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def grades(made: dict[str, str]) -> list[tuple[str, str]]:
    return [(row["username"], row["Total"]) for row in table(made["moodle.csv"])]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SPELLINGS), st.none() | st.integers(1, 2)), min_size=1, max_size=8))
def test_who_may_be_two_people_is_named_and_gets_no_mark_of_the_other(who: list[tuple[str, int | None]]) -> None:
    """In the files for course platforms a person has a row only if one spelling and one browser stand behind it."""
    seeded = [{} if seed is None else {"seed": seed} for _, seed in who]
    all_ = [handed(alias, n, (n + 1) / 8, **seeded[n]) for n, (alias, _) in enumerate(who)]
    made = sheets(all_, items=ITEMS)
    said = ask("warnings", all_, {"key": {}, "items": ITEMS})
    assert [row["total"] for row in table(made["gradebook.csv"])] == [str(n + 1) for n in range(len(who))]
    expected: dict[str, str] = {}
    for key in dict.fromkeys(folded(alias) for alias, _ in who):
        group = [n for n, (alias, _) in enumerate(who) if folded(alias) == key]
        spelled = {who[n][0] for n in group}
        clear = len(spelled) == 1 and len({who[n][1] for n in group} - {None}) < 2
        mine = [sentence for sentence in said if all(f"{n}.json" in sentence for n in group)]
        assert len(mine) == (not clear)
        if clear:
            expected[next(iter(spelled)).strip()] = str(max(group) + 1)
        for n in group:
            notes = table(made["gradebook.csv"])[n]["notes"]
            assert ("left out of the files for Canvas and Moodle" in notes) == (not clear)
    assert dict(grades(made)) == expected and len(grades(made)) == len(expected)
    canvas = [row for row in table(made["canvas.csv"]) if row["Student"].strip() != "Points Possible"]
    assert len(canvas) == len(expected)
    assert ("Whose are these?" in made["report.html"]) == bool(said)


TWO = [handed("anna", 0, 0.25), handed("Anna", 1, 1)]
HEAD = "alias,name,login,also,files\n"


@pytest.mark.parametrize(
    ("roster", "got"),
    [
        ("anna,Ahn,aahn,,\n", []),
        ("anna,Ahn,aahn,Anna,\n", [("aahn", "8")]),
        ("anna,Ahn,aahn,Anna|ANNA,\n", [("aahn", "8")]),
        ("x,Ahn,aahn,,0.json\ny,Ek,aek,,a/9.json | 1.json\n", [("aahn", "2"), ("aek", "8")]),
    ],
)
def test_the_class_list_says_whose_spellings_and_files_they_are(roster: str, got: list[tuple[str, str]]) -> None:
    about: dict[str, Any] = {"items": ITEMS, "roster": HEAD + roster}
    ask("checkClassList", HEAD + roster)
    assert grades(sheets(TWO, **about)) == got
    assert bool(ask("warnings", TWO, {"key": {}, **about})) == (not got)
    assert "On your list, and nothing to grade" not in sheets(TWO, **about)["report.html"]


def test_files_of_two_browsers_are_told_apart_by_the_class_list() -> None:
    two = [handed("kim", 0, 0.25, seed=7), handed("kim", 1, 1, seed=8)]
    assert grades(sheets(two, items=ITEMS)) == []
    lines = "kim,Kim A,ka,,0.json\nkim b,Kim B,kb,,1.json\n"
    assert grades(sheets(two, items=ITEMS, roster=HEAD + lines)) == [("ka", "2"), ("kb", "8")]
    one = [handed("kim", 0, 0.25, seed=7), handed("kim", 1, 1, seed=7), handed("kim", 2, 0.5)]
    assert grades(sheets(one, items=ITEMS)) == [("kim", "4")]  # the newest of one browser's


@pytest.mark.parametrize(
    ("roster", "named"),
    [
        ("é,E,,,\ne\u0301,F,,,\n", "é, e\u0301"),
        ("anna,A,,,\nbo,B,,ANNA,\n", "anna, bo"),
        ("an na,A,,,\nan  na,B,,,\n", "an na, an  na"),
        ("anna,A,,,1.json\nbo,B,,,2.json|1.json\n", "anna, bo"),
    ],
)
def test_a_class_list_by_which_two_people_share_a_spelling_or_a_file_is_refused(roster: str, named: str) -> None:
    with pytest.raises(AssertionError) as refused:
        ask("checkClassList", HEAD + roster)
    assert f": {named}." in str(refused.value)
