"""Every exercise of the course, tried out: a new file in exercises/ is tested without further code."""

import inspect
import re

import exercise_checks
import ipywidgets
import pytest
from paths import ROOT

from coursekit.exercise.file.read import read

FOLDER = ROOT / "exercises"
EXERCISES = {path.stem: read(path) for path in sorted(FOLDER.glob("*.py"))}
MISTAKES = [(id, name) for id, exercise in EXERCISES.items() for name in exercise.mistakes]


def test_there_are_exercises():
    assert EXERCISES


@pytest.mark.parametrize("id", EXERCISES)
def test_the_solution_passes_tests_and_cases_of_every_variant(id):
    exercise_checks.check_solution(EXERCISES[id])


@pytest.mark.parametrize("id", EXERCISES)
def test_the_starter_fails_tests_and_cases(id):
    exercise_checks.check_starter(EXERCISES[id])


@pytest.mark.parametrize(("id", "name"), MISTAKES)
def test_a_mistake_earns_its_own_message(id, name):
    exercise_checks.check_message_of(EXERCISES[id], name)


@pytest.mark.parametrize(("id", "name"), MISTAKES)
def test_a_mistake_loses_marks(id, name):
    exercise_checks.check_marks_of(EXERCISES[id], name)


@pytest.mark.parametrize("id", EXERCISES)
def test_an_exercise_helps_and_anticipates_without_giving_the_solution_away(id):
    exercise_checks.check_help(EXERCISES[id])


WIDGETS = {name for name in dir(ipywidgets) if inspect.isclass(getattr(ipywidgets, name))}


@pytest.mark.parametrize("id", EXERCISES)
def test_a_prompt_names_widgets_as_the_given_code_imports_them(id):
    exercise = EXERCISES[id]
    assert not WIDGETS & set(re.findall(r"`(\w+)`", exercise.prompt)), "name what must be imported"
    if "`widgets." in exercise.prompt:
        assert "import ipywidgets as widgets" in exercise.setup
        assert "`ipywidgets`" in exercise.prompt, "say where `widgets` comes from"
