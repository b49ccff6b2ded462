"""Laying out a graph in columns: what is needed stands left of what needs it.

The steps of Sugiyama, Tagawa and Toda in small: columns by depth, an order in each that crosses few lines,
then heights. A line that passes a column gets a point there, so that it runs between the boxes and not beneath them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Edge = tuple[str, str]
SWEEPS = 24  # more changes nothing visible in graphs of this size
LANE = 14.0  # height kept free for a line that passes


@dataclass
class Layout:
    """Where everything stands: the columns, each name's centre, and the points that each line passes."""

    columns: list[list[str]]
    centre: dict[str, float]
    ways: dict[Edge, list[str]] = field(default_factory=dict)


def depths(needs: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return each name's column: one right of all that it needs; what needs nothing, just left of its first use."""
    column: dict[str, int] = {}
    for name in needs:  # in an order in which what is needed comes first
        column[name] = 1 + max((column[need] for need in needs[name]), default=-1)
    for name in needs:
        users = [column[other] for other in needs if name in needs[other]]
        if not needs[name] and users:
            column[name] = min(users) - 1
    return column


def lay_out(needs: Mapping[str, Sequence[str]], height: Mapping[str, float], gap: float) -> Layout:
    """Return where the names stand.

    Parameters
    ----------
    needs : mapping
        Each name with the names it needs; what is needed comes first.
    height : mapping
        The height of each name's box.
    gap : float
        The least space between two boxes of a column.
    """
    column = depths(needs)
    columns: list[list[str]] = [[] for _ in range(max(column.values(), default=-1) + 1)]
    for name in needs:
        columns[column[name]].append(name)
    layout = Layout(columns, {})
    size = dict(height)
    links: set[Edge] = set()
    for name, wanted in needs.items():
        for need in wanted:
            way = [need]
            for between in range(column[need] + 1, column[name]):
                point = f"{need}|{between}"  # one for all lines of one source: they run together until they part
                if point not in size:
                    size[point] = LANE
                    columns[between].append(point)
                way.append(point)
            way.append(name)
            layout.ways[need, name] = way
            links |= set(pairwise(way))
    before: dict[str, list[str]] = {name: [] for names in columns for name in names}
    after: dict[str, list[str]] = {name: [] for names in columns for name in names}
    for a, b in sorted(links):
        before[b].append(a)
        after[a].append(b)
    for names in columns:
        _stack(names, size, gap, {name: 0.0 for name in names}, layout.centre)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for names in columns if forward else columns[::-1]:
            near = before if forward else after
            wish = {n: _mean([layout.centre[m] for m in near[n]], layout.centre[n]) for n in names}
            if sweep < SWEEPS - 8:  # at the end the order stays, and only the heights settle
                names.sort(key=lambda n: wish[n])
            else:
                wish = {n: _mean([layout.centre[m] for m in before[n] + after[n]], layout.centre[n]) for n in names}
            _stack(names, size, gap, wish, layout.centre)
    top = min((layout.centre[n] - size[n] / 2 for n in layout.centre), default=0.0)
    layout.centre = {name: y - top for name, y in layout.centre.items()}
    return layout


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _stack(
    names: Sequence[str], size: Mapping[str, float], gap: float, wish: Mapping[str, float], centre: dict[str, float]
) -> None:
    """Put a column's boxes as near to their wishes as their order and the gaps allow (neighbours in conflict pool)."""
    pools: list[tuple[float, int]] = []  # mean of (wish - offset), number of boxes
    offsets: list[float] = []
    at = 0.0
    for place, name in enumerate(names):
        if place:
            at += (size[names[place - 1]] + size[name]) / 2 + gap
        offsets.append(at)
        pools.append((wish[name] - at, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (b, m), (a, n) = pools.pop(), pools.pop()
            pools.append(((a * n + b * m) / (n + m), n + m))
    start = [mean for mean, count in pools for _ in range(count)]
    for name, offset, begin in zip(names, offsets, start, strict=True):
        centre[name] = begin + offset
