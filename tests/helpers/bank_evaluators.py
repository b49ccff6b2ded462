"""What an importer does with a bank's files: it reads them with a parser, and evaluates an answer as they say."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

Given = Mapping[str, list[str]]
"""An answer: the values given, by the name of the response."""


def local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def bare(root: ET.Element) -> ET.Element:
    """The tree without its namespace."""
    for element in root.iter():
        element.tag = local(element)
    return root


def qti12(item: ET.Element, given: Given) -> tuple[float, list[str]]:
    """Score, out of 100, and names of the feedback shown, of a QTI 1.2 item: its conditions, one after another."""
    score, shown = 0.0, []
    for condition in item.iter("respcondition"):
        if not all(_holds12(test, given) for test in condition.find("conditionvar")):
            continue
        for change in condition.iter("setvar"):
            score = float(change.text) + (score if change.get("action") == "Add" else 0)
        shown += [feedback.get("linkrefid") for feedback in condition.iter("displayfeedback")]
        if condition.get("continue") == "No":
            break
    return score, shown


def _holds12(test: ET.Element, given: Given) -> bool:
    kind = test.tag
    if kind in ("and", "or", "not"):
        held = [_holds12(part, given) for part in test]
        return all(held) if kind == "and" else any(held) if kind == "or" else not all(held)
    if kind == "other":
        return True
    values = given.get(test.get("respident"), [])
    if kind == "varequal":
        return test.text in values or any(_same(value, test.text) for value in values)
    numbers = [float(value) for value in values]
    return any({"vargte": n >= float(test.text), "varlte": n <= float(test.text)}[kind] for n in numbers)


def _same(one: str, other: str) -> bool:
    try:
        return float(one) == float(other)
    except ValueError:
        return False


def qti21(item: ET.Element, values: list[str]) -> tuple[float, list[str]]:
    """Score and names of the modal feedback shown, of a QTI 2.1 item whose namespace is taken off."""
    declared = item.find("responseDeclaration")
    right = [value.text for value in declared.iter("value")]
    variables = {"RESPONSE": values, "SCORE": ["0"], "FEEDBACK": []}
    for rule in item.find("responseProcessing"):
        _run21(rule, variables, right, declared.get("cardinality"))
    shown = [f.get("identifier") for f in item.iter("modalFeedback") if f.get("identifier") in variables["FEEDBACK"]]
    return float(variables["SCORE"][0]), shown


def _run21(rule: ET.Element, variables: dict[str, list[str]], right: list[str], cardinality: str) -> None:
    if rule.tag == "setOutcomeValue":
        variables[rule.get("identifier")] = _value21(rule[0], variables, right)
        return
    assert rule.tag == "responseCondition"
    for branch in rule:
        rules = list(branch)
        if branch.tag in ("responseIf", "responseElseIf") and not _holds21(rules.pop(0), variables, right, cardinality):
            continue
        for inner in rules:
            _run21(inner, variables, right, cardinality)
        return


def _value21(expression: ET.Element, variables: dict[str, list[str]], right: list[str]) -> list[str]:
    if expression.tag == "multiple":
        return [value for part in expression for value in _value21(part, variables, right)]
    if expression.tag == "baseValue":
        return [expression.text]
    return right if expression.tag == "correct" else variables[expression.get("identifier")]


def _holds21(test: ET.Element, variables: dict[str, list[str]], right: list[str], cardinality: str) -> bool:
    one, other = (_value21(part, variables, right) for part in test)
    if test.tag == "match":
        return sorted(one) == sorted(other) if cardinality == "multiple" else one == other
    if not one:
        return False
    if test.tag == "lt":
        return float(one[0]) < float(other[0])
    below, above = (float(part) for part in test.get("tolerance").split())
    return float(other[0]) - below <= float(one[0]) <= float(other[0]) + above


def moodle_number(question: ET.Element, value: float) -> tuple[float, str]:
    """Points out of 100 and the feedback of Moodle's numerical question: its first answer that the number is near."""
    for answer in question.findall("answer"):
        text = answer.findtext("text")
        if text == "*" or abs(value - float(text)) <= float(answer.findtext("tolerance")):
            return float(answer.get("fraction")), answer.findtext("feedback/text")
    return 0.0, ""


def moodle_choices(question: ET.Element, chosen: set[int]) -> float:
    """Points out of 100 of Moodle's multiple choice, not below 0."""
    answers = question.findall("answer")
    return max(0.0, sum(float(answers[n].get("fraction")) for n in chosen))
