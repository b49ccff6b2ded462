"""What a run of grading is given besides the hand-ins: the key, exercises laid over it, what was assigned, the list."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursekit.classroom.answer_key.key import FORMAT, collected, entry
from coursekit.classroom.assignment.format import BadAssignmentError
from coursekit.classroom.assignment.link import decode
from coursekit.classroom.assignment.resolve import expand, pools_by_item
from coursekit.classroom.grading.class_lists import read_class_lists
from coursekit.exercise.file.cells import Malformed
from coursekit.tasks.steps import Failed

KEYS = "`make key` makes it; name its folder or its key.json"


@dataclass(frozen=True)
class Given:
    """The key as data, how to grade with it, a fingerprint of all that marks rest on, and one of the secret alone."""

    key: dict[str, Any]
    how: dict[str, Any]
    fingerprint: str
    secret: str


def read_key(place: Path, exercises: list[Path]) -> dict[str, Any]:
    """Return the answer key, with the exercises of other folders in place of its own of the same id.

    Parameters
    ----------
    place : Path
        The key's file, or the folder that holds ``key.json``.
    exercises : list of Path
        Folders of exercise files; empty for none.

    Returns
    -------
    dict
        The key.

    Raises
    ------
    Failed
        If there is no key there, or an exercise is malformed.
    """
    path = place / "key.json" if place.is_dir() else place
    try:
        key = json.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise Failed(f"There is no key at {path}: {KEYS}.") from None
    except (OSError, ValueError) as error:
        raise Failed(f"{path} cannot be read as a key ({error}): {KEYS}.") from None
    if not isinstance(key, dict) or key.get("format") != FORMAT or not isinstance(key.get("exercises"), list):
        raise Failed(f"{path} is no key: {KEYS}.")
    if not isinstance(key.get("secret"), str) or not re.fullmatch(r"([0-9a-fA-F]{2}){16,}", key["secret"]):
        raise Failed(
            f"The secret in {path} is not whole, and without it the cases that were drawn cannot be drawn again: "
            f"copy the file again from where it was made, or make a new key; {KEYS}."
        )
    if exercises:
        try:
            pages = {one["id"]: one.get("page") for one in key["exercises"]}
            own = {id: entry(one, pages.get(id)) for id, one in collected(exercises).items()}
        except (Malformed, ModuleNotFoundError, OSError, KeyError, TypeError) as error:
            raise Failed(f"An exercise of your own cannot be used. {error}") from error
        kept = [one for one in key["exercises"] if one.get("id") not in own]
        key["exercises"] = sorted([*kept, *own.values()], key=lambda one: str(one.get("id")))
    return key


def read_assignment(text: str, key: dict[str, Any]) -> dict[str, Any]:
    """Return what the desk needs of an assignment, given as its link, as its JSON, or as a file that holds either.

    Parameters
    ----------
    text : str
        The assignment's link, its JSON, or the path of a file that holds either.
    key : dict
        The answer key, which says what chapters hold.

    Returns
    -------
    dict
        ``items`` (kind, id and points; in a pool, its pool), ``title``, and ``due`` (a time in UTC, or None).

    Raises
    ------
    Failed
        If the text is no assignment, or names nothing that can be graded.
    """
    path = Path(text)
    try:
        if len(text) < 1000 and path.is_file():
            text = path.read_text("utf-8-sig")
        assignment = decode(text)
    except (BadAssignmentError, OSError, ValueError) as error:
        raise Failed(
            f"This is no assignment: {error} Give the whole link in quotation marks, or a file with it."
        ) from None
    pools = pools_by_item(assignment)
    items = [
        {"kind": one.kind, "id": one.id, "points": one.points, **pools.get((one.kind, one.id), {})}
        for one in expand(assignment, key)
    ]
    if not items:
        raise Failed("Nothing in this assignment can be graded: it names no exercise, question or essay.")
    return {"items": items, "title": assignment.title, "due": assignment.due}


def read_marks(files: list[Path]) -> list[tuple[str, str]]:
    """Return name and text of each file of marks for free text; the first may be missing: it is what a run leaves.

    Raises
    ------
    Failed
        If another one cannot be read.
    """
    found = []
    for path in files:
        if path == files[0] and not path.exists():
            continue
        try:
            found.append((path.name if path != files[0] else str(path), path.read_text("utf-8-sig")))
        except (OSError, ValueError) as error:
            raise Failed(f"The marks in {path} cannot be read ({error}).") from None
    return found


def read_given(
    key: Path,
    exercises: list[Path],
    assignment: str | None,
    roster: Path | None,
    jobs: int | None,
    edited: str = "cells",
    limit: float | None = None,
    exported: Path | None = None,
    column: str | None = None,
) -> Given:
    """Return all that the desk is opened with; the arguments are the options of ``coursekit grade``.

    Parameters
    ----------
    key : Path
        The key's file or folder.
    exercises : list of Path
        Folders of exercises that replace those of the key.
    assignment : str, optional
        Link, JSON or file of the assignment; by default everything is graded.
    roster : Path, optional
        A list of learners as CSV in UTF-8, with a column ``alias``; or a platform's export.
    jobs : int, optional
        How many workers mark side by side; by default the desk decides.
    edited : str
        What of a notebook that was changed is graded: ``cells`` or ``receipt``.
    limit : float, optional
        Seconds that each exercise may run; by default as many as its file says.
    exported : Path, optional
        The export of a course platform that is filled in.
    column : str, optional
        Its column that the totals go into.

    Returns
    -------
    Given
        Key, options for the desk, and the fingerprint that marks are kept under.

    Raises
    ------
    Failed
        If something of it cannot be used; the message says what to do.
    """
    content = read_key(key, exercises)
    how: dict[str, Any] = {"edited": edited} if jobs is None else {"jobs": jobs, "edited": edited}
    if limit is not None:
        if not 1 <= limit <= 600:
            raise Failed(f"--limit is a number of seconds from 1 to 600, not {limit:g}.")
        how["limit_s"] = limit
    if assignment:
        how |= read_assignment(assignment, content)
    how |= read_class_lists(roster, exported, column)
    # What is asked of a hand-in decides which of its exercises are run, not how each is marked: but what was not asked
    # for was not run, so the items belong to the fingerprint.
    rests = {name: how.get(name) for name in ("items", "due", "edited", "limit_s")}
    text = json.dumps([content, rests], sort_keys=True, ensure_ascii=True)
    secret = hashlib.sha256(bytes.fromhex(content["secret"])).hexdigest()[:16]
    return Given(content, how, hashlib.sha256(text.encode()).hexdigest()[:16], secret)
