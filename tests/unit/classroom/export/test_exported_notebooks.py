"""What is written is what the tools publish as their form, for every exercise; what learners get holds no solution."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from typing import Any
from unittest.mock import MagicMock

import nbformat
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT

from coursekit.classroom.export import cells, jupyter, nbgrader, otter
from coursekit.classroom.export.selection import Selected, select
from coursekit.exercise.notebook.drawn_cases import BY_CASE

ALL = {one.exercise.id: one for one in select(ROOT, [], [], [], 2.5)}
HELD = {"right": [1, 2], **{name: [0, 1] for name in BY_CASE if name != "right"}}
CASES = {id: HELD | {"id": id, "secret of the cases": id} for id in ALL}
# The schema of nbgrader's metadata, version 3: each property's type, and those that must be there.
PROPERTIES = {
    **dict.fromkeys(("grade", "locked", "solution", "task"), bool),
    **{"schema_version": int, "grade_id": str, "points": float},
}
REQUIRED = {"schema_version", "grade", "locked", "solution"}


def made(files: dict[str, str], path: str) -> Any:
    book = nbformat.reads(files[path], as_version=4)
    nbformat.validate(book)
    ids = [cell.id for cell in book.cells]
    assert len(set(ids)) == len(ids)
    return book


def cut(source: str, begin: str, end: str, instead: str) -> str:
    """The source without its regions, as nbgrader's ClearSolutions and ClearHiddenTests cut them out."""
    kept: list[str] = []
    inside = False
    for line in source.split("\n"):
        if begin in line:
            inside = True
            indent = line[: len(line) - len(line.lstrip())]
            kept += [indent + text for text in instead.split("\n") if instead]
        elif end in line:
            inside = False
        elif not inside:
            kept.append(line)
    assert not inside
    return "\n".join(kept)


def solution_lines(one: Selected) -> list[str]:
    """Lines that only the solution has."""
    given = (
        one.exercise.starter + one.exercise.setup + one.exercise.tests + one.exercise.prompt + str(one.exercise.hints)
    )
    return [line.strip() for line in one.exercise.solution.splitlines() if len(line) > 12 and line.strip() not in given]


@pytest.mark.parametrize("id", ALL)
def test_nbgraders_notebooks_keep_its_schema_and_its_rules(id: str) -> None:
    one = ALL[id]
    book = made(nbgrader.files([one], CASES), f"source/{one.chapter}/{id}.ipynb")
    seen = {}
    for cell in book.cells:
        about = cell.metadata["nbgrader"]
        assert set(about) >= REQUIRED and about["schema_version"] == 3
        for name, value in about.items():
            assert type(value) is PROPERTIES[name], name
        assert re.fullmatch(r"[a-zA-Z0-9_\-]+", about["grade_id"]) and about["grade_id"] not in seen
        assert ("points" in about) == about["grade"]
        assert not (about["grade"] and about["solution"]) or cell.cell_type == "markdown"
        assert about["locked"] != about["solution"]
        seen[about["grade_id"]] = cell
    marks, solution = seen[f"{id}-marks"], seen[f"{id}-solution"]
    assert book.cells[-1] is marks and marks.metadata["nbgrader"]["points"] == 2.5
    assert [name for name, cell in seen.items() if cell.metadata["nbgrader"]["grade"]] == [f"{id}-marks"]
    assert id in marks.source and ast.parse(marks.source).body[-1].__class__ is ast.Expr
    released = cut(solution.source, "BEGIN SOLUTION", "END SOLUTION", nbgrader.stub())
    assert released.strip() == one.exercise.starter.strip()
    solution.source, marks.source = released, cut(marks.source, "BEGIN HIDDEN TESTS", "END HIDDEN TESTS", "")
    text = "\n".join(cell.source for cell in book.cells)
    assert "secret of the cases" not in text
    assert solution_lines(one) and not [line for line in solution_lines(one) if line in text]


ASSIGNMENT_KEYS = {"name", "requirements", "files", "python_version", "generate", "export_cell", "tests"}
BLOCK = re.compile(r"# (BEGIN|END) (QUESTION|SOLUTION|TESTS)")


