"""What ``coursekit assign`` hands out besides the link: a sheet to print, a calendar file, a file for a short link."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from coursekit.classroom.assignment.format import Assignment, BadAssignmentError, content
from coursekit.classroom.assignment.front_end import Written
from coursekit.classroom.assignment.item import KINDS, Pool
from coursekit.classroom.assignment.resolve import held

FOLDER = "assignments"  # in the course's folder, from where a build takes it, and beside the site's pages


def arguments(command: argparse.ArgumentParser) -> None:
    """Add the options of what is handed out."""
    pool = "N of the exercises, questions or reflections named, drawn for each learner by alias; may be given again"
    command.add_argument("--pool", nargs="+", action="append", default=[], metavar=("N", "ID"), help=pool)
    command.add_argument("--submit", default="", metavar="URL", help="where hand-ins are uploaded (https)")
    command.add_argument(
        "--file", default="", metavar="NAME", help=f"a short link, by {FOLDER}/NAME.json, written here"
    )
    command.add_argument("--sheet", type=Path, help="write a sheet to print (HTML, with a code for phones) there")
    command.add_argument("--calendar", type=Path, help="write the due date (.ics) there")


def pools(given: argparse.Namespace, course: dict[str, Any]) -> tuple[Pool, ...]:
    """Return the pools that the options ask for.

    Parameters
    ----------
    given : argparse.Namespace
        The options of ``coursekit assign``.
    course : dict
        The content of ``course.json``.

    Returns
    -------
    tuple of Pool
        One for each ``--pool``, each thing with the points of ``--points``.

    Raises
    ------
    BadAssignmentError
        If a number is none, or the course has no part of a name.
    """
    kinds = {entry["id"]: kind for kind in KINDS[2:] for entry in held(course, kind)}
    made = []
    for number, *texts in given.pool:
        ids = [id for text in texts for id in text.split(",") if id]
        lacking = [id for id in ids if id not in kinds]
        if not number.isdecimal():
            raise BadAssignmentError(f"--pool begins with how many are drawn; {number!r} is no number.")
        if lacking:
            raise BadAssignmentError(f"The course has no exercise, question or reflection {', '.join(lacking)}.")
        made.append(Pool(int(number), tuple(f"{kinds[id]}/{id}" for id in ids), given.points))
    return tuple(made)


def write_files(given: argparse.Namespace, assignment: Assignment, written: Written) -> None:
    """Write the files that the options ask for.

    Parameters
    ----------
    given : argparse.Namespace
        The options of ``coursekit assign``.
    assignment : Assignment
        What is assigned.
    written : Written
        What the front end made of it.

    Raises
    ------
    BadAssignmentError
        If a calendar is asked for and there is no due date.
    """
    if given.calendar and written.calendar is None:
        raise BadAssignmentError("--calendar needs a due date: give one with --due.")
    if given.sheet:
        given.sheet.write_text(written.sheet, "utf-8")
    if given.calendar and written.calendar is not None:
        given.calendar.write_bytes(written.calendar.encode())  # its lines end as the standard has it
    if given.file:
        path = Path(FOLDER, f"{given.file}.json")
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content(assignment), ensure_ascii=False, indent=1) + "\n", "utf-8")
        sys.stderr.write(f"{path} is written; the short link works once a built site has it.\n")
