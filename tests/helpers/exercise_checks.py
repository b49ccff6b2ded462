"""What every exercise must keep: tried on the course's own, on the recipes, on what ``coursekit new`` makes."""

from __future__ import annotations

from typing import Any

from coursekit.exercise import trial
from coursekit.exercise.file.packages import needed
from coursekit.exercise.file.read import Exercise
from coursekit.exercise.file.variants import COUNT, variants
from coursekit.live.charts.altair_patches import list_once

SEED = 20140218
MORE_SEEDS = (101, 104, 107)
list_once()  # as in the page: else a third of the time goes into lists that Altair makes anew for each chart
LIBRARIES = {"numpy", "pandas", "altair", "ipywidgets"}


def first_fault(report: dict[str, Any]) -> dict[str, Any]:
    return next(test for test in report["tests"] if test["status"] != "passed")


def tried(exercise: Exercise) -> range | list[int]:
    """Some of an exercise's variants: the solution is tried on all of them."""
    return range(0, COUNT, 5) if exercise.varies else [0]


def check_solution(exercise: Exercise) -> None:
    """The solution passes tests and cases of every variant."""
    for variant in variants(exercise):
        n = variant.number
        report = trial.check(exercise, exercise.solution, n)
        assert report["passed"], (variant.code, first_fault(report))
        answers = trial.right_answers(exercise, SEED, n)
        assert len(answers) >= 10
        assert not any("$error" in answer for answer in answers if isinstance(answer, dict)), variant.code
        assert trial.mark(exercise, trial.world(exercise, exercise.solution, n), SEED, n) == 1


def check_starter(exercise: Exercise) -> None:
    """The starter fails tests, and earns nothing, also where its answer to some cases is the right one."""
    for variant in tried(exercise):
        report = trial.check(exercise, exercise.starter, variant)
        assert not report["passed"]
        assert first_fault(report)["status"] == "failed", "the untouched starter should earn feedback, not an error"
        assert trial.mark(exercise, trial.world(exercise, exercise.starter, variant), SEED, variant) == 0


def check_message_of(exercise: Exercise, name: str) -> None:
    """A planned mistake fails its own test first, and so earns its message."""
    for variant in tried(exercise):
        fault = first_fault(trial.check_in(exercise, trial.mistake(exercise, name, variant), variant))
        assert (fault["name"], fault["status"]) == (exercise.mistakes[name], "failed"), (variant, fault)


def check_marks_of(exercise: Exercise, name: str, more: tuple[int, ...] | range = MORE_SEEDS) -> None:
    """A planned mistake loses marks, whatever the instructor's secret draws."""
    for variant in tried(exercise):
        made = trial.mistake(exercise, name, variant)
        for seed in (SEED, *more) if variant == 0 else (SEED,):
            assert trial.loses_marks(exercise, made, seed, variant), (variant, seed)


def check_help(exercise: Exercise) -> None:
    """It has hints that do not hold the solution, plans mistakes, and needs no package that the page lacks."""
    assert len(exercise.hints) >= 2
    assert len(exercise.mistakes) >= 2
    assert set(needed("\n".join((exercise.setup, exercise.solution, exercise.tests)))) <= LIBRARIES
    body = [line.strip() for line in exercise.solution.split("\n") if line.startswith("    ")]
    starter = {line.strip() for line in exercise.starter.split("\n")}
    told = [line for line in body if line and line not in starter and any(line in hint for hint in exercise.hints)]
    assert not told


def check_exercise(exercise: Exercise, more: tuple[int, ...] | range = MORE_SEEDS) -> None:
    """All of it."""
    check_solution(exercise)
    check_starter(exercise)
    check_help(exercise)
    for name in exercise.mistakes:
        check_message_of(exercise, name)
        check_marks_of(exercise, name, more)
