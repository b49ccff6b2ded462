"""What an assignment comes to in a course: its chapters' exercises, questions and essays, and what is not there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coursekit.classroom.assignment.format import KINDS, Assignment, Item


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


def chapters(course: Mapping[str, Any]) -> dict[str, str]:
    """Return the titles of the chapters of ``course.json`` by the names under which they are assigned."""
    pages = [page for page in course["pages"] if page["path"].startswith("chapters/")]
    return {page["path"].removeprefix("chapters/").removesuffix(".html"): page.get("title", "") for page in pages}


def expand(assignment: Assignment, course: Mapping[str, Any]) -> list[Item]:
    """Return the exercises, questions and reflections that are assigned, each chapter's in the course's order.

    Parameters
    ----------
    course
        ``course.json`` or the key: each lists them with their pages. A chapter's reflection counts what its rubric
        brings; what is named for itself counts what is said there.
    """
    named = {(item.kind, item.id) for item in assignment.items}
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
                    entry.get("page") == f"chapters/{item.id}.html"
                    and "/".join(name) not in item.without
                    and name not in named
                ):
                    points = float(entry.get("points", 1)) if kind == "reflection" and item.points else item.points
                    found.append(Item(*name, points))
    return found
