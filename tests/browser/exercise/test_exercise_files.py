"""Every exercise file, in the real worker of a real browser: the solution passes, the starter and the mistakes do not.

A new file in exercises/ is taken up by itself. The cards around the exercises are test_exercise.py's.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from exercise_card import EXERCISES
from playwright.sync_api import BrowserContext
from python_worker import Worker

from coursekit.book.directives.exercise.exercises import shipped
from coursekit.exercise.file.read import Exercise
from coursekit.exercise.file.variants import COUNT, filled, variant


@pytest.fixture(scope="module")
def worker(module_profile: BrowserContext, base: str) -> Iterator[Worker]:
    """One worker for all exercises, on a page that itself costs little."""
    page = module_profile.new_page()
    page.goto(f"{base}book/access/safety.html")
    yield Worker(page, base)
    page.close()


def mistaken(exercise: Exercise, name: str) -> str:
    """The learner's code that makes the planned mistake."""
    return f"{exercise.solution}\n{exercise.mistakes_source}\n{exercise.subject} = {name}\n"


def docstring(exercise: Exercise, test: str, number: int) -> str:
    """What a learner with that variant reads when the test fails."""
    [function] = [
        node for node in ast.parse(exercise.tests).body if isinstance(node, ast.FunctionDef) and node.name == test
    ]
    return filled(ast.get_docstring(function) or "", variant(exercise, number).values)


@pytest.mark.parametrize("id", EXERCISES)
def test_every_exercise_says_what_its_author_meant(worker: Worker, id: str) -> None:
    exercise = EXERCISES[id]
    data = shipped(exercise, "self-study")
    for number in (0, COUNT - 1) if exercise.varies else (0,):
        drawn = data["variants"][number]["code"] if exercise.varies else ""
        setup, tests = drawn + data["setup"], drawn + data["tests"]
        outcome = worker.check(data["starter"], setup, tests)
        assert outcome["status"] == "ok" and not outcome["result"]["passed"], outcome
        for name, test in exercise.mistakes.items():
            outcome = worker.check(mistaken(exercise, name), setup, tests)
            assert outcome["status"] == "ok", (name, outcome)
            fault = next(one for one in outcome["result"]["tests"] if one["status"] != "passed")
            assert (fault["name"], fault["status"]) == (test, "failed"), (name, fault)
            assert fault["message"].startswith(docstring(exercise, test, number)[:300]), (name, fault)
        outcome = worker.check(data["solution"], setup, tests)
        assert outcome["status"] == "ok" and outcome["result"]["passed"], outcome
