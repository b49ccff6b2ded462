"""Where the parts of a drawn timeline stand: time runs downwards, and each entry has a row whose label covers no other.

All lengths are CSS pixels. The drawing is as wide as the text of a page of 320 pixels, so that it is scrolled nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coursekit.book.directives.timeline.parse import Entry

WIDTH = 280
AXIS, FAN, LANES, LANE, LABELS = 38, 72, 84, 16, 128  # from left to right: where each begins, and how wide a lane is
EDGE, SHORTEST = 16, 320  # room above and below; the smallest height
LINE, ROW = 16, 24  # of a label's text; of a row with one line, which a finger can hit
TICK_ROOM = 40
STEPS = (1, 2, 5, 10, 20, 50)
FONT = 14
NARROW, WIDE = set("fijlrtI.,’' ()-–"), set("mwMW@—") | set("ABCDEGHKNOPQRUVXYZ")


class Row(NamedTuple):
    """An entry's place: where its date lies on the axis, where its row begins, and its label's lines."""

    entry: Entry
    at: float
    top: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where the row's marks stand."""
        return self.top + self.height / 2


class Drawing(NamedTuple):
    """One level of zoom: its first and last year, its height, its rows from top to bottom, the years on its axis."""

    low: int
    high: float
    height: float
    rows: tuple[Row, ...]
    ticks: tuple[tuple[int, float], ...]


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


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Return the tops of rows that lie in the given order, as near as may be to where they are wanted, none on another.

    Parameters
    ----------
    wanted : sequence of float
        The middle that each row would have if it were alone, from top to bottom.
    heights : sequence of float
        The rows' heights.

    Returns
    -------
    list of float
        The tops. Rows that would overlap form a block whose middle is the mean of what they want (least squares).
    """
    blocks: list[tuple[float, float, int, float]] = []  # top that is wanted (sum), height, number of rows, top
    for middle, height in zip(wanted, heights, strict=True):
        block = (middle - height / 2, height, 1, middle - height / 2)
        while blocks and blocks[-1][3] + blocks[-1][1] > block[3]:
            total, above, count, _ = blocks.pop()
            total += block[0] - block[2] * above
            count += block[2]
            block = (total, above + block[1], count, total / count)
        blocks.append(block)
    tops: list[float] = []
    for _, _, count, top in blocks:
        for _ in range(count):
            tops.append(top)
            top += heights[len(tops) - 1]
    return tops


def draw(entries: Sequence[Entry], low: int, high: float) -> Drawing:
    """Return the drawing of the entries from one year on.

    Parameters
    ----------
    entries : sequence of Entry
        All entries, oldest first.
    low : int
        The year with which the axis begins; earlier entries are left out.
    high : float
        The year with which it ends.

    Returns
    -------
    Drawing
        The places.
    """
    shown = [entry for entry in entries if entry.year >= low]
    lines = [wrap(entry.name, WIDTH - LABELS) for entry in shown]
    heights = [float(max(ROW, LINE * len(one) + 6)) for one in lines]
    height = max(SHORTEST, sum(heights) + 2 * EDGE)
    scale = (height - 2 * EDGE) / (high - low)
    places = [EDGE + (entry.year - low) * scale for entry in shown]
    tops = spread(places, heights)
    # What the blocks at the ends want may lie outside: they are pushed back in, which the height leaves room for.
    bottom = height
    for index in reversed(range(len(tops))):
        bottom = tops[index] = min(tops[index], bottom - heights[index])
    ceiling = 0.0
    for index, one in enumerate(heights):
        tops[index] = max(tops[index], ceiling)
        ceiling = tops[index] + one
    rows = tuple(Row(*parts) for parts in zip(shown, places, tops, heights, lines, strict=True))
    step = next(one for one in STEPS if one * scale >= TICK_ROOM or one == STEPS[-1])
    ticks = tuple((year, EDGE + (year - low) * scale) for year in range(low, int(high) + 1, step))
    return Drawing(low, high, height, rows, ticks)
