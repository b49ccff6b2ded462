"""Which quantities depend on each control: the lab's own part of the model, drawn from its arguments' names."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from coursekit.html import render
from coursekit.lab.declare.model_lab import ModelLabSpec
from coursekit.model.graph import Graph
from coursekit.model.graph_layout import lay_out

if TYPE_CHECKING:
    from markupsafe import Markup

WIDTH, GAP, BETWEEN, EDGE = 128, 12, 34, 8  # of a box, between boxes, between rows, around the picture; pixels
LINE, PADDING, CHARACTERS = 16, 7, 17


def dependent_quantities(lab: ModelLabSpec) -> dict[str, list[str]]:
    """Return for each control the quantities that change with it, in the order in which they are computed."""
    found: dict[str, list[str]] = {field.name: [] for field in lab.fields}
    behind: dict[str, set[str]] = {name: {name} for name in found}
    for name in lab.graph.order:
        behind[name] = set().union(*(behind.get(need, set()) for need in lab.graph.needs(name)))
        for control in behind[name]:
            found[control].append(name)
    return found


def dependency_diagram(lab: ModelLabSpec) -> Markup:
    """Return the folded picture of what depends on each control, with a list that says what it shows."""
    found = dependent_quantities(lab)
    labels = {field.name: field.label for field in lab.fields}
    quantities = [(labels[control], ", ".join(map(readable, names))) for control, names in found.items()]
    return render(__package__, "dependency_diagram", lab=lab, quantities=quantities, **_picture(lab, found))


def readable(name: str) -> str:
    """Return a quantity's name as words."""
    return name.replace("_", " ")


def _picture(lab: ModelLabSpec, found: dict[str, list[str]]) -> dict[str, Any]:
    """Return where everything stands in the picture: its size, its edges and its boxes, in pixels."""
    drawn = {name for names in found.values() for name in names}
    needs: dict[str, list[str]] = {name: [] for name in found if found[name]} | {
        name: _needs(lab.graph, name, drawn | set(found)) for name in lab.graph.order if name in drawn
    }
    words = {name: textwrap.wrap(_label(lab, name), CHARACTERS) for name in needs}
    layout = lay_out(needs, dict.fromkeys(needs, float(WIDTH)), GAP)
    tall = [max((len(words[name]) for name in row if name in words), default=1) for row in layout.columns]
    heights = [lines * LINE + 2 * PADDING for lines in tall]
    tops = [EDGE + sum(heights[:row]) + row * BETWEEN for row in range(len(heights))]
    row_of = {name: row for row, names in enumerate(layout.columns) for name in names}
    behind = {name: {c for c, names in found.items() if name == c or name in names} for name in needs}
    edges = []
    for (need, name), way in layout.ways.items():
        x = EDGE + layout.centre[need]
        path = f"M{x:.0f} {tops[row_of[need]] + heights[row_of[need]]:.0f}"
        for point in way[1:]:
            row, to = row_of[point], EDGE + layout.centre[point]
            middle = tops[row] - BETWEEN / 2
            path += f"C{x:.0f} {middle:.0f} {to:.0f} {middle:.0f} {to:.0f} {tops[row]:.0f}"
            if point != name:
                path += f"V{tops[row] + heights[row]:.0f}"
            x = to
        edges.append({"controls": " ".join(sorted(behind[need])), "path": path})
    boxes = []
    for name in needs:
        row, middle = row_of[name], EDGE + layout.centre[name]
        kind = "control" if name in found else "shown" if name in lab.show else "between"
        at = tops[row] + heights[row] / 2 - LINE * len(words[name]) / 2 - 4
        lines = [(line, middle, at + LINE * (i + 1)) for i, line in enumerate(words[name])]
        box: dict[str, Any] = {"kind": kind, "name": name, "controls": " ".join(sorted(behind[name])), "lines": lines}
        box |= {"left": middle - WIDTH / 2, "top": tops[row], "width": WIDTH, "height": heights[row]}
        boxes.append(box | {"radius": heights[row] / 2 if kind == "control" else 6})
    wide = max((layout.centre[name] for name in needs), default=0.0) + WIDTH / 2 + 2 * EDGE
    high = tops[-1] + heights[-1] + EDGE if tops else 0
    return {"width": f"{wide:.0f}", "height": high, "edges": edges, "boxes": boxes}


def _needs(graph: Graph, name: str, drawn: set[str]) -> list[str]:
    return [need for need in graph.needs(name) if need in drawn]


def _label(lab: ModelLabSpec, name: str) -> str:
    return next((field.label for field in lab.fields if field.name == name), readable(name))
