"""What a lab is made of besides its controls: the axis of its curves, its cases, its prediction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from coursekit.lab.declare.controls import Key
from coursekit.lab.declare.sentences import Readings


@dataclass(frozen=True)
class Axis:
    """The parameter along a curve: its name, range and number of points."""

    name: str
    low: float
    high: float
    steps: int = 41


@dataclass(frozen=True)
class Preset:
    """A state that tells a case: its name, what is set, and what happened, in a sentence."""

    name: str
    state: Mapping[str, Key]
    story: str = ""


@dataclass(frozen=True)
class Prediction:
    """A guess asked for before the lab answers.

    Parameters
    ----------
    id, question : str
        Its name in links and kept work, and what is asked.
    answer : callable
        Takes the readings at ``state`` and returns the model's answer, in the unit of the guess.
    reason : str
        Why, in a sentence or two with places for readings.
    state : mapping
        The lab's state that the question is about.
    low, high, start, unit, step : float and str
        The range of a number that is guessed, where its slider starts, its unit, and by how much it moves. Beside the
        number the reader says how far off it may be: the range that holds the answer nine times in ten.
    unit_one : str
        The unit after the number 1, where it has another form: ``point`` for ``points``. By default ``unit``.
    options : mapping, optional
        From key to label, where the guess is a choice; ``answer`` then returns a key.
    """

    id: str
    question: str
    answer: Callable[[Readings], float | str]
    reason: str
    state: Mapping[str, Key] = field(default_factory=dict)
    low: float = 0
    high: float = 100
    start: float = 50
    unit: str = ""
    step: float = 1
    options: Mapping[str, str] | None = None
    unit_one: str = ""

    def with_unit(self, number: str) -> str:
        """Return a number, as it is written, with its unit."""
        return f"{number} {(number == '1' and self.unit_one) or self.unit}".strip()
