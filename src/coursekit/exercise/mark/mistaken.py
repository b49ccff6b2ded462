"""Which of an exercise's planned mistakes some answers show: told by the answers alone, no learner's code is run again.

Each planned mistake of the exercise file is asked the cases that learners are asked, once, in the reference's Python.
Answers show a mistake if they are its answers in every case, where it is right and where it is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from coursekit.exercise.mark.compare import difference
from coursekit.exercise.mark.learner import error_text
from coursekit.exercise.mark.reference import Entry, Marks, known, strict

Seen = tuple[Any, Any]
_made: dict[Marks, Mistakes] = {}


class Mistakes:
    """The planned mistakes of one exercise's variant, with what each of them answers.

    Parameters
    ----------
    marks
        The exercise's variant, its cases drawn.
    """

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self._answers = {name: self._seen(self._asked(name)) for name in marks.entry.get("mistaken") or {}}

    def shown(self, text: str) -> list[str]:
        """Return the names of the mistakes that the answers in ``text`` show, in the order of the exercise's file.

        It is more than one where two mistakes give the same answers to all cases. Where nothing but errors is wrong,
        none is named: other faults raise the same errors.
        """
        given = strict(text) if len(text) <= 2 * self.marks.room else None
        if not isinstance(given, list) or len(given) != len(self.marks.right):
            return []
        if all(_is_error(one) for n, one in enumerate(given) if self.marks.departs(n, one) is not None):
            return []
        seen = self._seen(given)
        return [name for name, answers in self._answers.items() if all(map(self._same, answers, seen))]

    def _seen(self, answers: list[Any]) -> list[Seen]:
        """Return each answer with the form in which it is compared, an error where that cannot be made."""
        return [(one, _or_error(partial(self.marks.comparable, n, one))) for n, one in enumerate(answers)]

    def _same(self, one: Seen, other: Seen) -> bool:
        """Whether two answers to one call agree, as they are compared; where that fails for both, as they are."""
        failed = [_is_error(form) for _, form in (one, other)]
        if not any(failed):
            return self._agree(one[1], other[1])
        return all(failed) and (one[0] == other[0] or self._agree(one[0], other[0]))

    def _agree(self, one: Any, other: Any) -> bool:
        """Whether two forms agree in either direction: a table may hold columns that the other lacks in one only."""
        how = (self.marks.entry["tolerance"], self.marks.entry["ordered"])
        return difference(one, other, *how) is None and difference(other, one, *how) is None

    def _asked(self, name: str) -> list[Any]:
        marks, world = self.marks, dict[str, Any](__name__="exercise")
        sources, subject = marks.entry["sources"], marks.entry["subject"]
        try:
            exec(compile(marks.setup, "<setup>", "exec"), world)
            exec(compile(sources["solution"], f"<{marks.entry['id']}>", "exec"), world)
            exec(compile(sources["mistakes"], f"<{marks.entry['id']}: mistakes>", "exec"), world)
            mistake = world[subject] = world[name]
        except Exception as error:
            return [{"$error": error_text(error)}] * len(marks.right)
        return [_or_error(partial(marks.answer_of, mistake, n)) for n in range(len(marks.right))]


def mistaken(request: Entry) -> dict[str, list[str]]:
    """Return which planned mistakes ``answers`` (text) to the exercise ``id`` of ``version`` in ``variant`` show.

    Raises
    ------
    KeyError
        If its cases were not drawn in this Python.
    """
    marks = known(request)
    if marks not in _made:
        _made[marks] = Mistakes(marks)
    return {"mistakes": _made[marks].shown(request["answers"])}


def _is_error(answer: Any) -> bool:
    return isinstance(answer, dict) and answer.keys() == {"$error"}


def _or_error(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except Exception as error:
        return {"$error": error_text(error)}
