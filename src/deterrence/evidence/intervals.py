"""Intervals for shares and for differences of shares, and how much wider they get when trials hang together."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Z95 = 1.959963984540054
Floats = NDArray[np.float64]


def _counts(events: ArrayLike, trials: ArrayLike) -> tuple[Floats, Floats]:
    happened, tried = np.asarray(events, dtype=float), np.asarray(trials, dtype=float)
    if not np.all((tried > 0) & np.isfinite(tried)):
        raise ValueError(f"trials must be above 0 and finite; it is {tried}.")
    if not np.all((happened >= 0) & (happened <= tried)):
        raise ValueError(f"events must lie between 0 and trials ({tried}); it is {happened}.")
    return happened, tried


def wilson(events: ArrayLike, trials: ArrayLike, z: float = Z95) -> tuple[Floats, Floats]:
    """Return Wilson's interval for a share: the lowest and highest share that the counts do not rule out.

    Parameters
    ----------
    events, trials : array_like
        How often the thing happened, and in how many trials. Need not be whole: an effective number of trials (the
        number divided by a design effect) may be given. ``0 <= events <= trials``, ``trials > 0``.
    z : float
        Width in standard errors; 1.96 gives 95 %.

    Returns
    -------
    low, high : ndarray
        Shares from 0 to 1 with ``low <= events/trials <= high``. It takes every trial as independent.

    Raises
    ------
    ValueError
        If events or trials are out of range; the message names the argument, its value and its range.

    References
    ----------
    Wilson (1927), as described in Newcombe (1998), ``newcombe1998``.
    """
    happened, tried = _counts(events, trials)
    share, z2 = happened / tried, z * z
    middle = (happened + z2 / 2) / (tried + z2)
    half = z / (tried + z2) * np.sqrt(happened * (1 - share) + z2 / 4)
    # The share lies inside by algebra; the clips only take back what rounding adds.
    return np.clip(middle - half, 0.0, share), np.clip(middle + half, share, 1.0)


def newcombe(
    events: ArrayLike, trials: ArrayLike, events_with: ArrayLike, trials_with: ArrayLike, z: float = Z95
) -> tuple[Floats, Floats]:
    """Return Newcombe's interval for a difference of two independent shares, the second less the first.

    Parameters
    ----------
    events, trials, events_with, trials_with : array_like
        Counts of the first and of the second group, as for :func:`wilson`.
    z : float
        Width in standard errors.

    Returns
    -------
    low, high : ndarray
        Differences from -1 to 1. If 0 lies between them, the counts do not tell which share is larger.

    Raises
    ------
    ValueError
        As for :func:`wilson`.

    References
    ----------
    Newcombe (1998), method 10, ``newcombe1998``.
    """
    first, second = np.divide(*_counts(events, trials)), np.divide(*_counts(events_with, trials_with))
    (low1, high1), (low2, high2) = wilson(events, trials, z), wilson(events_with, trials_with, z)
    difference = second - first
    return (
        difference - np.sqrt((second - low2) ** 2 + (high1 - first) ** 2),
        difference + np.sqrt((high2 - second) ** 2 + (first - low1) ** 2),
    )


def _variance(scores: Floats, labels: NDArray[Any]) -> float:
    _, place = np.unique(labels, return_inverse=True)
    return float(np.sum(np.bincount(place, weights=scores) ** 2))


def design_effect(happened: ArrayLike, first: ArrayLike, second: ArrayLike) -> float:
    """Say by how much the variance of a share grows because trials hang together in two ways at once.

    Parameters
    ----------
    happened : array_like
        One 0 or 1 per trial, with at least one of each.
    first, second : array_like
        For each trial the group it belongs to, in two groupings (such as the rivalry and the year).

    Returns
    -------
    float
        The widest of four variances (clustered both ways, each way alone, not at all) over the last: 1 or more. A
        share from n trials is then as sure as one from n divided by it if those were independent.

    Raises
    ------
    ValueError
        If the three are not equally long, or nothing varies.

    References
    ----------
    Cameron, Gelbach and Miller (2011), ``cameron2011``. Their two-way variance can fall below a one-way one in small
    samples, hence the widest.
    """
    events = np.asarray(happened, dtype=float)
    one, two = np.asarray(first), np.asarray(second)
    if not len(events) == len(one) == len(two):
        raise ValueError(
            f"happened, first and second must be equally long; they are {len(events)}, {len(one)}, {len(two)}."
        )
    if len(events) == 0 or events.min() == events.max():
        raise ValueError("happened must hold at least one 0 and one 1: without both there is no variance to compare.")
    scores = events - events.mean()
    _, ones = np.unique(one, return_inverse=True)
    _, twos = np.unique(two, return_inverse=True)
    alone, by_one, by_two = float(np.sum(scores**2)), _variance(scores, ones), _variance(scores, twos)
    both = by_one + by_two - _variance(scores, ones * (twos.max() + 1) + twos)
    return max(alone, by_one, by_two, both) / alone
