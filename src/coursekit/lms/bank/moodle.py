"""Moodle XML: a category for each page. Questions to be put in order are of the type that Moodle has since 4.4."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from xml.etree import ElementTree as ET

from coursekit.course import course
from coursekit.lms.bank.content import html, plain
from coursekit.lms.bank.questions import BankQuestion, Section, digits
from coursekit.lms.xml import sub

TYPES = {
    "choice": "multichoice",
    "several": "multichoice",
    "number": "numerical",
    "order": "ordering",
    "match": "match",
}
FAR = Decimal(1_000_000)  # a number is "too low" down to here below the right one, in units of its own size


def quiz(sections: Sequence[Section]) -> ET.Element:
    """Return all questions as a ``quiz``, the root of Moodle XML."""
    root = ET.Element("quiz")
    for section in sections:
        # A slash would begin a category below; Moodle writes one that belongs to a name twice.
        names = [name.replace("/", "//") for name in (course().title, section.title)]
        kind = sub(root, "question", type="category")
        sub(sub(kind, "category"), "text", "/".join(["$course$/top", *names]))
        for question in section.questions:
            root.append(item(question))
    return root


def item(question: BankQuestion) -> ET.Element:
    """Return one question as a ``question``."""
    made = ET.Element("question", type=TYPES.get(question.kind, "multichoice"))
    sub(sub(made, "name"), "text", question.id)
    _text(made, "questiontext", html(question.prompt))
    # Moodle's matching has feedback for the whole question only: each pair's stands there, beside its left side.
    pairs = [f"<li>{html(a.text)}: {html(a.feedback)}</li>" for a in question.answers if question.kind == "match"]
    _text(made, "generalfeedback", f"<ul>{''.join(pairs)}</ul>" if pairs else "")
    sub(made, "defaultgrade", "1")
    sub(made, "penalty", "0.3333333")
    sub(made, "hidden", "0")
    sub(made, "idnumber", question.id)
    {"number": _number, "order": _order, "match": _match}.get(question.kind, _choice)(question, made)
    return made


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    made = sub(parent, tag, format="html")
    sub(made, "text", text)
    return made


def _answer(parent: ET.Element, fraction: str, text: str, feedback: str, format: str = "html") -> ET.Element:
    made = sub(parent, "answer", fraction=fraction, format=format)
    sub(made, "text", text)
    _text(made, "feedback", feedback)
    return made


def fraction(count: int) -> str:
    """Return a hundredth of points that ``count`` answers share, with the five decimals that Moodle compares."""
    return digits((Decimal(100) / count).quantize(Decimal("0.00001")))


def _choice(question: BankQuestion, made: ET.Element) -> None:
    """One right answer is worth all; of several each is worth its share, and wrong ones take away theirs."""
    right = sum(answer.right for answer in question.answers)
    wrong = len(question.answers) - right
    sub(made, "single", "true" if question.kind == "choice" else "false")
    sub(made, "shuffleanswers", "true")
    sub(made, "answernumbering", "none")
    for answer in question.answers:
        worth = fraction(right) if answer.right else "0" if question.kind == "choice" else f"-{fraction(wrong)}"
        _answer(made, worth, html(answer.text), html(answer.feedback))


def _number(question: BankQuestion, made: ET.Element) -> None:
    """The right range first; then, with no points, a range that ends at the right number; then anything else."""
    says = {name: html(text) for name, text in question.replies.items()}
    far = FAR * max(Decimal(1), abs(question.answer), question.tolerance)
    plain_text = "moodle_auto_format"
    for worth, text, tolerance, reply in (
        ("100", digits(question.answer), digits(question.tolerance), "right"),
        ("0", digits(question.answer - far), digits(far), "low"),
        ("0", "*", "0", "high"),
    ):
        sub(_answer(made, worth, text, says[reply], plain_text), "tolerance", tolerance)


def _order(question: BankQuestion, made: ET.Element) -> None:
    settings = {"layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": "0", "gradingtype": "ALL_OR_NOTHING"}
    for name, value in {**settings, "showgrading": "SHOW", "numberingstyle": "none"}.items():
        sub(made, name, value)
    for tag, reply in (("correct", "right"), ("partiallycorrect", "wrong"), ("incorrect", "wrong")):
        _text(made, f"{tag}feedback", html(question.replies[reply]))
    for n, answer in enumerate(question.answers, 1):
        _answer(made, str(n), html(answer.text), "")


def _match(question: BankQuestion, made: ET.Element) -> None:
    sub(made, "shuffleanswers", "true")
    for answer in question.answers:
        pair = _text(made, "subquestion", html(answer.text))
        sub(sub(pair, "answer"), "text", plain(question.partners[answer.partner]))
