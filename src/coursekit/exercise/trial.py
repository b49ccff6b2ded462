"""Trying an exercise out in this Python: for authors, for the tests of the exercises and for the instructor's key."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import Any

from coursekit.exercise.check.run import Report, run_checks
from coursekit.exercise.file.read import Exercise
from coursekit.exercise.file.variants import variant as variant_of
from coursekit.exercise.file.version import version
from coursekit.exercise.helpers.chart_spec import charts_unchanged
from coursekit.exercise.mark.answers_json import Plain, plain
from coursekit.exercise.mark.call import by_position, called
from coursekit.exercise.mark.compare import same
from coursekit.exercise.mark.reference import moves
from coursekit.exercise.mark.untouched import counted

_right: dict[tuple[str, int, int], _Right] = {}


def world(exercise: Exercise, code: str, variant: int = 0) -> dict[str, Any]:
    """Return the namespace that the variant's values, the setup and then ``code`` leave behind.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    code : str
        The solution, a learner's code or the like.
    variant : int
        Which of its variants; 0 is the first, and the only one of most exercises.

    Returns
    -------
    dict
        From names to values.

    Raises
    ------
    Exception
        Whatever setup or code raise.
    """
    namespace: dict[str, Any] = {"__name__": "exercise"}
    exec(compile(variant_of(exercise, variant).code + exercise.setup, "<setup>", "exec"), namespace)
    exec(compile(code, f"<{exercise.id}>", "exec"), namespace)
    return namespace


def check(exercise: Exercise, code: str, variant: int = 0) -> Report:
    """Run an exercise's tests over some code, as the page does.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    code : str
        What stands in the learner's place.
    variant : int
        Which of its variants; 0 is the first, and the only one of most exercises.

    Returns
    -------
    Report
        How each test went.
    """
    return check_in(exercise, world(exercise, code, variant), variant)


def check_in(exercise: Exercise, namespace: dict[str, Any], variant: int = 0) -> Report:
    """Run an exercise's tests over a namespace.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    namespace : dict
        What code left behind; see :func:`world`.
    variant : int
        Which of its variants; 0 is the first, and the only one of most exercises.

    Returns
    -------
    Report
        How each test went.
    """
    values = variant_of(exercise, variant).code
    return run_checks(values + exercise.tests, namespace, values + exercise.setup)


def mistake(exercise: Exercise, name: str, variant: int = 0) -> dict[str, Any]:
    """Return the namespace in which a planned mistake stands in the solution's place.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    name : str
        The mistake's function, as ``mistake_ignores_heavy_share``.
    variant : int
        Which of its variants; 0 is the first, and the only one of most exercises.

    Returns
    -------
    dict
        From names to values.
    """
    namespace = world(exercise, exercise.solution, variant)
    exec(compile(exercise.mistakes_source, f"<{exercise.id}: mistakes>", "exec"), namespace)
    namespace[exercise.subject] = namespace[name]
    return namespace


def answers(exercise: Exercise, namespace: dict[str, Any], seed: int, variant: int = 0) -> list[Plain]:
    """Return what the exercise's function in ``namespace`` answers to the cases that ``seed`` draws.

    An answer that has no plain form, or an exception, stands as ``{"$error": its kind}``: it agrees with no solution.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    namespace : dict
        What code left behind; see :func:`world`.
    seed : int
        What the cases are drawn with.
    variant : int
        Which of its variants; 0 is the first, and the only one of most exercises.

    Returns
    -------
    list
        An answer in plain form for each case.
    """
    return list(_answered(exercise, namespace, seed, variant))


def _answered(exercise: Exercise, namespace: dict[str, Any], seed: int, variant: int) -> Iterator[Plain]:
    """Yield the answers one by one, each when it is asked for."""
    marker = world(exercise, exercise.solution, variant)
    exec(compile(exercise.cases, f"<{exercise.id}: cases>", "exec"), marker)
    mine = exercise.compared or ()
    # Where widgets are driven, code of the learner's runs while an answer is looked at, and may change a chart.
    unchanging = nullcontext if moves(exercise.cases) else charts_unchanged
    for case in marker["cases"](random.Random(seed)):
        try:
            given = {k: v for k, v in case.items() if k not in mine}
            answer = called(namespace[exercise.subject], *by_position(marker[exercise.subject], given))
            with unchanging():
                if exercise.compared is not None:
                    answer = marker["compared"](answer, **{k: v for k, v in case.items() if k in mine})
                found = plain(answer)
        except Exception as error:
            found = {"$error": type(error).__name__}
        yield found


class _Right:
    """The solution's answers to the cases that a seed draws, each made when it is first asked for."""

    def __init__(self, exercise: Exercise, seed: int, variant: int) -> None:
        self._more = _answered(exercise, world(exercise, exercise.solution, variant), seed, variant)
        self._known: list[Plain] = []

    def __iter__(self) -> Iterator[Plain]:
        n = 0
        while n < len(self._known) or self._one_more():
            yield self._known[n]
            n += 1

    def _one_more(self) -> bool:
        for answer in self._more:
            self._known.append(answer)
            return True
        return False


