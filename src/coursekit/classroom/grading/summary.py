"""What the console says at the end of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coursekit.classroom.grading.changes import Change, gradebook_rows
from coursekit.classroom.grading.sheets import Made
from coursekit.tasks.steps import tell
from coursekit.words import say

SENTENCE = 2000  # characters of a warning
NAMED = 10  # hand-ins named of each kind


def summary(made: Made, out: Path, files: Sequence[str], changed: Sequence[Change] = ()) -> None:
    """Tell what came of a run: how many were graded, and by name what could not be, what timed out and what waits.

    Parameters
    ----------
    made : Made
        What the run made; all that the desk warns of is told, for each may be somebody's mark.
    out : Path
        The gradebook.
    files : sequence of str
        The names of the files that stand beside it, as they are to be told.
    changed : sequence of Change
        What differs from the gradebook that stood there before; the hand-ins are named.
    """
    marked, unread = made.brief, without_total(made.files["gradebook.csv"])
    bad = [one for one in marked if one["status"] != "read"]
    tell(
        say(
            "grade.done",
            graded=len(marked) - len(bad),
            malformed=len(bad),
            flagged=sum(one["flagged"] for one in marked),
        )
    )
    for one in bad[:NAMED]:
        why = _plain(" ".join(map(str, one["notes"] or [])))
        tell(f"  {say('grade.named', file=_plain(one['file']), why=why)}")
    if len(bad) > NAMED:
        tell(f"  {say('grade.more', n=len(bad) - NAMED)}")
    slow = [one for one in marked if one["late"]]
    if slow:
        tell(say("grade.timed-out", n=len(slow)))
    for one in slow[:NAMED]:
        tell(f"  {say('grade.named', file=_plain(one['file']), why=_plain(', '.join(one['late'])))}")
    if unread > 0:
        tell(say("grade.unread", n=unread))
    if shares := graders_shares(made.files.get("shares.csv", "")):
        tell(say("grade.shares", counts=_plain(", ".join(f"{name} {n}" for name, n in shares.items()))))
    tell_mistakes(made.files.get("mistakes.csv", ""))
    for sentence in made.warned:
        tell(f"! {_plain(sentence, SENTENCE)}")
    tell_changes(changed)
    if "conflicts.csv" in files:
        tell(say("grade.conflicts"))
    tell(say("grade.files", gradebook=out, files=", ".join(files)))


def tell_changes(changed: Sequence[Change]) -> None:
    """Tell whose points are others than in the gradebook that stood there before, item by item."""
    files: dict[str, list[Change]] = {}
    for one in changed:
        files.setdefault(one.file, []).append(one)
    if files:
        tell(say("grade.changed", n=len(files)))
    for file, theirs in list(files.items())[:NAMED]:
        moved = ", ".join(f"{one.item} {one.before or '–'} → {one.after or '–'}" for one in theirs)
        tell(f"  {say('grade.named', file=_plain(file), why=_plain(moved))}")
    if len(files) > NAMED:
        tell(f"  {say('grade.more-changed', n=len(files) - NAMED)}")


def tell_mistakes(mistakes: str) -> None:
    """Tell which planned mistakes of the exercises were made most, by what the desk wrote as ``mistakes.csv``."""
    found = sorted(gradebook_rows(mistakes), key=lambda row: (-int(row["learners"]), row["exercise"], row["mistake"]))
    if found:
        tell(say("grade.mistakes", n=len(found)))
    for row in found[:NAMED]:
        tell(f"  {_plain(say('grade.mistake', **row))}")
    if len(found) > NAMED:
        tell(f"  {say('grade.more-mistakes', n=len(found) - NAMED)}")


def graders_shares(shares: str) -> dict[str, int]:
    """Return how many free texts each grader has, by what the desk wrote as ``shares.csv``."""
    return dict(sorted(Counter(row["grader"] for row in gradebook_rows(shares)).items()))


def without_total(gradebook: str) -> int:
    """Return how many hand-ins could be graded and have no total, because a person has yet to mark something.

    Parameters
    ----------
    gradebook : str
        The gradebook, as CSV.
    """
    return sum(row["status"] == say("report.status.read") and not row["total"] for row in gradebook_rows(gradebook))


def flagged(marked: dict[str, Any]) -> bool:
    """Tell whether a person should look at a hand-in."""
    results = [*marked.get("exercises", {}).values(), *marked.get("questions", {}).values()]
    return bool(marked.get("flags")) or any(one.get("outcome") == "suspicious" for one in results)


def _plain(text: str, most: int = 200) -> str:
    """Return text from a hand-in as it is safe to print on a terminal: on one line, without control characters."""
    return "".join(char if char.isprintable() else "�" for char in text)[:most]
