"""The ``{review}`` directive and its data: every question of the course, so that what went wrong can come back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.slots import html_node
from coursekit.book.site.manifest import records
from coursekit.files import put
from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx

QUESTION = re.compile(r'<section class="question" id="question-([\w-]+)".*?</section>', re.S)
HERE = re.compile(r'(href|src)="(?!https?:|data:|mailto:)([^"]*)"')


class ReviewDirective(SphinxDirective):
    """Write the place where the page's script puts what is to be answered again."""

    def run(self) -> list[nodes.Node]:
        """Return the section."""
        return [html_node(render(__package__, "review"))]


def questions(page: str, html: str) -> list[dict[str, str]]:
    """Return the questions of a built page: id, page and HTML, its links made to hold from ``book/``.

    Parameters
    ----------
    page, html
        The page's path in the site, and what stands in its file.
    """

    def moved(found: re.Match[str]) -> str:
        target = found[2]
        place = f"../{page}{target}" if target.startswith("#") else f"../{page.rpartition('/')[0]}/{target}"
        return f'{found[1]}="{place}"'

    return [{"id": m[1], "page": page, "html": HERE.sub(moved, m[0])} for m in QUESTION.finditer(html)]


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write ``_static/review-questions.js`` from the pages as they were built.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.
    """
    if exception or app.builder.format != "html":
        return
    out = Path(app.outdir)
    found: list[dict[str, Any]] = []
    for name, held in sorted(records(app.env).items()):
        if held.get("questions"):
            title = app.env.titles[name].astext()
            page = f"{name}.html"
            found += [{**q, "title": title} for q in questions(page, (out / page).read_text("utf-8"))]
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    put(f"(window.coursekit??={{}}).review={data};\n", out / "_static" / "review-questions.js")


def setup(app: Sphinx) -> None:
    """Register the directive and the step; before the course's manifest, which counts what is there."""
    app.add_directive("review", ReviewDirective)
    app.connect("build-finished", write, priority=850)
