"""The answers to the course's questions, read from its pages for the instructor's key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coursekit.classroom.answer_key.directives import fences
from coursekit.exercise.question.parse import parse_question
from coursekit.exercise.question.question import Question


def questions(page: str) -> Iterator[Question]:
    """Yield the questions of one page, given its Markdown.

    Raises
    ------
    MalformedQuestionError
        If one cannot be read; the book's build would refuse it too.
    """
    for name, options, body in fences(page, "question"):
        yield parse_question(name, options, body)


def answer_of(question: Question) -> dict[str, Any]:
    """Return what the key says of a question: prompt, answers as given, and which are right; so of each variant too."""
    varied = {"variants": [answer_of(one) for one in question.variants]} if question.variants else {}
    return _answer_of(question) | varied


def _answer_of(question: Question) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": question.kind, "prompt": question.prompt}
    if question.kind == "number":
        return said | {"answer": question.answer, "tolerance": question.tolerance, "unit": question.unit}
    if question.kind == "order":
        return said | {"order": [answer.text for answer in question.answers]}
    if question.kind == "match":
        return said | {"pairs": [[answer.text, answer.partner] for answer in question.answers]}
    return said | {"answers": [{"text": a.text, "right": a.right} for a in question.answers]}


def answers(pages: Iterator[Path] | list[Path], root: Path) -> dict[str, dict[str, Any]]:
    """Return the answers of all questions in ``pages`` by the question's id, each with its page's path.

    Parameters
    ----------
    pages : iterable of Path
        The Markdown files to read.
    root : Path
        The course's folder, from which the pages' addresses count.

    Returns
    -------
    dict
        From each question's id to its ``page`` and what is right.
    """
    return {
        question.id: {"page": path.relative_to(root).with_suffix(".html").as_posix(), **answer_of(question)}
        for path in pages
        for question in questions(path.read_text("utf-8"))
    }
