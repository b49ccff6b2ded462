"""The model as a book of entries: every quantity with its meaning, equation, unit and source."""

from __future__ import annotations

import ast
import inspect
import re
from html import escape

from latexify.exceptions import LatexifyError

from coursekit.model.graph import Graph
from deterrence.text.appendix.drawing import needs_of
from deterrence.text.appendix.formulas import formula
from deterrence.text.appendix.html import Part, appendix, cited, facts, readable, tex
from deterrence.text.appendix.inlining import definition
from deterrence.text.appendix.places import link, names_on


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


def entries(graph: Graph, page: str = "") -> Part:
    """Return the entries of a graph's quantities, what is needed first.

    Parameters
    ----------
    graph : Graph
        The graph.
    page : str
        The page whose entries are wanted, by its name in the folder of the model's pages; by default all.

    Returns
    -------
    Part
        A section for each quantity.
    """
    return appendix("".join(entry(graph, name) for name in (names_on(graph, page) if page else graph.order)))
