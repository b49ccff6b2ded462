"""The ``{desk}`` directive: the form of the grading desk; the page's script (``web/src/desk``) does the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.slots import html_node
from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SHEETS = (
    "gradebook.csv",
    "canvas.csv",
    "moodle.csv",
    "filled-in.csv",
    "report.html",
    "monday.html",
    "mistakes.csv",
    "feedback.zip",
    "shares.csv",
    "conflicts.csv",
    "results.jsonl",
    "xapi.json",
    "marks.json",
)
COLUMNS = ("hand-in", "outcomes", "points", "to-know")


class DeskDirective(SphinxDirective):
    """Write the section."""

    def run(self) -> list[nodes.Node]:
        """Return the section: the form for files and key, the progress, the results."""
        return [html_node(render(__package__, "desk", columns=COLUMNS, sheets=SHEETS))]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("desk", DeskDirective)
