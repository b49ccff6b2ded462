"""The recipes of CONTRIBUTING.md work as they stand."""

from __future__ import annotations

import re

import pytest
from paths import ROOT

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
    from coursekit.exercise import trial
    from coursekit.exercise.file.packages import needed
    from coursekit.exercise.file.read import parse
    from coursekit.exercise.file.variants import variants

    exercise = parse(recipe(heading.lstrip("# "), "python"), EXERCISES[heading], "CONTRIBUTING.md")
    assert f"`exercises/{exercise.id}.py`" in TEXT
    for variant in variants(exercise):
        n = variant.number
        assert trial.check(exercise, exercise.solution, n)["passed"]
        assert trial.mark(exercise, trial.world(exercise, exercise.solution, n), 1, n) == 1
        assert not trial.check(exercise, exercise.starter, n)["passed"]
        for name, test in exercise.mistakes.items():
            report = trial.check_in(exercise, trial.mistake(exercise, name, n), n)
            fault = next(one for one in report["tests"] if one["status"] != "passed")
            assert fault["name"] == test
            assert trial.mark(exercise, trial.mistake(exercise, name, n), 1, n) < 1
    wanted = ("pandas", "altair") if exercise.id == "counting_bars" else ()
    assert needed("\n".join((exercise.setup, exercise.solution, exercise.tests))) == wanted


def test_the_recipe_for_a_chapter_has_a_lab_and_a_question_that_exist() -> None:
    from coursekit.exercise.question.parse import parse_question
    from deterrence.labs import labs

    chapter = recipe("Add a chapter", "markdown")
    assert "file_format: mystnb" in chapter.split("---")[1]
    assert set(re.findall(r'^lab\("(\w+)"\)', chapter, re.M)) <= set(labs())
    found = re.search(r"^```{question} ([\w-]+)\n:kind: (\w+)\n\n(.*?)^```$", chapter, re.M | re.S)
    assert found
    question = parse_question(found[1], {"kind": found[2]}, found[3].splitlines())
    assert question.id == "price-words"


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
