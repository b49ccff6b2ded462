"""Numbers that a chapter's text takes from its labs, and the check of what the text claims of them."""

from __future__ import annotations

from collections.abc import Mapping

from coursekit.lab.declare import Key
from coursekit.lab.display import Lab
from deterrence.evidence import findings
from deterrence.model import GRAPH

States = Mapping[str, Mapping[str, Key]]


def lab_numbers(lab: Lab, states: States) -> dict[str, float]:
    """Return every reading of the lab at each state, as ``STATE-SERIES-QUANTITY`` with ``-low`` and ``-high``.

    Underscores become hyphens. Differences of chances (names that hold "value" or "deterrence") come in points.

    Parameters
    ----------
    lab : Lab
        The lab.
    states : mapping
        From a name for each state to the values of its controls.

    Returns
    -------
    dict
        From each name to its number: a chance from 0 to 1, a difference of chances in points, else the quantity's
        unit.
    """
    numbers: dict[str, float] = {}
    for state, keys in states.items():
        for name, value in lab.readings(**keys).items():
            points = "value" in name or "deterrence" in name
            numbers[f"{state}-{name.replace('.', '-').replace('_', '-')}"] = 100 * value if points else value
    return numbers


def found_numbers() -> dict[str, float]:
    """Return the single figures from the literature, without their sign: the text says "fewer" or "more" itself."""
    return {row["finding"]: abs(row["value"]) for row in findings().to_dict("records")}


def cost_of(lab: Lab, series: str) -> float:
    """Return what one of a lab's packages costs a year, in billion €, at the sizes at which the lab opens.

    Parameters
    ----------
    lab : Lab
        A lab over packages.
    series : str
        The package.

    Returns
    -------
    float
        Its cost.
    """
    part = GRAPH.behind("guarantee_cost")
    given = {**lab.state(), **lab.compare[series]}
    held = {name: value for name, value in given.items() if name in part.defaults}
    return float(part.evaluate(**held)["guarantee_cost"])
