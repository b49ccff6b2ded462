"""One thing that is assigned, and a pool of which each learner gets some."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass

KINDS = ("chapter", "lab", "exercise", "question", "reflection")
MOST = 400  # items
MOST_POOLS = 20
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}")
_STATE = re.compile(r"[\w.=&%+*~-]{0,500}", re.ASCII)


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
            raise BadAssignmentError(f"There is no kind {short(self.kind)}. Right would be: {', '.join(KINDS)}.")
        if not isinstance(self.id, str) or not _ID.fullmatch(self.id):
            raise BadAssignmentError(
                f"The {self.kind}'s id {short(self.id)} has other signs than letters, digits, _ and -."
            )
        check_points(self.points, self.id)
        if not isinstance(self.state, str) or not _STATE.fullmatch(self.state) or (self.state and self.kind != "lab"):
            raise BadAssignmentError(f"{self.id}: {short(self.state)} is no state of a lab.")
        if self.without and self.kind != "chapter":
            raise BadAssignmentError(f"{self.id}: only a chapter leaves something out.")
        for name in self.without:
            if not is_part(name):
                raise BadAssignmentError(f"{self.id}: {short(name)} is nothing that a chapter could leave out.")
        if len(self.without) > MOST:
            raise BadAssignmentError(f"{self.id} leaves out more than {MOST} things.")


@dataclass(frozen=True)
class Pool:
    """Exercises, questions and essays of which each learner has some, drawn by alias and class code.

    Parameters
    ----------
    draw
        How many of them each learner has: at least one, and not all.
    of
        All of them, as ``exercise/ID``.
    points
        What each counts.

    Raises
    ------
    BadAssignmentError
        If something of it is not so.
    """

    draw: int
    of: tuple[str, ...]
    points: float = 1

    def __post_init__(self) -> None:
        if not 2 <= len(self.of) <= MOST:
            raise BadAssignmentError(f"A pool has 2 to {MOST} things, this one {len(self.of)}.")
        for name in self.of:
            if not is_part(name):
                raise BadAssignmentError(f"{short(name)} is nothing that a pool could hold.")
        whole = isinstance(self.draw, int) and not isinstance(self.draw, bool)
        if not whole or not 1 <= self.draw < len(self.of):
            raise BadAssignmentError(f"Of a pool of {len(self.of)}, {short(self.draw)} cannot be drawn.")
        check_points(self.points, "pool")


def check_points(points: object, name: str) -> None:
    """Refuse what is no number of points.

    Parameters
    ----------
    points
        What is to be points: a number from 0 to 1000, in hundredths.
    name
        What they are for, as the refusal names it.

    Raises
    ------
    BadAssignmentError
        If it is none.
    """
    if (
        not isinstance(points, (int, float))
        or isinstance(points, bool)
        or not math.isfinite(points)
        or not 0 <= points <= 1000
    ):
        raise BadAssignmentError(f"{name}: the points {short(points)} are no number from 0 to 1000.")
    if round(points, 2) != points:
        raise BadAssignmentError(f"{name}: the points {short(points)} have more than two decimals.")


def is_part(name: object) -> bool:
    """Return whether it names a part of a chapter, as ``exercise/promises_needed``."""
    kind, _, id = name.partition("/") if isinstance(name, str) else ("", "", "")
    return kind in KINDS[2:] and _ID.fullmatch(id) is not None


def short(value: object) -> str:
    """Return a value as a refusal quotes it."""
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
