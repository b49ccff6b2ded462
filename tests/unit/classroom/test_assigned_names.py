"""The name under which a page is assigned: the same in the page and on the command line."""

from __future__ import annotations

import pytest
from page_modules import node

from coursekit.classroom.assignment.resolve import assigned_name

NAMES = {
    "chapters/army.html": "army",
    "lessons/promise-worth.html": "promise-worth",
    "book/practice.html": "practice",
    "book/primer.html": "",
    "book/practice-more.html": "",
    "book/teach/practice.html": "",
    "chapters/army/more.html": "",
    "index.html": "",
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory):
    body = "return given.paths.map((path) => assignedName(path));"
    return node(tmp_path_factory.mktemp("page"), {"assignment/course": "assignedName"}, body)


def test_a_page_has_one_name_in_both(page):
    assert page({"paths": list(NAMES)}) == list(NAMES.values()) == [assigned_name(path) for path in NAMES]
