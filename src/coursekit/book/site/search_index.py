"""Keep out of the search index what a page hides until its reader has done something: answers, reveals, solutions.

Sphinx indexes all text of raw HTML. A page would be found by the words of its answers, which the search must not tell.
"""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Elements without an end tag.
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
SILENT = frozenset({"script", "style", "template"})


class _VisibleText(HTMLParser):
    """Collects the text outside elements that are hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        # The open elements inside a hidden one, which is the first; empty outside.
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(" ")
        if tag not in VOID and (self.hidden or tag in SILENT or any(name == "hidden" for name, _ in attrs)):
            self.hidden.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(" ")
        if tag in self.hidden:
            while self.hidden.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data)


def visible_text(html: str) -> str:
    """Return the text of ``html`` without what stands in hidden elements, scripts and styles."""
    parser = _VisibleText()
    parser.feed(html)
    parser.close()
    return "".join(parser.pieces)


def skip_hidden(app: Sphinx) -> None:
    """Have the builder index each page without its hidden text.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application; builders that index nothing are left as they are.
    """
    builder: Any = app.builder
    if not hasattr(builder, "index_page"):
        return
    index_page = builder.index_page

    def index_visible(pagename: str, doctree: nodes.document, title: str) -> None:
        raw = [node for node in doctree.findall(nodes.raw) if "html" in node.get("format", "").split()]
        whole = [(node, node.children) for node in raw]
        try:
            for node in raw:
                node.children = [nodes.Text(escape(visible_text(node.astext())))]
            index_page(pagename, doctree, title)
        finally:
            for node, children in whole:
                node.children = children

    builder.index_page = index_visible


def setup(app: Sphinx) -> None:
    """Register this part of the extension."""
    app.connect("builder-inited", skip_hidden)
