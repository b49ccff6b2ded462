"""Which course this is: read from pyproject.toml, or from what went along with a wheel."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.course import Course, CourseError, course, find_root, read_course

GOOD = {"id": "toy-course", "title": "A toy", "labs": "toy.labs"}


@given(
    st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True),
    st.text(min_size=1),
    st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=2, max_size=5, unique=True),
)
def test_what_goes_along_is_what_was_read(id: str, title: str, series: list[str]) -> None:
    made = read_course({"id": id, "title": title, "labs": "a.labs", "series": series, "compared": series[:2]})
    assert read_course(json.loads(made.shipped())) == made


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"labz": "x"}, "'labz' is no setting"),
        ({"labs": ""}, "labs is missing"),
        ({"id": "Toy Course"}, "small letters"),
        ({"packages": "toy"}, "a list of texts"),
        ({"title": 3}, "a text"),
        ({"series": ["a", "b"], "compared": ["a", "c"]}, "two of series"),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(more: dict, said: str) -> None:
    with pytest.raises(CourseError, match=r"\[tool.coursekit\] in pyproject.toml") as caught:
        read_course(GOOD | more)
    assert said in str(caught.value)


def test_the_course_is_found_from_below_and_another_one_is_another(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.coursekit]\nid = "toy"\ntitle = "A toy"\nlabs = "toy.labs"\n')
    below = tmp_path / "chapters" / "deep"
    below.mkdir(parents=True)
    assert find_root(below) == tmp_path
    code = "import coursekit.classroom.receipt as r, coursekit.course as c; print(c.course().id, r.FORMAT)"
    done = subprocess.run([sys.executable, "-c", code], cwd=below, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["toy", "toy/receipt"]


def test_formats_are_named_after_the_course() -> None:
    assert course().format("work") == f"{course().id}/work"
    assert Course("a-b", "t", "l").in_notebook == "a_b"
