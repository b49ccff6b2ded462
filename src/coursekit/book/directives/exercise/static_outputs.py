"""What a shown cell drew when the book was built: charts as still pictures, widgets as a sentence on how to get them.

Altair's own HTML loads its library from another site and runs a script of the page; neither may be. The reader who
runs the cell gets the live chart or widget in its place.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from docutils import nodes

from coursekit.book.directives.exercise.exercises import ExerciseError
from coursekit.book.directives.slots import html_node
from coursekit.html import render
from coursekit.lab.charts.theme import Spec, render_svg
from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ALTAIR = "var VEGA_DEBUG"
WIDGET = "application/vnd.jupyter.widget-view+json"


def spec_of(html: str) -> Spec:
    """Return the Vega-Lite specification in what Altair wrote.

    Raises
    ------
    ValueError
        If there is none.
    """
    start = html.find("})({")
    if start < 0:
        raise ValueError("no specification in it")
    spec: Spec = json.JSONDecoder().raw_decode(html, start + 3)[0]
    return spec


def described(spec: Spec) -> str:
    """Return what a reader who cannot see the chart is told: its own description or title, else what is drawn."""
    title = spec.get("title")
    title = title.get("text") if isinstance(title, dict) else title
    own = spec.get("description") or (" ".join(title) if isinstance(title, list) else title)
    return str(own) if own else say("cell.chart")


def still(app: Sphinx, doctree: nodes.document) -> None:
    """Replace charts by pictures, and widgets by a sentence on how to get them.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it; changed in place.

    Raises
    ------
    ExerciseError
        If Altair's output cannot be read.
    """
    for raw in [node for node in doctree.findall(nodes.raw) if ALTAIR in node.astext()]:
        try:
            spec = spec_of(raw.astext())
        except ValueError as error:
            raise ExerciseError(f"{app.env.docname}: a chart of a shown cell could not be read: {error}.") from error
        html = render(__package__, "still_chart", label=described(spec), svg=render_svg(spec))
        raw.replace_self(html_node(html))
    for bundle in [node for node in doctree.findall(nodes.container) if _is_widget(node)]:
        bundle.replace_self(nodes.paragraph("", say("cell.widget"), classes=["still-widget"]))


def _is_widget(node: Any) -> bool:
    if node.attributes.get("nb_element") != "mime_bundle":
        return False
    return any(
        child.attributes.get("mime_type") == WIDGET for child in node.children if isinstance(child, nodes.Element)
    )


def setup(app: Sphinx) -> None:
    """Register the step: before cells are given their places."""
    app.connect("doctree-read", still, priority=400)
