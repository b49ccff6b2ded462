"""Small pieces of HTML that the appendix pages share: tables that scroll, badges, formulas, links to sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

# A citation key as sources are named everywhere in the course: letters, then a year.
KEY = re.compile(r"(?<![\w/.-])([a-z]{2,}(?:1[5-9]|20)\d\d[a-z]?)(?![\w/-])")


@dataclass(frozen=True)
class Part:
    """A part of a page that shows itself as a cell's last value."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


def cited(text: str) -> str:
    """Return text as HTML, each citation key in it as a link that the book leads to the list of works cited."""
    return KEY.sub(r'<a class="cite" data-cite="\1">\1</a>', escape(text, quote=False))


def tex(latex: str, *, display: bool = False) -> str:
    """Return a formula in an element that the book turns into mathematics when it is built.

    Parameters
    ----------
    latex : str
        The formula, without dollar signs.
    display : bool
        Whether it stands on a line of its own.

    Returns
    -------
    str
        HTML.
    """
    tag = "div" if display else "span"
    return f'<{tag} class="tex">{escape(latex, quote=False)}</{tag}>'


def badge(word: str) -> str:
    """Return how far something can be trusted, as a quiet badge; *unverified* stands out."""
    return f'<span class="badge{" unverified" if word == "unverified" else ""}">{escape(word)}</span>'


def readable(name: str) -> str:
    """Return a name of the code as words."""
    return name.replace("_", " ")


def scrolling(inner: str, label: str) -> str:
    """Return a part that scrolls sideways on a narrow screen, by keyboard too.

    Parameters
    ----------
    inner : str
        The part, as HTML.
    label : str
        What it is called for those who hear the page, as text.

    Returns
    -------
    str
        HTML.
    """
    return f'<div class="scroll wide" role="region" tabindex="0" aria-label="{escape(label)}">{inner}</div>'


def table(label: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, kind: str = "") -> str:
    """Return a table whose first column names its rows.

    Parameters
    ----------
    label : str
        What the table is called for those who hear the page, as text.
    heads : sequence of str
        The columns' headings, as HTML.
    rows : iterable of sequence of str
        The cells, as HTML.
    kind : str
        The table's class; by default ``facts``.

    Returns
    -------
    str
        HTML; the table scrolls sideways on a narrow screen.
    """
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>' for first, *rest in rows
    )
    made = f'<table class="{kind or "facts"}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return scrolling(made, label)


def folded(summary: str, inner: str) -> str:
    """Return a part that stays closed until it is asked for.

    Parameters
    ----------
    summary : str
        What is always seen, as text.
    inner : str
        What is seen once that is clicked, as HTML.

    Returns
    -------
    str
        HTML.
    """
    return f"<details><summary>{escape(summary, quote=False)}</summary>{inner}</details>"


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return names and what they are, as a list of descriptions; values are HTML already, empty ones are left out."""
    rows = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in pairs if value)
    return f'<dl class="facts">{rows}</dl>'


def appendix(inner: str) -> Part:
    """Return a part of an appendix: the class tells the book which style sheet the page needs."""
    return Part(f'<section class="appendix">{inner}</section>')
