"""Each page's description, which search engines and previews of links show: the beginning of its own text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MOST = 160  # characters that are shown of a description
FEWEST = 40  # of a paragraph that says something of the page
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
LEFT_OUT = {"definition", "bibtex-citation", "katex"}  # classes of what stands in a sentence and is not of its words


class _Paragraphs(HTMLParser):
    """The text of each paragraph, with whether it is the page's lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[bool, str]] = []
        self.inside = False
        self.left_out = 0  # how many elements deep one is in what is left out
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = set((dict(attrs).get("class") or "").split())
        if tag == "p":
            self.inside, self.left_out = True, 0
            self.found.append(("lead" in classes, ""))
        elif self.inside and tag not in VOID and (self.left_out or classes & LEFT_OUT):
            self.left_out += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.inside = False
        elif self.left_out:
            self.left_out -= 1

    def handle_data(self, data: str) -> None:
        if self.inside and not self.left_out:
            lead, text = self.found[-1]
            self.found[-1] = (lead, text + data)


def describe(body: str) -> str:
    """Return a page's description: its lead, or else its first paragraph, at most 160 characters of whole words.

    Parameters
    ----------
    body : str
        The page's HTML.

    Returns
    -------
    str
        Text; empty if the page has no paragraph that says anything.
    """
    paragraphs = [
        (lead, re.sub(r"\s+([,.;:])", r"\1", " ".join(text.split()))) for lead, text in _Paragraphs(body).found
    ]
    leads = [text for lead, text in paragraphs if lead and text]
    said = next(iter(leads), "") or next((text for _, text in paragraphs if len(text) >= FEWEST), "")
    if len(said) <= MOST:
        return said
    return re.sub(r"[\s,;:–(]+\S*$", "", said[:MOST]) + "…"


def add_description(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Give the page's template the description.

    Parameters
    ----------
    app : Sphinx
        Not used.
    pagename : str
        Not used.
    templatename : str
        Not used.
    context : dict
        What the template is given; changed in place.
    doctree : nodes.document or None
        Not used.
    """
    context["coursekit_description"] = describe(context.get("body") or "")


def setup(app: Sphinx) -> None:
    """Register the step: after what fills places in the text."""
    app.connect("html-page-context", add_description, priority=750)
