"""What the command line says of free text that a person has yet to mark: the desk's own tables, read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desk_in_node import ask, marked, result, sheets

from coursekit.classroom.grading import command, summary
from coursekit.classroom.grading.results import Results

ITEMS = [{"kind": "exercise", "id": "sum", "points": 3}, {"kind": "reflection", "id": "essay", "points": 5}]


class Tables:
    """Stands in for the browser with the desk: it keeps what it is given, and makes the tables by the desk's code."""

    running = True

    def __init__(self) -> None:
        self.some: list[dict[str, Any]] = []

    def gather(self, some: list[dict[str, Any]]) -> None:
        self.some += some

    def sheets(self) -> dict[str, str]:
        return sheets(self.some, items=ITEMS)

    def warnings(self) -> list[str]:
        return ask("warnings", self.some, {"key": {}, "items": ITEMS})


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
    brief, unread, warned = command._write(desk, [(one["file"], one["file"]) for one in some], results, out)
    results.close()
    summary.summary(brief, unread, out, warned)
    waiting = [line for line in said if "waits for a mark" in line]
    assert (unread, len(waiting)) == (essays, bool(essays))
    assert not waiting or waiting[0].startswith(f"{essays} hand-in{'s' if essays > 1 else ''} ")
    assert out.read_text("utf-8-sig").count(",read,,8,,") == essays
