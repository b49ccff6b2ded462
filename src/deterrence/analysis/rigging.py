"""Is the model rigged? In which share of all draws does each side of the argument come out ahead."""

from __future__ import annotations

from importlib import resources
from typing import Any

import numpy as np
import pandas as pd

from deterrence.analysis.packages import BANDS, PACKAGES, PART, TANGIBLE, Numbers, deterred
from deterrence.analysis.quasi import sample
from deterrence.model import SYMBOLS

SEED = 1994
COUNT = 10_000
LEAD = 0.02  # two points of the chance: less we do not call ahead
BUDGETS = (0.3, 1.0, 3.0, 10.0)  # billion € a year
PRIZES = (0.5, 1.0, 2.0)  # how much the challenger wants it; 1 is the default
CASE_BUDGET = 3.0
SHARES_FILE = "no_rigging.csv"
CASES_FILE = "no_rigging_cases.csv"


def claims(draws: dict[str, Numbers], budget: float, prize: float, outcome: str = "attack") -> dict[str, Numbers]:
    """Return for each claim, draw by draw, the margin by which it holds: its lead, above 0 where it is true.

    Parameters
    ----------
    draws : dict of ndarray
        From :func:`sample`.
    budget : float
        What each package costs, billion € a year.
    prize : float
        How much the challenger wants it, 0 to 5.
    outcome : str
        ``attack`` or ``war``: in which the packages are compared. The claims about disputes do not depend on it.

    Returns
    -------
    dict of ndarray
        Differences of chances, by claim.
    """
    given: dict[str, Any] = {**draws, "budget": budget, "prize": prize}
    value = {name: deterred(chosen, outcome, **given) for name, chosen in PACKAGES.items()}
    best_single = np.max([value[name] for name in TANGIBLE], axis=0)
    best_tangible = np.maximum(best_single, value["pillars"])
    apart = sum(deterred(PACKAGES[name], outcome, **{**given, "budget": budget / len(TANGIBLE)}) for name in TANGIBLE)
    calm = {**given, "friction": 0.0, "provocation": 0.0}
    return {
        "symbolic ahead of presence": value["symbolic"] - value["presence"],
        "presence ahead of symbolic": value["presence"] - value["symbolic"],
        "symbolic ahead of the three pillars": value["symbolic"] - value["pillars"],
        "three pillars ahead of symbolic": value["pillars"] - value["symbolic"],
        "symbolic ahead of every tangible package": value["symbolic"] - best_tangible,
        "some tangible package ahead of symbolic": best_tangible - value["symbolic"],
        "mixed ahead of every pure package": value["mixed"] - np.maximum(best_tangible, value["symbolic"]),
        "three pillars ahead of their best member": value["pillars"] - best_single,
        "best member ahead of the three pillars": best_single - value["pillars"],
        "three pillars more than the sum of their parts": value["pillars"] - apart,
        "presence raises disputes": -deterred(PACKAGES["presence"], "dispute", **given),
        "presence raises disputes, friction and provocation taken out": -deterred(
            PACKAGES["presence"], "dispute", **calm
        ),
        "symbolic raises disputes": -deterred(PACKAGES["symbolic"], "dispute", **given),
        "presence raises war": -deterred(PACKAGES["presence"], "war", **given),
    }


def shares(count: int = COUNT, seed: int = SEED) -> pd.DataFrame:
    """Count in which share of the draws each claim holds, at each budget and prize.

    Parameters
    ----------
    count, seed : int
        Of the draws, as for :func:`sample`.

    Returns
    -------
    DataFrame
        One row per ``claim``, ``outcome`` (``attack`` or ``war``: by which the packages are compared), ``budget``
        (billion € a year) and ``prize``: ``any`` (share of the draws in which it holds at all), ``ahead`` (by at least
        .02) and ``middle`` (the median margin, a difference of chances).
    """
    draws = sample(count, seed)
    rows = [
        (claim, outcome, budget, prize, np.mean(margin > 0), np.mean(margin >= LEAD), np.median(margin))
        for prize in PRIZES
        for budget in BUDGETS
        for outcome in ("attack", "war")
        for claim, margin in claims(draws, budget, prize, outcome).items()
    ]
    table = pd.DataFrame(rows, columns=["claim", "outcome", "budget", "prize", "any", "ahead", "middle"])
    return table.round({"any": 4, "ahead": 4, "middle": 4})


WORKED = {  # the three that were promised beforehand, and by how much each must hold
    "symbolic ahead of presence": LEAD,
    "presence raises disputes": 0.0,
    "three pillars ahead of their best member": 0.0,
}


def worked_cases(count: int = COUNT, seed: int = SEED) -> pd.DataFrame:
    """Pick one draw for each promised claim, and say what in it matters.

    Parameters
    ----------
    count, seed : int
        Of the draws.

    Returns
    -------
    DataFrame
        One row per ``claim`` and ``parameter``: ``draw`` (its number, from 1), ``value`` (drawn), ``default``, ``low``,
        ``high`` (the band; all in the parameter's unit), ``margin`` (of the claim in this draw) and ``margin_without``
        (with this one parameter back at its default). Of all draws in which the claim holds, it is the one with the
        median margin; kept are the three parameters that do most for it. At 3 billion € a year, prize 1.
    """
    draws = sample(count, seed)
    rows = []
    for claim, least in WORKED.items():
        margin = claims(draws, CASE_BUDGET, 1.0)[claim]
        holds = np.flatnonzero((margin > 0) & (margin >= least))
        if not len(holds):
            continue
        chosen = int(holds[np.argsort(margin[holds])[len(holds) // 2]])
        case = {name: np.full(len(BANDS), column[chosen]) for name, column in draws.items()}
        for i, name in enumerate(BANDS):
            case[name][i] = PART.defaults[name]
        without = claims(case, CASE_BUDGET, 1.0)[claim]
        for i in np.argsort(without, kind="stable")[:3]:
            name = list(BANDS)[i]
            rows.append((claim, chosen + 1, name, draws[name][chosen], PART.defaults[name], *BANDS[name],
                         margin[chosen], without[i]))  # fmt: skip
    head = ["claim", "draw", "parameter", "value", "default", "low", "high", "margin", "margin_without"]
    table = pd.DataFrame(rows, columns=head)
    table.insert(3, "meaning", [SYMBOLS[name].meaning for name in table["parameter"]])
    return table.round({"margin": 4, "margin_without": 4}).assign(
        value=[float(f"{value:.3g}") for value in table["value"]]
    )


def no_rigging() -> pd.DataFrame:
    """Return the table of :func:`shares` as it was last written: 10,000 draws, seed 1994.

    ``build_tables.py`` makes the file; a test computes it again.
    """
    with (resources.files(__package__) / SHARES_FILE).open("r", encoding="utf-8") as file:
        return pd.read_csv(file)


def no_rigging_cases() -> pd.DataFrame:
    """Return the table of :func:`worked_cases` as it was last written."""
    with (resources.files(__package__) / CASES_FILE).open("r", encoding="utf-8") as file:
        return pd.read_csv(file)
