"""The answers to the course's questions, read from its pages for the instructor's key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coursekit.exercise.questions import Question, parse_question

_FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}|:{3,})\{question\} +(?P<id>\S+) *$", re.M)
_OPTION = re.compile(r":(?P<name>[a-z]+):(?P<value>.*)")


def questions(page: str) -> Iterator[Question]:
    """Yield the questions of one page, given its Markdown.

    Raises
    ------
    MalformedQuestionError
        If one cannot be read; the book's build would refuse it too.
    """
    for found in _FENCE.finditer(page):
        lines = page[found.end() :].split("\n")[1:]
        end = next((n for n, line in enumerate(lines) if line.strip() == found["fence"]), len(lines))
        body = [line.removeprefix(found["indent"]) for line in lines[:end]]
        options: dict[str, str] = {}
        while body and (option := _OPTION.fullmatch(body[0].strip())):
            options[option["name"]] = option["value"].strip()
            body.pop(0)
        while body and not body[0].strip():
            body.pop(0)
        yield parse_question(found["id"], options, body)


def answer_of(question: Question) -> dict[str, Any]:
    """Return what the key says of a question: prompt, answers as given, and which are right."""
    said: dict[str, Any] = {"kind": question.kind, "prompt": question.prompt}
    if question.kind == "number":
        return said | {"answer": question.answer, "tolerance": question.tolerance, "unit": question.unit}
    if question.kind == "order":
        return said | {"order": [answer.text for answer in question.answers]}
    if question.kind == "match":
        return said | {"pairs": [[answer.text, answer.partner] for answer in question.answers]}
    return said | {"answers": [{"text": a.text, "right": a.right} for a in question.answers]}


def answers(pages: Iterator[Path] | list[Path], root: Path) -> dict[str, dict[str, Any]]:
    """Return the answers of all questions in ``pages`` by the question's id, each with its page's path."""
    return {
        question.id: {"page": path.relative_to(root).with_suffix(".html").as_posix(), **answer_of(question)}
        for path in pages
        for question in questions(path.read_text("utf-8"))
    }