@pytest.mark.parametrize("id", ALL)
def test_otters_master_notebooks_keep_its_grammar(id: str) -> None:
    one = ALL[id]
    book = made(otter.files([one], CASES, "course.whl"), f"{id}.ipynb")
    config, *others = book.cells
    assert config.cell_type == "raw" and config.source.startswith("# ASSIGNMENT CONFIG\n")
    settings = yaml.safe_load(config.source)
    assert set(settings) == ASSIGNMENT_KEYS and settings["tests"] == {"ok_format": False}
    assert settings["files"] == ["course.whl"] and settings["requirements"] == ["./files/course.whl"]
    opened: list[str] = []
    tests, solutions = [], []
    for cell in others:
        if cell.cell_type == "raw":
            way, block = BLOCK.match(cell.source).groups()  # type: ignore[union-attr]
            assert opened == (["QUESTION"] if block != "QUESTION" else []) if way == "BEGIN" else opened.pop() == block
            opened += [block] if way == "BEGIN" else []
            if cell.source.startswith("# BEGIN QUESTION"):
                assert yaml.safe_load(cell.source) == {"name": id, "points": 2.5}
        elif opened[-1:] == ["TESTS"]:
            tests.append(cell.source)
        elif opened[-1:] == ["SOLUTION"]:
            solutions.append(cell.source)
    assert not opened and len(solutions) == 1 and len(tests) == 1 + len(HELD["right"])
    for n, test in enumerate(tests):
        about = re.match(r'""" # BEGIN TEST CONFIG\n(.*?)\n""" # END TEST CONFIG\n', test, re.S)
        assert about and yaml.safe_load(about[1]) == ({"hidden": True} if n else {"hidden": False, "points": 0})
        (function,) = ast.parse(test[about.end() :]).body
        assert isinstance(function, ast.FunctionDef) and [a.arg for a in function.args.args] == ["env"]
    assert cut(solutions[0], "# BEGIN SOLUTION", "# END SOLUTION", "...").strip() == one.exercise.starter.strip()
    assert re.findall(r"^ *# (?:BEGIN|END) SOLUTION$", solutions[0], re.M)
    public = "\n".join(cell.source for cell in others if cell.source not in (*solutions, *tests[1:]))
    assert "secret of the cases" not in public and not [line for line in solution_lines(one) if line in public]


@pytest.mark.parametrize("id", ALL)
def test_plain_notebooks_hold_starter_prompt_hints_and_check_and_no_more(id: str) -> None:
    one = ALL[id]
    book = made(jupyter.files([one]), f"{one.chapter}/{id}.ipynb")
    text = "\n".join(cell.source for cell in book.cells)
    assert one.exercise.starter in text and one.exercise.title in text
    assert text.count("<details>") == len(one.exercise.hints)
    assert not [line for line in solution_lines(one) if line in text] and "def cases(" not in text
    for name in one.variant.values:
        assert f"{{{name}}}" not in book.cells[0].source
    for cell in book.cells:
        assert not re.search(r"\{(term|cite|doc|ref|eq|math|glue)[\w:]*\}`", cell.source)
        if cell.cell_type == "code":
            ast.parse(cell.source)
    # The check has the very tests and setup of the exercise.
    (call,) = [n for n in ast.walk(ast.parse(book.cells[-1].source)) if isinstance(n, ast.Call) and len(n.args) == 3]
    tests, setup = (ast.literal_eval(argument) for argument in call.args[1:])
    assert (tests.strip(), setup.strip()) == (one.tests.strip(), one.setup.strip())


def test_of_a_role_the_words_are_left_and_code_stays_as_it_is() -> None:
    one = ALL["promises_senders"]
    prompt = "See {term}`resolve`, `{name} {term}` and ``{doc}`x` ``; {math}`a_1`."
    changed = replace(one, exercise=replace(one.exercise, prompt=prompt))
    assert cells.prompt(changed)["source"].endswith("See resolve, `{name} {term}` and ``{doc}`x` ``; a_1.")


@given(st.text(alphabet=st.sampled_from("a '\"\\\n\r\t#{}\0é"), max_size=30))
def test_any_text_stands_in_a_cell_as_it_is(text: str) -> None:
    assert ast.literal_eval(cells.literal(text)).strip("\n") == text.strip("\n")


def test_every_exercise_of_the_course_is_exported_once_and_named_after_its_chapter() -> None:
    assert set(ALL) == {path.stem for path in (ROOT / "exercises").glob("*.py")}
    assert all(one.chapter == id.partition("_")[0] and one.points == 2.5 for id, one in ALL.items())
    files = nbgrader.files(list(ALL.values()), CASES)
    assert sum(path.endswith(".ipynb") for path in files) == len(ALL)
    settings = MagicMock()
    exec(files["nbgrader_config.py"], {"get_config": lambda: settings})
    assert settings.ClearSolutions.code_stub == {"python": nbgrader.stub()}
    assert settings.CourseDirectory.course_id == "touched-measured-counted"
