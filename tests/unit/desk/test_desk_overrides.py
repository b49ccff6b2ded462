"""Points by criteria, and marks that a person gave over others: the same in every file, and never in silence."""

from __future__ import annotations

import base64
import csv
import io
import zipfile
from typing import Any

from desk_in_node import ask, marked, result, sheets
from hypothesis import given, settings
from hypothesis import strategies as st

QUICK = settings(max_examples=40, deadline=None)
RUBRIC = [{"text": f"{name}: strong: a; adequate: b; weak: c", "points": 2} for name in ("Claim", "Text", "Claim")]
KEY: dict[str, Any] = {
    "exercises": [{"id": "sum", "title": "Add", "version": "v-77"}],
    "reflections": {"essay": {"prompt": "Write.", "points": 6, "rubric": RUBRIC}},
    "questions": {"why": {"kind": "choice", "prompt": "Why?", "answers": [{"text": "A", "right": True}]}},
}
ITEMS = [
    {"kind": "exercise", "id": "sum", "points": 4},
    {"kind": "question", "id": "why", "points": 1},
    {"kind": "reflection", "id": "essay", "points": 12},
]
HALF = st.sampled_from([0, 0.5, 1, 1.5, 2])


def one_hand_in() -> dict[str, Any]:
    work = {"sum": result("wrong", 0.25, "right is KEYVALUE")}
    asked = {"why": result("wrong", 0, "", given=[1])}
    return marked("eva.json", "eva", exercises=work, questions=asked, texts={"reflection/essay": "So."})


def mark(text: str, points: float | None, grader: str = "AB", **more: Any) -> dict[str, Any]:
    place = {"sha256": one_hand_in()["sha256"], "text": text, "points": points, "grader": grader}
    return place | {"at": "2026-11-30T10:00:00Z", **more}


def by_criteria(*points: float | None, most: float = 12, **more: Any) -> dict[str, Any]:
    names = ask("criteriaOf", KEY["reflections"]["essay"])
    criteria = [
        {**one, "points": part, "comment": f"on {one['name']}"} for one, part in zip(names, points, strict=True)
    ]
    return mark("reflection/essay", ask("sumOf", criteria, most), criteria=criteria, of=most, **more)


def row(hand: list[dict[str, Any]], items: Any = None) -> dict[str, str]:
    text = sheets([one_hand_in()], hand, items=items or ITEMS, key=KEY)["gradebook.csv"]
    [found] = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return found


def page(hand: list[dict[str, Any]]) -> str:
    packed = base64.b64decode(ask("feedback", [one_hand_in()], {"key": KEY, "items": ITEMS}, hand))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return archive.read(archive.namelist()[0]).decode("utf-8")


@QUICK
@given(st.tuples(HALF, HALF, HALF))
def test_the_criteria_sum_up_to_the_items_points_and_stand_in_every_file(points: tuple[float, ...]) -> None:
    hand = [by_criteria(*points)]
    found = row(hand)
    assert float(found["essay points"]) == 2 * sum(points) and found["essay outcome"] == "marked by hand"
    assert f"essay, AB by criteria: Claim {points[0]:g} of 2 (on Claim), Text {points[1]:g} of 2" in found["notes"]
    assert f"Claim (2) {points[2]:g} of 2" in found["notes"]
    text = page(hand)
    assert "Points by criterion, given by AB" in text and f"{points[1]:g} of 2</td>" in text and "on Claim (2)" in text


def test_a_rubric_that_is_not_marked_whole_is_no_mark() -> None:
    hand = [by_criteria(2, None, 1)]
    assert (row(hand)["essay points"], row(hand)["total"]) == ("", "")
    assert row(hand)["essay outcome"] == "waits for a mark"


def test_another_maximum_scales_what_was_given_by_criteria() -> None:
    items = [*ITEMS[:2], {**ITEMS[2], "points": 3}]
    found = row([by_criteria(2, 1, 0)], items)
    assert found["essay points"] == "1.5" and "scaled to the 3 points of the text" in found["notes"]
    assert "scaled to the 12 points" in page([by_criteria(2, 1, 0)])
    assert "scaled" not in row([by_criteria(2, 1, 0)], [*ITEMS[:2], {**ITEMS[2], "points": 6}])["notes"]


def test_an_override_stands_as_one_in_gradebook_feedback_and_report() -> None:
    """Of an automatic mark, of an answer, and of the sum of criteria; what was before is said, and why."""
    hand = [
        mark("exercise/sum", 3, reason="The case was <b>wrong</b>."),
        mark("question/why", 1, reason="Two answers are right."),
        by_criteria(2, 2, 2) | {"points": 5, "reason": "Handed in by another."},
    ]
    found = row(hand)
    assert [found[f"{id} points"] for id in ("sum", "why", "essay")] == ["3", "1", "5"] and found["total"] == "9"
    assert {found[f"{id} outcome"] for id in ("sum", "why", "essay")} == {"overridden by hand"}
    assert "sum, overridden by AB: 3 instead of 1 (wrong). Reason: The case was" in found["notes"]
    assert "essay, overridden by AB: 5 instead of 12 (marked by hand)" in found["notes"]
    text, report = page(hand), sheets([one_hand_in()], hand, items=ITEMS, key=KEY)["report.html"]
    assert "3 of 4 points: overridden by hand" in text and "The case was &lt;b&gt;wrong" in text
    assert "KEYVALUE" not in text
    assert "Overridden marks" in report and "The case was &lt;b&gt;wrong" in report and "12 (marked by hand)" in report
    assert "Overridden marks" not in sheets([one_hand_in()], hand[:0], items=ITEMS, key=KEY)["report.html"]


def test_a_mark_over_another_needs_a_reason_and_one_taken_back_is_none() -> None:
    assert row([mark("exercise/sum", 3)])["sum points"] == "1"
    assert row([mark("exercise/sum", None, reason="Not so.")])["sum outcome"] == "wrong"
    assert row([mark("exercise/sum", 9, reason="Too many.")])["sum points"] == "4"


def test_graders_who_override_otherwise_leave_no_total_until_one_decides() -> None:
    two = [mark("exercise/sum", 3, reason="So."), mark("exercise/sum", 2, "CD", reason="No.")]
    assert (row(two)["sum points"], row(two)["sum outcome"], row(two)["total"]) == ("", "graders disagree", "")
    [said] = ask("warnings", [one_hand_in()], {"key": KEY, "items": ITEMS}, two)
    assert "AB 3, CD 2" in said
    decided = [*two, mark("exercise/sum", 2, "EF", reason="No.", at="2026-11-30T11:00:00Z", decides=True)]
    assert row(decided)["sum points"] == "2"


def test_overrides_make_no_essay_of_an_exercise() -> None:
    """Without an assignment, what was marked by hand and is no free text adds no item."""
    over = mark("exercise/sum", 1, reason="So.")
    assert ask("itemsWithEssays", [one_hand_in()], [over], []) is None
