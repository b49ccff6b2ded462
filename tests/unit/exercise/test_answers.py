"""Answers that learners could write, most of them written without sight of the solution: *Check* and marks agree.

A right one passes *Check* and has full marks whatever cases the instructor's secret draws; a wrong one is refused, and
loses marks whatever is drawn. One that only more cases can show (``loses marks``) may pass *Check*. Here each is tried
under few secrets; ``benchmarks/answers.py`` tries a hundred.
"""

import zlib
from functools import cache

import pytest
from answer_corpus import ANSWERS, Answer, answers_in, fault, outcome
from paths import ROOT

from coursekit.classroom.answer_key.key import entry
from coursekit.exercise.file.read import read
from coursekit.exercise.mark.reference import Marks

SECRETS = 1
ALL = [answer for path in sorted(ANSWERS.glob("*.py")) for answer in answers_in(path)]


@cache
def exercise(id: str):
    return read(ROOT / "exercises" / f"{id}.py")


@cache
def marks(id: str, secret: int) -> Marks:
    return Marks(entry(exercise(id)), 0, secret)


@pytest.mark.parametrize("answer", ALL, ids=lambda one: f"{one.exercise}: {one.what[:60]}")
def test_an_answer_gets_what_it_is(answer: Answer) -> None:
    # Which secret follows from the answer, so that together they try several.
    first = zlib.crc32(answer.what.encode()) % 3
    asked = [marks(answer.exercise, 7919 * (first + n) + 1) for n in range(SECRETS)]
    passed, full, said = outcome(answer, exercise(answer.exercise), asked)
    assert not fault(answer, passed, full), (passed, full, said)


@pytest.mark.parametrize("id", sorted(path.stem for path in (ROOT / "exercises").glob("*.py")))
def test_an_exercise_has_right_and_wrong_answers_of_many_kinds(id: str) -> None:
    found = [one for one in ALL if one.exercise == id]
    right = sum(one.right for one in found)
    assert right >= 6 and len(found) - right >= 8, f"{right} right of {len(found)}"
