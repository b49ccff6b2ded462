"""Rows of dots with their intervals, as plain HTML: readable on a phone, without script, and in print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coursekit.html import render


@dataclass(frozen=True)
class Strip:
    """One row of the picture: a name, and a dot with one or two intervals on the scale.

    Parameters
    ----------
    name, said : str
        What it is, and its value and intervals in words: the picture itself is hidden from screen readers.
    value : float
        Where its dot stands.
    band : tuple of float
        Lower and upper end of the thick interval.
    wide : tuple of float, optional
        Lower and upper end of the thin interval.
    series : str
        ``symbolic`` or ``tangible`` for their colours and marks; empty for neither.
    """

    name: str
    said: str
    value: float
    band: tuple[float, float]
    wide: tuple[float, float] | None = None
    series: str = ""


def strips(rows: Sequence[Strip], ticks: Mapping[float, str], zero: float | None = None) -> str:
    """Return the rows over one scale, which reaches from the first tick to the last.

    Parameters
    ----------
    rows : sequence of Strip
        From top to bottom.
    ticks : mapping
        From place to label, rising, at least two.
    zero : float, optional
        Where a line runs through all rows.

    Returns
    -------
    str
        HTML.

    Raises
    ------
    ValueError
        If something lies outside the scale, or an interval does not hold its value.
    """
    low, high = min(ticks), max(ticks)

    def at(value: float, name: str) -> float:
        if not low <= value <= high:
            raise ValueError(f"{name}: {value:g} lies outside the scale, {low:g} to {high:g}.")
        return 100 * (value - low) / (high - low)

    def interval(kind: str, ends: tuple[float, float], row: Strip) -> tuple[str, float, float]:
        if not ends[0] <= row.value <= ends[1]:
            raise ValueError(f"{row.name}: {row.value:g} lies outside its interval, {ends[0]:g} to {ends[1]:g}.")
        left, right = (at(end, row.name) for end in ends)
        return kind, left, right - left

    drawn = []
    for row in rows:
        intervals = [interval("band", row.band, row)] + ([interval("wide", row.wide, row)] if row.wide else [])
        drawn.append((row, at(row.value, row.name), intervals))
    html = render(
        __package__,
        "interval_strips",
        rows=drawn,
        zero=None if zero is None else at(zero, "zero"),
        ticks=[(at(place, label), label) for place, label in ticks.items()],
    )
    return str(html)
