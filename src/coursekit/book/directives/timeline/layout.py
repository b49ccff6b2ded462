"""Where the parts of a drawn timeline stand: time runs downwards, and each entry has a row of its own at its date.

The axis is broken: a year is as high as its entries need, and years without an entry are drawn short, as a dashed gap
that grows with their number. So each label stands at its date, and none on another.

All lengths are CSS pixels. The drawing is as wide as the text of a page of 320 pixels, so that it is scrolled nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from coursekit.book.directives.timeline.parse import Entry

WIDTH = 280
DATES, AXIS, LANES, LANE, LABELS = 48, 56, 68, 16, 114  # from left to right: where dates end, the others begin; a lane
EDGE, HEADING = 8, 26  # room above and below; of the line on which a year begins
LINE, ROW = 16, 24  # of a label's text; of a row with one line, which a finger can hit
GAP, GAP_YEAR, GAP_MOST = 8, 2, 30  # of years without an entry: all of them, more for each, at most
FONT = 14
NARROW, WIDE = set("fijlrtI.,’' ()-–"), set("mwMW@—") | set("ABCDEGHKNOPQRUVXYZ")


class Row(NamedTuple):
    """An entry's place: where its row begins, and its label's lines."""

    entry: Entry
    top: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where the row's marks stand."""
        return self.top + self.height / 2


class Drawing(NamedTuple):
    """One level of zoom: first and last year, height, rows from top to bottom, where each year and each gap stands."""

    low: int
    high: int
    height: float
    rows: tuple[Row, ...]
    years: tuple[tuple[int, float], ...]
    gaps: tuple[tuple[float, float], ...]


def text_width(text: str) -> float:
    """Return how wide a text is at most in the label's font: narrow, wide and other characters, estimated."""
    share = sum(0.33 if one in NARROW else 0.84 if one in WIDE and not one.isupper() else 0.66 if one in WIDE else 0.53
                for one in text)  # fmt: skip
    return FONT * share


def wrap(text: str, room: float) -> tuple[str, ...]:
    """Return a text in lines that are at most as wide as the room, broken between words.

    Parameters
    ----------
    text : str
        The text. A word that is wider than the room has a line of its own.
    room : float
        The width.

    Returns
    -------
    tuple of str
        The lines.
    """
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def draw(entries: Sequence[Entry], low: int, high: int) -> Drawing:
    """Return the drawing of the entries from one year on.

    Parameters
    ----------
    entries : sequence of Entry
        All entries, oldest first.
    low : int
        The year with which the axis begins; earlier entries are left out.
    high : int
        The year with which it ends.

    Returns
    -------
    Drawing
        The places.
    """
    rows: list[Row] = []
    years: list[tuple[int, float]] = []
    gaps: list[tuple[float, float]] = []
    reached, y = low - 1, float(EDGE)
    shown = [entry for entry in entries if entry.date.year >= low]
    for year, group in groupby(shown, key=lambda entry: entry.date.year):
        if between := year - reached - 1:
            gaps.append((y, y := y + min(GAP + GAP_YEAR * between, GAP_MOST)))
        years.append((year, y))
        y += HEADING
        for entry in group:
            lines = wrap(entry.name, WIDTH - LABELS)
            rows.append(Row(entry, y, float(max(ROW, LINE * len(lines) + 8)), lines))
            y += rows[-1].height
        reached = year
    return Drawing(low, high, y + EDGE, tuple(rows), tuple(years), tuple(gaps))
