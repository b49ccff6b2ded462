"""Cases for marking that were drawn before, with the right answers beside them, as plain data that a notebook holds.

Neither the solution nor what draws the cases is among the data. The calls are made by
:mod:`coursekit.exercise.mark.learner` and judged as :class:`~coursekit.exercise.mark.reference.Marks` judges.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from coursekit.exercise.mark.learner import answering
from coursekit.exercise.mark.reference import AnswersError, Marks, strict, without_cases
from coursekit.exercise.mark.untouched import counted

Held = dict[str, Any]
BY_CASE = ("calls", "passed", "own", "right", "idle", "untouched")  # lists with an entry for each case


class DrawnCases(Marks):
    """Cases as :func:`held_cases` gives them; nothing is drawn here, and no solution is run.

    Parameters
    ----------
    held
        The data, as JSON holds them.
    """

    def __init__(self, held: Mapping[str, Any]) -> None:
        self.entry = {
            "id": held["id"],
            "subject": held["subject"],
            "tolerance": held["tolerance"],
            "ordered": held["ordered"],
            "sources": {"cases": held["compared"]},
        }
        self.setup, self.moved = held["setup"], held["moved"]
        self.calls, self.own, self.passed, self.right = held["calls"], held["own"], held["passed"], held["right"]
        self.idle, self.untouched = held["idle"], held["untouched"]
        self.compared = None
        if held["compared"]:
            world: dict[str, Any] = {"__name__": "exercise"}
            exec(compile(self.setup, "<setup>", "exec"), world)
            exec(compile(held["compared"], f"<{held['id']}: cases>", "exec"), world)
            self.compared = world["compared"]

    def answers(self, names: dict[str, Any]) -> str:
        """Return what the exercise's function among ``names`` answers to the calls, as JSON."""
        return str(answering(self.request())("", names)["answers"])

    def outcomes(self, answers: str) -> list[bool]:
        """Return for each case whether it counts as answered right, as :mod:`coursekit.exercise.mark.untouched` says.

        Raises
        ------
        AnswersError
            If the text is no list of as many answers as there were calls.
        """
        given = strict(answers)
        if not isinstance(given, list) or len(given) != len(self.right):
            raise AnswersError("What came back is no list of answers.")
        agreed = [self.departs(n, one) is None for n, one in enumerate(given)]
        return counted(agreed, given, self.untouched, self.idle)


def held_cases(marks: Marks, starter: dict[str, Any]) -> Held:
    """Return the cases of an exercise as plain data for :class:`DrawnCases`.

    Parameters
    ----------
    marks : Marks
        The exercise's cases and right answers.
    starter : dict
        The names that the starter leaves behind: what nobody has touched must earn nothing.

    Raises
    ------
    ValueError
        If the starter answers every case right, so that no case tells work from none.
    """
    held: Held = {
        "id": marks.entry["id"],
        "subject": marks.entry["subject"],
        "tolerance": marks.entry["tolerance"],
        "ordered": marks.entry["ordered"],
        "setup": marks.setup,
        "compared": without_cases(marks.entry["sources"]["cases"]) if marks.compared else "",
        "moved": marks.moved,
        **{name: getattr(marks, name) for name in ("calls", "passed", "own", "right")},
        "idle": [False] * len(marks.right),
        "untouched": [None] * len(marks.right),
    }
    untouched = json.loads(DrawnCases(held).answers(starter))
    idle = [marks.departs(n, one) is None for n, one in enumerate(untouched)]
    if all(idle):
        raise ValueError(f"{held['id']}: the starter answers every case right.")
    # Where no case is idle, nothing is ever compared with what the starter answers, and a chart would be long.
    return {**held, "idle": idle, "untouched": untouched} if any(idle) else held


def one_case(held: Held, number: int) -> Held:
    """Return the data of one case, for a tool that gives points case by case.

    With an idle case come all that are not, since it counts only if one of them is answered otherwise than by the
    starter.

    Parameters
    ----------
    held : dict
        The data of all cases.
    number : int
        Which case, from 0; it comes first in what is returned.
    """
    others = [n for n, idle in enumerate(held["idle"]) if not idle] if held["idle"][number] else []
    return {**held, **{name: [held[name][n] for n in (number, *others)] for name in BY_CASE}}
