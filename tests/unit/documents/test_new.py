"""`coursekit new` writes what passes as it stands: by the checks that the course's own files pass."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from exercise_checks import check_exercise
from hypothesis import given
from hypothesis import strategies as st
from lab_checks import check_lab
from paths import ROOT

from coursekit.book.chapter_rules import chapter_faults
from coursekit.book.directives.scene import drawing
from coursekit.book.directives.scene.parse import parse_scene
from coursekit.classroom.answer_key.question_answers import questions
from coursekit.classroom.answer_key.rubrics import reflections
from coursekit.exercise.file.read import parse
from coursekit.tasks.new import OWN, new
from coursekit.tasks.steps import Failed


@pytest.fixture(params=["the course's own templates", "coursekit's templates"])
def scratch(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with what a new chapter changes."""
    (tmp_path / "book").mkdir()
    (tmp_path / "src/deterrence/labs").mkdir(parents=True)
    for name in ("_toc.yml", "book/index.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    if request.param.startswith("the"):
        shutil.copytree(ROOT / OWN, tmp_path / OWN)
    return tmp_path


def scene_in(text: str) -> tuple[dict[str, str], list[str]]:
    """The options and the lines of a chapter's scene."""
    block = re.search(r"^```\{scene\} scratch\n((?::\w+: [^\n]*\n)+)\n(.*?)^```$", text, re.M | re.S)
    assert block
    options = dict(re.findall(r"^:(\w+): (.*)$", block[1], re.M))
    return options, block[2].splitlines()


def test_a_new_chapter_with_its_lab_and_exercise_passes_all_checks(scratch: Path) -> None:
    new("chapter", "scratch", "What is it worth?", scratch)
    text = (scratch / "chapters/scratch.md").read_text("utf-8")
    assert chapter_faults(text, "scratch") == []
    assert "# What is it worth?\n" in text
    assert len(list(questions(text))) == 3
    [essay] = reflections(text)
    assert essay.id == "scratch" and len(essay.rubric) >= 4 and essay.points == 2 * len(essay.rubric)

    toc = yaml.safe_load((scratch / "_toc.yml").read_text("utf-8"))
    [chapters] = [part["chapters"] for part in toc["parts"] if {"file": "chapters/scratch"} in part["chapters"]]
    assert chapters[-1] == {"file": "chapters/scratch"} and len(chapters) > 1

    made = {"__name__": "deterrence.labs.scratch"}
    source = (scratch / "src/deterrence/labs/scratch.py").read_text("utf-8")
    exec(compile(source, "scratch.py", "exec"), made)
    check_lab(made["LAB"], "scratch")
    draws = (scratch / "book/assets/scenes/scratch.svg").read_text("utf-8")
    options, lines = scene_in(text)
    assert drawing(draws, parse_scene("scratch", options, lines)).startswith("<svg role=")
    exercise = (scratch / "exercises/scratch_first.py").read_text("utf-8")
    check_exercise(parse(exercise, "scratch_first", "scratch_first.py"), range(300))


@pytest.mark.parametrize("kind", ["lab", "exercise", "chapter"])
@given(name=st.sampled_from(["", "A b", "Übung", "1st", "a-b", "../x", "a.py", "_a"]) | st.text(max_size=8))
def test_what_is_no_name_is_refused_and_nothing_written(kind: str, name: str) -> None:
    if re.fullmatch(r"[a-z][a-z0-9_]*", name):
        return
    nowhere = ROOT / "_build" / "nowhere"
    with pytest.raises(Failed, match=r"can't name a .* Right would be a small letter"):
        new(kind, name, None, nowhere)
    assert not nowhere.exists()


def test_what_is_there_already_is_left_alone(scratch: Path) -> None:
    lab = scratch / "src/deterrence/labs/scratch.py"
    lab.write_text("mine")
    with pytest.raises(Failed, match=r"src/deterrence/labs/scratch.py is there already"):
        new("lab", "scratch", None, scratch)
    assert lab not in new("chapter", "scratch", None, scratch) and lab.read_text() == "mine"
    before = (scratch / "_toc.yml").read_text("utf-8")
    with pytest.raises(Failed, match=r"chapters/scratch.md is there already"):
        new("chapter", "scratch", None, scratch)
    assert (scratch / "_toc.yml").read_text("utf-8") == before


def test_a_title_that_would_break_a_file_is_refused(scratch: Path) -> None:
    with pytest.raises(Failed, match="without quotation marks"):
        new("lab", "scratch", 'A "lab"', scratch)


TEXT = (ROOT / "src/coursekit/tasks/templates/chapter.md.txt").read_text("utf-8").replace("$name", "scratch")


@pytest.mark.parametrize(
    ("old", "without", "said"),
    [
        ("file_format: mystnb\n", "", "It begins with no front matter"),
        ("# $title", "$title", "It has no title"),
        ("```{scene} scratch", "```{scene} other", "Its scene is not whole"),
        ("```{scene-return} scratch\n", "```\n", "`{scene-return} scratch` at the end"),
        ("{.meta}\n", "", "No line says how much is in it"),
        ("1 lab, ", "", "No line says how much is in it"),
        ("1 lab, ", "2 labs, ", "Its first lines say 2 labs, and 1 cells"),
        ("2 exercises", "3 exercises", "Its exercises are numbered [1, 2]"),
        ("2 questions", "3 questions", "It has 3 `{question}` directives; right would be 4"),
        ("```{exercise} ${name}_first\n```\n", "", "It has 0 `{exercise}` directives; right would be 1"),
        (":class: tip\n", "", "It has no objectives"),
        ("```{reflection} scratch", "```{reflection} other", "It has not exactly one essay"),
        ("## Further", "\n" * 320 + "## Further", "lines; right would be 320"),
    ],
)
def test_each_rule_that_a_chapter_breaks_is_said_in_a_sentence(old: str, without: str, said: str) -> None:
    assert old in TEXT
    faults = chapter_faults(TEXT.replace(old, without, 1), "scratch")
    assert any(said in fault for fault in faults), faults
