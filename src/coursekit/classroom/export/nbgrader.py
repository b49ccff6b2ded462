"""A course folder for nbgrader: each chapter an assignment, each of its exercises a notebook.

What nbgrader's metadata hold is said by its schema, version 3.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from coursekit.classroom.export.cells import Cell, cell, check, hints, notebook, prompt, setup
from coursekit.classroom.export.selection import Selected
from coursekit.course import course
from coursekit.exercise.notebook.drawn_cases import Held
from coursekit.words import say

CELL_LIMIT_S = 120
"""Seconds that a cell may take: all cases of an exercise are asked in one."""

README = """A course folder for nbgrader, made by `coursekit export nbgrader`.
Keep it from learners: it holds the solutions.

nbgrader_config.py   settings: the course's name, what stands in place of a solution
source/              an assignment for each chapter, a notebook for each exercise
requirements.txt     what notebooks need; install it where learners work, and where you grade:
                     pip install -r requirements.txt

In this folder:
    nbgrader generate_assignment {first}
    nbgrader autograde {first}
    nbgrader generate_feedback {first}

Marks: the cases of the course's own marking, in a part of the last cell that nbgrader takes out of what learners get.
An exercise counts as in the course, by the share of its cases that are answered right. Feedback shows the whole cell
again, with the cases and the right answers: give it back after the deadline.
Learners' code and the cell that marks it run in one Python, as always with nbgrader. Code written to cheat can change
its mark there; in the course's own grading desk it cannot.
"""


def files(selected: list[Selected], cases: Mapping[str, Held]) -> dict[str, str]:
    """Return the files of the folder, by their paths in it.

    Parameters
    ----------
    selected : list of Selected
        The exercises.
    cases : mapping
        Their cases for marking, by id.
    """
    settings = [
        "c = get_config()  # noqa: F821 (nbgrader brings it)",
        f"c.CourseDirectory.course_id = {course().id!r}",
        f"c.ClearSolutions.code_stub = {{'python': {stub()!r}}}",
        f"c.Execute.timeout = {CELL_LIMIT_S}",
    ]
    made = {"nbgrader_config.py": "\n".join(settings) + "\n", "README.txt": README.format(first=selected[0].chapter)}
    for one in selected:
        held = cases[one.exercise.id]
        made[f"source/{one.chapter}/{one.exercise.id}.ipynb"] = notebook(_cells(one, held))
    return made


def stub() -> str:
    """Return what stands in place of a solution: the same as in the course's pages."""
    return f"# {say('exercise.starter')}\n..."


def _cells(one: Selected, held: Held) -> list[Cell]:
    locked = [prompt(one), *setup(one)]
    after = [hints(one), check(one)]
    for made in (*locked, *after):
        made["metadata"]["nbgrader"] = _about(made["id"], locked=True)
    about = _about(f"{one.exercise.id}-solution", solution=True)
    solution = cell("code", one.marked_solution, f"{one.exercise.id}-solution", nbgrader=about)
    about = _about(f"{one.exercise.id}-marks", locked=True, grade=True) | {"points": one.points}
    marking = [
        f"# {say('notebook.mark-cell')}",
        "### BEGIN HIDDEN TESTS",
        "from coursekit.exercise.notebook.checks import share_right",
        "",
        f"round({one.points:g} * share_right(globals(), {json.dumps(held)!r}), 6)",
        "### END HIDDEN TESTS",
    ]
    marks = cell("code", "\n".join(marking), f"{one.exercise.id}-marks", nbgrader=about)
    return [*locked, solution, *after, marks]


def _about(id: str, *, locked: bool = False, solution: bool = False, grade: bool = False) -> dict[str, object]:
    return {
        "schema_version": 3,
        "grade_id": id,
        "locked": locked,
        "solution": solution,
        "grade": grade,
        "task": False,
    }
