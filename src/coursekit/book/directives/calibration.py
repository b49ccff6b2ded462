"""The end of a chapter that asks for predictions: the reader's guesses, the model's answers, how far off they were."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PREDICTION = re.compile(r'<section class="prediction"')
PLACE = '<section class="calibration"'


def html() -> str:
    """Return the section; its rows are the reader's own, so the page's script fills them in."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"calibration.{name}"))}</th>'
        for name in ("question", "guess", "answer", "verdict")
    )
    return (
        f'{PLACE} id="calibration" aria-labelledby="calibration-title">'
        f'<h2 class="q" id="calibration-title">{escape(say("calibration.title"))}</h2>'
        f"<p>{escape(say('calibration.how'))}</p>"
        f'<p class="says" role="status">{escape(say("calibration.none"))}</p>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(say("calibration.here"))}">'
        f"<table><caption>{escape(say('calibration.here'))}</caption><thead><tr>{heads}</tr></thead><tbody></tbody></table>"
        f"</div><noscript><p>{escape(say('calibration.no_script'))}</p></noscript></section>"
    )


class Calibration(SphinxDirective):
    """``{calibration}``: puts the list where the author wants it; else it stands at the page's end."""

    def run(self) -> list[nodes.Node]:
        """Return the section."""
        return [nodes.raw("", html(), format="html")]


def close(app: Sphinx, doctree: nodes.document) -> None:
    """Put the list at the end of a page that asks for predictions, unless it has one.

    Parameters
    ----------
    app : Sphinx
        Not used.
    doctree : nodes.document
        The page as Sphinx has read it; changed in place.
    """
    raw = [node.astext() for node in doctree.findall(nodes.raw) if node.get("format") == "html"]
    if any(PREDICTION.search(text) for text in raw) and not any(PLACE in text for text in raw):
        last = next((node for node in doctree.children if isinstance(node, nodes.section)), doctree)
        last += nodes.raw("", html(), format="html")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and the step."""
    app.add_directive("calibration", Calibration)
    app.connect("doctree-read", close)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
