"""Ten thousand quasi-random draws made on the spot, from a seed, with NumPy alone."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from deterrence.analysis.packages import BANDS, Numbers


def primes(count: int) -> list[int]:
    """Return the first prime numbers."""
    found: list[int] = []
    candidate = 2
    while len(found) < count:
        if all(candidate % prime for prime in found):
            found.append(candidate)
        candidate += 1
    return found


def evenly(count: int, dimensions: int, seed: int) -> Numbers:
    """Return points that fill the unit cube more evenly than chance does.

    Parameters
    ----------
    count, dimensions : int
        How many points, in how many dimensions; both at least 1.
    seed : int
        Shifts all points by the same random amount, so that another seed gives another, equally good set.

    Returns
    -------
    ndarray of shape (count, dimensions)
        Each from 0 to 1, 1 excluded: multiples of the square roots of primes, whole parts dropped (Richtmyer's
        sequence). It needs no library and no file, so that every reader's machine makes the same draws.
    """
    roots = np.sqrt(np.array(primes(dimensions), dtype=float)) % 1
    shift = np.random.default_rng(seed).random(dimensions)
    points: Numbers = (np.arange(1, count + 1)[:, None] * roots + shift) % 1
    return points


def sample(
    count: int = 10_000, seed: int = 1994, bands: Mapping[str, tuple[float, float]] = BANDS
) -> dict[str, Numbers]:
    """Draw every uncertain parameter evenly from its band, independently of all others.

    Parameters
    ----------
    count : int
        How many draws.
    seed : int
        Any whole number from 0; the same seed gives the same draws.
    bands : mapping
        Lowest and highest value of each parameter; as the course has them unless given.

    Returns
    -------
    dict of ndarray
        One column a parameter, in its own unit.

    Notes
    -----
    Evenly and independently is itself an assumption: nobody knows which values in a band are likelier, or which go
    together.
    """
    unit = evenly(count, len(bands), seed)
    return {name: low + unit[:, i] * (high - low) for i, (name, (low, high)) in enumerate(bands.items())}
