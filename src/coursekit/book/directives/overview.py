"""The ``{overview}`` directive: the course's chapters in their order, each with its title, its time and a line of ours.

Title and time stand in the chapter alone (its heading, and the beginning of its ``meta`` line); the order in the table
of contents. The directive's lines, ``chapters/name: text``, say what each is about.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.site.manifest import order

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class OverviewDirective(SphinxDirective):
    """Read what the page says of each chapter."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the list's place.

        Raises
        ------
        ExtensionError
            If a line is not ``chapters/name: text``.
        """
        lines: dict[str, str] = {}
        for line in filter(str.strip, self.content):
            name, mark, text = line.partition(": ")
            if not mark:
                source, number = self.get_source_info()
                raise ExtensionError(f"{source}:{number}: overview: {line!r}. Right would be: chapters/name: text.")
            lines[name.strip()] = text.strip()
        return [nodes.container(classes=["overview"], lines=lines)]


def times(env: BuildEnvironment) -> dict[str, str]:
    """Return what each page says of its length: the first part of its ``meta`` line."""
    if not hasattr(env, "coursekit_times"):
        env.coursekit_times = {}  # type: ignore[attr-defined]
    found: dict[str, str] = env.coursekit_times  # type: ignore[attr-defined]
    return found


def note_time(app: Sphinx, doctree: nodes.document) -> None:
    """Keep a page's length."""
    for part in doctree.findall(nodes.paragraph):
        if "meta" in part["classes"]:
            times(app.env)[app.env.docname] = part.astext().partition(" · ")[0]
            return


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the list in its place.

    Raises
    ------
    ExtensionError
        If a line names no chapter of the table of contents, or a chapter there has no line.
    """
    for place in [node for node in doctree.findall(nodes.container) if "overview" in node["classes"]]:
        lines = place["lines"]
        chapters = [name for name in order(app.env) if name.startswith("chapters/")]
        if sorted(chapters) != sorted(lines):
            odd = sorted(set(chapters) ^ set(lines))
            raise ExtensionError(f"{docname}: overview and table of contents differ in {', '.join(odd)}.")
        html = "".join(_item(app, docname, name, lines[name]) for name in chapters)
        place.replace_self(nodes.raw("", f'<ol class="chapters">\n{html}</ol>\n', format="html"))


def _item(app: Sphinx, docname: str, name: str, text: str) -> str:
    address = app.builder.get_relative_uri(docname, name)
    title = escape(app.env.titles[name].astext())
    time = times(app.env).get(name, "")
    small = f" <small>{escape(time)}</small>" if time else ""
    return f'<li><a href="{address}"><b>{title}</b> <span>{escape(text)}</span>{small}</a></li>\n'


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and the steps."""
    app.add_directive("overview", OverviewDirective)
    app.connect("doctree-read", note_time)
    app.connect("doctree-resolved", fill)
    return {"parallel_read_safe": False}
