"""Links and syllabuses, written by the front end's own code under Node: the page and the command line can't differ."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coursekit.classroom.assignment.format import Assignment, BadAssignmentError, content
from coursekit.front_end import scripts_folder
from coursekit.node import node_command
from coursekit.tasks.steps import ROOT
from coursekit.words import course_catalog

NAME = "node/assignment-command"  # as web/src/assignment/command.ts is bundled
WEB = ROOT / "web"
SCRIPT = scripts_folder(ROOT) / f"{NAME}.js"


@dataclass(frozen=True)
class Written:
    """What the front end makes of an assignment.

    Attributes
    ----------
    link
        The link to share.
    syllabus
        The syllabus as Markdown.
    unknown
        What the assignment names and the course does not have, as ``exercise/ID``.
    sheet
        A page of HTML to print, with a code that opens the link.
    calendar
        A calendar file with the due date; None without one.
    """

    link: str
    syllabus: str
    unknown: tuple[str, ...]
    sheet: str
    calendar: str | None


def write(
    assignment: Assignment, course: Mapping[str, Any], site: str, due: str = "", file: str = "", now: str = ""
) -> Written:
    """Return link, syllabus, sheet and calendar of an assignment, and what of it the course lacks.

    Parameters
    ----------
    assignment
        What is assigned.
    course
        ``course.json`` of the site.
    site
        The address of the course: its folder, or any of its pages; ``""`` for none.
    due
        When it is due, as it is to be read; ``""`` for no date.
    file
        The name of the site's file that a short link names; ``""`` for a link that holds everything.
    now
        The time that the calendar is stamped with, in UTC; by default that of the call.

    Raises
    ------
    BadAssignmentError
        If the front end takes it for no assignment: why.
    RuntimeError
        If the front end can't be bundled, or ends without an answer.
    """
    stamp = now or f"{datetime.now(tz=UTC):%Y-%m-%dT%H:%M:%SZ}"
    request: dict[str, Any] = {"content": content(assignment), "course": course, "site": site, "due": due}
    request |= {"file": file, "now": stamp}
    request["words"] = course_catalog()
    answer = json.loads(_node([str(_script())], json.dumps(request)))
    if "fault" in answer:
        raise BadAssignmentError(answer["fault"])
    unknown = tuple(answer["unknown"])
    return Written(answer["link"], answer["syllabus"], unknown, answer["sheet"], answer["calendar"])


def _script() -> Path:
    """Return the bundle, made anew if a source is newer; where there are no sources, as it was brought."""
    bundler = WEB / "build.mjs"
    if bundler.is_file():
        folders = (WEB / "src", Path(__file__).parents[2] / "words")
        newest = max(path.stat().st_mtime for folder in folders for path in folder.rglob("*") if path.is_file())
        if not SCRIPT.is_file() or SCRIPT.stat().st_mtime < newest:
            _node([bundler.name, NAME], "", cwd=WEB)
    return SCRIPT


def _node(arguments: list[str], text: str, cwd: Path | None = None) -> str:
    command = [*node_command(), *arguments]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", cwd=cwd, check=False)
    if done.returncode:
        raise RuntimeError(f"{Path(arguments[0]).name} under Node: {done.stderr or done.stdout}")
    return done.stdout
