"""How sure is a ranking? Chances over the draws, and intervals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from deterrence.analysis.packages import Numbers, Package, deterred
from deterrence.analysis.quasi import sample


class Interval(NamedTuple):
    """The middle of the draws, and between which values most of them lie (same unit as what was drawn)."""

    low: float
    middle: float
    high: float


def margins(
    a: Package, b: Package, outcome: str = "attack", draws: Mapping[str, Numbers] | None = None, **settings: Any
) -> Numbers:
    """Return, draw by draw, by how much one package deters more than another at equal cost.

    Parameters
    ----------
    a, b : Package
        From :data:`PACKAGES` or :func:`package`.
    outcome : str
        ``attack``, ``war``, ``dispute`` or ``grey``.
    draws : mapping of ndarray, optional
        Columns of draws, each parameter in its own unit; :func:`sample`'s ten thousand unless given.
    **settings : float
        Parameters held fixed in every draw, such as ``budget``.

    Returns
    -------
    ndarray
        Differences of chances; above 0 where ``a`` is ahead.

    Raises
    ------
    ValueError
        If the outcome or a parameter is unknown, or a value is out of its range.
    """
    given = {**(sample() if draws is None else draws), **settings}
    count = max((np.size(column) for column in given.values()), default=1)
    difference = deterred(a, outcome, **given) - deterred(b, outcome, **given)
    return np.broadcast_to(np.asarray(difference, dtype=float), (count,))


def probability_ahead(
    a: Package,
    b: Package,
    outcome: str = "attack",
    by: float = 0.0,
    draws: Mapping[str, Numbers] | None = None,
    **settings: Any,
) -> float:
    """Return the share of draws in which one package deters more than another at equal cost.

    Parameters
    ----------
    a, b, outcome, draws, **settings
        As for :func:`margins`.
    by : float
        By how much it must be ahead, as a difference of chances, 0 to 1. At 0 any lead counts, but no tie.

    Returns
    -------
    float
        From 0 to 1. It is a share of the draws, and so of what we *assume* possible: not the chance that a package is
        better in the world.

    Raises
    ------
    ValueError
        If ``by`` is below 0, or as for :func:`margins`.

    Examples
    --------
    >>> from deterrence.analysis import PACKAGES
    >>> probability_ahead(PACKAGES["army"], PACKAGES["army"])
    0.0
    """
    if by < 0:
        raise ValueError(f"by must be 0 or more, not {by}: to ask whether b is ahead, swap the packages.")
    lead = margins(a, b, outcome, draws, **settings)
    return float(np.mean((lead > 0) & (lead >= by)))


def interval(numbers: Numbers, level: float = 0.9) -> Interval:
    """Return the middle of some draws and the interval that leaves equally many out on either side.

    Parameters
    ----------
    numbers : ndarray
        What was drawn, in any unit; none may be missing.
    level : float
        Share of the draws inside, above 0 and below 1.

    Raises
    ------
    ValueError
        If the level is out of range, or a number is missing.
    """
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1, not {level}.")
    if np.size(numbers) == 0 or np.isnan(numbers).any():
        raise ValueError("There must be at least one draw, and none missing.")
    low, middle, high = np.quantile(numbers, [(1 - level) / 2, 0.5, (1 + level) / 2])
    return Interval(float(low), float(middle), float(high))
