"""Essays: prompt and rubric, in the chapter, in the key and in the page with solutions."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from paths import ROOT

from coursekit.classroom.answer_key.key import make
from coursekit.classroom.answer_key.rubrics import MalformedReflectionError, parse_reflection, reflections
from coursekit.classroom.answer_key.solutions_page import solutions_page

CHAPTERS = sorted((ROOT / "chapters").glob("*.md"))
RUBRIC = "- Claim | says what | takes a side | repeats ::: 2"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(ROOT, tmp_path_factory.mktemp("key") / "key")


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_every_chapter_has_one_essay_with_a_rubric(chapter: Path) -> None:
    [one] = reflections(chapter.read_text("utf-8"))
    assert one.id == chapter.stem
    assert len(one.rubric) >= 4 and one.points == 2 * len(one.rubric)
    assert len(one.prompt) > 20


def test_prompt_and_rubric_are_read() -> None:
    one = parse_reflection("a", {"memo": "design"}, ["Argue.", "", "- one thing", RUBRIC, "- Style ::: 0.5"])
    assert one.prompt == "Argue.\n\n- one thing"
    assert one.memo == "design"
    assert [(line.name, line.points) for line in one.rubric] == [("Claim", 2), ("Style", 0.5)]
    assert one.rubric[0].text == "Claim: strong: says what; adequate: takes a side; weak: repeats"


@pytest.mark.parametrize(
    ("name", "options", "lines", "said"),
    [
        ("A b", {}, ["Argue.", RUBRIC], "small letters"),
        ("a", {"colour": "red"}, ["Argue.", RUBRIC], ":colour:"),
        ("a", {}, [RUBRIC], "prompt"),
        ("a", {}, ["Argue."], "criterion"),
        ("a", {}, ["Argue.", "- Claim | strong ::: 2"], "1 levels"),
        ("a", {}, ["Argue.", RUBRIC, "and more"], "no line of a rubric"),
    ],
)
def test_a_slip_is_named(name: str, options: dict, lines: list[str], said: str) -> None:
    with pytest.raises(MalformedReflectionError, match=said):
        parse_reflection(name, options, lines)


def test_the_key_has_essays_and_says_where_exercises_stand(key: Path) -> None:
    data = json.loads((key / "key.json").read_text("utf-8"))
    assert set(data["reflections"]) == {path.stem for path in CHAPTERS}
    essay = data["reflections"]["promises"]
    assert essay["page"] == "chapters/promises.html"
    assert essay["points"] == sum(line["points"] for line in essay["rubric"])
    pages = {exercise["id"]: exercise["page"] for exercise in data["exercises"]}
    assert all(page == f"chapters/{name.partition('_')[0]}.html" for name, page in pages.items()), pages


def test_the_page_of_solutions_holds_all_answers_and_no_case_and_no_secret(key: Path) -> None:
    data = json.loads((key / "key.json").read_text("utf-8"))
    html = (key / "solutions.html").read_text("utf-8")
    assert data["secret"] not in html
    assert "def cases" not in html and "mistake_" not in html
    assert html.count("<pre") == len(data["exercises"])
    assert html.count("<h3>") == len(data["exercises"]) + len(data["questions"])
    assert not re.search(r"(?:src|href)=", html) and "<script" not in html


def test_nothing_in_the_page_of_solutions_is_markup_of_the_author() -> None:
    bad = "<img src=x onerror=alert(1)>"
    exercise = {"id": "x", "title": bad, "page": None, "sources": {"varies": "", "solution": bad}}
    question = {"page": "p", "kind": "choice", "prompt": bad, "answers": [{"text": bad, "right": True}]}
    assert "<img" not in solutions_page({"exercises": [exercise], "questions": {"q": question}})
