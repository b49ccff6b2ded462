"""Every exercise of the course, tried out: a new file in exercises/ is tested without further code."""

import pytest
from paths import ROOT

from coursekit.exercise import trial
from coursekit.exercise.file.packages import needed
from coursekit.exercise.file.read import read
from coursekit.exercise.file.variants import COUNT, variants

FOLDER = ROOT / "exercises"
EXERCISES = {path.stem: read(path) for path in sorted(FOLDER.glob("*.py"))}
MISTAKES = [(id, name) for id, exercise in EXERCISES.items() for name in exercise.mistakes]
SEED = 20140218


def first_fault(report):
    return next(test for test in report["tests"] if test["status"] != "passed")


def tried(exercise):
    """Some of an exercise's variants: the solution is tried on all of them."""
    return range(0, COUNT, 5) if exercise.varies else [0]


def test_there_are_exercises():
    assert EXERCISES


@pytest.mark.parametrize("id", EXERCISES)
def test_the_solution_passes_tests_and_cases_of_every_variant(id):
    exercise = EXERCISES[id]
    for variant in variants(exercise):
        n = variant.number
        report = trial.check(exercise, exercise.solution, n)
        assert report["passed"], (variant.code, first_fault(report))
        answers = trial.answers(exercise, trial.world(exercise, exercise.solution, n), SEED, n)
        assert len(answers) >= 10
        assert not any("$error" in answer for answer in answers if isinstance(answer, dict)), variant.code
        assert trial.mark(exercise, trial.world(exercise, exercise.solution, n), SEED, n) == 1


@pytest.mark.parametrize("id", EXERCISES)
def test_the_starter_fails_tests_and_cases(id):
    exercise = EXERCISES[id]
    for variant in tried(exercise):
        report = trial.check(exercise, exercise.starter, variant)
        assert not report["passed"]
        assert first_fault(report)["status"] == "failed", "the untouched starter should earn feedback, not an error"
        assert trial.mark(exercise, trial.world(exercise, exercise.starter, variant), SEED, variant) < 0.5


@pytest.mark.parametrize(("id", "name"), MISTAKES)
def test_a_mistake_earns_its_own_message(id, name):
    exercise = EXERCISES[id]
    for variant in tried(exercise):
        fault = first_fault(trial.check_in(exercise, trial.mistake(exercise, name, variant), variant))
        assert (fault["name"], fault["status"]) == (exercise.mistakes[name], "failed"), (variant, fault)


@pytest.mark.parametrize(("id", "name"), MISTAKES)
def test_a_mistake_loses_marks(id, name):
    exercise = EXERCISES[id]
    for variant in tried(exercise):
        made = trial.mistake(exercise, name, variant)
        # Whatever the instructor's secret draws, some case must tell the mistake from the solution.
        for seed in (SEED, 101, 104, 107) if variant == 0 else (SEED,):
            assert trial.mark(exercise, made, seed, variant) < 1, (variant, seed)


@pytest.mark.parametrize("id", EXERCISES)
def test_an_exercise_helps_and_anticipates(id):
    exercise = EXERCISES[id]
    assert len(exercise.hints) >= 2
    assert len(exercise.mistakes) >= 2
    assert set(needed("\n".join((exercise.setup, exercise.solution, exercise.tests)))) <= {
        "numpy",
        "pandas",
        "altair",
        "ipywidgets",
    }


@pytest.mark.parametrize("id", EXERCISES)
def test_a_hint_does_not_hold_the_solution(id):
    exercise = EXERCISES[id]
    body = [line.strip() for line in exercise.solution.split("\n") if line.startswith("    ")]
    starter = {line.strip() for line in exercise.starter.split("\n")}
    told = [line for line in body if line and line not in starter and any(line in hint for hint in exercise.hints)]
    assert not told
