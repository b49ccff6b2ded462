"""Exported cases mark as the course does: the solution gets all, the starter nothing, what is partly right its share.

Cells are run here as a kernel runs them, one after another in one namespace; nbgrader and Otter themselves run in
tests/tools.
"""

from __future__ import annotations

import contextlib
import json
from functools import cache
from typing import Any

import pytest
from paths import ROOT

from coursekit.classroom.export.selection import Selected, cases_of, select
from coursekit.exercise import trial
from coursekit.exercise.helpers.nowhere import Nowhere
from coursekit.exercise.mark.reference import case_seed
from coursekit.exercise.notebook.checks import require_case, require_checks, share_right, show_checks
from coursekit.exercise.notebook.drawn_cases import DrawnCases, Held, held_cases, one_case

SECRET = "5e" * 32
# A number or None, values that vary by learner, a chart, and widgets that are moved.
IDS = ("promises_senders", "counting_quiet", "promises_chart", "presence_panel")


@cache
def exported(id: str) -> tuple[Selected, Held]:
    (one,) = select(ROOT, [], [], [id], 1)
    return one, cases_of(one, SECRET)


def names(one: Selected, code: str) -> dict[str, Any]:
    """What the notebook's cells leave behind: setup, then code in the learner's place."""
    made: dict[str, Any] = {"__name__": "__main__"}
    nowhere = Nowhere()
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        exec(one.setup, made)
        exec(code, made)
    return made


def by_case(held: Held, left: dict[str, Any]) -> list[bool]:
    """Whether each case passes when it is asked for alone, as Otter does."""

    def passes(n: int) -> bool:
        try:
            require_case(left, json.dumps(one_case(held, n)))
        except AssertionError as error:
            assert str(error)
            return False
        return True

    return [passes(n) for n in range(len(held["right"]))]


@pytest.mark.parametrize("id", IDS)
def test_the_solution_gets_all_and_the_starter_nothing(id: str, capsys: pytest.CaptureFixture[str]) -> None:
    one, held = exported(id)
    text = json.dumps(held)
    solved, begun = names(one, one.exercise.solution), names(one, one.exercise.starter)
    assert share_right(solved, text) == 1
    assert capsys.readouterr().out == f"{len(held['right'])} of {len(held['right'])} cases are answered right.\n"
    assert share_right(begun, text) == 0
    assert "0 of " in capsys.readouterr().out
    assert all(by_case(held, solved)) and not any(by_case(held, begun))


@pytest.mark.parametrize("id", IDS)
def test_planned_mistakes_get_the_marks_of_the_course(id: str) -> None:
    one, held = exported(id)
    shares = []
    for mistake in one.exercise.mistakes:
        left = trial.mistake(one.exercise, mistake)
        cases = DrawnCases(held)
        outcomes = cases.outcomes(cases.answers(left))
        shares.append(sum(outcomes) / len(outcomes))
        assert shares[-1] == trial.mark(one.exercise, left, case_seed(SECRET, id)), mistake
        if len(shares) == 1:
            assert by_case(held, left) == outcomes
    assert shares and all(share < 1 for share in shares)


@pytest.mark.parametrize("id", IDS)
def test_the_checks_are_those_of_the_page(id: str, capsys: pytest.CaptureFixture[str]) -> None:
    one, _ = exported(id)
    solved, begun = names(one, one.exercise.solution), names(one, one.exercise.starter)
    require_checks(solved, one.tests, one.setup)
    show_checks(solved, one.tests, one.setup)
    assert capsys.readouterr().out.splitlines() == [
        *(f"✓ {name}" for name in one.exercise.test_names),
        "All checks pass.",
    ]
    first = next(t for t in trial.check(one.exercise, one.exercise.starter)["tests"] if t["status"] != "passed")
    with pytest.raises(AssertionError) as told:
        require_checks(begun, one.tests, one.setup)
    assert str(told.value) == first["message"]
    show_checks(begun, one.tests, one.setup)
    assert f"✗ {first['message']}" in capsys.readouterr().out


def test_code_that_raises_or_ends_the_program_gets_nothing_and_says_nothing_on_stderr(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """For nbgrader, what a cell prints on stderr is a failure: the warnings of a right answer must not get there."""
    one, held = exported("promises_senders")
    text = json.dumps(held)
    for body in ("raise RuntimeError", "exit()", "return object()"):
        assert share_right(names(one, f"def believed(guarantors, cost):\n    {body}\n"), text) == 0
    loud = """
import sys
_quiet = believed
def believed(*given):
    print(given, file=sys.stderr)
    return _quiet(*given)
"""
    loud = one.exercise.solution + loud
    assert share_right(names(one, loud), text) == 1
    assert share_right({}, text) == 0
    assert capfd.readouterr().err == ""


def test_a_starter_that_is_right_already_cannot_be_exported() -> None:
    one, _ = exported("promises_senders")
    from coursekit.classroom.answer_key.key import entry
    from coursekit.exercise.mark.reference import Marks

    marks = Marks(entry(one.exercise), 0, 1)
    with pytest.raises(ValueError, match="the starter answers every case right"):
        held_cases(marks, names(one, one.exercise.solution))


def test_neither_the_solution_nor_how_cases_are_drawn_is_in_the_data() -> None:
    for id in IDS:
        one, held = exported(id)
        text = json.dumps(held)
        assert "def cases(" not in text and "rng" not in held["compared"]
        hidden = [line.strip() for line in one.exercise.solution.splitlines() if line not in one.exercise.starter]
        assert hidden and not [line for line in hidden if len(line) > 12 and line in held["compared"] + held["setup"]]
