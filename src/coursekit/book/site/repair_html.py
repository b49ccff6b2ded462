"""What is put right in a page's HTML after Sphinx and the theme have written it, so that everyone can read it."""

from __future__ import annotations

import re

EMPTY_HEAD = re.compile(r"<th\b[^>]*>\s*(?:<p>\s*</p>)?\s*</th>")  # a header cell that heads nothing is none
CYRILLIC = re.compile(r"[\u0400-\u04ff](?:[\u0400-\u04ff'’ʼ\s-]*[\u0400-\u04ff])?")
# Text outside of tags, or what holds text of another kind.
TEXT = re.compile(r"<(script|style|textarea|code|pre)\b.*?</\1>|<[^>]*>|(?P<text>[^<]+)", re.DOTALL)


def repair_body(body: str) -> str:
    """Return a page's HTML with the theme's small faults put right.

    Tables scroll inside a box of their own, so that a phone's page never scrolls sideways. A heading's permalink is for
    the pointer alone: a screen reader would read it as part of every heading. Roles that make no list or are out of use
    go.
    """
    body = EMPTY_HEAD.sub("<td></td>", body)
    body = body.replace(' role="doc-biblioentry"', "").replace('<div role="list" class="citation-list">', "<div>")
    body = re.sub(r'(<table\b[^>]*\bclass="(?:docutils|dataframe|table)\b)', r'<div class="scroll">\1', body)
    if 'class="scroll"' in body:
        body = re.sub(r'(<div class="scroll"><table\b.*?</table>)', r"\1</div>", body, flags=re.DOTALL)
    return body.replace('<a class="headerlink"', '<a aria-hidden="true" tabindex="-1" class="headerlink"')


def mark_cyrillic(body: str, language: str) -> str:
    """Return a page's HTML with the language of its Cyrillic words named, so that they are read aloud in it.

    Parameters
    ----------
    body : str
        The page's HTML.
    language : str
        The language's code; empty to leave the page as it is.

    Returns
    -------
    str
        HTML; what stands in tags, scripts and code is left alone.
    """
    if not language:
        return body

    def mark(found: re.Match[str]) -> str:
        if found["text"] is None:
            return found[0]
        return CYRILLIC.sub(lambda words: f'<span lang="{language}">{words[0]}</span>', found["text"])

    return TEXT.sub(mark, body)
