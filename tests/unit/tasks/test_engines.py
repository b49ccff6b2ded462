"""`make test-engines`: whom it runs, who runs it, what its table says, and what the page on browsers says of it."""

from __future__ import annotations

import os
import re
from contextlib import nullcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT
from table import Table

from coursekit.cli import parser
from coursekit.tasks import engines
from coursekit.tasks.engines import ENGINES, SUITE
from coursekit.tasks.test import BUILT, UNBUILT

FILES = sorted((ROOT / SUITE).glob("test_*.py"))
FEATURES = [re.search(r'^FEATURE = "(.*)"$', path.read_text("utf-8"), re.M)[1] for path in FILES]

KEYS = (ROOT / "book" / "access" / "keys.md").read_text("utf-8")


def test_make_test_leaves_the_suite_alone() -> None:
    assert FILES and (ROOT / SUITE).is_dir()
    assert not [folder for folder in (*UNBUILT, *BUILT) if SUITE.startswith(folder)]


@pytest.mark.parametrize("asked", [[], ["firefox"], list(ENGINES)])
def test_the_command_takes_engines_by_name(asked: list[str]) -> None:
    assert parser().parse_args(["test", "--engines", *asked]).engines == asked
    assert parser().parse_args(["test"]).engines is None


def test_the_book_is_built_and_the_suite_gets_the_engines_names(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(engines, "end_all_on_termination", lambda: None)
    monkeypatch.setattr(engines, "alone", nullcontext)
    monkeypatch.setattr(engines.build, "book", done.append)
    monkeypatch.setattr(engines, "ended", lambda title, command, until: done.append(command) or 3)
    monkeypatch.setenv("COURSEKIT_ENGINES", "another")
    assert engines.everything(["firefox", "webkit"]) == 3
    edition, command = done
    assert edition == "self-study" and command[1:3] == ("-m", "pytest") and command[-1] == SUITE
    assert os.environ["COURSEKIT_ENGINES"] == "firefox webkit"


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


@pytest.mark.parametrize("feature", FEATURES)
def test_the_page_on_browsers_says_what_came_of_each_feature_in_each_engine(feature: str) -> None:
    """Whoever adds a feature to the suite runs it, and says there what was found."""
    rows = [line for line in KEYS.splitlines() if line.startswith(f"| {feature} |")]
    assert len(rows) == 1
    cells = [cell.strip() for cell in rows[0].strip("|").split("|")[1:]]
    assert len(cells) == len(ENGINES)
    assert all(re.match("passed|failed|not tried", cell) for cell in cells), cells
