"""Directives of a page's Markdown, read without Sphinx."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_OPTION = re.compile(r":(?P<name>[a-z]+):(?P<value>.*)")
_FENCE = re.compile(r" *(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")


def _shown(page: str) -> list[range]:
    """Return where code blocks stand: what looks like a directive in one is an example, to be read and not obeyed."""
    found: list[range] = []
    opened: re.Match[str] | None = None
    start = at = 0
    for line in page.split("\n"):
        if opened is None:
            opened, start = _FENCE.match(line), at
        elif line.strip().startswith(opened["fence"]) and not line.strip().strip(opened["fence"][0]):
            if not opened["info"].strip().startswith("{"):
                found.append(range(start, at))
            opened = None
        at += len(line) + 1
    return found


def fences(page: str, directive: str) -> Iterator[tuple[str, dict[str, str], list[str]]]:
    """Yield each ``{directive} id`` in a page's Markdown, but those that stand inside a block of code.

    Parameters
    ----------
    page : str
        The page's Markdown.
    directive : str
        The directive's name, as ``question``.

    Yields
    ------
    tuple of (str, dict, list of str)
        Its id; its options, from name to text; the lines of its content, without the indent of the fence.
    """
    fence = re.compile(rf"^(?P<indent> *)(?P<fence>`{{3,}}|:{{3,}})\{{{directive}\}} +(?P<id>\S+) *$", re.M)
    shown = _shown(page)
    for found in fence.finditer(page):
        if any(found.start() in block for block in shown):
            continue
        lines = page[found.end() :].split("\n")[1:]
        end = next((n for n, line in enumerate(lines) if line.strip() == found["fence"]), len(lines))
        body = [line.removeprefix(found["indent"]) for line in lines[:end]]
        options: dict[str, str] = {}
        while body and (option := _OPTION.fullmatch(body[0].strip())):
            options[option["name"]] = option["value"].strip()
            body.pop(0)
        while body and not body[0].strip():
            body.pop(0)
        yield found["id"], options, body


def markdown_pages(root: Path) -> list[Path]:
    """Return the Markdown files of a course's pages, sorted by path."""
    return sorted(path for folder in ("chapters", "lessons", "book") for path in (root / folder).rglob("*.md"))


def exercise_pages(root: Path, pages: Iterable[Path]) -> dict[str, str]:
    """Return the page that each exercise stands in.

    Parameters
    ----------
    root : Path
        The course's folder.
    pages : iterable of Path
        The Markdown files of its pages.

    Returns
    -------
    dict
        From the exercise's id to the page, as ``chapters/presence.html``.
    """
    return {
        name: path.relative_to(root).with_suffix(".html").as_posix()
        for path in pages
        for name, _, _ in fences(path.read_text("utf-8"), "exercise")
    }
