r"""What a question says, from Markdown to a tree of XHTML: safe in any format, links made whole or taken out.

Formulas become LaTeX between ``\(`` and ``\)``, as Moodle's and Canvas's own filters read it; where nothing draws
them, the LaTeX itself stands there to be read.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

from coursekit.lms.xml import clean

ALLOWED = frozenset({"a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "strong", "sub", "sup", "ul"})
VOID = frozenset({"br"})
SILENT = frozenset({"script", "style"})  # what stands in them is no text
ROLE = re.compile(r"\{[\w:+-]+\}`([^`<]+?)(?:\s*<[^`]*>)?`")


def _markdown() -> MarkdownIt:
    def inline(self: object, tokens: list, at: int, *_: object) -> str:  # type: ignore[type-arg]
        return escape(r"\(" + tokens[at].content + r"\)")

    def block(self: object, tokens: list, at: int, *_: object) -> str:  # type: ignore[type-arg]
        return "<p>" + escape(r"\[" + tokens[at].content.strip() + r"\]") + "</p>"

    made = MarkdownIt("commonmark").use(dollarmath_plugin)
    made.add_render_rule("math_inline", inline)
    made.add_render_rule("math_block", block)
    return made


MARKDOWN = _markdown()


class _Elements(HTMLParser):
    """Builds a tree of what is allowed; of anything else only the text stays."""

    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.root = ET.Element("div")
        self.open = [self.root]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        if tag not in ALLOWED:
            return
        made = ET.Element(tag)
        if tag == "a":
            target = self._target(dict(attrs).get("href") or "")
            if not target:
                return
            made.set("href", target)
        self.open[-1].append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT and self.silent > 0
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag == tag:
                del self.open[place:]
                return

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        parent, data = self.open[-1], clean(data)
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data

    def _target(self, href: str) -> str:
        """Return where a link leads, as an address that is whole wherever the question goes; "" if there is none."""
        try:
            whole = clean(urljoin(self.address, href))
            return whole if urlsplit(whole).scheme in ("http", "https") else ""
        except ValueError:
            return ""


def content(markdown: str, address: str = "", inline: bool = True) -> ET.Element:
    """Return what a piece of a question's Markdown says, as a ``div``.

    Parameters
    ----------
    markdown : str
        The text, as the course's pages have it.
    address : str
        The published address of the page that it stands on; without it links into the course are left out, and their
        words stay.
    inline : bool
        Whether it is part of a line; else it has paragraphs.

    Returns
    -------
    Element
        The tree: only elements of ``ALLOWED``, and no character that XML cannot hold.
    """
    text = ROLE.sub(r"\1", clean(markdown))
    reader = _Elements(address)
    reader.feed(MARKDOWN.renderInline(text) if inline else MARKDOWN.render(text).strip())
    reader.close()
    return reader.root


def html(*said: ET.Element) -> str:
    """Return what trees hold, as HTML in one piece."""
    parts = []
    for tree in said:
        whole = ET.tostring(tree, encoding="unicode", method="html")
        parts.append(whole.removeprefix("<div>").removesuffix("</div>"))
    return "".join(parts)


def plain(said: ET.Element) -> str:
    """Return the text of a tree in one line, without its elements."""
    return " ".join("".join(said.itertext()).split())
