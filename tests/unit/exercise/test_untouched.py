"""An untouched starter earns nothing, in whatever cases it is right; who has begun loses no case by it."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT

from coursekit.classroom.answer_key.key import entry
from coursekit.exercise.file.read import read
from coursekit.exercise.mark.reference import Marks
from coursekit.exercise.mark.untouched import counted

IDS = sorted(path.stem for path in (ROOT / "exercises").glob("*.py"))
ROWS = st.lists(st.tuples(st.booleans(), st.integers(0, 2), st.integers(0, 2), st.booleans()), min_size=1)


@cache
def marks(id: str) -> Marks:
    return Marks(json.loads(json.dumps(entry(read(ROOT / "exercises" / f"{id}.py")))), 0, 20140218)


@pytest.mark.parametrize("id", IDS)
def test_an_untouched_starter_earns_nothing(id: str) -> None:
    found = marks(id).judge(json.dumps(marks(id).untouched))
    assert found["right"] == 0
    assert found["idle"] == sum(marks(id).idle) < found["of"]


def test_the_course_has_exercises_in_which_a_starter_is_right_in_some_cases() -> None:
    assert any(marks("promises_senders").idle)


def test_one_case_that_is_answered_otherwise_makes_all_right_ones_count() -> None:
    one = marks("promises_senders")
    answers = [*one.untouched]
    answers[one.idle.index(False)] = "begun"
    found = one.judge(json.dumps(answers))
    assert (found["right"], found["idle"]) == (sum(one.idle), 0)


def test_the_solution_earns_all() -> None:
    one = marks("promises_senders")
    found = one.judge(json.dumps(one.right))
    assert (found["right"], found["idle"]) == (found["of"], 0)


@given(ROWS)
def test_only_right_answers_count_and_of_these_all_or_all_but_the_idle(rows: list[tuple[bool, int, int, bool]]) -> None:
    agreed, answers, untouched, idle = (list(column) for column in zip(*rows, strict=True))
    found = counted(agreed, answers, untouched, idle)
    assert found in (agreed, [right and not still for right, still in zip(agreed, idle, strict=True)])
    if any(a != b and not still for _, a, b, still in rows):
        assert found == agreed
    elif not all(idle):
        assert not any(now and still for now, still in zip(found, idle, strict=True))
