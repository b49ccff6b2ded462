"""The model's parameters: the table with each one's meaning, default and band, and the list of their names."""

from __future__ import annotations

from html import escape

from coursekit.model.graph import Graph
from deterrence.model import GRAPHS, SYMBOLS
from deterrence.text.appendix.html import Part, appendix, badge, cited, readable, scrolling, tex
from deterrence.text.appendix.places import FOLDER, address, anchor, link

HEADS = ("Parameter", "Symbol", "Meaning", "Unit", "Range", "Default", "Band", "Standing", "Source", "Used by")


def number(value: float) -> str:
    """Return a number as a reader writes it."""
    return f"{value:,.10g}"


def parameters(graphs: dict[str, Graph] | None = None) -> Part:
    """Return the table of all parameters, graph by graph; one that two graphs share stands where it comes first."""
    bodies, seen = [], set[str]()
    for title, graph in (GRAPHS if graphs is None else graphs).items():
        fresh = [name for name in graph.defaults if name not in seen]
        seen |= set(fresh)
        rows = "".join(_row(graph, name) for name in sorted(fresh))
        head = f'<tr><th colspan="{len(HEADS)}" scope="rowgroup" class="group">{readable(title).capitalize()}</th></tr>'
        bodies.append(f"<tbody>{head}{rows}</tbody>" if rows else "")
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    made = f'<table class="facts parameters"><thead><tr>{heads}</tr></thead>{"".join(bodies)}</table>'
    return appendix(scrolling(made, "All parameters of the model; scrolls sideways"))


def _row(graph: Graph, name: str) -> str:
    symbol = graph.symbols[name]
    band = f"{number(symbol.band[0])} to {number(symbol.band[1])}" if symbol.band else "none"
    users = [other for other in graph.order if name in graph.needs(other)]
    few = ", ".join(link(graph, other) for other in users[:4])
    more = f" and {len(users) - 4} more" if len(users) > 4 else ""
    cells = (
        escape(symbol.meaning),
        escape(symbol.unit),
        escape(symbol.range),
        number(graph.defaults[name]),
        band,
        badge(symbol.standing),
        cited(symbol.source),
        few + more,
    )
    return (
        f'<tr id="parameter-{name}"><th scope="row">{readable(name)}</th><td>{tex(symbol.latex)}</td>'
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + "</tr>"
    )


def parameter_list() -> Part:
    """Return the names of all parameters, each linked to its row in the table, which stands on a page of its own."""
    homes = {name: graph for graph in GRAPHS.values() for name in graph.defaults}
    links = (
        f'<a id="{anchor(graph, name)}" href="{address(graph, name, FOLDER)}">{readable(name)}</a>'
        for name, graph in sorted(homes.items())
    )
    return appendix(f'<p class="needs">{", ".join(links)}</p>')


def counts() -> dict[str, int]:
    """Return how many quantities and parameters the model has, for the page's first sentence."""
    given = {name for graph in GRAPHS.values() for name in graph.defaults}
    banded = {name for name in given if SYMBOLS[name].band}
    return {
        "quantities": sum(len(g.functions) for g in GRAPHS.values()),
        "parameters": len(given),
        "banded": len(banded),
    }
