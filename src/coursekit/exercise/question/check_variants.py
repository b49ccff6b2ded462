"""What must hold of all variants of a question, so that each learner's numbers make as good a question."""

from __future__ import annotations

from collections.abc import Sequence

from coursekit.exercise.question.body import MalformedQuestionError
from coursekit.exercise.question.question import Question

TYPED = 4  # significant digits that a person may be expected to write
APART = 3  # different right answers, at least


def check_variants(made: Sequence[Question]) -> None:
    """Refuse variants that ask the same, or of which one cannot be answered as a person writes numbers.

    Raises
    ------
    MalformedQuestionError
        With the variant, what is wrong and what would be right.
    """
    asked: dict[tuple[str, ...], int] = {}
    for n, one in enumerate(made):
        said = (one.prompt, *(answer.text for answer in one.answers))
        first = asked.setdefault(said, n)
        if first != n:
            what = f"Variants {first + 1} and {n + 1} ask the same."
            raise MalformedQuestionError(0, what, "Name in the text what varies, as {NAME}.")
        if one.kind == "number":
            _check_number(one, n)
    if made[0].kind == "number":
        many = len({one.answer for one in made})
        if many < APART:
            what = f"All variants have only {many} right answers."
            raise MalformedQuestionError(-1, what, f"Choose values with {APART} or more.")


def _check_number(one: Question, n: int) -> None:
    answer, tolerance = one.answer, one.tolerance
    typed = float(f"{answer:.{TYPED}g}")
    if abs(typed - answer) > tolerance + 1e-9 * max(1, abs(answer)):
        what = f"Variant {n + 1}: the answer {answer:g} has more digits than the tolerance {tolerance:g} forgives."
        raise MalformedQuestionError(-1, what, "Choose rounder values, or a larger `:tolerance:`.")
    if answer and tolerance >= abs(answer) / 2:
        what = f"Variant {n + 1}: the tolerance {tolerance:g} is large beside the answer {answer:g}."
        raise MalformedQuestionError(-1, what, "Choose a smaller `:tolerance:`.")
