"""Plain notebooks for learners: prompt, starter, hints and the check; no solution, and no case of the marking."""

from __future__ import annotations

from coursekit.classroom.export.cells import cell, check, hints, notebook, prompt, setup
from coursekit.classroom.export.selection import Selected

README = """Notebooks for learners, made by `coursekit export jupyter`: one for each exercise, without solutions.

requirements.txt says what they need: pip install -r requirements.txt jupyterlab
The last cell of each runs the checks of the exercise's page. Nothing here gives marks.
"""


def files(selected: list[Selected]) -> dict[str, str]:
    """Return the files of the folder, by their paths in it: a folder for each chapter."""
    made = {"README.txt": README}
    for one in selected:
        starter = cell("code", one.exercise.starter, f"{one.exercise.id}-starter")
        cells = [prompt(one), *setup(one), starter, hints(one), check(one)]
        made[f"{one.chapter}/{one.exercise.id}.ipynb"] = notebook(cells)
    return made
