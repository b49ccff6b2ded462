"""QTI 1.2, as Canvas takes it: a quiz of each page's questions.

Answers have numbers for names, and feedback is named after its answer, or ``correct_fb`` and ``general_incorrect_fb``:
so Canvas finds it. An order is asked for by matching places to items, for Canvas's classic quizzes know no order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from xml.etree import ElementTree as ET

from coursekit.lms.bank.content import html
from coursekit.lms.bank.questions import BankQuestion, Section, digits
from coursekit.lms.xml import sub
from coursekit.words import say

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
TYPES = {
    "choice": "multiple_choice_question",
    "several": "multiple_answers_question",
    "number": "numerical_question",
    "order": "matching_question",
    "match": "matching_question",
}
FULL = Decimal(100)


def assessment(section: Section) -> ET.Element:
    """Return a page's questions as a ``questestinterop`` with one assessment."""
    root = ET.Element("questestinterop", xmlns=NAMESPACE)
    held = sub(root, "assessment", ident=section.name.replace("/", "-"), title=section.title)
    part = sub(held, "section", ident="root_section")
    for question in section.questions:
        part.append(item(question))
    return root


def item(question: BankQuestion) -> ET.Element:
    """Return one question as an ``item``."""
    made = ET.Element("item", ident=question.id, title=question.id)
    about = sub(sub(made, "itemmetadata"), "qtimetadata")
    for label, entry in (("question_type", TYPES[question.kind]), ("points_possible", "1")):
        pair = sub(about, "qtimetadatafield")
        sub(pair, "fieldlabel", label)
        sub(pair, "fieldentry", entry)
    shown = sub(made, "presentation")
    _say(shown, question.prompt)
    processing = sub(made, "resprocessing")
    sub(sub(processing, "outcomes"), "decvar", varname="SCORE", vartype="Decimal", minvalue="0", maxvalue="100")
    said: dict[str, Sequence[ET.Element]] = {}
    if question.kind in ("choice", "several"):
        _choices(question, shown, processing, said)
    elif question.kind == "number":
        _number(question, shown, processing, said)
    else:
        _pairs(question, shown, processing, said)
    for ident, trees in said.items():
        _say(sub(sub(made, "itemfeedback", ident=ident), "flow_mat"), *trees)
    return made


def _say(parent: ET.Element, *trees: ET.Element) -> None:
    sub(sub(parent, "material"), "mattext", html(*trees), texttype="text/html")


def _id(question: BankQuestion, place: int) -> str:
    """Return the number that names an answer: its place behind four digits of the question's own."""
    own = int(hashlib.sha256(question.id.encode()).hexdigest()[:8], 16) % 9000 + 1000
    return f"{own}{place:02}"


def _condition(processing: ET.Element, going_on: bool) -> tuple[ET.Element, ET.Element]:
    """Append a condition; return it and the element that says when it holds."""
    made = sub(processing, "respcondition", continue_="Yes" if going_on else "No")
    return made, sub(made, "conditionvar")


def _feedback(condition: ET.Element, ident: str) -> None:
    sub(condition, "displayfeedback", feedbacktype="Response", linkrefid=ident)


def _choices(
    question: BankQuestion, shown: ET.Element, processing: ET.Element, said: dict[str, Sequence[ET.Element]]
) -> None:
    one = question.kind == "choice"
    response = sub(shown, "response_lid", ident="response1", rcardinality="Single" if one else "Multiple")
    box = sub(response, "render_choice", shuffle="Yes")
    for n, answer in enumerate(question.answers):
        _say(sub(box, "response_label", ident=_id(question, n)), answer.text)
        condition, when = _condition(processing, going_on=True)
        sub(when, "varequal", _id(question, n), respident="response1")
        _feedback(condition, f"{_id(question, n)}_fb")
        said[f"{_id(question, n)}_fb"] = [answer.feedback]
    condition, when = _condition(processing, going_on=False)
    holder = when if one else sub(when, "and")
    for n, answer in enumerate(question.answers):
        if answer.right:
            sub(holder, "varequal", _id(question, n), respident="response1")
        elif not one:
            sub(sub(holder, "not"), "varequal", _id(question, n), respident="response1")
    sub(condition, "setvar", "100", action="Set", varname="SCORE")


def _number(
    question: BankQuestion, shown: ET.Element, processing: ET.Element, said: dict[str, Sequence[ET.Element]]
) -> None:
    response = sub(shown, "response_str", ident="response1", rcardinality="Single")
    sub(sub(response, "render_fib", fibtype="Decimal"), "response_label", ident="answer1")
    condition, when = _condition(processing, going_on=False)
    either = sub(when, "or")
    sub(either, "varequal", digits(question.answer), respident="response1")
    between = sub(either, "and")
    sub(between, "vargte", digits(question.lowest), respident="response1")
    sub(between, "varlte", digits(question.highest), respident="response1")
    sub(condition, "setvar", "100", action="Set", varname="SCORE")
    _feedback(condition, "correct_fb")
    condition, when = _condition(processing, going_on=True)
    sub(when, "other")
    _feedback(condition, "general_incorrect_fb")
    said["correct_fb"] = [question.replies["right"]]
    # Canvas shows one text for every wrong number: it says both.
    said["general_incorrect_fb"] = [
        part
        for side in ("low", "high")
        for part in (_paragraph(say(f"lms.too-{side}")), _paragraph("", question.replies[side]))
    ]


def _paragraph(text: str, tree: ET.Element | None = None) -> ET.Element:
    """Return a ``div`` that holds a paragraph: a text, or what a tree holds."""
    made = ET.Element("div")
    inner = sub(made, "p", text)
    if tree is not None:
        inner.text = tree.text
        inner.extend(list(tree))
    return made


def _pairs(
    question: BankQuestion, shown: ET.Element, processing: ET.Element, said: dict[str, Sequence[ET.Element]]
) -> None:
    count = len(question.answers)
    order = question.kind == "order"
    sides = [answer.text for answer in question.answers] if order else question.partners
    listed = question.mixed() if order else list(range(len(sides)))
    share = (FULL / count).quantize(Decimal("0.01"))
    right: list[tuple[str, str]] = []
    for n, answer in enumerate(question.answers):
        ident, partner = f"response_{_id(question, n)}", _id(question, 50 + (n if order else answer.partner))
        right.append((ident, partner))
        response = sub(shown, "response_lid", ident=ident)
        _say(response, _paragraph(say("lms.place", n=n + 1)) if order else answer.text)
        box = sub(response, "render_choice")
        for place in listed:
            _say(sub(box, "response_label", ident=_id(question, 50 + place)), sides[place])
        condition, when = _condition(processing, going_on=True)
        sub(when, "varequal", partner, respident=ident)
        worth = FULL - share * (count - 1) if n == count - 1 else share
        sub(condition, "setvar", digits(worth), action="Add", varname="SCORE")
        if not order:
            _feedback(condition, f"{_id(question, n)}_fb")
            condition, when = _condition(processing, going_on=True)
            sub(sub(when, "not"), "varequal", partner, respident=ident)
            _feedback(condition, f"{_id(question, n)}_fb")
            said[f"{_id(question, n)}_fb"] = [answer.feedback]
    if order:
        for name, reply in (("correct_fb", "right"), ("general_incorrect_fb", "wrong")):
            condition, when = _condition(processing, going_on=True)
            every = sub(when if reply == "right" else sub(when, "not"), "and")
            for ident, partner in right:
                sub(every, "varequal", partner, respident=ident)
            _feedback(condition, name)
            said[name] = [question.replies[reply]]
