"""The picture of a graph of quantities, drawn from the arguments of their functions, and a list that says the same."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from html import escape

from coursekit.model.graph import Graph
from coursekit.model.graph_layout import Layout, lay_out
from deterrence.text.appendix.html import Part, appendix, readable, scrolling
from deterrence.text.appendix.places import FOLDER, address, anchor, link

WIDTH, BETWEEN, GAP, EDGE = 190, 64, 16, 10  # of a box, between columns, between boxes, around the picture; pixels
NAME_LINE, SMALL_LINE, PADDING = 18, 16, 9
NAME_CHARACTERS, SMALL_CHARACTERS = 21, 28  # that fit in a line of a box
MOST = 12  # parameters named in a box; the entry below names all


def needs_of(graph: Graph, name: str) -> tuple[list[str], list[str]]:
    """Return the quantities and the parameters that one quantity needs.

    Parameters
    ----------
    graph : Graph
        The graph.
    name : str
        The quantity.

    Returns
    -------
    tuple of list of str
        Quantities first, then parameters, both in the order of the function's arguments.
    """
    wanted = graph.needs(name)
    return [n for n in wanted if n in graph.functions], [n for n in wanted if n not in graph.functions]


def drawing(graph: Graph, title: str) -> Part:
    """Return the picture of a graph: each quantity a box with its parameters in small, each need a line.

    Parameters
    ----------
    graph : Graph
        The graph.
    title : str
        What the picture is called for those who hear it.

    Returns
    -------
    Part
        SVG that scrolls sideways; :func:`needs_list` says what it shows.
    """
    needs = {name: needs_of(graph, name)[0] for name in graph.order}
    used = {need for wanted in needs.values() for need in wanted}
    tied = {name: wanted for name, wanted in needs.items() if wanted or name in used}
    alone = [name for name in graph.order if name not in tied]
    lines = {name: _small(graph, name) for name in graph.order}
    height = {name: _height(name, lines[name]) for name in graph.order}
    layout = lay_out(tied, height, GAP)
    left = {name: EDGE + place * (WIDTH + BETWEEN) for place, names in enumerate(layout.columns) for name in names}
    top = {name: EDGE + y - height.get(name, 0.0) / 2 for name, y in layout.centre.items()}
    bottom = max((top[name] + height[name] for name in tied), default=float(EDGE))
    columns = max(len(layout.columns), min(len(alone), 3))
    for row in range(0, len(alone), columns):  # what nothing is tied to stands beneath, in rows
        shelf = alone[row : row + columns]
        begin = bottom + (2 * GAP if bottom > EDGE else 0)
        for place, name in enumerate(shelf):
            left[name], top[name] = EDGE + place * (WIDTH + BETWEEN), begin
        bottom = max(begin + height[name] for name in shelf)
    wide = EDGE * 2 + columns * (WIDTH + BETWEEN) - BETWEEN
    edges = "".join(_edge(layout, a, b, left) for a, b in layout.ways)
    boxes = "".join(_box(graph, name, lines[name], left[name], top[name], height[name]) for name in graph.order)
    lit = "".join(
        f".graph:has(.n-{n}:is(:hover,:focus-within)) .e-{n}{{stroke:var(--tangible);stroke-width:2.5}}" for n in tied
    )
    svg = (
        f'<svg class="graph" role="group" aria-label="{escape(title)}" width="{wide}" height="{bottom + EDGE:.0f}" '
        f'viewBox="0 0 {wide} {bottom + EDGE:.0f}"><style>{lit}</style><g class="edges">{edges}</g>{boxes}</svg>'
    )
    return appendix(scrolling(svg, f"{title}; scrolls sideways"))


def needs_list(graph: Graph) -> Part:
    """Return the list of a graph's quantities, each linked to its entry, with what it needs: the drawing in words."""
    items = "".join(f'<li id="{anchor(graph, name)}">{_said(graph, name)}</li>' for name in graph.order)
    return appendix(f'<ul class="needs">{items}</ul>')


def _said(graph: Graph, name: str) -> str:
    quantities, given = needs_of(graph, name)
    from_quantities = ", ".join(f"<b>{readable(n)}</b>" for n in quantities)
    from_given = ", ".join(readable(n) for n in given)
    wanted = "; ".join(part for part in (from_quantities, from_given) if part)
    return f"<b>{link(graph, name, FOLDER)}</b> needs {wanted}."


def _small(graph: Graph, name: str) -> list[list[str]]:
    """Return the parameters in a box, line by line."""
    given = needs_of(graph, name)[1]
    if len(given) > MOST:
        return [[f"{len(given)} parameters"]]
    lines: list[list[str]] = []
    room = 0
    for parameter in given:
        length = len(parameter) + 2
        if not lines or length > room:
            lines.append([])
            room = SMALL_CHARACTERS
        lines[-1].append(parameter)
        room -= length
    return lines


def _title(name: str) -> list[str]:
    return textwrap.wrap(readable(name), NAME_CHARACTERS)


def _height(name: str, lines: list[list[str]]) -> float:
    return 2 * PADDING + NAME_LINE * len(_title(name)) + SMALL_LINE * len(lines)


def _box(graph: Graph, name: str, lines: list[list[str]], x: float, y: float, height: float) -> str:
    at = y + PADDING - 4
    rows = []
    for words in _title(name):
        at += NAME_LINE
        rows.append(f'<tspan x="{x + 12:g}" y="{at:.1f}">{words}</tspan>')
    head = f'<a href="{address(graph, name, FOLDER)}"><text class="name">{" ".join(rows)}</text></a>'
    small = []
    for place, line in enumerate(lines):
        at += SMALL_LINE
        end = "," if place < len(lines) - 1 else ""
        # Out of the tab order: the list of parameters holds the same links, and two hundred stops would bar the way.
        named = ", ".join(
            f'<a href="{address(graph, p, FOLDER)}" tabindex="-1">{readable(p)}</a>' if p in graph.defaults else p
            for p in line
        )
        small.append(f'<text class="given" x="{x + 12:g}" y="{at:.1f}">{named}{end}</text>')
    frame = f'<rect x="{x:g}" y="{y:.1f}" width="{WIDTH}" height="{height:g}" rx="8"/>'
    return f'<g class="node n-{name}">{frame}{head}{"".join(small)}</g>'


def _edge(layout: Layout, need: str, name: str, left: Mapping[str, float]) -> str:
    way = layout.ways[need, name]
    at = EDGE + layout.centre[need]
    path = f"M{left[need] + WIDTH:g} {at:.1f}"
    for point in way[1:]:
        x, y = left[point], EDGE + layout.centre[point]
        middle = x - BETWEEN / 2
        path += f"C{middle:g} {at:.1f} {middle:g} {y:.1f} {x:g} {y:.1f}"
        if point != name:
            path += f"H{x + WIDTH:g}"
        at = y
    return f'<path class="e-{need} e-{name}" d="{path}"/>'
