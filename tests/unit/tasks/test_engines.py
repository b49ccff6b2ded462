"""`make test-engines`: whom it runs, who runs it, what its table says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT
from table import Table

from coursekit.cli import parser
from coursekit.tasks.engines import ENGINES, SUITE
from coursekit.tasks.test import BUILT, UNBUILT

FILES = sorted((ROOT / SUITE).glob("test_*.py"))
FEATURES = [re.search(r'^FEATURE = "(.*)"$', path.read_text("utf-8"), re.M)[1] for path in FILES]


def test_make_test_leaves_the_suite_alone() -> None:
    assert FILES and (ROOT / SUITE).is_dir()
    assert not [folder for folder in (*UNBUILT, *BUILT) if SUITE.startswith(folder)]


@pytest.mark.parametrize("asked", [[], ["firefox"], list(ENGINES)])
def test_the_command_takes_engines_by_name(asked: list[str]) -> None:
    assert parser().parse_args(["test", "--engines", *asked]).engines == asked
    assert parser().parse_args(["test"]).engines is None


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["test", "--engines", "presto"])


def test_the_workflow_names_every_engine_so_that_none_is_skipped_there() -> None:
    text = (ROOT / ".github" / "workflows" / "engines.yml").read_text("utf-8")
    assert f'make test-engines ENGINES="{" ".join(ENGINES)}"' in text


outcomes = st.lists(st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(ENGINES), st.integers(0, 2)), max_size=30)


@given(outcomes)
def test_the_table_tells_every_failure_and_every_reason(found: list[tuple[str, str, int]]) -> None:
    table = Table(ENGINES)
    for n, (feature, engine, kind) in enumerate(found):
        cell = table.at(feature, engine)
        cell.passed += kind == 0
        cell.failed += [f"test {n}"] if kind == 1 else []
        cell.skipped += [f"reason {n}"] if kind == 2 else []
    lines = list(table.lines())
    text = "\n".join(lines)
    rows = [line for line in lines if line.startswith(("| a", "| b"))]
    assert len(rows) == len({feature for feature, _, _ in found})
    for n, (_, engine, kind) in enumerate(found):
        assert kind != 1 or f"- {engine}: test {n}" in lines
        assert kind != 2 or f"reason {n}" in text
    assert ("FAILED" in text) == any(kind == 1 for *_, kind in found)
    for row in rows:
        assert row.count("|") == 2 + len(ENGINES)
        for cell in row.split("|")[2:-1]:
            assert "passed" not in cell or "FAILED" not in cell


def test_each_file_of_the_suite_is_a_feature_of_its_own() -> None:
    assert len(set(FEATURES)) == len(FEATURES)
    assert all("engine" in path.read_text("utf-8") or "Driver" in path.read_text("utf-8") for path in FILES)
