"""Every exercise of the course, tried out: a new file in exercises/ is tested without further code."""

from pathlib import Path

import pytest

from coursekit.exercise import trial
from coursekit.exercise.checks import run_checks
from coursekit.exercise.file import read
from coursekit.exercise.packages import needed

FOLDER = Path(__file__).parents[2] / "exercises"
EXERCISES = {path.stem: read(path) for path in sorted(FOLDER.glob("*.py"))}
MISTAKES = [(id, name) for id, exercise in EXERCISES.items() for name in exercise.mistakes]
SEED = 20140218


def first_fault(report):
    return next(test for test in report["tests"] if test["status"] != "passed")


def test_there_are_exercises():
    assert EXERCISES


@pytest.mark.parametrize("id", EXERCISES)
def test_the_solution_passes_tests_and_cases(id):
    exercise = EXERCISES[id]
    report = trial.check(exercise, exercise.solution)
    assert report["passed"], first_fault(report)
    answers = trial.answers(exercise, trial.world(exercise, exercise.solution), SEED)
    assert len(answers) >= 10
    assert not any("$error" in answer for answer in answers if isinstance(answer, dict))
    assert trial.mark(exercise, trial.world(exercise, exercise.solution), SEED) == 1


@pytest.mark.parametrize("id", EXERCISES)
def test_the_starter_fails_tests_and_cases(id):
    exercise = EXERCISES[id]
    report = trial.check(exercise, exercise.starter)
    assert not report["passed"]
    assert first_fault(report)["status"] == "failed", "the untouched starter should earn feedback, not an error"
    assert trial.mark(exercise, trial.world(exercise, exercise.starter), SEED) < 0.5


@pytest.mark.parametrize(("id", "name"), MISTAKES)
def test_a_mistake_earns_its_own_message(id, name):
    exercise = EXERCISES[id]
    report = run_checks(exercise.tests, trial.mistake(exercise, name))
    fault = first_fault(report)
    assert (fault["name"], fault["status"]) == (exercise.mistakes[name], "failed"), fault


@pytest.mark.parametrize(("id", "name"), MISTAKES)
def test_a_mistake_loses_marks(id, name):
    exercise = EXERCISES[id]
    assert trial.mark(exercise, trial.mistake(exercise, name), SEED) < 1


@pytest.mark.parametrize("id", EXERCISES)
def test_an_exercise_helps_and_anticipates(id):
    exercise = EXERCISES[id]
    assert len(exercise.hints) >= 2
    assert len(exercise.mistakes) >= 2
    assert set(needed(exercise.setup + exercise.solution)) <= {"numpy", "pandas", "altair", "ipywidgets"}


@pytest.mark.parametrize("id", EXERCISES)
def test_a_hint_does_not_hold_the_solution(id):
    exercise = EXERCISES[id]
    body = [line.strip() for line in exercise.solution.split("\n") if line.startswith("    ")]
    starter = {line.strip() for line in exercise.starter.split("\n")}
    told = [line for line in body if line and line not in starter and any(line in hint for hint in exercise.hints)]
    assert not told
