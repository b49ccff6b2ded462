"""Whatever stands in an assignment's link: Python and the page take it for the same assignment, or both refuse it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from mutations import changed_data, changed_text, randoms, value
from page_process import page_process

from coursekit.classroom.assignment.format import BadAssignmentError, content
from coursekit.classroom.assignment.link import MARK, decode

GOOD: dict[str, Any] = {
    "v": 2,
    "title": "Week 3: what a promise is worth",
    "code": "a-7",
    "due": "2026-12-01T23:59:00Z",
    "build": "0123abcd",
    "items": [
        {"kind": "chapter", "id": "promises", "points": 2.5, "without": ["exercise/promises_chart"]},
        {"kind": "exercise", "id": "promises_honour"},
        {"kind": "lab", "id": "promise", "state": "prize=1.2"},
        {"kind": "reflection", "id": "promises", "points": 10},
    ],
    "submit": "https://school.example/course/7",
    "pools": [{"draw": 1, "of": ["question/promises-read", "question/promises-whose"], "points": 2}],
}
BODY = """
try { return { content: toContent(decode(given)) }; }
catch (error) { if (error instanceof BadAssignment) return { bad: error.key }; throw error; }
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    """The page's own reader."""
    modules = {"assignment/format": "decode, toContent, BadAssignment"}
    return page_process(tmp_path_factory.mktemp("assignments"), modules, BODY)


def packed(text: str) -> str:
    """What stands behind a link's mark."""
    return base64.urlsafe_b64encode(text.encode("utf-8", "surrogatepass")).decode().rstrip("=")


def link(random: Random) -> str:
    """Return a link to an assignment that was good once."""
    data = changed_data(random, GOOD) if random.random() < 0.8 else random.choice([GOOD, value(random)])
    text = json.dumps(data, ensure_ascii=random.random() < 0.5)
    if random.random() < 0.25:
        text = changed_text(random, text)
    made = f"https://x.example/book/index.html{MARK}{packed(text)}"
    return changed_text(random, made) if random.random() < 0.2 else made


@given(randoms)
def test_python_and_the_page_read_any_link_alike(page, seed: int) -> None:
    given = link(Random(seed))
    try:
        ours: dict[str, Any] = {"content": json.loads(json.dumps(content(decode(given))))}
    except BadAssignmentError as error:
        assert str(error).strip()
        ours = {}
    theirs = page(given)
    assert ours.get("content") == theirs.get("content"), (given, theirs)
