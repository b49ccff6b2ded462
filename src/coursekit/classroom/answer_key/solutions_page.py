"""The key's solutions and answers as one page, to be given to learners after the deadline. It needs no other file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from coursekit.html import render

MARKDOWN = MarkdownIt("commonmark", {"html": False})
_ROLE = re.compile(r"\{[\w:+-]+\}`([^`]*)`")
_LINK = re.compile(r"\[([^\]]*)\]\([^)\s]*\)|</?a\b[^<>]*>")  # a link of the course leads nowhere from here
_STYLE = """body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:17px/1.55 Georgia,serif}
body{color:#1d2530;background:#fff}
h1,h2,h3{line-height:1.2}pre{font:14px/1.5 ui-monospace,monospace;background:#f5f3ee;padding:12px 16px;overflow:auto}
small{color:#56616f}@media print{pre{white-space:pre-wrap}}"""


def solutions_page(key: Mapping[str, Any]) -> str:
    """Return the page: of each chapter the exercises with a solution, and the questions with what is right.

    Neither the secret nor the marking cases are in it.
    """
    places = [exercise["page"] or "" for exercise in key["exercises"]]
    places += [question["page"] for question in key["questions"].values()]
    pages = [
        (
            page,
            [exercise for exercise in key["exercises"] if (exercise["page"] or "") == page],
            [question for question in key["questions"].values() if question["page"] == page],
        )
        for page in sorted(set(places))
    ]
    return str(render(__package__, "solutions_page", pages=pages, style=_STYLE, markdown=inline))


def inline(text: str) -> Markup:
    """Return a line of Markdown as HTML: tags in it are text, and so are links."""
    plain = _LINK.sub(lambda found: found[1] or "", _ROLE.sub(r"\1", " ".join(text.split())))
    return Markup(MARKDOWN.renderInline(plain))
