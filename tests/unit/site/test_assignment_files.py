"""The course's assignments go beside its pages, and nothing else does."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sphinx.errors import ExtensionError

from coursekit.book.site.assignment_files import ship
from coursekit.classroom.assignment.format import Assignment, content
from coursekit.classroom.assignment.item import Item

GOOD = json.dumps(content(Assignment("Week 1", (Item("chapter", "promises"),), submit="https://lms.example.org/c")))


@pytest.fixture
def app(tmp_path: Path) -> Any:
    """A build from one folder into another, as far as this step looks at it."""
    for name in ("course/assignments", "site"):
        (tmp_path / name).mkdir(parents=True)
    builder = SimpleNamespace(format="html")
    return SimpleNamespace(srcdir=tmp_path / "course", outdir=tmp_path / "site", builder=builder)


def test_what_the_course_has_is_in_the_site_and_what_it_has_no_longer_is_not(app: Any) -> None:
    source, target = app.srcdir / "assignments" / "week-1.json", app.outdir / "assignments" / "week-1.json"
    ship(app, None)
    assert not target.exists()
    source.write_text(GOOD, "utf-8")
    ship(app, None)
    assert json.loads(target.read_text("utf-8")) == json.loads(GOOD)
    source.unlink()
    ship(app, None)
    assert not target.exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [("week-1", "{}"), ("week-1", "<html>"), ("week-1", GOOD.replace("https", "http")), ("Week 1", GOOD)],
)
def test_a_file_that_no_link_could_open_ends_the_build_by_name(app: Any, name: str, text: str) -> None:
    (app.srcdir / "assignments" / f"{name}.json").write_text(text, "utf-8")
    with pytest.raises(ExtensionError, match=f"assignments/{name}.json"):
        ship(app, None)
    assert not list(app.outdir.rglob("*.json"))
