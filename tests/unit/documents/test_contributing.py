"""The recipes of CONTRIBUTING.md work as they stand."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from exercise_checks import MORE_SEEDS, check_exercise
from paths import ROOT

from coursekit.book.chapter_rules import MOST_LINES, chapter_faults
from coursekit.cli import parser
from coursekit.exercise.file.packages import needed
from coursekit.exercise.file.read import parse
from coursekit.tasks.new import new

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def recipe(title: str, language: str) -> str:
    """The first block of a language after a heading."""
    section = TEXT[re.search(rf"^##+ {re.escape(title)}$", TEXT, re.M).start() :]
    found = re.search(rf"^(`{{3,}}){language}\n(.*?)^\1$", section, re.M | re.S)
    assert found, f"{title}: no block of {language}"
    return found[2]


def test_the_recipe_for_a_lab_makes_a_lab() -> None:
    from coursekit.lab.display import Lab
    from coursekit.lab.html.model_lab import mount

    made: dict = {"__name__": "deterrence.labs.price"}
    exec(compile(recipe("Add a lab", "python"), "price.py", "exec"), made)
    lab = made["LAB"]
    assert isinstance(lab, Lab)
    page = mount(lab)
    assert f'id="lab-{lab.id}"' in page and 'name="budget"' in page and "<svg" in page
    assert lab.sentence(budget=0.2) != lab.sentence(budget=9.0)


EXERCISES = {
    "## Add an exercise": "promises_needed",
    "### An exercise whose answer is a chart": "counting_bars",
    "### Values that vary by learner": "industry_left",
}


@pytest.mark.parametrize("heading", EXERCISES)
def test_the_recipe_for_an_exercise_holds_what_every_exercise_must(heading: str) -> None:
    exercise = parse(recipe(heading.lstrip("# "), "python"), EXERCISES[heading], "CONTRIBUTING.md")
    assert f"`exercises/{exercise.id}.py`" in TEXT
    # Some hundred secrets, where an answer is quick to compare: no planned mistake escapes any.
    check_exercise(exercise, range(300) if exercise.id == "promises_needed" else MORE_SEEDS)
    wanted = ("pandas", "altair") if exercise.id == "counting_bars" else ()
    assert needed("\n".join((exercise.setup, exercise.solution, exercise.tests))) == wanted


COMMANDS = re.findall(r"^\.venv/bin/coursekit (new .*)$", TEXT, re.M)


def test_the_recipes_begin_with_commands_that_work(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "src/deterrence/labs").mkdir(parents=True)
    for name in ("_toc.yml", "book/index.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    kinds = []
    for command in COMMANDS:
        given = parser().parse_args(shlex.split(command))
        assert new(given.kind, given.name, given.title, tmp_path)
        kinds.append(given.kind)
    assert kinds == ["lab", "exercise", "chapter"]


def test_every_rule_of_a_chapter_is_said() -> None:
    section = TEXT[TEXT.index("## Add a chapter") : TEXT.index("## Add a script")]
    faults = " ".join(chapter_faults("", "price"))
    named = set(re.findall(r"`[^`]*?(\{[\w.-]+\}|:class: tip|\{reflection\} \w+|file_format: mystnb)[^`]*`", faults))
    assert len(named) >= 6 and {"{scene}", "{scene-return}"} <= named and all(one in section for one in named)
    assert str(MOST_LINES) in section


def test_every_path_in_the_text_exists_or_is_said_to_be_new() -> None:
    new = {
        "src/deterrence/labs/price.py",
        "exercises/promises_needed.py",
        "exercises/counting_bars.py",
        "exercises/industry_left.py",
        "chapters/price.md",
    }
    named = set(re.findall(r"`((?:src|web|tests|chapters|exercises|book)/[\w./-]*)`", TEXT))
    assert new <= named
    missing = [path for path in sorted(named - new) if not (ROOT / path).exists() and "FOLDER" not in path]
    assert not missing


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make ([a-z-]+)`", TEXT))))
def test_every_command_is_a_make_target(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.M)
