"""What a cell of an exported notebook calls: show the checks, demand them, or count the cases that are right."""

from __future__ import annotations

import json
from typing import Any

from coursekit.exercise.check.run import run_checks
from coursekit.exercise.notebook.drawn_cases import DrawnCases
from coursekit.words import say

Names = dict[str, Any]


def show_checks(names: Names, tests: str, setup: str = "") -> None:
    """Run the exercise's tests over the notebook's names, and print how each went; nothing is raised.

    Parameters
    ----------
    names : dict
        The notebook's ``globals()``.
    tests : str
        The exercise's tests, as Python text.
    setup : str
        What ran before the learner's code.
    """
    report = run_checks(tests, names, setup)
    for test in report["tests"]:
        print(f"✗ {test['message']}" if test["message"] else f"✓ {test['name']}")
    print(say("notebook.all-checks") if report["passed"] else say("notebook.not-all-checks"))


def require_checks(names: Names, tests: str, setup: str = "") -> None:
    """Run the exercise's tests over the notebook's names.

    Parameters
    ----------
    names : dict
        The names that the learner's code has left.
    tests : str
        The exercise's tests, as Python text.
    setup : str
        What ran before the learner's code.

    Raises
    ------
    AssertionError
        If one fails: what the learner should read of the first that did.
    """
    report = run_checks(tests, names, setup)
    for test in report["tests"]:
        if test["status"] != "passed":
            raise AssertionError(test["message"])


def share_right(names: Names, held: str) -> float:
    """Return the share of the cases, from 0 to 1, that the learner's function answers right, and print how many.

    Parameters
    ----------
    names : dict
        The notebook's ``globals()``.
    held : str
        The cases, as JSON (:func:`~coursekit.exercise.notebook.drawn_cases.held_cases`).

    Raises
    ------
    AnswersError
        If the answers have no readable form, as when they are longer than any right one could be.
    """
    cases = DrawnCases(json.loads(held))
    answers = cases.answers(names)
    outcomes = cases.outcomes(answers)
    print(say("notebook.cases-right", right=sum(outcomes), of=len(outcomes)))
    first = cases.judge(answers).get("first")
    if first:
        print(say("notebook.case-wrong", **first))
    return sum(outcomes) / len(outcomes)


def require_case(names: Names, held: str) -> None:
    """Have one case answered by the learner's function.

    Parameters
    ----------
    names : dict
        The names that the learner's code has left.
    held : str
        The case, as JSON (:func:`~coursekit.exercise.notebook.drawn_cases.one_case`).

    Raises
    ------
    AssertionError
        If the answer is not right: what was asked, what is right, and what was given.
    """
    cases = DrawnCases(json.loads(held))
    answers = cases.answers(names)
    if not cases.outcomes(answers)[0]:
        first = cases.judge(answers).get("first")
        if first and first["case"] == 1:
            raise AssertionError(say("notebook.case-wrong", **first))
        raise AssertionError(say("notebook.untouched"))  # right, and no other is answered otherwise than by the starter
