"""What would have to be different for another package to be ahead? The smallest change of assumptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from deterrence.analysis.nearest import Margin, first_flips, nearest_flip
from deterrence.analysis.packages import BANDS, PART, Numbers, Package, deterred


@dataclass(frozen=True)
class Flip:
    """The smallest joint change found that puts the other package ahead.

    Attributes
    ----------
    margin : float
        By how much ``a`` deters more than ``b`` at the start (chance); below 0, ``b`` is ahead.
    distance : float
        Root of the summed squares of all shifts, each in widths of its band; NaN if nothing within the bands flips it.
    moves : DataFrame
        One row a parameter, the largest shift first: ``parameter``, ``start`` and ``there`` (own units), ``shift``
        (widths of the band).
    """

    margin: float
    distance: float
    moves: pd.DataFrame


class _Question:
    """One comparison, as a margin over shifts in widths of the bands."""

    def __init__(
        self, a: Package, b: Package, outcome: str, bands: Mapping[str, tuple[float, float]], settings: dict[str, Any]
    ) -> None:
        unknown = set(bands) - set(PART.defaults)
        if unknown:
            raise ValueError(f"The outcomes do not rest on {', '.join(sorted(unknown))}.")
        self.names = list(bands)
        self.fixed = {name: value for name, value in settings.items() if name not in bands}
        self.start = np.array([float(settings.get(name, PART.defaults[name])) for name in bands])
        low, high = np.array(list(bands.values()), dtype=float).T
        if np.any(high <= low):
            raise ValueError("A band must be wider than nothing.")
        self.width = high - low
        # A start outside its band may stay there, but is not moved further out.
        least, most = np.minimum(low, self.start), np.maximum(high, self.start)
        self.low, self.high = (least - self.start) / self.width, (most - self.start) / self.width
        self.ends = np.vstack([np.diag(self.low), np.diag(self.high)])

        def margin(shifts: Numbers) -> Numbers:
            # Neither rounding nor the small steps by which slopes are measured may leave the bands.
            values = np.clip(self.start + shifts * self.width, least, most)
            columns = dict(zip(self.names, values.T, strict=True))
            lead = deterred(a, outcome, **columns, **self.fixed) - deterred(b, outcome, **columns, **self.fixed)
            return np.broadcast_to(np.asarray(lead, dtype=float), (len(shifts),))

        self.margin: Margin = margin


def single_flips(
    a: Package,
    b: Package,
    outcome: str = "attack",
    bands: Mapping[str, tuple[float, float]] = BANDS,
    **settings: float,
) -> pd.DataFrame:
    """Find, for each parameter by itself, the smallest shift that puts the other package ahead.

    Parameters
    ----------
    a, b : Package
        Compared at equal cost.
    outcome : str
        ``attack``, ``war``, ``dispute`` or ``grey``.
    bands : mapping
        Which parameters may move, and between which values (own units).
    **settings : float
        Where to start, if not at the defaults; parameters without a band, such as ``budget``, stay there.

    Returns
    -------
    DataFrame
        One row a parameter, the smallest shift first: ``parameter``, ``start``, ``low``, ``high`` (its band), ``there``
        (where the ranking flips, own units) and ``shift`` (signed, in widths of the band). The last two are missing
        where no value in the band flips it.

    Raises
    ------
    ValueError
        If neither is ahead at the start, or a name or value is not the model's.
    """
    asked = _Question(a, b, outcome, bands, settings)
    found = first_flips(asked.margin, asked.ends)[:, None] * asked.ends
    below, above = (part.diagonal() for part in np.split(found, 2))
    shift = np.where(np.isnan(above) | (np.abs(below) < above), below, above)
    table = pd.DataFrame(
        {
            "parameter": asked.names,
            "start": asked.start,
            "low": asked.start + asked.low * asked.width,
            "high": asked.start + asked.high * asked.width,
            "there": asked.start + shift * asked.width,
            "shift": shift,
        }
    )
    return table.sort_values("shift", key=np.abs, na_position="last", ignore_index=True)


def joint_flip(
    a: Package,
    b: Package,
    outcome: str = "attack",
    bands: Mapping[str, tuple[float, float]] = BANDS,
    **settings: float,
) -> Flip:
    """Find the smallest change of all parameters together that puts the other package ahead.

    Parameters
    ----------
    a, b, outcome, bands, **settings
        As for :func:`single_flips`.

    Returns
    -------
    Flip
        No smaller change was found; that there is none is tested by sampling, not proved.

    Raises
    ------
    ValueError
        As for :func:`single_flips`.

    Notes
    -----
    "Smallest" takes a move across the whole of one band to be as large as one across the whole of any other.
    """
    asked = _Question(a, b, outcome, bands, settings)
    size = len(asked.names)
    there = nearest_flip(asked.margin, asked.low, asked.high)
    shift = np.full(size, np.nan) if there is None else there
    moves = pd.DataFrame(
        {
            "parameter": asked.names,
            "start": asked.start,
            "there": asked.start + shift * asked.width,
            "shift": shift,
        }
    ).sort_values("shift", key=lambda column: -column.abs(), ignore_index=True)
    return Flip(float(asked.margin(np.zeros((1, size)))[0]), float(np.linalg.norm(shift)), moves)
