"""The comparison of packages under every combination of the model's contested forms: a multiverse (steegen2016).

A *universe* is one combination of forms. In each, every package is computed for the course's 512 draws. What comes out
is shown as a specification curve (simonsohn2020), and its variance is split by form.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
import pandas as pd

from coursekit.model.forms import universes
from deterrence.analysis.packages import BANDS, PACKAGES, TANGIBLE, Numbers, deterred
from deterrence.model import draws
from deterrence.model.forms import CHOICE, COSTS, ENDURANCE, ENTRY, HELP, RUNGS, WORDS

CONTESTED = (ENTRY, COSTS, CHOICE, RUNGS, WORDS, ENDURANCE, HELP)
"""The forms that bear on the comparison of packages: all but that of signals."""

UNIVERSES = tuple(universes(*CONTESTED))
"""All combinations, as values of the selectors; the first is the model as the labs open it."""

BUDGETS = (1.0, 3.0, 10.0, 30.0)  # billion € a year
LEAD = 0.02  # two points of the chance: less we do not call ahead
SHARES_FILE = "multiverse.csv"
VARIANCE_FILE = "multiverse_variance.csv"

CLAIMS = ("words lead", "presence leads", "three pillars beat their best member", "presence raises disputes")
VARIED = ("presence leads", "three pillars beat their best member", "presence raises disputes")
"""Whose variance is split; that of *words lead* is that of *presence leads*."""

DRAWS = "draw"
"""The eighth factor beside the forms: which of the 512 draws, so all parameters together."""


def margins(universe: dict[str, float], budget: float) -> dict[str, Numbers]:
    """Return for each claim, draw by draw, the margin by which it holds in one universe.

    Parameters
    ----------
    universe : dict
        From each selector to its value.
    budget : float
        What each package costs, billion € a year.

    Returns
    -------
    dict of ndarray
        Differences of chances, shape (512,), above 0 where the claim is true, by claim.
    """
    columns = draws()
    given: dict[str, Any] = {**{name: columns[name] for name in BANDS}, **universe, "budget": budget}
    value = {name: deterred(PACKAGES[name], **given) for name in ("symbolic", *TANGIBLE, "pillars")}
    margin = {
        "words lead": value["symbolic"] - value["presence"],
        "presence leads": value["presence"] - value["symbolic"],
        "three pillars beat their best member": value["pillars"] - np.max([value[name] for name in TANGIBLE], axis=0),
        "presence raises disputes": -deterred(PACKAGES["presence"], "dispute", **given),
    }
    return {claim: margin[claim] for claim in CLAIMS}


def shares(budget: float, found: list[dict[str, Numbers]]) -> pd.DataFrame:
    """Count in which share of the draws each claim holds, universe by universe.

    Parameters
    ----------
    budget : float
        What each package costs, billion € a year.
    found : list of dict
        From :func:`margins`, in the order of :data:`UNIVERSES`.

    Returns
    -------
    DataFrame
        One row per universe and claim: the selectors, ``budget``, ``claim``, ``any`` (share of the draws in which it
        holds at all), ``ahead`` (by at least .02) and ``middle`` (the median margin, a difference of chances).
    """
    rows = [
        {
            **{name: int(place) for name, place in universe.items()},
            "budget": budget,
            "claim": claim,
            "any": round(float(np.mean(margin > 0)), 4),
            "ahead": round(float(np.mean(margin >= LEAD)), 4),
            "middle": round(float(np.median(margin)), 4),
        }
        for universe, made in zip(UNIVERSES, found, strict=True)
        for claim, margin in made.items()
    ]
    return pd.DataFrame(rows)


def variance_shares(budget: float, found: list[dict[str, Numbers]]) -> pd.DataFrame:
    """Split the variance of each margin over all universes and draws by form, and by draw.

    Parameters
    ----------
    budget : float
        What each package costs, billion € a year.
    found : list of dict
        From :func:`margins`, in the order of :data:`UNIVERSES`.

    Returns
    -------
    DataFrame
        One row per claim of :data:`VARIED` and factor (a selector, or :data:`DRAWS`): ``first``, the share of the
        variance that would go if this factor alone were settled, and ``total``, the share that would stay if all
        others were settled (saltelli2010). Exact, since every combination is computed: no estimator is needed.
    """
    names = [*(forms.name for forms in CONTESTED), DRAWS]
    sizes = [len(forms.options) for forms in CONTESTED]
    rows = []
    for claim in VARIED:
        cube = np.array([made[claim] for made in found]).reshape(*sizes, -1)
        whole = float(np.var(cube))
        for axis, name in enumerate(names):
            others = tuple(other for other in range(cube.ndim) if other != axis)
            first = float(np.var(np.mean(cube, axis=others))) / whole
            total = float(np.mean(np.var(cube, axis=axis))) / whole
            rows.append((budget, claim, name, round(first, 4), round(total, 4)))
    return pd.DataFrame(rows, columns=["budget", "claim", "factor", "first", "total"])


def at_budget(budget: float) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compute every universe at one budget; return the shares and the split of the variance."""
    found = [margins(universe, budget) for universe in UNIVERSES]
    return shares(budget, found), variance_shares(budget, found)


@lru_cache
def multiverse() -> pd.DataFrame:
    """Return the table of :func:`shares` at all budgets as ``build_multiverse.py`` last wrote it."""
    return _read(SHARES_FILE)


@lru_cache
def multiverse_variance() -> pd.DataFrame:
    """Return the table of :func:`variance_shares` at all budgets as ``build_multiverse.py`` last wrote it."""
    return _read(VARIANCE_FILE)


def _read(file: str) -> pd.DataFrame:
    with (resources.files(__package__) / file).open("r", encoding="utf-8") as opened:
        return pd.read_csv(opened)
