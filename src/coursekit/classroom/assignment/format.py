"""What is assigned, and the link that says so; ``web/src/assignment/format.ts`` reads the same format.

The link ends in ``#assignment=`` and JSON in base64url (UTF-8, no padding): nothing is stored anywhere, and nothing in
it can run. ``{"v": 1, "title": …, "code": …, "due": "2026-12-01T23:59:00Z" or null, "build": …, "items": […]}``; an
item is ``{"kind": …, "id": …}`` with ``points`` (1 if it is not there), for a lab ``state`` (as in the lab's own link),
for a chapter ``without``, the things in it that are not assigned (``["exercise/promises_needed"]``).
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

KINDS = ("chapter", "lab", "exercise", "question", "reflection")
MOST = 400  # items
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}")
_STATE = re.compile(r"[\w.=&%+*~-]{0,500}", re.ASCII)
_DUE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_BUILD = re.compile(r"[0-9a-f]{0,64}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class BadAssignmentError(ValueError):
    """A link or file that is no assignment: what is wrong with it."""


@dataclass(frozen=True)
class Item:
    """One thing that is assigned.

    Parameters
    ----------
    kind, id
        One of :data:`KINDS`; a chapter is named without its folder, and so is a lesson, which is assigned like one.
    points
        What it counts, from 0 to 1000 in hundredths; a chapter's hold for each exercise and question in it. A lab has
        none.
    state
        How a lab opens, as after the ``?`` of its link.
    without
        What a chapter holds and is not assigned, as ``exercise/ID``.

    Raises
    ------
    BadAssignmentError
        If something of it is not so.
    """

    kind: str
    id: str
    points: float = 1
    state: str = ""
    without: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise BadAssignmentError(f"There is no kind {_short(self.kind)}. Right would be: {', '.join(KINDS)}.")
        if not isinstance(self.id, str) or not _ID.fullmatch(self.id):
            raise BadAssignmentError(
                f"The {self.kind}'s id {_short(self.id)} has other signs than letters, digits, _ and -."
            )
        number = isinstance(self.points, (int, float)) and not isinstance(self.points, bool)
        if not number or not math.isfinite(self.points) or not 0 <= self.points <= 1000:
            raise BadAssignmentError(f"{self.id}: the points {_short(self.points)} are no number from 0 to 1000.")
        if round(self.points, 2) != self.points:
            raise BadAssignmentError(f"{self.id}: the points {_short(self.points)} have more than two decimals.")
        if not isinstance(self.state, str) or not _STATE.fullmatch(self.state) or (self.state and self.kind != "lab"):
            raise BadAssignmentError(f"{self.id}: {_short(self.state)} is no state of a lab.")
        if self.without and self.kind != "chapter":
            raise BadAssignmentError(f"{self.id}: only a chapter leaves something out.")
        for name in self.without:
            kind, _, id = name.partition("/") if isinstance(name, str) else ("", "", "")
            if kind not in KINDS[2:] or not _ID.fullmatch(id):
                raise BadAssignmentError(f"{self.id}: {_short(name)} is nothing that a chapter could leave out.")
        if len(self.without) > MOST:
            raise BadAssignmentError(f"{self.id} leaves out more than {MOST} things.")


@dataclass(frozen=True)
class Assignment:
    """What learners are to do: title, class code (for file names), when it is due (UTC), the site's build, items."""

    title: str
    items: tuple[Item, ...]
    code: str = ""
    due: str | None = None
    build: str = ""

    def __post_init__(self) -> None:
        for name, text, least, most in (("title", self.title, 1, 200), ("class code", self.code, 0, 60)):
            if not isinstance(text, str) or not least <= len(text) <= most or _CONTROL.search(text):
                raise BadAssignmentError(f"The {name} is no line of {least} to {most} signs.")
        if self.due is not None and not (isinstance(self.due, str) and _DUE.fullmatch(self.due) and _exists(self.due)):
            raise BadAssignmentError(f"{_short(self.due)} is no time like 2026-12-01T23:59:00Z.")
        if not isinstance(self.build, str) or not _BUILD.fullmatch(self.build):
            raise BadAssignmentError("The build is no hash.")
        if not 1 <= len(self.items) <= MOST:
            raise BadAssignmentError(f"An assignment has 1 to {MOST} items, this one {len(self.items)}.")
        seen: set[tuple[str, str]] = set()
        for item in self.items:
            if (item.kind, item.id) in seen and item.kind != "lab":
                raise BadAssignmentError(f"The {item.kind} {item.id} stands in it twice.")
            seen.add((item.kind, item.id))


def _exists(due: str) -> bool:
    try:
        datetime.fromisoformat(due.replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def content(assignment: Assignment) -> dict[str, Any]:
    """Return the assignment as plain data, as it stands in links and receipts."""

    def plain(item: Item) -> dict[str, Any]:
        data: dict[str, Any] = {"kind": item.kind, "id": item.id}
        if item.kind != "lab" and item.points != 1:
            data["points"] = int(item.points) if item.points == int(item.points) else item.points
        if item.state:
            data["state"] = item.state
        if item.without:
            data["without"] = list(item.without)
        return data

    head = {
        "v": 1,
        "title": assignment.title,
        "code": assignment.code,
        "due": assignment.due,
        "build": assignment.build,
    }
    return head | {"items": [plain(item) for item in assignment.items]}


def from_content(data: object) -> Assignment:
    """Return the assignment that plain data hold.

    Raises
    ------
    BadAssignmentError
        If they hold none.
    """
    top, one = {"v", "title", "code", "due", "build", "items"}, {"kind", "id", "points", "state", "without"}
    if not isinstance(data, dict) or data.get("v") != 1 or isinstance(data.get("v"), bool):
        raise BadAssignmentError("It is no assignment of this course (version 1).")
    items = data.get("items")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise BadAssignmentError("It has no list of items.")
    for odd in (*(set(data) - top), *(name for item in items for name in set(item) - one)):
        raise BadAssignmentError(f"It says something that an assignment has no place for: {_short(odd)}.")
    made = []
    for item in items[: MOST + 1]:
        without = item.get("without", [])
        if not isinstance(without, list):
            raise BadAssignmentError(f"{_short(item.get('id'))}: what it leaves out is no list.")
        kind, points = item.get("kind"), item.get("points", 1)
        made.append(Item(kind, item.get("id"), points, item.get("state", ""), tuple(without)))
    return Assignment(data.get("title"), tuple(made), data.get("code", ""), data.get("due"), data.get("build", ""))  # type: ignore[arg-type]
