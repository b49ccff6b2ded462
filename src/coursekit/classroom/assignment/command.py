"""``coursekit assign``: what is assigned, from the command line; the link goes to standard output."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from coursekit.classroom.assignment import handing_out
from coursekit.classroom.assignment.format import Assignment, BadAssignmentError, Item
from coursekit.classroom.assignment.front_end import write
from coursekit.classroom.assignment.resolve import assigned_name, chapters, held
from coursekit.words import say

LONG = 2000  # characters of a link, beyond which some programs cut it


def arguments(command: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    several = {"action": "extend", "nargs": "+", "default": [], "metavar": "ID"}
    each = "separated by blanks or commas; ID=POINTS gives one its own points"
    command.add_argument("--chapters", help=f"chapters or lessons with all that is in them, {each}", **several)  # type: ignore[arg-type]
    command.add_argument("--without", help="what of them is left out, such as exercise/promises_needed", **several)  # type: ignore[arg-type]
    for name in ("exercises", "questions", "reflections"):
        command.add_argument(f"--{name}", help=f"single {name}, {each}", **several)  # type: ignore[arg-type]
    command.add_argument("--labs", help="labs, each with its state if you like: 'tripwire?contingent=1500'", **several)  # type: ignore[arg-type]
    command.add_argument("--points", type=float, default=1.0, help="of each exercise and question (default: 1)")
    command.add_argument("--title", help="what learners see (default: the chapter's title)")
    command.add_argument("--due", help="a day, or day and time, in your own time: 2026-12-01 or '2026-12-01 18:00'")
    command.add_argument("--code", default="", help="a class code, for the names of the files handed in")
    command.add_argument("--site", default="", metavar="URL", help="where learners reach the course")
    handing_out.arguments(command)
    command.add_argument("-o", "--out", type=Path, help="write the syllabus (Markdown) there; - prints it")


def items(given: argparse.Namespace, course: dict[str, Any]) -> tuple[Item, ...]:
    """Return what the options assign.

    Parameters
    ----------
    given : argparse.Namespace
        The options of ``coursekit assign``.
    course : dict
        The content of ``course.json``.

    Returns
    -------
    tuple of Item
        Chapters, labs, exercises, questions and reflections, in this order.

    Raises
    ------
    BadAssignmentError
        If a name or a number is not right.
    """
    out = set(_names(given.without))
    made: list[Item] = []
    for text in _names(given.chapters):
        chapter, points = _pointed(text, given.points)
        inside = [
            f"{kind}/{entry['id']}"
            for kind in ("exercise", "question", "reflection")
            for entry in held(course, kind)
            if assigned_name(entry["page"]) == chapter
        ]
        without = tuple(name for name in inside if name in out)
        out -= set(without)
        made.append(Item("chapter", chapter, points, without=without))
    if out:
        raise BadAssignmentError(f"No chapter that is assigned holds {', '.join(sorted(out))}.")
    for lab in _names(given.labs):
        name, _, state = lab.partition("?")
        made.append(Item("lab", name, state=state))
        controls = {c["name"] for entry in held(course, "lab") if entry["id"] == name for c in entry["controls"]}
        for control, _ in parse_qsl(state, keep_blank_values=True):
            if controls and control not in controls:
                raise BadAssignmentError(f"The lab {name} has no {control!r}; it has {', '.join(sorted(controls))}.")
    for kind in ("exercise", "question", "reflection"):
        rubric = {entry["id"]: entry["points"] for entry in held(course, kind)} if kind == "reflection" else {}
        for text in _names(getattr(given, f"{kind}s")):
            name, points = _pointed(text, None)
            made.append(Item(kind, name, points if points is not None else rubric.get(name, given.points)))
    return tuple(made)


def _names(given: Iterable[str]) -> list[str]:
    return [name.strip() for text in given for name in text.split(",") if name.strip()]


def _pointed(text: str, usual: Any) -> tuple[str, Any]:
    name, mark, points = text.partition("=")
    try:
        return name, float(points) if mark else usual
    except ValueError:
        raise BadAssignmentError(f"{text!r}: {points!r} is no number of points.") from None


def due_time(text: str) -> datetime:
    """Return the time that a person's ``text`` means, in the local zone unless it names one; a day ends at 23:59.

    Raises
    ------
    BadAssignmentError
        If it is no time.
    """
    try:
        time = datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
    except ValueError:
        raise BadAssignmentError(f"{text!r} is no time. Right would be 2026-12-01 or '2026-12-01 18:00'.") from None
    if len(text.strip()) <= len("2026-12-01"):
        time = time.replace(hour=23, minute=59)
    return time.astimezone()


def assign(given: argparse.Namespace, course: dict[str, Any]) -> str:
    """Return the link, and write the syllabus if one is asked for.

    Parameters
    ----------
    given : argparse.Namespace
        The options of ``coursekit assign``.
    course : dict
        The content of ``course.json``.

    Returns
    -------
    str
        The link that opens the assignment.

    Raises
    ------
    BadAssignmentError
        If something that is asked for is not right, or not in the course.
    """
    chosen = items(given, course)
    titles = chapters(course)
    pools = handing_out.pools(given, course)
    if not (chosen or pools):
        there = ", ".join(titles)
        raise BadAssignmentError(f"Nothing is assigned. Name chapters, as in --chapters promises. There are: {there}.")
    title = given.title or (titles.get(chosen[0].id, "") if len(chosen) == 1 and not pools else "") or "Assignment"
    due = due_time(given.due) if given.due else None
    utc = f"{due.astimezone(tz=UTC):%Y-%m-%dT%H:%M:%SZ}" if due else None
    assignment = Assignment(title, chosen, given.code, utc, course["build"], given.submit, pools)
    when = f"{due:%A} {due.day} {due:%B %Y} at {due:%H:%M %Z}" if due else ""
    written = write(assignment, course, given.site, when, given.file)
    if written.unknown:
        raise BadAssignmentError(" ".join(_suggest(name, course) for name in written.unknown))
    if str(given.out) == "-":
        sys.stdout.write(written.syllabus + "\n")
    elif given.out:
        given.out.write_text(written.syllabus, "utf-8")
    handing_out.write_files(given, assignment, written)
    return written.link


def _suggest(name: str, course: dict[str, Any]) -> str:
    kind, _, id = name.partition("/")
    known = [entry["id"] for entry in held(course, kind)] if kind != "chapter" else []
    known = known or list(chapters(course))
    close = difflib.get_close_matches(id, known, 3, 0.5)
    return f"The course has no {kind} {id!r}. " + (f"Did you mean {' or '.join(close)}?" if close else "")


def command(given: argparse.Namespace, sites: Iterable[Path]) -> int:
    """Carry the command out for that of ``sites`` which was built last; return the exit code.

    Parameters
    ----------
    given : argparse.Namespace
        The options of ``coursekit assign``.
    sites : iterable of Path
        Folders in which the course may be built.

    Returns
    -------
    int
        0 if the link was printed, 1 if no site is built, 2 if something that is asked for is not right.
    """
    built = [site / "course.json" for site in sites if (site / "course.json").is_file()]
    if not built:
        sys.stderr.write("The course is not built yet: run `make book` first. It says what can be assigned.\n")
        return 1
    try:
        address = assign(given, json.loads(max(built, key=lambda path: path.stat().st_mtime).read_text("utf-8")))
    except BadAssignmentError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(address + "\n")
    if not given.site:
        sys.stderr.write("Put your site's address before it, or give it with --site.\n")
    sys.stderr.write(say("assign.too-long") + "\n" if len(address) > LONG else "")
    return 0
