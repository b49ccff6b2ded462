"""The syllabus and the shortest list of items: the page and the command line say the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from assignment_reference import link
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_modules import node
from syllabus_reference import syllabus

from coursekit.classroom.assignment.command import due_time
from coursekit.classroom.assignment.format import Assignment, BadAssignmentError, Item
from coursekit.classroom.assignment.link import decode
from coursekit.classroom.assignment.resolve import expand

A, B = "chapters/a.html", "chapters/b.html"
COURSE = {
    "build": "00ff",
    "edition": "class",
    "pages": [
        {"path": "book/index.html", "title": "The course"},
        {"path": A, "title": "What is a *promise* | worth?", "minutes": 90},
        {"path": B, "title": "When <does> it pay?"},
    ],
    "labs": [
        {"id": "l1", "page": A, "title": "words", "presets": [], "controls": [{"name": "troops"}, {"name": "mandate"}]},
        {"id": "l2", "page": B, "title": "troops", "presets": [], "controls": []},
    ],
    "exercises": [
        {"id": "a_1", "page": A, "title": "One [x]"},
        {"id": "a_2", "page": A, "title": "Two"},
        {"id": "b_1", "page": B, "title": "Three"},
    ],
    "questions": [
        {"id": "a-1", "page": A, "prompt": "How `many`?"},
        {"id": "a-2", "page": A, "prompt": "Why?"},
        {"id": "b-1", "page": B, "prompt": "When?"},
    ],
    "predictions": [],
    "reflections": [{"id": "a", "page": A, "points": 10}, {"id": "b", "page": B, "points": 8}],
}
PARTS = {page: [] for page in (A, B)}
for kind in ("exercise", "question", "reflection"):
    for entry in COURSE[f"{kind}s"]:
        PARTS[entry["page"]].append(f"{kind}/{entry['id']}")
POINTS = st.sampled_from([0, 0.5, 1, 1, 2, 2.25, 10])


@st.composite
def assignments(draw: st.DrawFn) -> Assignment:
    """Any choice from the course: chapters with things left out, things with points of their own, labs."""
    found = []
    for chapter, page in (("a", A), ("b", B)):
        parts = draw(st.lists(st.sampled_from(PARTS[page]), unique=True))
        if draw(st.booleans()):
            found.append(Item("chapter", chapter, draw(POINTS), without=tuple(parts)))
        for part in draw(st.lists(st.sampled_from(PARTS[page]), unique=True, max_size=2)):
            found.append(Item(*part.split("/"), draw(POINTS)))
    if draw(st.booleans()) or not found:
        found.append(Item("lab", "l1", state=draw(st.sampled_from(["", "troops=1200&mandate=allied"]))))
    return Assignment(
        draw(st.sampled_from(["Week 1", "A *b* | <c>"])), tuple(found), draw(st.sampled_from(["", "IR_1"]))
    )


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory):
    """What the page says of links: the syllabus, and the points of everything after its boxes have been read again."""
    modules = {
        "assignment/format": "decode",
        "assignment/course": "resolveAssignment",
        "assignment/editor/selection": "itemsOf, selectionOf",
        "assignment/handout/syllabus": "syllabus",
    }
    body = """return given.links.map((link) => {
      const assignment = decode(link), same = (kind, title) => title;
      const {things} = resolveAssignment(assignment, given.course, same);
      const items = itemsOf(selectionOf(assignment, given.course), given.course);
      const again = resolveAssignment({...assignment, items}, given.course, same).things;
      const plain = (all) => all.map(({kind, id, points, state}) => [kind, id, kind === "lab" ? 0 : points, state]);
      return {text: syllabus(assignment, given.course, things, link, given.due), things: plain(things),
        again: plain(again), items: items.length};
    });"""
    return node(tmp_path_factory.mktemp("page"), modules, body)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(assignments(), min_size=1, max_size=6), st.sampled_from(["", "Tuesday 1 December 2026 at 23:59 CET"]))
def test_page_and_command_line_write_the_same_syllabus(page, many: list[Assignment], due: str) -> None:
    links = [link(one, "https://x.org/") for one in many]
    for one, address, said in zip(many, links, page({"links": links, "course": COURSE, "due": due}), strict=True):
        assert said["text"] == syllabus(one, COURSE, address, due)
        marked = [thing for thing in said["things"] if thing[0] not in ("chapter", "lab")]
        assert sorted(marked) == sorted([i.kind, i.id, i.points, ""] for i in expand(one, COURSE))

        def unread(things: list) -> list:
            return sorted(thing[:2] + thing[3:] if thing[0] == "chapter" else thing for thing in things)

        assert unread(said["again"]) == unread(said["things"]), "a link loaded into the page again is the same"
        assert said["items"] <= len(said["things"])


def test_a_whole_chapter_is_one_item(page) -> None:
    whole = link(Assignment("A", (Item("chapter", "a", 2),)), "https://x.org")
    assert page({"links": [whole], "course": COURSE, "due": ""})[0]["items"] == 1
    assert len(whole) < 300


@pytest.fixture
def assign(tmp_path: Path):
    """``coursekit assign`` for the small course: exit code, link, what is said, and the syllabus."""
    (tmp_path / "course.json").write_text(json.dumps(COURSE), "utf-8")
    script = f"""
