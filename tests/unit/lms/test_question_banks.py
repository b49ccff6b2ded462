"""Questions of every kind in each format: read by a parser, the right answer gets full points and a wrong one not."""

from __future__ import annotations

import html as entities
import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from bank_evaluators import bare, moodle_choices, moodle_number, qti12, qti21
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import ROOT

from coursekit.exercise.question.body import Answer
from coursekit.exercise.question.parse import KINDS
from coursekit.exercise.question.question import Question
from coursekit.lms.bank import moodle
from coursekit.lms.bank import qti12 as writer12
from coursekit.lms.bank import qti21 as writer21
from coursekit.lms.bank.content import content, html, plain
from coursekit.lms.bank.questions import BankQuestion, bank_question, digits, read_bank
from coursekit.lms.bank.write import bank_files
from coursekit.lms.xml import document

HOSTILE = [
    "]]>",
    "<script>x</script>",
    "&amp;",
    '"',
    "'",
    "\x00",
    "\x0b",
    "\ufffe",
    "ґїєі",
    "$x<1$",
    "-->",
    "\\(",
    "🙂",
]
texts = st.lists(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=8), min_size=1, max_size=4).map(" a ".join)
numbers = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 4))


@st.composite
def asked(draw: Callable) -> BankQuestion:
    """A question of any kind, whatever its texts say."""
    kind = draw(st.sampled_from(KINDS))
    count = draw(st.integers(3, 6))
    right = [kind not in ("choice", "several")] * count
    if kind in ("choice", "several"):
        right[draw(st.integers(0, count - 1))] = True
        if kind == "several":
            right[draw(st.integers(0, count - 1))] = True
    partners = draw(st.lists(st.sampled_from(["one", "two", "three"]), min_size=count, max_size=count))
    answers = tuple(
        Answer(f"{n} {draw(texts)}", n, right[n], draw(texts), partners[n] if kind == "match" else "")
        for n in range(count)
    )
    replies = {"number": ("low", "high", "right"), "order": ("right", "wrong")}.get(kind, ())
    question = Question(
        draw(st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?", fullmatch=True)),
        kind,
        draw(texts),
        () if kind == "number" else answers,
        {name: draw(texts) for name in replies},
        draw(numbers),
        abs(draw(numbers)),
        draw(st.sampled_from(["", "days"])),
    )
    return bank_question(question, draw(st.sampled_from(["", "https://example.org/a.html"])), "A & B")


def reread(element: ET.Element) -> ET.Element:
    return bare(ET.fromstring(document(element)))


def right_places(question: BankQuestion) -> set[int]:
    return {n for n, answer in enumerate(question.answers) if answer.right}


def others(question: BankQuestion) -> list[set[int]]:
    """Wrong choices: one taken from the right ones, one added, none, all that are wrong, all."""
    right, every = right_places(question), set(range(len(question.answers)))
    found = [right ^ {n} for n in every] + [set(), every - right, every]
    if question.kind == "choice":
        found = [{n} for n in every]
    return [one for one in found if one != right]


def wrong_numbers(question: BankQuestion) -> tuple[float, float]:
    step = max(Decimal(1), abs(question.answer)) / 100
    return float(question.lowest - step), float(question.highest + step)


@given(asked())
@settings(deadline=None, max_examples=60)
def test_qti_1_2_gives_full_points_to_what_is_right_and_says_its_feedback(question: BankQuestion) -> None:
    item = reread(writer12.item(question))
    said = {one.get("ident"): one.findtext(".//mattext") for one in item.iter("itemfeedback")}
    assert item.findtext("presentation/material/mattext") == html(question.prompt)
    if question.kind == "number":
        assert qti12(item, {"response1": [digits(question.answer)]}) == (100, ["correct_fb"])
        for number in wrong_numbers(question):
            assert qti12(item, {"response1": [repr(number)]}) == (0, ["general_incorrect_fb"])
        assert all(html(question.replies[side]) in said["general_incorrect_fb"] for side in ("low", "high"))
        return
    responses = item.findall(".//response_lid")
    if question.kind in ("choice", "several"):
        idents = [label.get("ident") for label in item.iter("response_label")]
        texts = [label.findtext(".//mattext") for label in item.iter("response_label")]
        assert texts == [html(answer.text) for answer in question.answers] and len(set(idents)) == len(idents)
        score, shown = qti12(item, {"response1": [idents[n] for n in sorted(right_places(question))]})
        assert score == 100 and shown == [f"{idents[n]}_fb" for n in sorted(right_places(question))]
        assert [said[f"{ident}_fb"] for ident in idents] == [html(answer.feedback) for answer in question.answers]
        assert all(qti12(item, {"response1": [idents[n] for n in one]})[0] < 100 for one in others(question))
        return
    wanted = [answer.text for answer in question.answers] if question.kind == "order" else None
    full = {}
    for n, (response, answer) in enumerate(zip(responses, question.answers, strict=True)):
        labels = {label.findtext(".//mattext"): label.get("ident") for label in response.iter("response_label")}
        full[response.get("ident")] = [labels[html(wanted[n] if wanted else question.partners[answer.partner])]]
    score, shown = qti12(item, full)
    assert score == 100 and all(said[name] is not None for name in shown)
    for ident in full:
        score, _ = qti12(item, {**full, ident: ["0"]})
        assert 0 <= score < 100


@given(asked())
@settings(deadline=None, max_examples=60)
def test_qti_2_1_gives_a_point_to_what_is_right_and_says_its_feedback(question: BankQuestion) -> None:
    item = reread(writer21.item(question))
    said = {one.get("identifier"): "".join(one.itertext()) for one in item.iter("modalFeedback")}
    right = [value.text for value in item.findall("responseDeclaration/correctResponse/value")]
    score, shown = qti21(item, right)
    assert score == 1 and shown and set(shown) <= said.keys()
    assert "".join(item.find("itemBody/div").itertext()) == "".join(question.prompt.itertext())
    if question.replies:
        assert said == {name: "".join(tree.itertext()) for name, tree in question.replies.items()}
        assert shown == ["right"]
    else:
        assert list(said.values()) == ["".join(answer.feedback.itertext()) for answer in question.answers]
    if question.kind == "number":
        low, high = (qti21(item, [repr(number)]) for number in wrong_numbers(question))
        assert (low, high) == ((0, ["low"]), (0, ["high"]))
    elif question.kind in ("choice", "several"):
        for one in others(question):
            assert qti21(item, [f"A{n + 1}" for n in sorted(one)])[0] == 0
    else:
        assert qti21(item, right[::-1] if question.kind == "order" else right[1:])[0] == 0
        assert qti21(item, [])[0] == 0
    if question.kind == "order":
        listed = [choice.get("identifier") for choice in item.iter("simpleChoice")]
        assert sorted(listed) == sorted(right) and listed != right


@given(asked())
@settings(deadline=None, max_examples=60)
def test_moodle_gives_full_points_to_what_is_right_and_says_its_feedback(question: BankQuestion) -> None:
    item = reread(moodle.item(question))
    assert item.findtext("questiontext/text") == html(question.prompt)
    if question.kind == "number":
        points, said = moodle_number(item, float(question.answer))
        assert (points, said) == (100, html(question.replies["right"]))
        for number, side in zip(wrong_numbers(question), ("low", "high"), strict=True):
            assert moodle_number(item, number) == (0, html(question.replies[side]))
    elif question.kind in ("choice", "several"):
        assert [a.findtext("text") for a in item.findall("answer")] == [html(a.text) for a in question.answers]
        assert [a.findtext("feedback/text") for a in item.findall("answer")] == [
            html(a.feedback) for a in question.answers
        ]
        assert moodle_choices(item, right_places(question)) == pytest.approx(100, abs=0.001)
        assert all(moodle_choices(item, one) < 99.9 for one in others(question))
    elif question.kind == "order":
        assert [a.findtext("text") for a in item.findall("answer")] == [html(a.text) for a in question.answers]
        assert item.findtext("gradingtype") == "ALL_OR_NOTHING"
        assert item.findtext("correctfeedback/text") == html(question.replies["right"])
        assert item.findtext("incorrectfeedback/text") == html(question.replies["wrong"])
    else:
        pairs = [(one.findtext("text"), one.findtext("answer/text")) for one in item.findall("subquestion")]
        assert pairs == [(html(a.text), plain(question.partners[a.partner])) for a in question.answers]
        general = item.findtext("generalfeedback/text")
        assert all(html(answer.feedback) in general for answer in question.answers)


@given(
    st.lists(st.sampled_from([*HOSTILE, "*", "**", "`", "<b>", "</p>", "<a href='x'>", "</a>", "<br>"])).map("".join)
)
def test_what_a_text_says_survives_html_and_xml(markdown: str) -> None:
    said = content(markdown, inline=False)
    assert {element.tag for element in said.iter()} <= {"div", "p", "em", "strong", "code", "br", "ul", "li", "ol"} | {
        "pre",
        "blockquote",
    }
    assert "".join(ET.fromstring(document(said)).itertext()) == "".join(said.itertext())
    assert "<script" not in html(said) and "\x00" not in html(said)


@pytest.mark.parametrize(
    ("href", "address", "there"),
    [
        ("#lab-one?x=1&y=2", "https://example.org/c/a.html", "https://example.org/c/a.html#lab-one?x=1&y=2"),
        ("#lab-one", "", None),
        ("javascript:alert(1)", "https://example.org/c/a.html", None),
        ("../b.html", "https://example.org/c/d/a.html", "https://example.org/c/b.html"),
    ],
)
def test_links_are_whole_or_not_there_and_their_words_stay(href: str, address: str, there: str | None) -> None:
    said = content(f'Open <a href="{entities.escape(href)}">the lab</a>.', address)
    assert "".join(said.itertext()) == "Open the lab."
    assert [link.get("href") for link in said.iter("a")] == ([there] if there else [])


def test_formulas_stay_latex_between_the_marks_that_moodle_and_canvas_draw() -> None:
    assert html(content("If $q<1$ then *not*.")) == r"If \(q&lt;1\) then <em>not</em>."


def test_banks_hold_every_question_of_the_course_once_and_are_the_same_each_time() -> None:
    sections = read_bank(ROOT)
    names = [question.id for section in sections for question in section.questions]
    pages = [page for folder in ("chapters", "lessons", "book") for page in ROOT.glob(f"{folder}/*.md")]
    written = [
        line.split()[-1]
        for page in pages
        for line in page.read_text("utf-8").splitlines()
        if line.startswith("```{question}")
    ]
    assert sorted(names) == sorted(written) and len(set(names)) == len(names) >= 67
    assert {question.kind for section in sections for question in section.questions} == set(KINDS)
    made = bank_files(ROOT)
    assert made == bank_files(ROOT)
    quiz = ET.fromstring(made["moodle-xml"].popitem()[1])
    assert [one.findtext("idnumber") for one in quiz if one.get("type") != "category"] == names
    for file in made["qti"].values():
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            held = {name: bare(ET.fromstring(package.read(name))) for name in package.namelist()}
        listed = [resource.get("href") for resource in held["imsmanifest.xml"].iter("resource")]
        assert sorted(listed) == sorted(held.keys() - {"imsmanifest.xml"})
        found = [
            item.get("ident") or item.get("identifier")
            for tree in held.values()
            for item in tree.iter()
            if item.tag in ("item", "assessmentItem")
        ]
        assert sorted(found) == sorted(names)
        assert "{" not in "".join(text for tree in held.values() for text in tree.itertext())
