"""Master notebooks for Otter Assign: one for each exercise, with a public check and the cases as hidden tests."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from coursekit.classroom.export.cells import Cell, cell, hints, literal, notebook, prompt, setup
from coursekit.classroom.export.selection import Selected
from coursekit.exercise.notebook.drawn_cases import Held, one_case
from coursekit.words import say

MARKER = re.compile(r"^( *)### (BEGIN|END) SOLUTION$", re.M)

README = """Master notebooks for Otter, made by `coursekit export otter`.
Keep them from learners: they hold the solutions.

{first}.ipynb and the like: one notebook for each exercise
requirements.txt    what notebooks need; install it where learners work, and where you grade:
                    pip install -r requirements.txt

In this folder:
    otter assign {first}.ipynb dist/{first}
        dist/{first}/student is for learners; dist/{first}/autograder holds the solution, and a ZIP that grades
    otter run -a dist/{first}/autograder/{first}-autograder_TIME.zip HAND-IN.ipynb
        grades a hand-in here; `otter grade` does so in a container, and Gradescope takes the same ZIP

Marks: the cases of the course's own marking, each a hidden test. An exercise counts as in the course, by the share of
its cases that are answered right. The public check gives no points.
Learners' code and the tests run in one Python, as always with Otter. Code written to cheat can change its mark there;
in the course's own grading desk it cannot.
"""

CONFIG = """# ASSIGNMENT CONFIG
name: {id}
requirements:
  - ./files/{wheel}
files:
  - {wheel}
python_version: "3.12"
generate: true
export_cell:
  pdf: false
tests:
  ok_format: false
"""

PUBLIC = '''""" # BEGIN TEST CONFIG
points: 0
hidden: false
""" # END TEST CONFIG
def test_checks(env):
    from coursekit.exercise.notebook.checks import require_checks

    require_checks(env, {tests}, {setup})
'''

HIDDEN = '''""" # BEGIN TEST CONFIG
hidden: true
""" # END TEST CONFIG
def test_case_{n}(env):
    from coursekit.exercise.notebook.checks import require_case

    require_case(env, {held!r})
'''


def files(selected: list[Selected], cases: Mapping[str, Held], wheel: str) -> dict[str, str]:
    """Return the files of the folder, by their names.

    Parameters
    ----------
    selected : list of Selected
        The exercises.
    cases : mapping
        Their cases for marking, by id.
    wheel : str
        The name of the course's wheel, which stands in the folder too.
    """
    made = {"README.txt": README.format(first=selected[0].exercise.id)}
    for one in selected:
        made[f"{one.exercise.id}.ipynb"] = notebook(_cells(one, cases[one.exercise.id], wheel))
    return made


def _cells(one: Selected, held: Held, wheel: str) -> list[Cell]:
    id = one.exercise.id
    hidden = (HIDDEN.format(n=n + 1, held=json.dumps(one_case(held, n))) for n in range(len(held["right"])))
    public = PUBLIC.format(tests=literal(one.tests), setup=literal(one.setup))
    boundaries = {name: cell("raw", f"# {name.upper()}", f"{id}-{name.replace(' ', '-')}") for name in BOUNDARIES}
    question = f"# BEGIN QUESTION\nname: {id}\npoints: {one.points:g}"
    return [
        cell("raw", CONFIG.format(id=id, wheel=wheel), f"{id}-config"),
        *setup(one),
        cell("raw", question, f"{id}-begin-question"),
        prompt(one),
        hints(one),
        boundaries["begin solution"],
        cell("code", _marked(one.marked_solution), f"{id}-solution"),
        boundaries["end solution"],
        boundaries["begin tests"],
        *(cell("code", test.strip(), f"{id}-test-{n}") for n, test in enumerate((public, *hidden))),
        boundaries["end tests"],
        boundaries["end question"],
    ]


BOUNDARIES = ("begin solution", "end solution", "begin tests", "end tests", "end question")


def _marked(solution: str) -> str:
    """Return the solution with Otter's markers; above each, the words that stand there in the course's pages."""

    def marked(found: re.Match[str]) -> str:
        line = f"{found[1]}# {found[2]} SOLUTION"
        return f"{found[1]}# {say('exercise.starter')}\n{line}" if found[2] == "BEGIN" else line

    return MARKER.sub(marked, solution)
