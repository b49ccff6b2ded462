"""The crossover: the lowest equal budget at which things do better than words, with the interval of the draws."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, log10

import numpy as np
import numpy.typing as npt

from coursekit.lab.declare import Key, Say, Slider, View
from coursekit.lab.display import Lab
from coursekit.lab.html.interval_strips import Strip, strips

BUDGETS, DRAWS = 61, 512
TICKS = (0.1, 1.0, 3.0, 10.0)
OTHERWISE = {
    "form_entry": "Troops fight only if their state joins",
    "form_costs": "A stronger protégé makes war costlier",
    "form_choice": "Nobody attacks where it does not pay",
    "form_rungs": "Lesser steps are separate risks",
    "form_words": "Words are priced as if called in",
    "form_endurance": "Only strength that lasts counts",
    "form_help": "Help goes to a war that can be won",
}
"""What the other form of each selector says, in as few words as fit beside a picture."""


@dataclass(frozen=True)
class Crossover:
    """The lowest equal budget, in billion € a year, at which things do better than words; infinite where none does.

    Parameters
    ----------
    usual : float
        At the middle guesses.
    wide, half : tuple of float
        Where nine in ten of the draws lie, and where the middle half of them lies.
    never : float
        Share of the draws in which words do better at every budget that the lab offers.
    """

    usual: float
    wide: tuple[float, float]
    half: tuple[float, float]
    never: float


def things_lead(lab: Lab, **state: float) -> float:
    """Return the share of draws in which things do better; less is better where the lab shows the chance of attack.

    Parameters
    ----------
    lab : Lab
        A lab that compares words and things.
    **state : float
        What is set otherwise than as the lab opens.

    Returns
    -------
    float
        From 0 to 1.
    """
    above = float(lab.readings(**state)["ahead"])
    return 1 - above if lab.show[0] == "attack_probability" else above


def budgets(lab: Lab) -> npt.NDArray[np.float64]:
    """Return the budgets at which the two sides are compared, over the range of the lab's control."""
    (budget,) = [field for field in lab.fields if field.name == "budget" and isinstance(field, Slider)]
    return np.geomspace(max(budget.low, 0.1), budget.high, BUDGETS)


def crossover(lab: Lab, **state: Key) -> Crossover:
    """Return the lowest equal budget at which things do better than words.

    Parameters
    ----------
    lab : Lab
        A lab that compares words and things under a budget, by the quantity that it shows first.
    **state : str or float
        What is set otherwise than as the lab opens, such as a form.

    Returns
    -------
    Crossover
        At the middle guesses and over the draws.
    """
    at, shown = budgets(lab), lab.show[0]
    part = lab.graph.behind(shown)
    sign = -1.0 if shown == "attack_probability" else 1.0
    lead: list[npt.NDArray[np.float64]] = []
    for drawn in (False, True):
        values = []
        for series in ("tangible", "symbolic"):
            given = {**lab.state(budget=1.0, **state), **lab.compare[series]}
            columns = part.draws(lab.draws, given, DRAWS) if drawn else {}
            held = {name: value for name, value in given.items() if name in part.defaults} | {"budget": at}
            values.append(part.evaluate(**held, **{name: one[:, None] for name, one in columns.items()})[shown])
        lead.append(np.atleast_2d(sign * np.asarray(values[0] - values[1])))
    usual, spread = _first(lead[0], at), _first(lead[1], at)
    low, quarter, rest, high = np.quantile(spread, (0.05, 0.25, 0.75, 0.95), method="inverted_cdf")
    return Crossover(float(usual[0]), (low, high), (quarter, rest), float(np.mean(np.isinf(spread))))


def _first(lead: npt.NDArray[np.float64], at: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return, row by row, the first budget at which the lead is above zero, between two of them by interpolation."""
    ahead = lead > 0
    place = np.argmax(ahead, axis=1)
    before = np.maximum(place - 1, 0)
    rows = np.arange(len(lead))
    gain = lead[rows, place] - lead[rows, before]
    share = np.where(gain > 0, -lead[rows, before] / np.where(gain > 0, gain, 1.0), 0.0)
    found = at[before] * (at[place] / at[before]) ** share
    return np.where(ahead.any(axis=1), found, inf)


def crossover_view(lab: Callable[[], Lab], things: str = "troops") -> View:
    """Return the picture of the crossover, under a tab of its own.

    Parameters
    ----------
    lab : callable
        Returns the lab, which is not there yet while it is being declared.
    things : str
        What is compared with words, in the plural.

    Returns
    -------
    View
        The picture: a row for the default forms, and one each for the forms that lower and raise it most.
    """
    said = (
        f"The budget that it takes until {things} do better than words is uncertain, and in some draws none in the lab"
        " is enough"
    )
    return View("Budget", says=[Say(said)], charts=0, html=lambda: _picture(lab(), things))


def _picture(lab: Lab, things: str) -> str:
    usual = crossover(lab)
    others = {OTHERWISE[one.name]: crossover(lab, **{one.name: one.options[1].key}) for one in lab.forms}
    ranked = sorted(
        (name for name in others if _moves(usual, others[name])), key=lambda name: _place(others[name], lab)
    )
    ends = dict.fromkeys((ranked[0], ranked[-1])) if ranked else {}
    rows = [_strip("By the default forms", usual, lab), *(_strip(name, others[name], lab) for name in ends)]
    low, high = budgets(lab)[[0, -1]]
    ticks = {log10(low): f"{low:g}"} | {log10(one): f"{one:g}" for one in TICKS if low < one < high}
    return (
        f'<p class="measure">Lowest budget, the same for both, at which {things} do better than words; in billion € a'
        " year, all else as the lab opens. Below it: the forms that lower and raise it most</p>"
        + strips(rows, ticks | {log10(high): f"{high:g}+"})
        + '<p class="measure along">Dot: middle guesses. Thick: half of the draws. Thin: nine in ten. Right end:'
        f" {high:g} or none.</p>"
    )


def _place(found: Crossover, lab: Lab) -> float:
    """Return where a crossover stands among others: the middle of its dot and the middle half, by ratios."""
    most = budgets(lab)[-1]
    return sum(log10(min(value, most)) for value in (found.usual, *found.half))


def _moves(one: Crossover, other: Crossover) -> bool:
    """Whether the middle guesses or the middle half of the draws move by more than a tenth."""
    pairs = [(one.usual, other.usual), *zip(one.half, other.half, strict=True)]
    return any(a != b and not 0.9 < a / b < 1 / 0.9 for a, b in pairs)


def _strip(name: str, found: Crossover, lab: Lab) -> Strip:
    low, high = budgets(lab)[[0, -1]]

    def at(value: float) -> float:
        return log10(min(value, high))

    def said(value: float) -> str:
        return "none" if value == inf else f"at most {low:g}" if value <= low else f"{value:.1f}"

    middle = at(found.usual)
    half, wide = ((min(at(a), middle), max(at(b), middle)) for a, b in (found.half, found.wide))
    ends = dict.fromkeys(said(end) for end in found.half)
    text = f"{said(found.usual)} (half of the draws: {' to '.join(ends)})"
    return Strip(name, text, middle, half, wide, "tangible")
