"""The page on safety claims nothing without the test that holds it, or the words that none does."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest
from paths import ROOT

PAGE = (ROOT / "book" / "access" / "safety.md").read_text("utf-8")
MODEL = PAGE[PAGE.index("## Who could try what") : PAGE.index("## Parts by others")]
CLAIMS = re.findall(r"^- (.+)$", MODEL, re.M)
NAMED = re.compile(r"`([\w/]+/test_\w+\.py)`|`(test_\w+)`")


def named_tests(text: str) -> list[tuple[str, str]]:
    """Each test that a text names, with its file: the last that was named before it."""
    file, found = "", []
    for path, name in NAMED.findall(text):
        file = path or file
        if name:
            found.append((file, name))
    return found


@cache
def functions(file: str) -> set[str]:
    """The names of the tests in a file."""
    tree = ast.parse((ROOT / "tests" / file).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim[:50])
def test_each_claim_names_the_test_that_holds_it_or_says_that_none_does(claim: str) -> None:
    assert named_tests(claim) or "not tested" in claim, claim


@pytest.mark.parametrize(("file", "name"), sorted(set(named_tests(MODEL))))
def test_each_test_that_is_named_is_there(file: str, name: str) -> None:
    assert name in functions(file), f"{file} has no {name}"


def test_there_are_claims_of_every_part() -> None:
    parts = re.split(r"^### ", MODEL, flags=re.M)[1:]
    assert len(parts) >= 8
    assert all("not stand in the way" in part or "not tested" in part for part in parts)
