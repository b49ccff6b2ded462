"""ARCHITECTURE.md names what is there: every path and name exists, and each step calls the next as it says."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest
from paths import ROOT

TEXT = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
STEP = re.compile(
    r"(?P<how>→ |⇢ through `(?P<token>[\w.]+)`[^`]*?(?:`_config\.yml`: |: ))?`(?P<path>[\w./-]+):(?P<name>\w+)`"
)
Step = tuple[str, str, str, str]


def steps() -> list[Step]:
    """Every step: how it is reached from the one before it, through what, its file and its name."""
    return [(f["how"] or "", f["token"] or "", f["path"], f["name"]) for f in STEP.finditer(TEXT)]


PAIRS = [(before, after) for before, after in zip(steps(), steps()[1:], strict=False) if after[0]]


def defined(path: str, name: str) -> str | None:
    """The source of what is called ``name`` in a file: of Python its definition, of the front end the whole file."""
    text = (ROOT / path).read_text("utf-8")
    if not path.endswith(".py"):
        kinds = r"(?:export )?(?:default )?(?:abstract )?(?:async )?(?:function|class|const)"
        return text if re.search(rf"^{kinds} {name}\b", text, re.M) else None
    for node in ast.walk(ast.parse(text)):
        names = (
            [target.id for target in node.targets if isinstance(target, ast.Name)]
            if isinstance(node, ast.Assign)
            else []
        )
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names = [node.name]
        if name in names:
            return ast.unparse(node)
    return None


def test_four_paths_are_followed() -> None:
    assert len(re.findall(r"^## From ", TEXT, re.M)) == 4
    assert len(steps()) > 40 and len(PAIRS) > 25


@pytest.mark.parametrize(("path", "name"), sorted({step[2:] for step in steps()}))
def test_what_is_named_is_there(path: str, name: str) -> None:
    assert (ROOT / path).is_file(), path
    assert defined(path, name) is not None, f"{path} defines no {name}"


@pytest.mark.parametrize(("before", "after"), PAIRS, ids=lambda step: step[3])
def test_each_step_leads_to_the_next(before: Step, after: Step) -> None:
    if token := after[1]:
        for path in (before[2], after[2]) if token != "coursekit.book" else ("_config.yml",):
            assert re.search(rf"\b{re.escape(token)}\b", (ROOT / path).read_text("utf-8")), (path, token)
    else:
        source = defined(before[2], before[3]) or ""
        body = source.partition("\n")[2] if before[2].endswith(".py") else source
        assert re.search(rf"\b{after[3]}\b", body), f"{before[2]}:{before[3]} does not use {after[3]}"
        if before[2] != after[2] and before[2].endswith(".ts"):
            file = after[2].removesuffix(".ts").removesuffix("/index").rpartition("/")[2]
            assert re.search(rf"\b{after[3]}\b[^;]*from \"[./\w]*\b{file}\"", source), after


def test_paths_without_a_name_exist() -> None:
    named = set(re.findall(r"`((?:src|web|tests|exercises)/[\w./-]*)`", TEXT))
    assert named and not [path for path in named if not (ROOT / path).exists()]


def test_the_layers_are_those_of_the_contracts() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = {one["containers"][0]: one["layers"] for one in contracts if one["type"] == "layers"}
    rows = re.findall(r"^\| `([\w.]+)` \| (`.*) \|$", TEXT, re.M)
    assert len(rows) >= 5
    for package, said in rows:
        wanted = [re.split(r" [|:] ", layer) for layer in layers[package]]
        assert [re.findall(r"`([^`]+)`", layer) for layer in said.split(" → ")] == wanted, package
