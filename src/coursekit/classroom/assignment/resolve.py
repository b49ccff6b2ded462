"""What an assignment comes to in a course: its chapters' exercises, questions and essays, and what is not there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from coursekit.classroom.assignment.format import KINDS, Assignment, Item

PAGE = re.compile(r"(?:(?:chapters|lessons)/|book/(?=practice\.))([\w-]+)\.html")


def held(course: Mapping[str, Any], kind: str) -> list[Mapping[str, Any]]:
    """Return all that ``course.json`` or the key holds of one kind.

    Parameters
    ----------
    course : mapping
        The content of either file.
    kind : str
        ``exercise``, ``question``, ``reflection`` or ``lab``.

    Returns
    -------
    list of mapping
        An entry each, with its ``id``; empty if there is no such kind.
    """
    entries = course.get(f"{kind}s", ())
    return [{"id": id, **entry} for id, entry in entries.items()] if isinstance(entries, dict) else list(entries)


def assigned_name(path: str) -> str:
    """Return the name under which a page is assigned with all that is in it; empty for one that is not.

    Chapters and lessons are, ``army`` for ``chapters/army.html``, and so is a page of practice, ``book/practice.html``.
    """
    found = PAGE.fullmatch(path)
    return found[1] if found else ""


def chapters(course: Mapping[str, Any]) -> dict[str, str]:
    """Return the titles of the chapters and lessons of ``course.json`` by the names under which they are assigned."""
    named = ((assigned_name(page["path"]), page.get("title", "")) for page in course["pages"])
    return {name: title for name, title in named if name}


def expand(assignment: Assignment, course: Mapping[str, Any]) -> list[Item]:
    """Return the exercises, questions and reflections that are assigned, each chapter's in the course's order.

    Parameters
    ----------
    course
        ``course.json`` or the key: each lists them with their pages. A chapter's reflection counts what its rubric
        brings; what is named for itself, or in a pool, counts what is said there. Pools come last, whole.
    """
    parted = ((name.partition("/"), pool.points) for pool in assignment.pools for name in pool.of)
    pooled = [Item(kind, id, points) for (kind, _, id), points in parted]
    named = {(item.kind, item.id) for item in (*assignment.items, *pooled)}
    found: list[Item] = []
    for item in assignment.items:
        if item.kind in KINDS[2:]:
            found.append(item)
        if item.kind != "chapter":
            continue
        for kind in KINDS[2:]:
            for entry in held(course, kind):
                name = (kind, str(entry["id"]))
                if (
                    assigned_name(entry.get("page") or "") == item.id
                    and "/".join(name) not in item.without
                    and name not in named
                ):
                    points = float(entry.get("points", 1)) if kind == "reflection" and item.points else item.points
                    found.append(Item(*name, points))
    return [*found, *pooled]


def pools_by_item(assignment: Assignment) -> dict[tuple[str, str], dict[str, Any]]:
    """Return, for each kind and id in a pool, the pool's name (``CODE/N``) and how many of it a learner draws.

    The draw itself is the front end's (``web/src/assignment/draw.ts``), in the learner's page and in the grading desk.
    """
    return {
        (kind, id): {"pool": f"{assignment.code}/{n}", "draw": pool.draw}
        for n, pool in enumerate(assignment.pools)
        for kind, _, id in (name.partition("/") for name in pool.of)
    }
