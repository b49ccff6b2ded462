"""The model as a book of entries: every quantity with its equation and source, every parameter with its default."""

from __future__ import annotations

import ast
import inspect
import re
from html import escape

from latexify.exceptions import LatexifyError

from coursekit.model.graph import Graph
from deterrence.model import GRAPHS, SYMBOLS
from deterrence.text.appendix.drawing import link, needs_of
from deterrence.text.appendix.formulas import formula
from deterrence.text.appendix.html import Part, appendix, badge, cited, facts, readable, scrolling, tex
from deterrence.text.appendix.inlining import definition

HEADS = ("Parameter", "Symbol", "Meaning", "Unit", "Range", "Default", "Band", "Standing", "Source", "Used by")


def said(name: str, graph: Graph) -> tuple[str, str]:
    """Return what a quantity's own docstring says: what it is, and where its form comes from.

    Parameters
    ----------
    name : str
        The quantity.
    graph : Graph
        Its graph.

    Returns
    -------
    tuple of str
        Both on one line each; "" if the docstring has no part of the kind.
    """
    text = inspect.cleandoc(inspect.unwrap(graph.functions[name]).__doc__ or "")
    meaning, _, source = text.partition("Source:")
    return " ".join(meaning.split()), " ".join(source.split())


def spoken(text: str, graph: Graph) -> str:
    """Return a docstring's text as HTML, with links to sources and to the entries of the quantities it names.

    Parameters
    ----------
    text : str
        The text; names of the code stand between backticks.
    graph : Graph
        The graph whose quantities have entries on the page.

    Returns
    -------
    str
        HTML.
    """

    def named(found: re.Match[str]) -> str:
        name = found[1]
        return link(graph, name) if name in graph.functions else f"<code>{name}</code>"

    return re.sub(r"`(\w+)`", named, cited(text))


def written(graph: Graph, name: str) -> str:
    """Return a quantity's formula; where a function cannot be printed as one, its code.

    Parameters
    ----------
    graph : Graph
        The graph.
    name : str
        The quantity.

    Returns
    -------
    str
        HTML: LaTeX for the book to set, or a block of code.
    """
    try:
        return tex(formula(graph, name), display=True)
    except (ValueError, AssertionError, LatexifyError):
        code = ast.unparse(ast.Module(definition(inspect.unwrap(graph.functions[name])).body, []))
        return f'<pre tabindex="0"><code>{escape(code)}</code></pre>'


def entry(graph: Graph, name: str) -> str:
    """Return one quantity's entry.

    Parameters
    ----------
    graph : Graph
        The graph.
    name : str
        The quantity.

    Returns
    -------
    str
        HTML: name, meaning, formula, and a list of unit, range, needs, parameters, users and source.
    """
    symbol = graph.symbols[name]
    meaning, source = said(name, graph)
    quantities, given = needs_of(graph, name)
    users = [other for other in graph.order if name in graph.needs(other)]
    rows = [
        ("Name in the code", f"<code>{name}</code>"),
        ("Unit", escape(symbol.unit)),
        ("Range", escape(symbol.range)),
        ("Needs", ", ".join(f"<b>{link(graph, n)}</b>" for n in quantities)),
        ("Parameters", ", ".join(link(graph, n) for n in given)),
        ("Needed by", ", ".join(link(graph, n) for n in users)),
        ("Source", spoken(source, graph)),
    ]
    return (
        f'<section class="entry" id="quantity-{name}"><h3>{readable(name).capitalize()} {tex(symbol.latex)}</h3>'
        f"<p>{spoken(meaning, graph)}</p>{written(graph, name)}{facts(rows)}</section>"
    )


def entries(graph: Graph) -> Part:
    """Return the entries of all quantities of a graph, what is needed first."""
    return appendix("".join(entry(graph, name) for name in graph.order))


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


def counts() -> dict[str, int]:
    """Return how many quantities and parameters the model has, for the page's first sentence."""
    given = {name for graph in GRAPHS.values() for name in graph.defaults}
    banded = {name for name in given if SYMBOLS[name].band}
    return {
        "quantities": sum(len(g.functions) for g in GRAPHS.values()),
        "parameters": len(given),
        "banded": len(banded),
    }
