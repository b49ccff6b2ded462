"""What the search finds: the text that a page shows, and its labs, questions and exercises by their titles.

Sphinx indexes all text of raw HTML. A page would be found by the words of its answers, which the search must not tell,
and by the numbers of its charts and tables, which nobody searches for.
"""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from docutils import nodes

from coursekit.book.site.manifest import records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.application import Sphinx

# Elements without an end tag.
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# A dialog is closed until it is opened; a picture's text is the numbers on its axes.
SILENT = frozenset({"script", "style", "template", "dialog", "svg"})
# The numbers that a chart shows, what code printed as a table, and definitions, which are found in the glossary.
MACHINE_TEXT = frozenset({"numbers", "dataframe", "definition"})
# What a page has recorded for course.json → what its address begins with, and which of its entries is its title.
TITLED = {"labs": ("lab", "title"), "questions": ("question", "prompt"), "exercises": ("exercise", "title")}


def _is_left_out(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or not MACHINE_TEXT.isdisjoint((attributes.get("class") or "").split())


class _VisibleText(HTMLParser):
    """Collects the text outside elements that are hidden or hold what a machine has written."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        # The open elements inside a hidden one, which is the first; empty outside.
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(" ")
        if tag not in VOID and (self.hidden or tag in SILENT or _is_left_out(dict(attrs))):
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
    """Return the text of ``html`` without hidden elements, scripts, styles, pictures and tables of plotted numbers."""
    parser = _VisibleText()
    parser.feed(html)
    parser.close()
    return "".join(parser.pieces)


def titles_of(held: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[tuple[str, str]]:
    """Return the title and the anchor of each lab, question and exercise that a page has recorded."""
    return [
        (str(entry[title]), f"{kind}-{entry['id']}")
        for name, (kind, title) in TITLED.items()
        for entry in held.get(name, ())
        if entry.get(title)
    ]


def skip_hidden(app: Sphinx) -> None:
    """Have the builder index each page without its hidden text, and with the titles of what it holds.

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
            known = getattr(builder.indexer, "_all_titles", {}).get(pagename)
            if known is not None:
                known += titles_of(records(app.env).get(pagename, {}))
        finally:
            for node, children in whole:
                node.children = children

    builder.index_page = index_visible


def setup(app: Sphinx) -> None:
    """Register this part of the extension."""
    app.connect("builder-inited", skip_hidden)
