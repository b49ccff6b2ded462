"""``coursekit export``: the course's exercises as assignments for nbgrader, Otter and plain Jupyter."""

from __future__ import annotations

import argparse
import json
import secrets
from pathlib import Path

from coursekit.classroom.assignment.item import BadAssignmentError, check_points
from coursekit.classroom.export import jupyter, nbgrader, otter
from coursekit.classroom.export.selection import cases_of, select
from coursekit.exercise.file.cells import Malformed
from coursekit.exercise.helpers.node_charts import node_files
from coursekit.files import put
from coursekit.front_end import BUILT, scripts_folder, web_folder
from coursekit.node import node_command
from coursekit.runtime.course_wheel import wheel_name, write_wheel
from coursekit.tasks.steps import Failed, run, tell

PURPOSE = "write exercises as assignments for nbgrader, Otter or plain Jupyter"
TOOLS = ("nbgrader", "otter", "jupyter")
REQUIREMENTS = """# The course's own package, with the checks that the notebooks run. It stands beside this file;
# the course's site offers it too, at the foot of each chapter. pip fetches what it needs (NumPy, pandas, Altair).
./{wheel}
"""


def arguments(command: argparse.ArgumentParser, exercises: str) -> None:
    """Add what the command takes to its parser.

    Parameters
    ----------
    command : argparse.ArgumentParser
        The parser of ``coursekit export``.
    exercises : str
        What ``--exercises`` is for, as ``coursekit key`` says it too.
    """
    command.add_argument("tool", choices=TOOLS, help="which tool the assignments are for")
    command.add_argument("folder", type=Path, metavar="DIR", help="where they go: a folder that is new or empty")
    each = "separated by blanks or commas; ID=POINTS gives one its own points (default of both options: all exercises)"
    command.add_argument(
        "--chapter", action="extend", nargs="+", default=[], metavar="ID", help=f"the exercises of these pages, {each}"
    )
    command.add_argument(
        "--exercise", action="extend", nargs="+", default=[], metavar="ID", help="single exercises, named likewise"
    )
    command.add_argument("--points", type=float, default=1.0, help="what each exercise counts (default: 1)")
    command.add_argument(
        "--key", type=Path, help="the instructor's key: its secret draws the cases, as in the grading desk"
    )
    command.add_argument("--exercises", type=Path, action="append", metavar="DIR", default=[], help=exercises)


def command(given: argparse.Namespace, root: Path) -> int:
    """Write the assignments that the command line asks for; return the exit code, 0.

    Parameters
    ----------
    given : Namespace
        What the command line says.
    root : Path
        The course's folder.

    Raises
    ------
    Failed
        If they cannot be made: the message says why, and nothing is written.
    """
    folder: Path = given.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Failed(f"{folder} is not an empty folder. Name one that is new or empty: nothing is written over.")
    secret = _secret(given.key) if given.key else secrets.token_hex(32)
    try:
        check_points(given.points, "--points")
        selected = select(root, given.exercises, given.chapter, given.exercise, given.points)
        nothing = [one.exercise.id for one in selected if not one.points]
        if nothing and given.tool != "jupyter":
            raise BadAssignmentError(f"{nothing[0]} counts no points, so {given.tool} has nothing to give for it.")
        cases = {}
        if given.tool != "jupyter":
            for one in selected:
                tell(f"  {one.exercise.id}: drawing its cases")
                cases[one.exercise.id] = cases_of(one, secret)
    except (BadAssignmentError, Malformed) as error:
        raise Failed(str(error)) from error
    wheel = wheel_name(root)
    made = {
        "nbgrader": lambda: nbgrader.files(selected, cases),
        "otter": lambda: otter.files(selected, cases, wheel),
        "jupyter": lambda: jupyter.files(selected),
    }[given.tool]()
    for name, text in (made | {"requirements.txt": REQUIREMENTS.format(wheel=wheel)}).items():
        put(text, folder / name)
    _bundle(root)
    write_wheel(root, folder)
    tell(f"  {folder}: {len(selected)} exercises for {given.tool}; README.txt there says how to go on")
    return 0


def _bundle(root: Path) -> None:
    """Have what the wheel takes along for checks of charts: a bundle for Node, and the licences of what is in it."""
    if web_folder(root) != BUILT and not (scripts_folder(root) / "licences.txt").is_file():
        run([*node_command(), "build.mjs"], "front-end", cwd=root / "web")
    node_files()


def _secret(key: Path) -> str:
    """Return the secret of the instructor's key."""
    file = key / "key.json" if key.is_dir() else key
    try:
        secret = json.loads(file.read_text("utf-8"))["secret"]
        bytes.fromhex(secret)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Failed(
            f"{file} is no instructor's key. `make key` makes one: name its folder or its key.json."
        ) from error
    return str(secret)
