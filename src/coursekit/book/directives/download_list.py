"""The ``{downloads}`` directive: the place of the list of files that the site offers, which the page's script fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.slots import html_node
from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class DownloadListDirective(SphinxDirective):
    """Write the section."""

    def run(self) -> list[nodes.Node]:
        """Return the section's node."""
        return [html_node(render(__package__, "download_list"))]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("downloads", DownloadListDirective)
