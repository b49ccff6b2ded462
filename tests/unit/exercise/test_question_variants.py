"""Questions whose numbers vary: small arithmetic and nothing else, and each learner judged by their own numbers."""

from __future__ import annotations

import base64
import json
import math
import re
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_modules import node
from paths import ROOT

from coursekit.book.directives.answer_key import answer_key
from coursekit.classroom.answer_key.question_answers import answer_of, questions
from coursekit.exercise.question.arithmetic import computed
from coursekit.exercise.question.body import MalformedQuestionError
from coursekit.exercise.question.parse import parse_question
from coursekit.exercise.varying import chosen

VARIED = [
    one
    for folder in ("chapters", "book")
    for path in sorted((ROOT / folder).glob("*.md"))
    for one in questions(path.read_text("utf-8"))
    if one.variants
]
OPTIONS = {"kind": "number", "varies": "COME = 10, 20, 30, 40, 50, 60, 70, 80; HALF = COME / 2", "answer": "HALF"}
BODY = ["Of {COME} half are stopped. How many?", "- low ::: Half of {COME}.", "- high ::: No.", "- right ::: {HALF:g}."]
IMPORTS = {
    "question/answer_key": "gradeAnswer, readAnswerKey",
    "desk/grading/mark_question": "markQuestion",
    "varying/variant": "variantIndex",
}
JUDGE = """
const judged = (given.asked ?? []).map(({ kind, id, key, entry, answers }) => {
  const block = { textContent: key, dataset: { edition: "self-study" } };
  const read = readAnswerKey({ id: `question-${id}`, querySelector: () => block });
  return read.variants.map((mine, n) => answers.map((answer) => [
    gradeAnswer(kind, mine, answer).right, markQuestion(entry, answer, n).share,
  ]));
});
return {
  judged,
  odd: (given.odd ?? []).map(([entry, answer, variant]) => markQuestion(entry, answer, variant ?? undefined)),
  chosen: (given.seeds ?? []).map(([seed, id, many]) => variantIndex(seed, id, many)),
};"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory):
    return node(tmp_path_factory.mktemp("page"), IMPORTS, JUDGE)


def right(one):
    return one.answer if one.kind == "number" else [n for n, answer in enumerate(one.answers) if answer.right]


def is_right(one, answer):
    return abs(answer - one.answer) <= one.tolerance + 1e-9 if one.kind == "number" else answer == right(one)


@pytest.mark.parametrize("question", VARIED, ids=lambda one: one.id)
def test_each_variant_is_judged_by_its_own_numbers_in_the_page_and_on_the_desk(question, page):
    answers = [right(one) for one in question.variants]
    key = answer_key(question, "self-study")
    asked = {"id": question.id, "kind": question.kind, "key": key, "entry": answer_of(question), "answers": answers}
    [judged] = page({"asked": [asked]})["judged"]
    for one, verdicts in zip(question.variants, judged, strict=True):
        for answer, (in_page, share) in zip(answers, verdicts, strict=True):
            assert in_page == is_right(one, answer), (one.prompt, answer)
            assert (share == 1) == in_page, (one.prompt, answer)


def test_an_answer_without_its_variant_or_with_a_forged_one_is_judged_by_the_first(page):
    entry = answer_of(parse_question("a", OPTIONS, BODY))
    verdicts = page({"odd": [[entry, 5, None], [entry, 5, 99], [entry, 10, 1], [entry, 5, 1]]})["odd"]
    assert [(one["share"], one["variant"]) for one in verdicts] == [(1, 0), (1, 0), (1, 1), (0, 1)]


def test_the_page_chooses_as_python_does(page):
    seeds = [[7919 * n % 2**32, f"army-{n}", 1 + n % 24] for n in range(200)]
    assert page({"seeds": seeds})["chosen"] == [chosen(*one) for one in seeds]


def test_many_questions_of_every_chapter_vary():
    assert len(VARIED) >= 20
    assert all(len(one.variants) >= 8 for one in VARIED)


@pytest.mark.parametrize("question", VARIED, ids=lambda one: one.id)
def test_no_variant_speaks_of_one_days(question):
    for one in question.variants:
        said = [one.prompt, *one.replies.values(), *(f"{answer.text} {answer.feedback}" for answer in one.answers)]
        assert not [text for text in said if re.search(r"(?<![\d.,])1 [a-z]+s\b(?<!\bis)(?<!\bas)", text)]


def test_what_reads_no_variants_reads_the_first():
    question = parse_question("a", OPTIONS, BODY)
    assert (question.prompt, question.answer) == ("Of 10 half are stopped. How many?", 5)
    assert question.variants[3].replies["low"] == "Half of 40."


def test_the_class_edition_tells_no_variants_answer_at_a_glance():
    question = parse_question("a", OPTIONS, BODY)
    text = answer_key(question, "class")
    assert "Half of" not in text and "answer" not in text
    plain = bytes(a ^ b for a, b in zip(base64.b64decode(text), cycle(b"a"), strict=False))
    assert len(json.loads(plain)["variants"]) == 8


numbers = st.integers(-1000, 1000) | st.floats(-1000, 1000)


@given(numbers, numbers, st.sampled_from("+-*"))
def test_arithmetic_computes_as_python_does(a, b, sign):
    expected = eval(f"a {sign} b", {"a": a, "b": b})
    assert computed(f"A {sign} B", {"A": a, "B": b}) == expected


@given(st.text(max_size=40) | st.text("AB0123456789+-*/(). <>", max_size=30))
def test_any_text_is_a_finite_number_or_refused(text):
    try:
        found = computed(text, {"A": 2, "B": 0.5})
    except ValueError:
        return
    assert math.isfinite(found)


NOT_ARITHMETIC = ["__import__('os')", "().__class__", "A.real", "[1]", "lambda: 1", "1 if A else 2", "9**9**9"]


@pytest.mark.parametrize("text", [*NOT_ARITHMETIC, "1/0", "C", "'a'"])
def test_what_is_no_small_arithmetic_is_refused(text):
    with pytest.raises(ValueError):
        computed(text, {"A": 2})


@pytest.mark.parametrize(
    ("varies", "answer", "said"),
    [
        ("COME = 1, 2, 3", "COME", "has 3 variants"),
        ("COME = 1, 2; HALF = 1, 2, 3", "COME", "differ in length"),
        ("come = 1, 2", "1", "no name in capitals"),
        ("COME = (", "1", "cannot be read"),
        (OPTIONS["varies"].replace("20", "10", 1), "COME", "are the same"),
        (OPTIONS["varies"], "OTHER", "has no value"),
        (OPTIONS["varies"], "COME / 7", "more digits than the tolerance"),
        (OPTIONS["varies"], "COME * 0 + 3", "only 1 right answers"),
    ],
)
def test_a_question_that_would_be_worse_for_some_is_refused(varies, answer, said):
    with pytest.raises(MalformedQuestionError, match=said) as fault:
        parse_question("a", OPTIONS | {"varies": varies, "answer": answer}, BODY)
    assert fault.value.remedy


def test_a_name_without_a_value_is_refused_with_its_line():
    with pytest.raises(MalformedQuestionError, match="has no value") as fault:
        parse_question("a", OPTIONS, [*BODY[:2], "- high ::: {OTHER}.", BODY[3]])
    assert fault.value.line == 2
