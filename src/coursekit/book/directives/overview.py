"""The ``{overview}`` directive: the chapters in their order, each with its title, its time and what it is about.

All of it stands elsewhere once: the order in the table of contents; a chapter's title, its time (the beginning of its
``meta`` line) and what it is about (``about:`` in its head, else the first sentence of its ``lead``) in the chapter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.slots import html_node
from coursekit.book.site.manifest import order
from coursekit.course import course
from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class OverviewDirective(SphinxDirective):
    """Mark the place of the list, which is made once all pages are read."""

    def run(self) -> list[nodes.Node]:
        """Return the list's place."""
        return [nodes.container(classes=["overview"])]


def times(env: BuildEnvironment) -> dict[str, str]:
    """Return what each page says of its length: the first part of its ``meta`` line."""
    if not hasattr(env, "coursekit_times"):
        env.coursekit_times = {}  # type: ignore[attr-defined]
    found: dict[str, str] = env.coursekit_times  # type: ignore[attr-defined]
    return found


def leads(env: BuildEnvironment) -> dict[str, str]:
    """Return the first sentence of each page's ``lead``."""
    if not hasattr(env, "coursekit_leads"):
        env.coursekit_leads = {}  # type: ignore[attr-defined]
    found: dict[str, str] = env.coursekit_leads  # type: ignore[attr-defined]
    return found


def note_head(app: Sphinx, doctree: nodes.document) -> None:
    """Note how long a page takes to read, and the first sentence of its lead paragraph.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it.
    """
    kept = {"meta": times(app.env), "lead": leads(app.env)}
    for values in kept.values():
        values.pop(app.env.docname, None)
    for part in doctree.findall(nodes.paragraph):
        for name, values in kept.items():
            if name in part["classes"] and app.env.docname not in values:
                text = part.astext()
                said = text.partition(" · ")[0] if name == "meta" else re.split(r"(?<=[.?!])\s", text, maxsplit=1)[0]
                values[app.env.docname] = said


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the list of chapters where the directive stands.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it; changed in place.
    docname : str
        The page's path without its suffix, as ``chapters/presence``.
    """
    for place in [node for node in doctree.findall(nodes.container) if "overview" in node["classes"]]:
        chapters = [name for name in order(app.env) if name.startswith(f"{course().chapters}/")]
        items = [_item(app, docname, name) for name in chapters]
        place.replace_self(html_node(render(__package__, "overview", chapters=items)))


def _item(app: Sphinx, docname: str, name: str) -> dict[str, str]:
    """Return what the list on a page says of a chapter."""
    return {
        "address": app.builder.get_relative_uri(docname, name),
        "title": app.env.titles[name].astext(),
        "about": app.env.metadata.get(name, {}).get("about") or leads(app.env).get(name, ""),
        "time": times(app.env).get(name, ""),
    }


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and the steps."""
    app.add_directive("overview", OverviewDirective)
    app.connect("doctree-read", note_head)
    app.connect("doctree-resolved", fill)
    return {"parallel_read_safe": False}
