"""An assignment's syllabus written a second time, in Python, to hold the front end's against."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from coursekit.classroom.assignment.format import KINDS, Assignment, Item
from coursekit.classroom.assignment.resolve import expand, held
from coursekit.words import say

_SIGNS = re.compile(r"[\\`*_{}\[\]<>|#]")


def plain(text: str) -> str:
    """Return a text whose signs mean nothing in Markdown."""
    return _SIGNS.sub(r"\\\g<0>", text)


def number(points: float) -> str:
    """Return points as people write them."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def syllabus(assignment: Assignment, course: Mapping[str, Any], address: str, due: str) -> str:
    """Return the syllabus.

    Parameters
    ----------
    course
        ``course.json`` of the site.
    address
        The assignment's link.
    due
        When it is due, as it is to be read; "" for no date.
    """
    names = _names(course)
    read = {item.id for item in assignment.items if item.kind == "chapter"}
    todo = [*expand(assignment, course), *(item for item in assignment.items if item.kind == "lab")]
    pages = [page for page in course["pages"] if _on(page, read, todo, names)]
    lines = [f"# {plain(assignment.title)}", ""]
    lines += [say("syllabus.code", code=plain(assignment.code)), ""] if assignment.code else []
    lines += [say("syllabus.due", due=plain(due)), ""] if due else []
    lines += [f"[{say('syllabus.open')}](<{address}>)", ""]
    heads = [say(f"syllabus.{name}") for name in ("chapter", "time", "points")]
    lines += [f"| {' | '.join(heads)} |", "|---|---|---|"]
    minutes = 0
    for page in pages:
        taken = minutes_of(page, page["path"][9:-5] in read, _here(page, todo, names), course)
        time = say("syllabus.minutes", n=taken) if page.get("minutes") else ""
        minutes += taken
        points = sum(item.points for item in _here(page, todo, names) if item.kind != "lab")
        lines.append(f"| {plain(page['title'])} | {time} | {number(points)} |")
    points = sum(item.points for item in todo if item.kind != "lab" and (item.kind, item.id) in names)
    lines.append(f"| {say('syllabus.sum')} | {say('syllabus.minutes', n=minutes)} | {number(points)} |")
    start = address.partition("book/index.html#")[0]
    for page in pages:
        lines += ["", f"## {plain(page['title'])}", ""]
        if page["path"][9:-5] in read:
            lines.append(f"- [{say('syllabus.read')}](<{start}{page['path']}>)")
        here = _here(page, todo, names)
        for kind in KINDS[1:]:
            lines += [_line(item, page["path"], start, names) for item in here if item.kind == kind]
    steps = [f"{n}. {say(f'syllabus.step-{n}')}" for n in range(1, 5)]
    return "\n".join([*lines, "", f"## {say('syllabus.hand-in')}", "", *steps, ""])


READING, EACH = 15, {"lab": 5, "exercise": 9, "question": 1.5, "reflection": 10}  # minutes, as the plans reckon


def minutes_of(page: Mapping[str, Any], read: bool, here: list[Item], course: Mapping[str, Any]) -> int:
    """Return what is assigned of one page takes, in minutes; 0 where the page states none."""
    stated = page.get("minutes", 0)
    if not read:
        return min(stated, math.ceil(sum(EACH[item.kind] for item in here)))
    kinds = KINDS[2:]
    parts = sum(EACH[kind] for kind in kinds for entry in held(course, kind) if entry["page"] == page["path"])
    left_out = parts - sum(EACH[item.kind] for item in here if item.kind in kinds)
    return min(stated, max(READING, math.ceil(stated - left_out)))


Names = dict[tuple[str, str], tuple[str, str]]  # kind and id → page, name


def _names(course: Mapping[str, Any]) -> Names:
    return {
        (kind, entry["id"]): (entry["page"], str(entry.get("title") or entry.get("prompt") or ""))
        for kind in KINDS[1:]
        for entry in held(course, kind)
    }


def _here(page: Mapping[str, Any], todo: list[Item], names: Names) -> list[Item]:
    return [item for item in todo if names.get((item.kind, item.id), ("",))[0] == page["path"]]


def _on(page: Mapping[str, Any], read: set[str], todo: list[Item], names: Names) -> bool:
    chapter = page["path"].startswith("chapters/") and page["path"][9:-5] in read
    return chapter or bool(_here(page, todo, names))


def _line(item: Item, path: str, start: str, names: Names) -> str:
    name = say(f"syllabus.{item.kind}", name=plain(names[item.kind, item.id][1]))
    state = f"?{item.state}" if item.state else ""
    text = f"- [{name}](<{start}{path}#{item.kind}-{item.id}{state}>)"
    if item.kind == "lab" or not item.points:
        return text
    worth = say("syllabus.worth", n=item.points, points=number(item.points))
    return f"{text} ({worth})"
