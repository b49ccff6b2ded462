"""A lesson's words are a pupil's, its minutes are the sum of its steps, and a page that is no lesson is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st

from coursekit.book.directives.lesson.labs import LabInLesson, MalformedLabError
from coursekit.book.directives.lesson.measure import Step, TeacherPart, lesson_faults, pupil_words
from coursekit.book.directives.lesson.page import answer_of
from coursekit.exercise.question.parse import parse_question

WORDS = st.lists(st.text("abcdefghij’", min_size=1, max_size=9).filter(lambda word: word[0] != "’"), max_size=40)
GOOD = [
    Step("Bet", 5, 60, 0, 0, False),
    Step("Look", 15, 150, 1, 2, False),
    Step("Look again", 12, 150, 1, 1, False),
    Step("Talk", 10, 80, 0, 0, True),
]


@given(WORDS, WORDS, WORDS)
def test_only_what_a_pupil_reads_is_counted(read, script, html):
    page = nodes.section("", nodes.title("", "Two words"))
    page += nodes.paragraph("", " ".join(read))
    page += TeacherPart("", nodes.paragraph("", " ".join(script)))
    page += nodes.raw("", " ".join(html), format="html")
    assert pupil_words(page) == 2 + len(read)


def test_a_whole_lesson_has_no_fault():
    assert lesson_faults(GOOD) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"minutes": 2}, "take 29 minutes; right would be 40 to 45"),
        ({"minutes": 25}, "take 52 minutes"),
        ({"labs": 2}, "have 3 labs; right would be 2"),
        ({"questions": 0}, "have 1 questions; right would be 3"),
        ({"pairs": True}, "2 of its steps are marked `:pairs:`; right would be 1"),
    ],
)
def test_what_keeps_a_page_from_being_a_lesson_is_said(changed, said):
    steps = [replace(step, **changed) if step.title == "Look" else step for step in GOOD]
    assert said in " ".join(lesson_faults(steps))


@given(st.integers(0, 3000), st.integers(0, 2), st.integers(0, 3))
def test_a_step_is_given_at_least_what_it_takes(words, labs, questions):
    step = Step("Look", 12, words, labs, questions, False)
    said = any("'Look' is given 12 minutes" in fault for fault in lesson_faults([step]))
    assert said == (words / 150 + 5 * labs + 1.5 * questions > 12)


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("promis", "There is no lab 'promis'"),
        ("promise?budjet=5", "'promise' has no 'budjet'"),
        ("tripwire?contingent=5000000", "'tripwire' cannot open so: contingent is 5e.06; its range is"),
        ("promise?commitment=oath", "'promise' cannot open so: commitment: there is no 'oath'; choose"),
        ("clauses?text_id=oath", "'clauses' cannot open so: .*text_id cannot be 'oath'; choose"),
    ],
)
def test_a_slip_in_a_lab_is_named(link, said):
    with pytest.raises(MalformedLabError, match=said):
        LabInLesson.parse(link, "deterrence.labs")


def test_a_lab_keeps_its_id_and_says_in_what_state_it_opens():
    made = LabInLesson.parse("clauses?text_id=washington_1949", "deterrence.labs")
    assert '<section class="lab" id="lab-clauses" data-opens="text_id=washington_1949"' in made.html()
    assert made.opened.anchor == "lab-clauses?text_id=washington_1949"
    assert any(path.name == "clauses.py" for path in made.files())


CHOICE = ["Which?", "- [x] *This* ::: Yes.", "- [ ] That ::: No."]
NUMBER = ["How many?", "- low ::: More.", "- high ::: Less.", "- right ::: Yes."]
ORDER = ["In order?", "1. a", "2. b", "3. c", "- right ::: Yes.", "- wrong ::: No."]


@pytest.mark.parametrize(
    ("options", "lines", "right"),
    [
        ({"kind": "choice"}, CHOICE, ["<em>This</em>"]),
        ({"kind": "number", "answer": "3", "unit": "%"}, NUMBER, ["3%"]),
        ({"kind": "order"}, ORDER, ["a", "b", "c"]),
    ],
)
def test_a_teacher_is_told_what_is_right(options, lines, right):
    assert answer_of(parse_question("x", options, lines))["right"] == right
