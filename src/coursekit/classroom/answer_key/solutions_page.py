"""The key's solutions and answers as one page, to be given to learners after the deadline. It needs no other file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from markdown_it import MarkdownIt

from coursekit.words import say

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
    pages: dict[str, list[str]] = {}
    for exercise in key["exercises"]:
        varies = f"<p><small>{escape(say('solutions.varies'))}</small></p>" if exercise["sources"]["varies"] else ""
        code = escape(exercise["sources"]["solution"].strip())
        html = f'<h3>{escape(exercise["title"])}</h3>\n{varies}<pre tabindex="0">{code}</pre>'
        pages.setdefault(exercise["page"] or "", []).append(html)
    for question in key["questions"].values():
        pages.setdefault(question["page"], []).append(_question(question))
    title = escape(say("solutions.title"))
    parts = [f"<h2>{escape(page or say('solutions.own'))}</h2>\n" + "\n".join(pages[page]) for page in sorted(pages)]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>{_STYLE}</style></head>\n<body><main><h1>{title}</h1>\n"
        f"<p>{escape(say('solutions.about'))}</p>\n{''.join(parts)}\n</main></body></html>\n"
    )


def _question(question: Mapping[str, Any]) -> str:
    kind = question["kind"]
    if kind == "number":
        answer = f"<p><b>{question['answer']:g} {escape(question['unit'])}</b></p>"
    elif kind == "order":
        answer = f"<ol>{''.join(f'<li>{_inline(text)}</li>' for text in question['order'])}</ol>"
    elif kind == "match":
        pairs = (f"<li>{_inline(left)} → <b>{_inline(right)}</b></li>" for left, right in question["pairs"])
        answer = f"<ul>{''.join(pairs)}</ul>"
    else:
        right = [f"<li>{_inline(one['text'])}</li>" for one in question["answers"] if one["right"]]
        answer = f"<ul>{''.join(right)}</ul>"
    return f"<h3>{_inline(' '.join(question['prompt'].split()))}</h3>\n{answer}"


def _inline(text: str) -> str:
    html: str = MARKDOWN.renderInline(_LINK.sub(lambda found: found[1] or "", _ROLE.sub(r"\1", text)))
    return html
