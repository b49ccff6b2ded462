"""Trying an exercise out in this Python: for authors, for the tests of the exercises and for the instructor's key."""

from __future__ import annotations

import random
from typing import Any

from coursekit.exercise.checks import Report, run_checks
from coursekit.exercise.file import Exercise
from coursekit.exercise.plain import Plain, agree, plain


def world(exercise: Exercise, code: str) -> dict[str, Any]:
    """Return the namespace that the setup and then ``code`` leave behind.

    Raises
    ------
    Exception
        Whatever setup or code raise.
    """
    namespace: dict[str, Any] = {"__name__": "exercise"}
    exec(compile(exercise.setup, "<setup>", "exec"), namespace)
    exec(compile(code, f"<{exercise.id}>", "exec"), namespace)
    return namespace


def check(exercise: Exercise, code: str) -> Report:
    """Run the exercise's tests over ``code``, as the page does."""
    return run_checks(exercise.tests, world(exercise, code))


def mistake(exercise: Exercise, name: str) -> dict[str, Any]:
    """Return the namespace in which the planned mistake ``name`` stands in the solution's place."""
    namespace = world(exercise, exercise.solution)
    exec(compile(exercise.mistakes_source, f"<{exercise.id}: mistakes>", "exec"), namespace)
    namespace[exercise.subject] = namespace[name]
    return namespace


def answers(exercise: Exercise, namespace: dict[str, Any], seed: int) -> list[Plain]:
    """Return what the exercise's function in ``namespace`` answers to the cases that ``seed`` draws.

    An answer that has no plain form, or an exception, stands as ``{"$error": its kind}``: it agrees with no solution.
    """
    marker = world(exercise, exercise.solution)
    exec(compile(exercise.cases, f"<{exercise.id}: cases>", "exec"), marker)
    found: list[Plain] = []
    for case in marker["cases"](random.Random(seed)):
        try:
            found.append(plain(namespace[exercise.subject](**case)))
        except Exception as error:
            found.append({"$error": type(error).__name__})
    return found


def mark(exercise: Exercise, namespace: dict[str, Any], seed: int) -> float:
    """Return the share, from 0 to 1, of the cases answered as the solution answers them."""
    right = answers(exercise, world(exercise, exercise.solution), seed)
    given = answers(exercise, namespace, seed)
    return sum(agree(a, b) for a, b in zip(right, given, strict=True)) / len(right)
