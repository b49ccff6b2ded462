"""The end of a chapter that asks for predictions: the reader's guesses, the model's answers, how far off they were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.slots import html_node
from coursekit.book.site.manifest import in_lesson
from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PREDICTION = re.compile(r'<section class="prediction"')
PLACE = re.compile(r'<section class="calibration"')


def html() -> str:
    """Return the section."""
    return render(__package__, "calibration")


class Calibration(SphinxDirective):
    """``{calibration}``: puts the list where the author wants it; else it stands at the page's end."""

    def run(self) -> list[nodes.Node]:
        """Return the section."""
        return [html_node(html())]


def close(app: Sphinx, doctree: nodes.document) -> None:
    """Put the list at the end of a page that asks for predictions, unless it has one.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it; changed in place.
    """
    if in_lesson(app.env.docname):
        return  # a lesson is too short for a list of guesses
    raw = [node.astext() for node in doctree.findall(nodes.raw) if node.get("format") == "html"]
    if any(PREDICTION.search(text) for text in raw) and not any(PLACE.search(text) for text in raw):
        last = next((node for node in doctree.children if isinstance(node, nodes.section)), doctree)
        last += html_node(html())


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and the step."""
    app.add_directive("calibration", Calibration)
    app.connect("doctree-read", close)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
