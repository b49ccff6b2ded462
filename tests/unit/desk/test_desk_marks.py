"""Marks for free text: files of several graders merge in any order, nothing is lost, and a disagreement has no mark."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from desk_in_node import ask, marked, sheets
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import ROOT

QUICK = settings(max_examples=60, deadline=None)
SHA = ["a" * 64, "b" * 64]
MARK = st.fixed_dictionaries(
    {
        "sha256": st.sampled_from(SHA),
        "text": st.sampled_from(["reflection/one", "reflection/two"]),
        "points": st.sampled_from([None, 0, 1, 2.5]),
        "grader": st.sampled_from(["", "AB", "CD"]),
        "at": st.sampled_from(["", "2026-11-30T10:00:00Z", "2026-11-30T12:00:00+02:00", "2026-11-30T11:00:00Z"]),
        "comment": st.sampled_from(["", "Because."]),
    },
    optional={"decides": st.just(True)},
)


@st.composite
def by_criteria(draw: st.DrawFn) -> dict[str, Any]:
    """A mark by criteria, for an item of 4 points: half of its own two; perhaps with an override."""
    mark = draw(MARK)
    parts = [draw(st.sampled_from([None, 0, 0.5, 2])) for _ in range(2)]
    names = zip(("Claim", "Text"), parts, strict=True)
    criteria = [{"name": name, "points": part, "of": 2, "comment": mark["comment"]} for name, part in names]
    points = None if None in parts else sum(part or 0 for part in parts) * 1.5
    reason = draw(st.sampled_from(["", "The page was down."]))
    over = {"points": 5, "reason": reason} if reason else {"points": points}
    return mark | {"criteria": criteria, "of": 6} | over


MARK = MARK | by_criteria()
MARKS = st.lists(MARK, max_size=6)
Mark = dict[str, Any]


def merged(*sources: list[Mark]) -> list[Mark]:
    return ask("mergeMarks", *sources)


@QUICK
@given(MARKS, MARKS, MARKS)
def test_files_merge_in_any_order_and_any_number_of_times(a: list[Mark], b: list[Mark], c: list[Mark]) -> None:
    whole = merged(a, b, c)
    assert merged(c, a, b) == merged(merged(a, b), c) == merged(a, merged(b, c, b)) == merged(whole, whole) == whole


@QUICK
@given(MARKS)
def test_only_an_older_mark_of_the_same_named_grader_gives_way_and_it_is_said(marks: list[Mark]) -> None:
    kept = merged(marks)
    replaced = ask("replacedMarks", marks, kept)
    for one in marks:
        if one in kept:
            continue
        newer = [other for other in kept if all(other[k] == one[k] for k in ("sha256", "text", "grader"))]
        assert one["grader"] and newer and min(n["at"] for n in newer)
        named = [pair[1] for pair in replaced if pair[0] == one]
        assert named or one["points"] == newer[0]["points"]
    assert all(one in marks for one in kept)


@QUICK
@given(MARKS)
def test_what_is_written_reads_back(marks: list[Mark]) -> None:
    text = ask("writeMarks", marks)
    assert ask("readMarks", "m.json", text) == marks
    assert ask("readMarks", "m.json", "\ufeff" + text) == marks


def one(points: float | None, grader: str = "AB", hour: int = 10, **more: Any) -> Mark:
    text = {"sha256": SHA[0], "text": "reflection/one", "points": points, "grader": grader}
    return {**text, "at": f"2026-11-30T{hour}:00:00Z", **more}


@pytest.mark.parametrize(
    ("marks", "points"),
    [
        ([one(3)], 3),
        ([one(3), one(3, "CD")], 3),
        ([one(3), one(4, "CD")], None),
        ([one(3), one(4, "")], None),
        ([one(3), one(None, "CD")], 3),
        ([one(3), one(4, "CD"), one(3.5, "AB", 11, decides=True)], 3.5),
        ([one(3), one(4, "CD"), one(3.5, "EF", 11, decides=True), one(3.5, "CD", 12)], 3.5),
        ([one(3), one(3.5, "EF", 11, decides=True), one(5, "CD", 12)], None),  # what is newer than the decision counts
        ([one(1, "AB", 11, decides=True), one(2, "CD", 12, decides=True)], 2),
        ([one(1, "AB", 11, decides=True), one(2, "CD", 11, decides=True)], None),
    ],
)
def test_points_stand_only_where_nobody_disagrees(marks: list[Mark], points: float | None) -> None:
    settled = ask("settle", merged(marks))
    assert settled.get("points") == points
    assert (len({mark["points"] for mark in settled["marks"]}) > 1) == (points is None)


def test_a_mark_taken_back_is_none() -> None:
    assert ask("settle", [one(None)]) is None
    assert ask("settle", merged([one(3)], [one(None, hour=11)])) is None


FAULTS: list[tuple[str, Any]] = [
    ("hand_in", "a" * 63),
    ("hand_in", None),
    ("item", "exercise/sum"),
    ("points", -1),
    ("points", "3"),
    ("points", 1e9),
    ("grader", 7),
    ("at", "yesterday"),
    ("comment", "x" * 10_001),
    ("decides", "yes"),
    ("score", 1),
    ("reason", " "),
    ("reason", "x" * 2001),
    ("criteria", []),
    ("criteria", [{"name": "Claim", "points": 3, "of": 2}]),
    ("criteria", [{"name": "Claim", "points": 1, "of": 2}] * 2),
    ("criteria", [{"name": "Claim", "points": 1, "of": 2, "weight": 3}]),
    ("of", 3),
]


@pytest.mark.parametrize(("field", "value"), FAULTS)
def test_a_file_with_one_bad_mark_is_refused_whole_by_number_and_field(field: str, value: Any) -> None:
    file = json.loads(ask("writeMarks", [one(1), one(2, "CD")]))
    file["marks"][1][field] = value
    with pytest.raises(AssertionError, match=rf"m\.json was not read: its mark 2 has no usable “{field}”"):
        ask("readMarks", "m.json", json.dumps(file))


@pytest.mark.parametrize("text", ["", "[]", '{"format": "touched-measured-counted/receipt", "marks": []}', "{"])
def test_what_is_no_file_of_marks_is_refused_by_name(text: str) -> None:
    with pytest.raises(AssertionError, match=r"m\.json is no file of marks"):
        ask("readMarks", "m.json", text)
    with pytest.raises(AssertionError, match="version 2"):
        ask("readMarks", "m.json", ask("writeMarks", []).replace('"version": 1', '"version": 2'))


def test_where_graders_disagree_there_is_no_total_in_any_file_and_all_name_it() -> None:
    essay = marked("e.json", "eva", texts={"reflection/one": "So."})
    hand = [one(3, sha256=essay["sha256"], comment="=1+1"), one(4, "CD", sha256=essay["sha256"])]
    about = {"items": [{"kind": "reflection", "id": "one", "points": 5}]}
    made = sheets([essay], hand, **about)
    [row] = csv.DictReader(io.StringIO(made["gradebook.csv"].removeprefix("\ufeff"), newline=""))
    assert (row["total"], row["one points"], row["one outcome"]) == ("", "", "graders disagree")
    assert "one, AB: =1+1" in row["notes"]
    [moodle] = csv.DictReader(io.StringIO(made["moodle.csv"]))
    assert moodle["Total"] == moodle["one"] == "-"
    assert "graders disagree" in made["report.html"] and "1 learner has no total yet" in made["report.html"]
    [said] = ask("warnings", [essay], {"key": {}, **about}, hand)
    assert "eva (e.json), one" in said and "AB 3, CD 4" in said
    gone = ask("warnings", [], {"key": {}, **about}, [one(3)])
    assert len(gone) == 1 and "1 hand-in that has marks" in gone[0]


def test_every_sentence_on_marks_is_said() -> None:
    words = json.loads((ROOT / "src/coursekit/words/en/classroom/marks.json").read_text("utf-8"))
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "web/src/desk/hand_marks").glob("*.ts"))
    assert {key for key in words if f'"{key.removesuffix(".one").removesuffix(".other")}"' not in code} == set()
    assert set(re.findall(r'say\("([\w.-]+)"', code)) <= {key.removesuffix(".one") for key in words}


def test_a_sum_that_is_none_is_refused_and_scaled_sums_are_told_apart() -> None:
    """Points that are not what their criteria come to would be an override that gives no reason."""
    criteria = [{"name": name, "points": 1, "of": 2} for name in ("Claim", "Text")]
    good = one(5, criteria=criteria, of=10)
    for wrong in (5.5, None):
        with pytest.raises(AssertionError, match="no usable “points”"):
            ask("readMarks", "m.json", ask("writeMarks", [{**good, "points": wrong}]))
    assert ask("readMarks", "m.json", ask("writeMarks", [{**good, "points": 5.5, "reason": "So."}]))[0]["points"] == 5.5
    assert ask("settle", [good, one(5, "CD")])["points"] == 5
    other = one(5, "CD", criteria=[{"name": "Claim", "points": 1, "of": 4}], of=20)
    assert ask("settle", [good, other]).get("points") is None


BANK = st.lists(
    st.fixed_dictionaries(
        {
            "item": st.sampled_from(["reflection/one", "reflection/two"]),
            "criterion": st.sampled_from(["", "Claim"]),
            "text": st.sampled_from(["Name the clause.", "Give the interval.\nAnd the condition.", "Гарно."]),
        }
    ),
    max_size=6,
)


@QUICK
@given(BANK, BANK, BANK)
def test_banks_merge_in_any_order_lose_nothing_and_are_read_as_written(a: Any, b: Any, c: Any) -> None:
    whole = ask("mergeBanks", a, b, c)
    assert whole == ask("mergeBanks", ask("mergeBanks", c, b), a) == ask("mergeBanks", whole, whole)
    assert {json.dumps(one, sort_keys=True) for one in whole} == {
        json.dumps(one, sort_keys=True) for one in [*a, *b, *c]
    }
    assert len(whole) == len({json.dumps(one, sort_keys=True) for one in whole})
    assert ask("readComments", "m.json", ask("writeMarks", [], "nothing", whole)) == whole
    for one in whole:
        assert ask("toggled", ask("toggled", whole, one), one) == whole != ask("toggled", whole, one)


def test_a_bank_that_is_none_is_refused() -> None:
    file = json.loads(ask("writeMarks", []))
    for bank in ({}, [{"item": "x", "criterion": "", "text": " "}], [{"item": "x", "text": "y"}]):
        with pytest.raises(AssertionError, match=r"m\.json was not read: .*bank"):
            ask("readComments", "m.json", json.dumps({**file, "bank": bank}))
