"""Answers that learners could write, from tests/answers, and how *Check* and marking take them."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any

from paths import ROOT

from coursekit.exercise import trial
from coursekit.exercise.file.cells import comments
from coursekit.exercise.file.read import Exercise
from coursekit.exercise.mark.learner import answering
from coursekit.exercise.mark.reference import Marks
from coursekit.live.charts.altair_patches import list_once

list_once()  # as in the page: else a third of the time goes into lists that Altair makes anew for each chart
ANSWERS = ROOT / "tests" / "answers"


@dataclass(frozen=True)
class Answer:
    """One program that a learner could write; ``only_marking``: what only more cases can show may pass *Check*."""

    exercise: str
    right: bool
    only_marking: bool
    what: str
    code: str


def answers_in(path: Path) -> list[Answer]:
    """Return the answers of one file, whose cells begin with ``# %% right: …``, ``wrong: …`` or ``loses marks: …``."""
    lines = path.read_text("utf-8").split("\n")
    marks = [
        (line, text.removeprefix("# %%").strip())
        for line, column, text in comments("\n".join(lines))
        if column == 0 and text.startswith("# %%")
    ]
    ends = [line for line, _ in marks[1:]] + [len(lines) + 1]
    found = []
    for (line, title), end in zip(marks, ends, strict=True):
        kind, _, what = title.partition(":")
        if kind not in ("right", "wrong", "loses marks"):
            raise ValueError(f"{path.name}:{line}: a cell is `right`, `wrong` or `loses marks`, not {kind!r}.")
        code = "\n".join(lines[line : end - 1]).strip("\n") + "\n"
        found.append(Answer(path.stem, kind == "right", kind == "loses marks", what.strip(), code))
    return found


def outcome(
    answer: Answer, exercise: Exercise, marks: list[Marks], checked: bool = True
) -> tuple[bool, list[bool], str]:
    """Return whether *Check* passes it, whether each of ``marks`` gives it full marks, and the first message.

    Parameters
    ----------
    answer, exercise
        The answer, and the exercise that it answers.
    marks
        The exercise's cases under each secret.
    checked
        Whether to try *Check* at all; if not, it passes.

    Returns
    -------
    tuple
        Passed, full marks by secret, and what *Check* or the first lost mark says.
    """
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        try:
            names = trial.world(exercise, answer.code)
            report = trial.check_in(exercise, names) if checked else {"passed": True, "tests": []}
        except Exception as error:
            return False, [False] * len(marks), f"{type(error).__name__}: {error}"
        lost = [_first_lost(one, names) for one in marks]
    first = next((test for test in report["tests"] if test["status"] != "passed"), None)
    said = next((one for one in lost if one), "")
    return report["passed"], [not one for one in lost], f"{first['name']}: {first['message']}" if first else said


def _first_lost(marks: Marks, names: dict[str, Any]) -> str:
    """Return the first call that loses marks, and where; "" if none does. The calls after it are not made."""
    for n, answer in enumerate(_ready(marks)):
        given = answer("", names)["answers"]
        where = marks.departs(n, json.loads(given)[0])
        if where is not None:
            return f"case {n + 1} at {where!r}: right {str(marks.right[n])[:200]} given {given[:200]}"
    return ""


@lru_cache(maxsize=128)  # as many as one exercise is tried under
def _ready(marks: Marks) -> list[Callable[[str, dict[str, Any]], dict[str, Any]]]:
    """Return what makes each of the calls; each answer gets copies of the inputs (``called`` makes them)."""
    request = json.loads(json.dumps(marks.request()))
    own = request.get("own") or [{"$dict": []}] * len(request["calls"])
    calls = zip(request["calls"], own, strict=True)
    return [answering({**request, "calls": [call], "own": [extra]}) for call, extra in calls]


def fault(answer: Answer, passed: bool, full: list[bool]) -> str:
    """Return what is amiss with an answer's outcome, in a few words; "" if nothing is."""
    if answer.right:
        return "refused" if not passed else "" if all(full) else "marked down"
    if passed and not answer.only_marking:
        return "accepted by both" if any(full) else "accepted by Check"
    return "full marks" if any(full) else ""
