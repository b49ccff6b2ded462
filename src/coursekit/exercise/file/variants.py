"""Values that vary by learner: what a file's cell ``varies`` draws, for each of the few variants that there are.

There are :data:`COUNT` variants of an exercise and no more, so that every one is tried out before a learner meets it.
Which one a learner has follows from the seed that their browser keeps
(:func:`~coursekit.exercise.varying.chosen`); the same seed gives the same values in any
Python and in the page. Only the standard library.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.exercise.file.cells import Malformed
from coursekit.exercise.varying import COUNT, NAME, PLACE, chosen, filled, places, shown

if TYPE_CHECKING:
    from coursekit.exercise.file.read import Exercise

__all__ = ["COUNT", "NAME", "PLACE", "Variant", "chosen", "filled", "places", "shown", "variant", "variants"]


@dataclass(frozen=True)
class Variant:
    """One learner's values by name, and ``code``, the assignments that put them before the setup and the tests."""

    number: int
    values: Mapping[str, Any]

    @property
    def code(self) -> str:
        """The values as Python text; "" where nothing varies."""
        return "".join(f"{name} = {value!r}\n" for name, value in self.values.items())


def variants(exercise: Exercise) -> tuple[Variant, ...]:
    """Return every variant of the exercise; of one in which nothing varies, the only one, without values.

    Raises
    ------
    Malformed
        If ``varies`` fails, or draws anything but plain values under names in capitals.
    """
    return tuple(variant(exercise, n) for n in range(COUNT)) if exercise.varies else (Variant(0, {}),)


def variant(exercise: Exercise, number: int) -> Variant:
    """Return the exercise's variant of that number.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    number : int
        Which variant, from 0; it is also what the values are drawn with.

    Returns
    -------
    Variant
        Its values; none for an exercise in which nothing varies.

    Raises
    ------
    Malformed
        As :func:`variants`.
    """
    if not exercise.varies:
        return Variant(0, {})
    path, world = f"exercises/{exercise.id}.py", {"__name__": "varies"}
    try:
        exec(compile(exercise.varies, path, "exec"), world)
        drawn: Any = world["varies"](random.Random(number))  # type: ignore[operator]
    except Exception as error:
        what = f"`varies` failed for variant {number}: {type(error).__name__}: {error}."
        raise Malformed(path, 1, what, "It may use its `rng` and the standard library only.") from error
    remedy = 'Return a dictionary such as {"YEAR": rng.randint(1990, 2020)}.'
    if not isinstance(drawn, dict) or not drawn:
        raise Malformed(path, 1, f"`varies` returned a {type(drawn).__name__}, or an empty one.", remedy)
    for name, value in drawn.items():
        if not isinstance(name, str) or not NAME.fullmatch(name):
            raise Malformed(path, 1, f"`varies` gives the name {name!r}, which is not in capitals.", remedy)
        if not _literal(value):
            what = f"`varies` gives {name} a value that is no plain number, text or list: {value!r}."
            raise Malformed(path, 1, what, remedy)
    return Variant(number, drawn)


def _literal(value: Any) -> bool:
    try:
        return bool(ast.literal_eval(repr(value)) == value)
    except (ValueError, SyntaxError):
        return False