def _right_answers(exercise: Exercise, seed: int, variant: int) -> _Right:
    asked = (version(exercise), seed, variant)
    if asked not in _right:  # the solution's answers are asked for again with each mistake
        _right[asked] = _Right(exercise, seed, variant)
    return _right[asked]


def right_answers(exercise: Exercise, seed: int, variant: int = 0) -> list[Plain]:
    """Return what the solution answers to the cases that ``seed`` draws.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    seed : int
        What the cases are drawn with.
    variant : int
        Which of its variants; 0 is the first, and the only one of most exercises.

    Returns
    -------
    list
        As :func:`answers`.
    """
    return list(_right_answers(exercise, seed, variant))


def _agreements(exercise: Exercise, given: Iterable[Plain], seed: int, variant: int) -> Iterator[bool]:
    """Yield, answer by answer, whether it is the solution's."""
    for right, answer in zip(_right_answers(exercise, seed, variant), given, strict=True):
        yield same(right, answer, exercise.tolerance, exercise.ordered)


def _untouched(exercise: Exercise, seed: int, variant: int) -> list[Plain]:
    """Return what the starter answers; nothing but errors where it cannot be run at all."""
    try:
        return answers(exercise, world(exercise, exercise.starter, variant), seed, variant)
    except Exception as error:
        return [{"$error": type(error).__name__} for _ in _right_answers(exercise, seed, variant)]


def mark(exercise: Exercise, namespace: dict[str, Any], seed: int, variant: int = 0) -> float:
    """Return the share, from 0 to 1, of the cases that count as answered right.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    namespace : dict
        What code left behind; see :func:`world`.
    seed : int
        What the cases are drawn with.
    variant : int
        Which of its variants; 0 is the first, and the only one of most exercises.

    Returns
    -------
    float
        1 if all cases are answered as the solution answers them; 0 if all are answered as the starter answers them
        (:mod:`coursekit.exercise.mark.untouched`).
    """
    given = answers(exercise, namespace, seed, variant)
    agreed = list(_agreements(exercise, given, seed, variant))
    if any(agreed) and not all(agreed):
        untouched = _untouched(exercise, seed, variant)
        idle = list(_agreements(exercise, untouched, seed, variant))
        agreed = counted(agreed, given, untouched, idle)
    return sum(agreed) / len(agreed)


def loses_marks(exercise: Exercise, namespace: dict[str, Any], seed: int, variant: int = 0) -> bool:
    """Tell whether :func:`mark` is less than 1; no case is tried after the first that is answered wrong.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    namespace : dict
        What code left behind; see :func:`world`.
    seed : int
        What the cases are drawn with.
    variant : int
        Which of its variants; 0 is the first, and the only one of most exercises.
    """
    return not all(_agreements(exercise, _answered(exercise, namespace, seed, variant), seed, variant))
