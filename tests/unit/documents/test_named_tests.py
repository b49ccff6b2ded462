"""A file of tests that a document, a setting or a comment names is there."""

from __future__ import annotations

import re

from paths import ROOT

NAMED = re.compile(r"\btests/[\w/]+\.(?:py|mjs|csv|txt)\b")
PLACES = ("*.md", "*.toml", "*.json*", "src/**/*.py", "web/src/**/*.ts", "book/**/*.md", "benchmarks/*", ".ci/*")


def test_every_file_of_tests_that_is_named_is_there() -> None:
    texts = {path: path.read_text("utf-8") for place in PLACES for path in ROOT.glob(place) if path.is_file()}
    named = {(name, path.name) for path, text in texts.items() for name in NAMED.findall(text)}
    assert len(named) >= 5
    assert not [(name, where) for name, where in named if not (ROOT / name).exists()]
