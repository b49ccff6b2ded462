"""Directives of a page's Markdown, read without Sphinx."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPTION = re.compile(r":(?P<name>[a-z]+):(?P<value>.*)")


def fences(page: str, directive: str) -> Iterator[tuple[str, dict[str, str], list[str]]]:
    """Yield id, options and content of each ``{directive} id`` in a page's Markdown."""
    fence = re.compile(rf"^(?P<indent> *)(?P<fence>`{{3,}}|:{{3,}})\{{{directive}\}} +(?P<id>\S+) *$", re.M)
    for found in fence.finditer(page):
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
