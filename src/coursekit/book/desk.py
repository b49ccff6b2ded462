"""The ``{desk}`` directive: the grading desk, which the page's script fills (``web/src/desk``)."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class DeskDirective(SphinxDirective):
    """Write the section."""

    def run(self) -> list[nodes.Node]:
        """Return the section."""
        html = (
            '<section class="desk" id="desk" data-state="idle"><p class="said" role="status"></p>'
            f"<noscript><p>{escape(say('desk.scripts'))}</p></noscript></section>"
        )
        return [nodes.raw("", html, format="html")]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("desk", DeskDirective)
