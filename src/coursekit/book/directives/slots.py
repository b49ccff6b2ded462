"""A template's HTML as nodes of a page, with the page's own nodes (Markdown, code) in the places it leaves for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from docutils import nodes

SLOT = re.compile(r'<slot name="([\w-]+)"></slot>')


def html_node(html: str) -> nodes.raw:
    """Return HTML as a node."""
    return nodes.raw("", str(html), format="html")


def fill_slots(html: str, slots: Mapping[str, Sequence[nodes.Node]]) -> list[nodes.Node]:
    """Return HTML as nodes, with other nodes in place of its elements ``<slot name="…"></slot>``.

    Parameters
    ----------
    html : str
        What a template made.
    slots : mapping
        From a slot's name to the nodes that go there.

    Returns
    -------
    list of nodes.Node
        The HTML before the first slot, that slot's nodes, the HTML after it, and so on.

    Raises
    ------
    KeyError
        If a slot has no nodes in ``slots``.
    """
    made: list[nodes.Node] = []
    for number, part in enumerate(SLOT.split(html)):
        made += slots[part] if number % 2 else [html_node(part)]
    return made
