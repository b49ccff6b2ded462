"""The packages that are compared, what is read off them, and the parameters that nobody knows well."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deterrence.model import GRAPH, SYMBOLS

Numbers = NDArray[np.float64]
Package = Mapping[str, float]

SHARES = ("words_share", "troops_share", "industry_share", "army_share")


def package(words: float = 0.0, troops: float = 0.0, industry: float = 0.0, army: float = 0.0) -> Package:
    """Return a package by what share of its cost goes into words, troops, industry and army.

    Parameters
    ----------
    words, troops, industry, army : float
        Shares of the cost, from 0 to 1; together 1.

    Returns
    -------
    Mapping
        From each name in ``SHARES`` to its share; it can't be changed.

    Raises
    ------
    ValueError
        If a share is below 0, or they do not sum to 1: packages are compared at equal cost.
    """
    shares = dict(zip(SHARES, (words, troops, industry, army), strict=True))
    if min(shares.values()) < 0 or abs(sum(shares.values()) - 1) > 1e-9:
        raise ValueError(f"A package's shares must be 0 or more and sum to 1, not {shares}.")
    return MappingProxyType(shares)


THIRD = 1 / 3
PACKAGES: Mapping[str, Package] = MappingProxyType(
    {
        "symbolic": package(words=1),
        "presence": package(troops=1),
        "industry": package(industry=1),
        "army": package(army=1),
        "pillars": package(troops=THIRD, industry=THIRD, army=THIRD),
        "mixed": package(words=0.25, troops=0.25, industry=0.25, army=0.25),
    }
)
"""Only words; only one of the three tangible pillars; the three in equal parts; words and the three (mixed)."""

TANGIBLE = ("presence", "industry", "army")

OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "attack": "deterrence_value",
        "war": "war_deterrence",
        "dispute": "dispute_deterrence",
        "grey": "grey_deterrence",
    }
)
"""What is deterred, and the quantity that says by how much its chance falls (chance, -1 to 1; below 0 it rises).

*attack* is the yes-or-no decision of the core model; the other three come from the choice among four rungs.
"""

PART = GRAPH.behind(*OUTCOMES.values())

BANDS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {name: band for name in PART.defaults if (band := SYMBOLS[name].band)}
)
"""Every uncertain parameter behind the outcomes with its band, in its own unit."""


def deterred(chosen: Package, outcome: str = "attack", **settings: Any) -> Any:
    """Return by how much a package lowers the chance of something, all packages paid for by the same budget.

    Parameters
    ----------
    chosen : Package
        Its shares, from :func:`package` or :data:`PACKAGES`.
    outcome : str
        ``attack``, ``war``, ``dispute`` or ``grey``.
    **settings : float or array
        Parameters that are not at their defaults, such as ``budget`` (billion € a year) or a column of draws.

    Returns
    -------
    float or ndarray
        A difference of chances, -1 to 1; below 0 the package makes it likelier.

    Raises
    ------
    ValueError
        If the outcome or a parameter is unknown, or a value is out of its range.
    """
    if outcome not in OUTCOMES:
        raise ValueError(f"There is no outcome {outcome!r}; there are {', '.join(OUTCOMES)}.")
    name = OUTCOMES[outcome]
    part = PART.behind(name)
    known = {key: value for key, value in settings.items() if key in part.defaults or key not in PART.defaults}
    return part.evaluate(**known, **chosen, equal_cost=1.0)[name]
