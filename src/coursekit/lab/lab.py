"""A lab: one question, the part of the model that answers it, and what a reader can move."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from coursekit.lab.controls import Control, Key
from coursekit.lab.graph import Graph
from coursekit.lab.maths import Numbers
from coursekit.lab.rows import Row, State, curve_rows, point_rows, readings
from coursekit.lab.says import Readings, Sentences, narrate, places

SERIES = ("nothing", "symbolic", "tangible", "mixed")
"""Symbolic: only words. Tangible: only forces, stocks, production. Anything else is mixed."""


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
    low, high, start, unit : float and str
        The range of a number that is guessed, where its slider starts, and its unit.
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
    options: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Lab:
    """What `LAB` in a lab's file is; it shows itself in the book, in JupyterLab, Colab and VS Code.

    Parameters
    ----------
    id, title, question : str
        Its name in links, a short title, and the one question it answers.
    model : Graph
        The graph of quantities; only what ``show`` rests on is used.
    show : sequence of str
        The quantities that are computed; the first is the one compared by ``ahead``.
    compare : mapping
        From series (symbolic, tangible, mixed, nothing) to the parameters that make it what it is.
    controls : sequence
        What a reader can move; defaults come from the model's signatures.
    draws : mapping
        The draws of uncertain parameters, by name.
    says : sequence
        The sentences.
    labels : mapping
        What each series is called here.
    x : Axis, optional
        The parameter along the curve.
    chart : callable, optional
        Takes ``curve`` and ``point`` (data for Altair) and returns a chart or a list of charts.
    bars : str, optional
        Instead of charts: the quantity shown as plain bars, without Vega.

    Raises
    ------
    ValueError
        If something names what the model does not have; the message says what and where.
    """

    id: str
    title: str
    question: str
    model: Graph
    show: Sequence[str]
    compare: Mapping[str, Mapping[str, float]]
    controls: Sequence[Control]
    draws: Mapping[str, Numbers]
    says: Sentences
    labels: Mapping[str, str]
    x: Axis | None = None
    chart: Callable[[Any, Any], Any] | None = None
    bars: str | None = None
    presets: Sequence[Preset] = ()
    predict: Prediction | None = None
    caption: str = ""
    badges: Sequence[str] = ("illustrative",)
    context: Callable[[], str] | None = None

    def __post_init__(self) -> None:
        from coursekit.lab.validate import validate

        validate(self)

    @cached_property
    def graph(self) -> Graph:
        """The part of the model that this lab needs."""
        return self.model.behind(*self.show)

    @cached_property
    def defaults(self) -> State:
        """Each control's default, from the model's signature."""
        return {control.name: self.graph.defaults[control.name] for control in self.controls}

    def state(self, **keys: Key) -> State:
        """Return the whole state, with what is given set and the rest at its default.

        Raises
        ------
        ValueError
            If there is no such control, or the value is not one it can take.
        """
        by_name = {control.name: control for control in self.controls}
        for name in keys:
            if name not in by_name:
                raise ValueError(f"The lab {self.id!r} has no control {name!r}; it has {', '.join(by_name)}.")
        return self.defaults | {name: by_name[name].number(key) for name, key in keys.items()}

    def curve(self, **keys: Key) -> list[Row]:
        """Return the rows along the curve at a state."""
        return curve_rows(self, self.state(**keys))

    def point(self, **keys: Key) -> list[Row]:
        """Return the row of each series at a state."""
        return point_rows(self, self.state(**keys))

    def readings(self, **keys: Key) -> Readings:
        """Return the numbers that sentences name, at a state."""
        return readings(self, self.state(**keys))

    def sentence(self, **keys: Key) -> str:
        """Return what the lab says at a state."""
        return narrate(self.says, self.readings(**keys))

    def figure(self, **keys: Key) -> Any:
        """Return the lab's charts at a state as one Altair chart: what *Copy as Python* copies gives this.

        Raises
        ------
        ValueError
            If the lab shows bars and has no chart, or a key is not one its control can take.
        """
        if self.chart is None:
            raise ValueError(f"The lab {self.id!r} has no chart; its numbers are in point().")
        from altair import vconcat

        from coursekit.lab.picture import STYLE, WIDTH, data

        made = self.chart(data(self.curve(**keys)), data(self.point(**keys)))
        parts = made if isinstance(made, list) else [made]
        return vconcat(*(part.properties(width=WIDTH) for part in parts)).configure(**STYLE)

    def named_in_sentences(self) -> set[str]:
        """Return every reading that some sentence has a place for."""
        return {name for group in self.says for say in group for name in places(say.text)}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        from coursekit.lab.mount import mount

        bundle: dict[str, Any] = {"text/plain": f"{self.title}: {self.sentence()}", "text/html": mount(self)}
        if os.environ.get("COURSEKIT_MOUNT") != "page":
            from coursekit.lab.notebook import view

            bundle |= view(self)._repr_mimebundle_()
        return bundle
