"""Retrieval questions, as chapters write them: read here, refused with line and remedy when malformed.

Five kinds. *choice* and *several* list answers, ``- [x] text ::: feedback`` or ``- [ ] text ::: feedback``. *number*
has the options ``answer``, ``tolerance`` and ``unit`` and the replies ``- low ::: …``, ``- high ::: …`` and
``- right ::: …``. *order* lists its items in the right order, ``1. text``, and has the replies ``- right ::: …`` and
``- wrong ::: …``. *match* lists pairs, ``- this => that ::: feedback``. Indented lines continue the line above. With
the option ``varies`` numbers vary by learner (:mod:`coursekit.exercise.question.varies`). Only the standard library:
it also runs in the page's Python.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from coursekit.exercise.question.body import STARTS, MalformedQuestionError, check_answers, read_answers
from coursekit.exercise.question.check_variants import check_variants
from coursekit.exercise.question.question import Question
from coursekit.exercise.question.varies import CONDITION, VARYING_KINDS, fill_body, fill_options, rows

KINDS = ("choice", "several", "number", "order", "match")
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def parse_question(id: str, options: Mapping[str, str], body: Sequence[str]) -> Question:
    """Return the question that a directive's argument, options and body lines describe.

    Parameters
    ----------
    id : str
        The directive's argument.
    options : mapping
        Its options by name: ``kind``; for a number also ``answer``, ``tolerance`` and ``unit``; ``varies``.
    body : sequence of str
        Its lines: the prompt, then the answers.

    Returns
    -------
    Question
        The question.

    Raises
    ------
    MalformedQuestionError
        If it cannot be shown; the error's line counts from 0 in the body, and is -1 for the argument and the options.
    """
    if "varies" not in options:
        return _parse(id, options, body)
    if options.get("kind") in KINDS and options["kind"] not in VARYING_KINDS:
        what = f"The numbers of a question of kind {options['kind']} cannot vary."
        raise MalformedQuestionError(-1, what, f"They can in one of kind {', '.join(VARYING_KINDS)}.")
    made = []
    for n, row in enumerate(rows(options["varies"])):
        try:
            one = _parse(id, fill_options(options, row), fill_body(body, row))
        except MalformedQuestionError as fault:
            raise MalformedQuestionError(fault.line, f"Variant {n + 1}: {fault.what}", fault.remedy) from None
        made.append(replace(one, values=row))
    check_variants(made)
    written = _parse(id, fill_options(options, made[0].values), [_marked(line) for line in body], check=False)
    texts = (written.prompt, *(answer.text for answer in written.answers))
    return replace(made[0], variants=tuple(made), places=texts)


def _marked(line: str) -> str:
    """Return a line whose mark is a comparison with a plain mark, its placeholders as they are."""
    return CONDITION.sub("- [ ]", line)


def _parse(id: str, options: Mapping[str, str], body: Sequence[str], check: bool = True) -> Question:
    """Return one variant of a question; ``check`` whether its answers are counted."""
    kind = options.get("kind", "")
    if not NAME.fullmatch(id):
        raise MalformedQuestionError(-1, f"The id {id!r} is not a name.", "Use small letters, digits and hyphens.")
    if kind not in KINDS:
        said = f"The kind {kind!r} does not exist." if kind else "The question says no kind."
        raise MalformedQuestionError(-1, said, f"Write `:kind:` and one of {', '.join(KINDS)}.")
    start = next((n for n, line in enumerate(body) if STARTS[kind].match(line)), len(body))
    prompt = "\n".join(body[:start]).strip()
    if not prompt:
        raise MalformedQuestionError(0, "The question asks nothing.", "Write its text above the answers.")
    entries = _entries(body, start)
    numbers = _number(options, kind)
    answers, replies = read_answers(kind, entries)
    if check:
        check_answers(kind, answers, replies, len(body) - 1)
    return Question(id, kind, prompt, tuple(answers), replies, *numbers)


def _entries(body: Sequence[str], start: int) -> list[tuple[int, str]]:
    """Return the entries below the prompt, each with its line, continuation lines joined."""
    entries: list[tuple[int, str]] = []
    for n in range(start, len(body)):
        line = body[n]
        if not line.strip():
            continue
        if line[0].isspace() and entries:
            first, text = entries[-1]
            entries[-1] = (first, f"{text} {line.strip()}")
        else:
            entries.append((n, line.rstrip()))
    return entries


def _number(options: Mapping[str, str], kind: str) -> tuple[float, float, str]:
    """Return a number question's answer, tolerance and unit; refuse them for another kind."""
    given = [name for name in ("answer", "tolerance", "unit") if name in options]
    if kind != "number":
        if given:
            raise MalformedQuestionError(-1, f"A {kind} question has no `:{given[0]}:`.", "Mark its answers instead.")
        return math.nan, 0.0, ""
    if "answer" not in options:
        raise MalformedQuestionError(-1, "The number has no answer.", "Add it, as in `:answer: 146`.")
    values = []
    for name in ("answer", "tolerance"):
        try:
            value = float(options.get(name) or 0)
        except ValueError:
            value = math.nan
        if not math.isfinite(value) or (name == "tolerance" and value < 0):
            kinds = "a number" if name == "answer" else "a number of 0 or more"
            raise MalformedQuestionError(-1, f"`:{name}: {options[name]}` is not {kinds}.", "Write digits, as in 0.5.")
        values.append(value)
    return values[0], values[1], options.get("unit", "")