import argparse, pathlib, sys
from coursekit.classroom.assignment import command as assigning
parser = argparse.ArgumentParser()
assigning.arguments(parser)
sites = [pathlib.Path({str(tmp_path)!r}) / name for name in ("none", ".")]
sys.exit(assigning.command(parser.parse_args(), sites))
"""

    def run(*options: str) -> tuple[int, str, str]:
        clock = {**os.environ, "TZ": "Europe/Berlin"}
        call = [sys.executable, "-c", script, *options]
        done = subprocess.run(call, capture_output=True, text=True, cwd=tmp_path, env=clock)
        return done.returncode, done.stdout.strip(), done.stderr

    return run


def test_the_command_line_makes_link_and_syllabus(assign, tmp_path: Path) -> None:
    code, address, said = assign(
        *("--chapters", "a", "--without", "question/a-2", "--exercises", "b_1=3", "--reflections", "b"),
        *("--labs", "l1?troops=1200", "--points", "2", "--title", "Week 1", "--due", "2026-12-01", "--code", "IR_1"),
        *("--site", "https://x.org/c/", "-o", "syllabus.md"),
    )
    assert (code, said) == (0, "")
    assert address.startswith("https://x.org/c/book/index.html#assignment=")
    made = decode(address)
    assert made.due == "2026-12-01T22:59:00Z"
    assert (made.title, made.code, made.build) == ("Week 1", "IR_1", "00ff")
    assert made.items == (
        Item("chapter", "a", 2, without=("question/a-2",)),
        Item("lab", "l1", state="troops=1200"),
        Item("exercise", "b_1", 3),
        Item("reflection", "b", 8),
    )
    text = (tmp_path / "syllabus.md").read_text("utf-8")
    assert text == syllabus(made, COURSE, address, "Tuesday 1 December 2026 at 23:59 CET")
    assert "(<https://x.org/c/chapters/a.html#lab-l1?troops=1200>)" in text
    assert "| Together | 89 minutes | 27 |" in text, "a question of a minute and a half is left out"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "There are: a, b."),
        (["--chapters", "c"], "The course has no chapter 'c'."),
        (["--exercises", "a_3"], "Did you mean"),
        (["--labs", "l1?trops=1"], "has no 'trops'; it has mandate, troops"),
        (["--chapters", "a", "--without", "exercise/b_1"], "No chapter that is assigned holds exercise/b_1"),
        (["--chapters", "a", "--due", "soon"], "'soon' is no time"),
        (["--exercises", "a_1=many"], "'many' is no number"),
        (["--chapters", "a", "--points", "-1"], "points"),
    ],
)
def test_a_slip_on_the_command_line_is_named(assign, options: list[str], said: str) -> None:
    code, out, told = assign(*options)
    assert code == 2 and not out
    assert said in told


def test_a_time_needs_a_day() -> None:
    with pytest.raises(BadAssignmentError):
        due_time("18:00")
