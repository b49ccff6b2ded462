"""``coursekit scorm``: pages that are asked for, or all; what cannot be packed is said in words."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from coursekit.lms.command import make_packages
from coursekit.tasks.steps import Failed


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of two pages and no more than the packer reads."""
    pages = ["chapters/one.html", "lessons/two.html", "book/about.html"]
    course = {kind: [] for kind in ("labs", "predictions", "questions", "exercises")}
    course["pages"] = [{"path": page, "title": page} for page in pages]
    course["lessons"] = [{"page": "lessons/two.html", "labs": ["shown"]}]
    (tmp_path / "course.json").write_text(json.dumps(course), "utf-8")
    known = {"pages": {page: {"reading": ["_static/page.js"], "python": ["_static/worker.js"]} for page in pages}}
    (tmp_path / "sw.js").write_text(f"self.coursekitSite={json.dumps(known)};\nself", "utf-8")
    for name in (*pages, *(f"_static/{script}.js" for script in ("page", "worker", "scorm", "progress"))):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('<html lang="en"><head></head><a href="../book/about.html">x</a></html>', "utf-8")
    return tmp_path


def test_all_chapters_and_lessons_are_packed_in_both_versions_and_listed(site: Path) -> None:
    made = make_packages(site, [], "https://example.org/course")
    assert sorted(path.name.partition("counted-")[2] for path in made) == [
        "chapters-one-scorm-1.2.zip",
        "chapters-one-scorm-2004.zip",
        "lessons-two-scorm-1.2.zip",
        "lessons-two-scorm-2004.zip",
    ]
    listed = json.loads((site / "course.json").read_text("utf-8"))["downloads"]
    assert [(one["kind"], one["bytes"]) for one in listed] == [("scorm", path.stat().st_size) for path in sorted(made)]
    with zipfile.ZipFile(made[0]) as package:
        assert "_static/worker.js" in package.namelist()
        assert 'href="https://example.org/course/book/about.html"' in package.read("chapters/one.html").decode()


@pytest.mark.parametrize(
    ("pages", "address", "said"),
    [(["chapters/none"], "", "no page chapters/none"), (["chapters/one"], "example.org", "is no address")],
)
def test_what_cannot_be_packed_is_said(site: Path, pages: list[str], address: str, said: str) -> None:
    with pytest.raises(Failed, match=said):
        make_packages(site, pages, address)


def test_where_nothing_is_built_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="make book"):
        make_packages(tmp_path, [], "")
