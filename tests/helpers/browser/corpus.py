"""Code that learners may write, by accident or to see what happens: corpus.txt, and what can't stand in a text."""

from __future__ import annotations

import re
from pathlib import Path

TEXT = Path(__file__).with_suffix(".txt").read_text("utf-8")


def read(heading: str) -> dict[str, str]:
    """Return the codes under ``=== heading``, by name."""
    part = re.search(rf"^=== {heading}.*?$(.*?)(?=^===|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert part
    pieces = re.split(r"^--- (.*)$", part[1], flags=re.MULTILINE)[1:]
    return {name: code.strip("\n") for name, code in zip(pieces[::2], pieces[1::2], strict=True)}


# After these the page goes on with the same Python.
KEEPS = read("keeps") | {
    "null bytes": "x = 1\0",
    "a byte order mark": "\ufeffx = 1\nx",
    "form feeds and tabs": "if 1:\n\tx = 1\n        y = 2\n\f",
    "a blank start": "  x = 1",
    "deep brackets": "(" * 300 + ")" * 300,
}
# After these Python is started anew.
RESTARTS = read("restarts") | {
    "a deep expression": "+".join(["1"] * 20_000),
    "a deep tree of code": "x = " + "-" * 3000 + "1",
}
