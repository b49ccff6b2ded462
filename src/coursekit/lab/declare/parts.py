"""What a lab is made of besides its controls: the axis of its curves, its cases, its prediction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

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
        return join_unit(number, self.unit, self.unit_one)


@dataclass(frozen=True)
class CurvePrediction:
    """A guess that is drawn: how one series goes along the lab's curve, point by point.

    The model's curve and its band are computed when the page is made, at ``state``.

    Parameters
    ----------
    id, question : str
        Its name in links and kept work, and what is to be drawn.
    series, quantity : str
        What is drawn: one of the lab's series, and one of the quantities that it shows.
    reason : str
        Why the model's curve goes as it does, with places for readings at ``state``.
    at : str
        Where a point stands, in words with the place ``{x}``: ``after {x} years``.
    measure : str
        What is drawn, as it stands above the picture, with its unit.
    state : mapping
        The lab's state that the question is about.
    points : int
        How many points are set; the steps of the lab's axis are a multiple of the steps between them.
    low, high, step : float
        The range of a guess, and by how much an arrow key moves a point.
    times : float
        By what the quantity is multiplied to be in the unit of the guess: 100 for a share that is guessed in per cent.
    unit, unit_one : str
        As for :class:`Prediction`.
    form : str
        How the values along the axis are written.
    """

    id: str
    question: str
    series: str
    quantity: str
    reason: str
    at: str
    measure: str
    state: Mapping[str, Key] = field(default_factory=dict)
    points: int = 7
    low: float = 0
    high: float = 100
    step: float = 5
    times: float = 100
    unit: str = "%"
    unit_one: str = ""
    form: str = ","
    options: ClassVar[None] = None

    def with_unit(self, number: str) -> str:
        """Return a number, as it is written, with its unit."""
        return join_unit(number, self.unit, self.unit_one)


def join_unit(number: str, unit: str, unit_one: str = "") -> str:
    """Return a number as it is written, with its unit: per cent without a space, one of something by its own name.

    Parameters
    ----------
    number
        The number, in words or digits.
    unit
        The unit; empty for none.
    unit_one
        The unit of exactly one, if it has a name of its own.
    """
    space = "" if unit == "%" else " "
    return f"{number}{space}{(number == '1' and unit_one) or unit}".strip()
