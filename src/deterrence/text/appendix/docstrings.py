"""A numpy docstring as HTML: its sections, its lists of names, and the little markup that docstrings use."""

from __future__ import annotations

import inspect
import re

from deterrence.text.appendix.html import cited

# Sections that list names, each with a description indented beneath.
LISTS = ("Parameters", "Returns", "Raises", "Attributes", "Yields")


def sections(doc: str) -> list[tuple[str, list[str]]]:
    """Return a docstring's sections: title and lines; the first has no title."""
    lines = inspect.cleandoc(doc).splitlines()
    found: list[tuple[str, list[str]]] = [("", [])]
    place = 0
    while place < len(lines):
        under = lines[place + 1] if place + 1 < len(lines) else ""
        if lines[place].strip() and re.fullmatch(r"-{3,}", under.strip()):
            found.append((lines[place].strip(), []))
            place += 2
            continue
        found[-1][1].append(lines[place])
        place += 1
    return found


def described(doc: str) -> str:
    """Return a docstring as HTML."""
    parts = []
    for title, lines in sections(doc):
        inner = _names(lines) if title in LISTS else _paragraphs(lines)
        parts.append((f'<p class="label">{title}</p>' if title else "") + inner)
    return "".join(parts)


def marked(text: str) -> str:
    """Return a line of docstring as HTML: code, stress, formulas, sources."""
    html = cited(text)
    html = re.sub(r":math:`([^`]+)`", r'<span class="tex">\1</span>', html)
    html = re.sub(r":\w+:`~?([^`]+)`", r"<code>\1</code>", html)
    html = re.sub(r"``([^`]+)``|`([^`]+)`", lambda found: f"<code>{found[1] or found[2]}</code>", html)
    return re.sub(r"(?<![\w*])\*\*?([^*\n]+?)\*\*?(?![\w*])", r"<em>\1</em>", html)


def _paragraphs(lines: list[str]) -> str:
    blocks = re.split(r"\n\s*\n", "\n".join(lines).strip())
    return "".join(f"<p>{marked(' '.join(block.split()))}</p>" for block in blocks if block.strip())


def _names(lines: list[str]) -> str:
    """Return names and types, each with what is said of it."""
    items: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.strip() and not line.startswith(" "):
            items.append((line, []))
        elif items:
            items[-1][1].append(line)
    rows = []
    for name, said in items:
        term, _, kind = name.partition(" : ")
        rows.append(
            f"<div><dt><code>{marked(term)}</code>{f' <span>{marked(kind)}</span>' if kind else ''}</dt>"
            f"<dd>{_paragraphs(inspect.cleandoc(chr(10).join(['', *said])).splitlines())}</dd></div>"
        )
    return f'<dl class="facts names">{"".join(rows)}</dl>'
