"""What is assigned, and the link that says so; ``web/src/assignment/format.ts`` reads the same format.

The link ends in ``#assignment=`` and JSON in base64url (UTF-8, no padding): nothing is stored anywhere, and nothing in
it can run. ``{"v": 1, "title": …, "code": …, "due": "2026-12-01T23:59:00Z" or null, "build": …, "items": […]}``; an
item is ``{"kind": …, "id": …}`` with ``points`` (1 if it is not there), for a lab ``state`` (as in the lab's own link),
for a chapter ``without``, the things in it that are not assigned (``["exercise/promises_needed"]``).

Version 2 is written only where it is needed, so that older sites open every link that they can. It has ``submit``, the
https address of the page where hand-ins are uploaded, or ``pools``, a list of ``{"draw": 2, "of": ["exercise/…", …]}``
with ``points`` (1 if it is not there): of each pool a learner has as many as are drawn, by alias and class code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from coursekit.classroom.assignment.item import KINDS as KINDS
from coursekit.classroom.assignment.item import MOST, MOST_POOLS, Pool, short
from coursekit.classroom.assignment.item import BadAssignmentError as BadAssignmentError
from coursekit.classroom.assignment.item import Item as Item

_DUE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_BUILD = re.compile(r"[0-9a-f]{0,64}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_SUBMIT = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?(/[\w.~:/?#@!$&'()*+,;=%-]*)?", re.ASCII)
LONGEST_ADDRESS = 500


@dataclass(frozen=True)
class Assignment:
    """What learners are to do.

    Parameters
    ----------
    title, items
        What it is called, and what is assigned.
    code
        A class code, for the names of files and for the draw from pools.
    due
        When it is due, in UTC.
    build
        The hash of the site that it was made for.
    submit
        The https address of the page where hand-ins are uploaded; empty for none.
    pools
        Of which each learner has some.

    Raises
    ------
    BadAssignmentError
        If something of it is not so.
    """

    title: str
    items: tuple[Item, ...]
    code: str = ""
    due: str | None = None
    build: str = ""
    submit: str = ""
    pools: tuple[Pool, ...] = ()

    def __post_init__(self) -> None:
        for name, text, least, most in (("title", self.title, 1, 200), ("class code", self.code, 0, 60)):
            if not isinstance(text, str) or not least <= len(text) <= most or _CONTROL.search(text):
                raise BadAssignmentError(f"The {name} is no line of {least} to {most} signs.")
        if self.due is not None and not (isinstance(self.due, str) and _DUE.fullmatch(self.due) and _exists(self.due)):
            raise BadAssignmentError(f"{short(self.due)} is no time like 2026-12-01T23:59:00Z.")
        if not isinstance(self.build, str) or not _BUILD.fullmatch(self.build):
            raise BadAssignmentError("The build is no hash.")
        if not isinstance(self.submit, str) or len(self.submit) > LONGEST_ADDRESS:
            raise BadAssignmentError(f"The address for hand-ins has more than {LONGEST_ADDRESS} signs.")
        if self.submit and not _SUBMIT.fullmatch(self.submit):
            raise BadAssignmentError(f"{short(self.submit)} is no address like https://lms.example.org/course/7.")
        if len(self.items) > MOST or not (self.items or self.pools):
            raise BadAssignmentError(f"An assignment has 1 to {MOST} items, this one {len(self.items)}.")
        if len(self.pools) > MOST_POOLS:
            raise BadAssignmentError(f"An assignment has at most {MOST_POOLS} pools.")
        seen: set[tuple[str, str]] = set()
        for item in self.items:
            if (item.kind, item.id) in seen and item.kind != "lab":
                raise BadAssignmentError(f"The {item.kind} {item.id} stands in it twice.")
            seen.add((item.kind, item.id))
        for kind, _, id in (name.partition("/") for pool in self.pools for name in pool.of):
            if (kind, id) in seen:
                raise BadAssignmentError(f"The {kind} {id} stands in it twice.")
            seen.add((kind, id))


def _exists(due: str) -> bool:
    try:
        datetime.fromisoformat(due.replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


def content(assignment: Assignment) -> dict[str, Any]:
    """Return the assignment as plain data, as it stands in links and receipts."""

    def worth(points: float) -> dict[str, Any]:
        return {} if points == 1 else {"points": int(points) if points == int(points) else points}

    def plain(item: Item) -> dict[str, Any]:
        data: dict[str, Any] = {"kind": item.kind, "id": item.id}
        if item.kind != "lab":
            data |= worth(item.points)
        if item.state:
            data["state"] = item.state
        if item.without:
            data["without"] = list(item.without)
        return data

    head = {
        "v": 2 if assignment.submit or assignment.pools else 1,
        "title": assignment.title,
        "code": assignment.code,
        "due": assignment.due,
        "build": assignment.build,
    }
    more: dict[str, Any] = {"submit": assignment.submit} if assignment.submit else {}
    if assignment.pools:
        more["pools"] = [{"draw": one.draw, "of": list(one.of), **worth(one.points)} for one in assignment.pools]
    return head | {"items": [plain(item) for item in assignment.items]} | more


def from_content(data: object) -> Assignment:
    """Return the assignment that plain data hold.

    Raises
    ------
    BadAssignmentError
        If they hold none.
    """
    top, one = {"v", "title", "code", "due", "build", "items"}, {"kind", "id", "points", "state", "without"}
    later = {"submit", "pools"}
    if not isinstance(data, dict) or data.get("v") not in (1, 2) or isinstance(data.get("v"), bool):
        raise BadAssignmentError("It is no assignment of this course (version 1 or 2).")
    if (data["v"] == 2) != bool(data.get("submit") or data.get("pools")) or (data["v"] == 1 and later & set(data)):
        raise BadAssignmentError("It says what an assignment of its version does not say.")
    items, pools = data.get("items"), data.get("pools", [])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise BadAssignmentError("It has no list of items.")
    if not isinstance(pools, list) or not all(isinstance(pool, dict) for pool in pools):
        raise BadAssignmentError("Its pools are no list.")
    for odd in (
        *(set(data) - top - later),
        *(name for item in items for name in set(item) - one),
        *(name for pool in pools for name in set(pool) - {"draw", "of", "points"}),
    ):
        raise BadAssignmentError(f"It says something that an assignment has no place for: {short(odd)}.")
    made = []
    for item in items[: MOST + 1]:
        without = item.get("without", [])
        if not isinstance(without, list):
            raise BadAssignmentError(f"{short(item.get('id'))}: what it leaves out is no list.")
        kind, points = item.get("kind"), item.get("points", 1)
        made.append(Item(kind, item.get("id"), points, item.get("state", ""), tuple(without)))
    drawn = []
    for pool in pools[: MOST_POOLS + 1]:
        of = pool.get("of")
        if not isinstance(of, list):
            raise BadAssignmentError("What a pool holds is no list.")
        drawn.append(Pool(pool.get("draw"), tuple(of), pool.get("points", 1)))
    about = (data.get("code", ""), data.get("due"), data.get("build", ""), data.get("submit", ""), tuple(drawn))
    return Assignment(data.get("title"), tuple(made), *about)  # type: ignore[arg-type]
