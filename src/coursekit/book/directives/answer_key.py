"""What a question is checked against, as the page's script reads it, and in what order its answers are shown."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import re
from itertools import cycle
from typing import Any

from markdown_it import MarkdownIt

from coursekit.book.directives.varying import reads_as
from coursekit.exercise.question.question import Question
from coursekit.words import say

MARKDOWN = MarkdownIt("commonmark")


def answer_key(question: Question, edition: str) -> str:
    """Return what the page's script checks against, as text for a data block.

    In the class edition it is veiled, so that a glance at the page's source does not tell the answers. It is not
    secret: marks never rest on it.

    Parameters
    ----------
    question : Question
        The question.
    edition : str
        ``self-study`` or ``class``.

    Returns
    -------
    str
        JSON, safe inside a ``<script>`` element; in the class edition combined with the question's id and in
        base64.
    """
    key = _key(question)
    if question.variants:
        key["variants"] = [_key(one) | {"shown": reads_as(one, question.places)} for one in question.variants]
    text = json.dumps(key, ensure_ascii=False)
    if edition != "class":
        return text.replace("</", "<\\/")
    return base64.b64encode(
        bytes(a ^ b for a, b in zip(text.encode(), cycle(question.id.encode()), strict=False))
    ).decode()


def _key(question: Question) -> dict[str, Any]:
    """Return what one variant is checked against, and what is said to each answer."""
    says = {name: MARKDOWN.renderInline(once(text)) for name, text in question.replies.items()}
    key: dict[str, Any] = {"says": says}
    if question.kind in ("choice", "several"):
        key["right"] = [n for n, answer in enumerate(question.answers) if answer.right]
    elif question.kind == "number":
        key |= {"answer": question.answer, "tolerance": question.tolerance}
    elif question.kind == "order":
        key["right"] = list(range(len(question.answers)))
    else:
        sides = partners(question)
        key["right"] = [sides.index(answer.partner) for answer in question.answers]
    if question.kind not in ("number", "order"):
        key["feedback"] = [MARKDOWN.renderInline(once(answer.feedback)) for answer in question.answers]
    return key


def once(reply: str) -> str:
    """Return an author's reply without a verdict at its head: the page puts its own before it."""
    rest = re.sub(rf"^({say('question.verdicts')})[.:,]\s+", "", reply)
    return reply if rest == reply else rest[:1].upper() + rest[1:]


def shuffled(question: Question) -> list[int]:
    """Return the answers' places in the order in which an *order* question first shows them.

    Never the right one, nor (from three answers on) one that a single item's move makes right: the right order turned
    by one is such an order.
    """
    places = list(range(len(question.answers)))
    draw = random.Random(int(hashlib.sha256(question.id.encode()).hexdigest()[:8], 16))
    near = one_move_away(len(places)) if len(places) > 2 else set()
    right = tuple(places)
    while (tuple(places) == right and len(places) > 1) or tuple(places) in near:
        draw.shuffle(places)
    return places


def one_move_away(n: int) -> set[tuple[int, ...]]:
    """Return the orders of ``range(n)`` that taking one item out and putting it elsewhere makes the right one."""
    found = set()
    for taken in range(n):
        rest = [place for place in range(n) if place != taken]
        found |= {(*rest[:at], taken, *rest[at:]) for at in range(n)}
    return found


def partners(question: Question) -> list[str]:
    """Return a *match* question's right-hand sides, each once, in alphabetical order."""
    return sorted({answer.partner for answer in question.answers})
