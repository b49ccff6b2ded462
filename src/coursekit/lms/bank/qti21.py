"""QTI 2.1: an item for each question, with its own response processing and modal feedback.

A question counts as one point if all of it is right, as in the course's pages.
"""

from __future__ import annotations

from copy import deepcopy
from xml.etree import ElementTree as ET

from coursekit.lms.bank.content import plain
from coursekit.lms.bank.questions import BankQuestion, digits
from coursekit.lms.xml import sub

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
CARDINALITY = {"choice": "single", "several": "multiple", "number": "single", "order": "ordered", "match": "multiple"}
BASE = {"number": "float", "match": "directedPair"}


def item(question: BankQuestion) -> ET.Element:
    """Return one question as an ``assessmentItem``."""
    made = ET.Element(
        "assessmentItem",
        xmlns=NAMESPACE,
        identifier=question.id,
        title=plain(question.prompt)[:80] or question.id,
        adaptive="false",
        timeDependent="false",
    )
    kind, cardinality = question.kind, CARDINALITY[question.kind]
    response = sub(made, "responseDeclaration", identifier="RESPONSE", cardinality=cardinality)
    response.set("baseType", BASE.get(kind, "identifier"))
    correct = sub(response, "correctResponse")
    for value in _right(question):
        sub(correct, "value", value)
    several = "multiple" if kind in ("several", "match") else "single"
    for name, base, many in (("SCORE", "float", "single"), ("FEEDBACK", "identifier", several)):
        sub(made, "outcomeDeclaration", identifier=name, cardinality=many, baseType=base)
    score = made.find("outcomeDeclaration")
    assert score is not None
    score.set("normalMaximum", "1")
    sub(sub(score, "defaultValue"), "value", "0")
    _interaction(question, sub(made, "itemBody"))
    _processing(question, sub(made, "responseProcessing"))
    replies = question.replies or {f"A{n}": answer.feedback for n, answer in enumerate(question.answers, 1)}
    for name, reply in replies.items():
        shown = sub(made, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier=name, showHide="show")
        _fill(shown, reply)
    return made


def _right(question: BankQuestion) -> list[str]:
    """Return the values of the correct response."""
    if question.kind == "number":
        return [digits(question.answer)]
    if question.kind == "match":
        return [f"A{n} P{answer.partner + 1}" for n, answer in enumerate(question.answers, 1)]
    return [f"A{n}" for n, answer in enumerate(question.answers, 1) if answer.right]


def _fill(parent: ET.Element, tree: ET.Element) -> None:
    """Put what a tree holds into an element."""
    parent.text = tree.text
    parent.extend([deepcopy(part) for part in tree])


def _interaction(question: BankQuestion, body: ET.Element) -> None:
    _fill(sub(body, "div"), question.prompt)
    if question.kind == "number":
        sub(sub(body, "p"), "textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="12")
        return
    if question.kind == "match":
        count = str(len(question.answers))
        box = sub(body, "matchInteraction", responseIdentifier="RESPONSE", shuffle="true", maxAssociations=count)
        left, right = sub(box, "simpleMatchSet"), sub(box, "simpleMatchSet")
        for n, answer in enumerate(question.answers, 1):
            _fill(sub(left, "simpleAssociableChoice", identifier=f"A{n}", matchMax="1"), answer.text)
        for n, side in enumerate(question.partners, 1):
            _fill(sub(right, "simpleAssociableChoice", identifier=f"P{n}", matchMax=count), side)
        return
    box = sub(body, "orderInteraction" if question.kind == "order" else "choiceInteraction")
    box.set("responseIdentifier", "RESPONSE")
    box.set("shuffle", "true")
    if question.kind != "order":
        box.set("maxChoices", "1" if question.kind == "choice" else "0")
    for n in question.mixed() if question.kind == "order" else range(len(question.answers)):
        _fill(sub(box, "simpleChoice", identifier=f"A{n + 1}"), question.answers[n].text)


def _set(parent: ET.Element, outcome: str, base: str, value: str) -> None:
    sub(sub(parent, "setOutcomeValue", identifier=outcome), "baseValue", value, baseType=base)


def _processing(question: BankQuestion, processing: ET.Element) -> None:
    choice = sub(processing, "responseCondition")
    when = sub(choice, "responseIf")
    if question.kind == "number":
        test = sub(when, "equal", toleranceMode="absolute")
        test.set("tolerance", " ".join([digits(question.tolerance)] * 2))
    else:
        test = sub(when, "match")
    sub(test, "variable", identifier="RESPONSE")
    sub(test, "correct", identifier="RESPONSE")
    _set(when, "SCORE", "float", "1")
    if question.kind in ("choice", "several"):
        sub(sub(processing, "setOutcomeValue", identifier="FEEDBACK"), "variable", identifier="RESPONSE")
    elif question.kind == "match":
        every = sub(sub(processing, "setOutcomeValue", identifier="FEEDBACK"), "multiple")
        for n in range(len(question.answers)):
            sub(every, "baseValue", f"A{n + 1}", baseType="identifier")
    else:
        _set(when, "FEEDBACK", "identifier", "right")
        if question.kind == "number":
            low = sub(choice, "responseElseIf")
            test = sub(low, "lt")
            sub(test, "variable", identifier="RESPONSE")
            sub(test, "correct", identifier="RESPONSE")
            _set(low, "FEEDBACK", "identifier", "low")
        _set(sub(choice, "responseElse"), "FEEDBACK", "identifier", "high" if question.kind == "number" else "wrong")
