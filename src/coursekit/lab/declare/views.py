"""The pictures of a lab: what each is called, what it finds, and how its values are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any

from coursekit.lab.declare.otherwise import LEAST
from coursekit.lab.declare.sentences import Say
from coursekit.model.quantity import Symbol
from coursekit.words import say

MARKS = ("needed", "limit", "added", "claimed")
"""The kinds of mark that a picture's key can explain besides its series: a tick, a line, a bar, a cross."""


@dataclass(frozen=True)
class View:
    """One picture of a lab: of several, the page shows one at a time, each under a tab of its own.

    Parameters
    ----------
    name : str
        What its tab is called.
    of : str
        The quantity that it draws for each series: its values stand in the key, and its finding is made of them.
    says : sequence of Say
        Its finding, where that is said otherwise: the first sentence whose condition holds stands as its title.
    charts : int
        How many of the lab's charts belong to it.
    series : sequence of str
        The series that it draws; all of the lab, if it names none.
    key : mapping
        From a kind of mark (one of :data:`MARKS`) to what it means.
    form : str
        How its values are written; by default as the quantity's unit asks.
    html : callable, optional
        Returns what it shows instead of charts and their key: HTML, made when the page is built.
    """

    name: str
    of: str = ""
    says: Sequence[Say] = ()
    charts: int = 1
    series: Sequence[str] = ()
    key: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    html: Callable[[], str] | None = None


def form_of(symbol: Symbol) -> str:
    """Return how a quantity's values are written: points, per cent, thousands or decimals."""
    if symbol.unit == "chance":
        return "points" if symbol.low < 0 else "%"
    return "," if symbol.high > 100 else ".2f"


def finding(quantity: str, labels: Mapping[str, str], form: str) -> list[Say]:
    """Return the sentences of which one says how the series stand to each other, highest first.

    Parameters
    ----------
    quantity : str
        The quantity that is compared.
    labels : mapping
        From each series to its name.
    form : str
        How the values are written.

    Returns
    -------
    list of Say
        In any state the condition of one of them holds.
    """
    names = [f"{series}.{quantity}" for series in labels]
    if len(names) == 1:
        return [Say(say("lab.finding_one", series=labels[next(iter(labels))], value=f"{{{names[0]}:{form}}}"))]
    says = [Say(say("lab.finding_even", value=f"{{{names[0]}:{form}}}"), even(names))]
    key = "lab.finding_two" if len(names) == 2 else "lab.finding_many"
    for first, last in permutations(labels, 2):
        high, low = f"{first}.{quantity}", f"{last}.{quantity}"
        text = say(key, first=labels[first], last=labels[last], high=f"{{{high}:{form}}}", low=f"{{{low}:{form}}}")
        says.append(Say(text, between(names, high, low)))
    # Where a value is not a number, nothing is higher than anything.
    return [*says, Say(say("lab.finding_none"))]


def even(names: Sequence[str]) -> Callable[[Callable[[str], Any]], Any]:
    """Return the condition that readings differ by no more than what the last printed digit shows."""

    def condition(r: Callable[[str], Any]) -> Any:
        first, second, *others = names
        same = (r(first) <= r(second) + LEAST) & (r(second) <= r(first) + LEAST)
        for other in others:
            same = same & (r(first) <= r(other) + LEAST) & (r(other) <= r(first) + LEAST)
        return same

    return condition


def between(names: Sequence[str], high: str, low: str) -> Callable[[Callable[[str], Any]], Any]:
    """Return the condition that of some readings one is the highest and another the lowest.

    Parameters
    ----------
    names : sequence of str
        All of them.
    high, low : str
        The highest and the lowest.

    Returns
    -------
    callable
        As :class:`~coursekit.lab.declare.sentences.Say` takes it.
    """

    def condition(r: Callable[[str], Any]) -> Any:
        holds = r(high) >= r(low)
        for other in names:
            if other not in (high, low):
                holds = holds & (r(high) >= r(other)) & (r(other) >= r(low))
        return holds

    return condition
