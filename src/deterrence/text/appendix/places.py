"""On which page of the book each quantity, parameter and contested form has its entry, and how it is linked."""

from __future__ import annotations

import inspect

from coursekit.model.graph import Graph
from deterrence.model import GRAPHS
from deterrence.text.appendix.html import readable

FOLDER = "model/"  # beside the page that draws the model; the pages in it link one another by their bare names
PARAMETERS = "parameters"
FORMS = "forms"
# The graph of the package is too large for one page: its quantities are parted by the modules that define them.
PARTS = {
    "package": ("package", "strength", "together", "coalition", "presence"),
    "credibility": ("guarantor", "signals", "seats"),
    "choice": ("challenger", "rungs", "rung_chances", "protege", "composite", "apart", "frontier", "window"),
}
PAGES = {"industry": "industry", "army": "army", "selection": "games", "signalling": "games"}


def page_of(graph: Graph, name: str) -> str:
    """Return the page that holds the entry of a quantity or parameter.

    Parameters
    ----------
    graph : Graph
        The graph that the name belongs to.
    name : str
        A quantity or a parameter.

    Returns
    -------
    str
        The page's name in the folder of the model's pages, without an ending.
    """
    if name not in graph.functions:
        return PARAMETERS
    title = next((title for title, known in GRAPHS.items() if known is graph), "package")
    module = inspect.unwrap(graph.functions[name]).__module__.rpartition(".")[2]
    part = next((page for page, modules in PARTS.items() if module in modules), "choice")
    return PAGES.get(title, part)


def names_on(graph: Graph, page: str) -> list[str]:
    """Return the quantities of a graph whose entries stand on a page, what is needed first.

    Parameters
    ----------
    graph : Graph
        The graph.
    page : str
        The page's name in the folder of the model's pages.

    Returns
    -------
    list of str
        Names of quantities.
    """
    return [name for name in graph.order if page_of(graph, name) == page]


def anchor(graph: Graph, name: str) -> str:
    """Return the anchor of the entry of a quantity or parameter.

    Parameters
    ----------
    graph : Graph
        The graph that the name belongs to.
    name : str
        A quantity or a parameter.

    Returns
    -------
    str
        The anchor, without its ``#``.
    """
    return f"{'quantity' if name in graph.functions else 'parameter'}-{name}"


def address(graph: Graph, name: str, folder: str = "") -> str:
    """Return the address of the entry of a quantity or parameter.

    Parameters
    ----------
    graph : Graph
        The graph that the name belongs to.
    name : str
        A quantity or a parameter.
    folder : str
        The way from the linking page to the folder of the model's pages; empty on these pages themselves.

    Returns
    -------
    str
        A relative address with its anchor.
    """
    return f"{folder}{page_of(graph, name)}.html#{anchor(graph, name)}"


def link(graph: Graph, name: str, folder: str = "") -> str:
    """Return a link to the entry of a quantity or parameter, which reads as words (``troop share``).

    Parameters
    ----------
    graph : Graph
        The graph that the name belongs to.
    name : str
        A quantity or a parameter.
    folder : str
        The way from the linking page to the folder of the model's pages; empty on these pages themselves.

    Returns
    -------
    str
        HTML.
    """
    return f'<a href="{address(graph, name, folder)}">{readable(name)}</a>'
