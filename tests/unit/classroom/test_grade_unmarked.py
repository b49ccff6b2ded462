"""What the command line says of free text that a person has yet to mark: the desk's own tables, read again."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from desk_in_node import ask, marked, result, sheets

from coursekit.classroom.grading import command, inputs, summary
from coursekit.classroom.grading.results import Results
from coursekit.tasks.steps import Failed

ITEMS = [{"kind": "exercise", "id": "sum", "points": 3}, {"kind": "reflection", "id": "essay", "points": 5}]


class Tables:
    """Stands in for the browser with the desk: it keeps what it is given, and makes the tables by the desk's code."""

    running = True

    def __init__(self) -> None:
        self.some: list[dict[str, Any]] = []
        self.hand: list[dict[str, Any]] = []

    def gather(self, some: list[dict[str, Any]]) -> None:
        self.some += some

    def sheets(self) -> dict[str, str]:
        return sheets(self.some, self.hand, items=ITEMS)

    def warnings(self) -> list[str]:
        return ask("warnings", self.some, {"key": {}, "items": ITEMS}, self.hand)

    def give_marks(self, files: list[tuple[str, str]]) -> str:
        self.hand = ask("mergeMarks", *(ask("readMarks", *one) for one in files))
        return ask("writeMarks", self.hand)


def test_the_console_counts_planned_mistakes_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    key = {"exercises": [{"id": "sum", "mistaken": {"mistake_forgets_one": "t"}, "feedback": {"t": "Add all."}}]}
    wrong = {"sum": result("wrong", 0, mistakes=["mistake_forgets_one"])}
    some = [marked(f"{n}.json", f"a{n}", exercises=wrong) for n in range(3)]
    some += [marked("other.json", "bo", exercises={"sum": result("wrong", 0)})]
    said: list[str] = []
    monkeypatch.setattr(summary, "tell", said.append)
    summary.tell_mistakes(sheets(some, items=ITEMS, key=key)["mistakes.csv"])
    assert said[1:] == ["  sum: mistake_forgets_one, 3 of 4 learners."]
    summary.tell_mistakes("")
    assert len(said) == 2, "of none, nothing is said"


@pytest.mark.parametrize("essays", [0, 1, 3])
def test_hand_ins_with_unmarked_text_are_counted_and_their_totals_blank(
    essays: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that could not be graded has no total either, and is none of them; a total of 0 is a total."""
    wrong = {"sum": result("wrong", 0)}
    some = [
        marked(f"{n}.json", f"a{n}", exercises=wrong, texts={"reflection/essay": "So,\u2028"}) for n in range(essays)
    ]
    some += [marked("none.json", "bo", exercises=wrong), marked("bad.json", status="malformed", notes=["No JSON."])]
    results = Results(tmp_path / "results.jsonl", "key")
    for one in some:
        results.add(one["file"], one)
    said: list[str] = []
    monkeypatch.setattr(summary, "tell", said.append)
    desk: Any = Tables()
    out = tmp_path / "gradebook.csv"
    made = command._write(desk, [(one["file"], one["file"]) for one in some], results, out)
    results.close()
    unread = summary.without_total(made.files["gradebook.csv"])
    summary.summary(made, out, ["report.html", "feedback.zip"])
    assert "gradebook.csv and beside it report.html, feedback.zip; " in said[-1]
    waiting = [line for line in said if "waits for a mark" in line]
    assert (unread, len(waiting)) == (essays, bool(essays))
    assert not waiting or waiting[0].startswith(f"{essays} hand-in{'s' if essays > 1 else ''} ")
    assert out.read_text("utf-8-sig").count(",read,,8,,") == essays


def test_marks_of_two_graders_and_of_the_last_run_go_into_the_gradebook_and_one_file(tmp_path: Path) -> None:
    """What only one of them marked counts, where they disagree nothing does, and marks.json holds what all gave."""
    some = [
        marked(f"{who}.json", who, exercises={"sum": result()}, texts={"reflection/essay": "So."})
        for who in ("anna", "bo", "cy")
    ]

    def given(grader: str, **points: float) -> str:
        shas = {one["alias"]: one["sha256"] for one in some}
        more = {"text": "reflection/essay", "grader": grader, "at": "2026-11-30T10:00:00Z"}
        return ask("writeMarks", [{"sha256": shas[who], "points": one, **more} for who, one in points.items()])

    (tmp_path / "marks.json").write_text(given("AB", anna=4), "utf-8")  # as an earlier run left it
    (tmp_path / "other.json").write_text("\ufeff" + given("CD", bo=2, cy=1), "utf-8")
    (tmp_path / "third.json").write_text(given("EF", cy=5), "utf-8")
    results = Results(tmp_path / "results.jsonl", "key")
    for one in some:
        results.add(one["file"], one)
    desk: Any = Tables()
    out = tmp_path / "gradebook.csv"
    files = inputs.read_marks([tmp_path / name for name in ("marks.json", "other.json", "third.json")])
    made = command._write(desk, [(one["file"], one["file"]) for one in some], results, out, files)
    results.close()
    unread, warned = summary.without_total(made.files["gradebook.csv"]), made.warned
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    assert [(row["total"], row["essay points"]) for row in rows] == [("7", "4"), ("5", "2"), ("", "")]
    assert unread == 1 and len(warned) == 1
    assert "cy (cy.json), essay" in warned[0] and "CD 1, EF 5" in warned[0]
    kept = ask("readMarks", "marks.json", (tmp_path / "marks.json").read_text("utf-8"))
    assert sorted((one["grader"], one["points"]) for one in kept) == [("AB", 4), ("CD", 1), ("CD", 2), ("EF", 5)]
    # What disagrees stands side by side in a file of its own, and the console says how it is ended.
    conflicts = list(csv.DictReader(io.StringIO((tmp_path / "conflicts.csv").read_text("utf-8-sig"))))
    assert [(row["file"], row["grader"], row["points"]) for row in conflicts] == [
        ("cy.json", "CD", "1"),
        ("cy.json", "EF", "5"),
    ]
    with pytest.raises(Failed, match=r"no\.json"):
        inputs.read_marks([tmp_path / "marks.json", tmp_path / "no.json"])
    assert inputs.read_marks([tmp_path / "none" / "marks.json"]) == []
