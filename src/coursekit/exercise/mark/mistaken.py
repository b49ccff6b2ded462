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
        self._answers = {name: _Lazy(partial(self._asked, name)) for name in marks.entry.get("mistaken") or {}}

    def shown(self, text: str) -> list[str]:
        """Return the names of the mistakes that the answers in ``text`` show, in the order of the exercise's file.

        It is more than one where two mistakes give the same answers to all cases. Where nothing but errors is wrong,
        none is named: other faults raise the same errors.
        """
        given = strict(text) if len(text) <= 2 * self.marks.room else None
        if not isinstance(given, list) or len(given) != len(self.marks.right):
            return []
        if not any(not _is_error(one) and self.marks.departs(n, one) is not None for n, one in enumerate(given)):
            return []
        seen = _Lazy(lambda: partial(self._seen, given))
        places = range(len(given))
        return [
            name
            for name, answers in self._answers.items()
            if all(self._same(answers.at(n), seen.at(n)) for n in places)
        ]

    def _seen(self, given: list[Any], n: int) -> Seen:
        """Return the answer to one call with the form in which it is compared, an error where that cannot be made."""
        return given[n], _or_error(partial(self.marks.comparable, n, given[n]))

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

    def _asked(self, name: str) -> Callable[[int], Seen]:
        """Return what asks a planned mistake one call."""
        marks, world = self.marks, dict[str, Any](__name__="exercise")
        sources, subject = marks.entry["sources"], marks.entry["subject"]

        def ask(n: int) -> Seen:
            answer = _or_error(partial(marks.answer_of, world[name], n))
            return answer, _or_error(partial(marks.comparable, n, answer))

        try:
            exec(compile(marks.setup, "<setup>", "exec"), world)
            exec(compile(sources["solution"], f"<{marks.entry['id']}>", "exec"), world)
            exec(compile(sources["mistakes"], f"<{marks.entry['id']}: mistakes>", "exec"), world)
            world[subject] = world[name]
        except Exception as error:
            broken = {"$error": error_text(error)}
            return lambda _n: (broken, broken)
        return ask


class _Lazy:
    """Answers that are worked out when they are first asked for: most mistakes differ in the first case already."""

    def __init__(self, make: Callable[[], Callable[[int], Seen]]) -> None:
        self._make = make
        self._ask: Callable[[int], Seen] | None = None
        self._known: dict[int, Seen] = {}

    def at(self, n: int) -> Seen:
        """Return the answer to one call, from 0."""
        if n not in self._known:
            self._ask = self._ask or self._make()
            self._known[n] = self._ask(n)
        return self._known[n]


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
