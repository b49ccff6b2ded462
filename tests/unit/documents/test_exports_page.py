"""The guide's page on exports says of nbgrader and Otter what is so."""

from __future__ import annotations

import re

from paths import ROOT

from coursekit.classroom.export import nbgrader, otter
from coursekit.classroom.export.command import TOOLS
from coursekit.classroom.export.selection import cases_of, select

PAGE = (ROOT / "book" / "teach" / "exports.md").read_text("utf-8")
SECTION = PAGE.partition("## Exercises into nbgrader, Otter and Jupyter\n")[2].partition("\n## ")[0]
TOOL_TESTS = (ROOT / "tests" / "tools" / "test_tools.py").read_text("utf-8")


def test_the_versions_that_were_tried_are_those_that_the_test_installs() -> None:
    pins = dict(re.findall(r"^([\w-]+)==(\S+)$", (ROOT / "requirements-tools.txt").read_text("utf-8"), re.M))
    assert re.findall(r"(nbgrader|Otter) (\d+\.\d+\.\d+)", PAGE) == [
        ("nbgrader", pins["nbgrader"]),
        ("Otter", pins["otter-grader"]),
    ]
    assert re.search(r"^test-tools:.*\n\t.*check tests/tools$", (ROOT / "Makefile").read_text("utf-8"), re.M)


def test_three_exercises_are_tried_of_the_kinds_that_are_named() -> None:
    (listed,) = re.findall(r"^IDS = \((.*)\)$", TOOL_TESTS, re.M)
    chosen = select(ROOT, [], [], [listed.replace('"', "")], 1)
    sources = {one.exercise.id: one.exercise.tests for one in chosen}
    assert len(sources) == 3
    assert "on three exercises: a task with a number, a chart, and widgets" in PAGE
    assert "exercise.drive" in sources["army_panel"] and "exercise.drawn" in sources["promises_chart"]


def test_its_commands_are_those_of_the_folders_own_readme() -> None:
    assert set(re.findall(r"coursekit export (\w+)", SECTION)) == set(TOOLS)
    typed = [line for block in re.findall(r"^```sh\n(.*?)^```$", SECTION, re.M | re.S) for line in block.splitlines()]
    said = nbgrader.README.format(first="promises") + otter.README.format(first="promises_senders")
    written = {line.strip().lower() for line in said.splitlines()}
    others = [line for line in typed if "coursekit" not in line]
    assert len(others) == 5 and {line.lower() for line in others} <= written


def test_unchanged_code_would_answer_some_cases_right() -> None:
    (one,) = select(ROOT, [], [], ["promises_senders"], 1)
    assert any(cases_of(one, "5e" * 32)["idle"]) and "the first variant" in SECTION and one.variant.number == 0
