"""Retrieval questions, as chapters write them: read here, refused with line and remedy when malformed.

Five kinds. *choice* and *several* list answers, ``- [x] text ::: feedback`` or ``- [ ] text ::: feedback``. *number* has the
options ``answer``, ``tolerance`` and ``unit`` and the replies ``- low ::: …``, ``- high ::: …``, ``- right ::: …``. *order*
lists its items in the right order, ``1. text``, and has the replies ``- right ::: …`` and ``- wrong ::: …``. *match* lists
pairs, ``- this => that ::: feedback``. Indented lines continue the line above. Only the standard library: it also runs in
the page's Python.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

KINDS = ("choice", "several", "number", "order", "match")
REPLIES = {"number": ("low", "high", "right"), "order": ("right", "wrong")}
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
BOX = re.compile(r"- \[(?P<mark>.?)\]\s*(?P<rest>.*)")
ITEM = re.compile(r"\d+\.\s+(?P<rest>.*)")
REPLY = re.compile(r"- (?P<name>\w+)\s*:::\s*(?P<feedback>.*)")
PAIR = re.compile(r"- (?P<left>.+?)\s+=>\s+(?P<rest>.*)")
STARTS = {"choice": BOX, "several": BOX, "number": REPLY, "order": re.compile(r"\d+\.\s|- \w+\s*:::"), "match": PAIR}


class MalformedQuestionError(ValueError):
    """A question that cannot be shown: in which line of its body, what is wrong, what would be right."""

    def __init__(self, line: int, what: str, remedy: str) -> None:
        super().__init__(f"{what} {remedy}")
        self.line, self.what, self.remedy = line, what, remedy


@dataclass(frozen=True)
class Answer:
    """One answer, item or pair. ``line`` counts from 0 in the question's body; ``partner`` is a pair's other side."""

    text: str
    line: int
    right: bool = True
    feedback: str = ""
    partner: str = ""


@dataclass(frozen=True)
class Question:
    """A question as read. Texts are Markdown. ``answer`` and ``tolerance`` are in ``unit``, for *number* only."""

    id: str
    kind: str
    prompt: str
    answers: tuple[Answer, ...] = ()
    replies: Mapping[str, str] = field(default_factory=dict)
    answer: float = math.nan
    tolerance: float = 0.0
    unit: str = ""


def parse_question(id: str, options: Mapping[str, str], body: Sequence[str]) -> Question:
    """Return the question that a directive's argument, options and body lines describe.

    Raises
    ------
    MalformedQuestionError
        If it cannot be shown; the error's line counts from 0 in the body, and is -1 for the argument and the options.
    """
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
    answers, replies = _read(kind, entries)
    _count(kind, answers, replies, len(body) - 1)
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


def _read(kind: str, entries: Sequence[tuple[int, str]]) -> tuple[list[Answer], dict[str, str]]:
    """Return the answers and replies that the entries below the prompt give."""
    answers: list[Answer] = []
    replies: dict[str, str] = {}
    for line, text in entries:
        box, item, pair, reply = BOX.match(text), ITEM.match(text), PAIR.match(text), REPLY.match(text)
        if kind in ("choice", "several") and box:
            if box["mark"] not in ("x", "X", " "):
                raise MalformedQuestionError(line, f"The mark [{box['mark']}] means nothing.", "Write [x] or [ ].")
            said, feedback = _split(line, box["rest"])
            answers.append(Answer(said, line, box["mark"] in "xX", feedback))
        elif kind == "order" and item:
            answers.append(Answer(item["rest"].strip(), line))
        elif kind == "match" and pair:
            partner, feedback = _split(line, pair["rest"])
            answers.append(Answer(pair["left"], line, feedback=feedback, partner=partner))
        elif kind in REPLIES and reply:
            if reply["name"] not in REPLIES[kind] or reply["name"] in replies:
                names = ", ".join(REPLIES[kind])
                what = (
                    f"The reply {reply['name']!r} {'stands twice' if reply['name'] in replies else 'does not exist'}."
                )
                raise MalformedQuestionError(line, what, f"Right would be one each of: {names}.")
            if not reply["feedback"]:
                raise MalformedQuestionError(line, "The reply says nothing.", "Write its text after `:::`.")
            replies[reply["name"]] = reply["feedback"]
        else:
            raise MalformedQuestionError(line, f"This is no answer to a {kind} question: {text!r}.", FORMS[kind])
    return answers, replies


FORMS = {
    "choice": "Write `- [ ] text ::: feedback`, with [x] for the right one.",
    "several": "Write `- [ ] text ::: feedback`, with [x] for each right one.",
    "number": "Write `- low ::: feedback`, `- high ::: feedback` or `- right ::: feedback`.",
    "order": "Write `1. text` for each item, then `- right ::: feedback` and `- wrong ::: feedback`.",
    "match": "Write `- this => that ::: feedback`.",
}


def _split(line: int, text: str) -> tuple[str, str]:
    """Return an answer's text and feedback, on either side of ``:::``."""
    said, mark, feedback = (part.strip() for part in text.partition(":::"))
    if not said:
        raise MalformedQuestionError(line, "The answer is empty.", "Write its text before `:::`.")
    if not mark or not feedback:
        raise MalformedQuestionError(line, f"The answer {said!r} has no feedback.", "Write it after the answer: `:::`.")
    return said, feedback


def _count(kind: str, answers: Sequence[Answer], replies: Mapping[str, str], last: int) -> None:
    """Refuse a question with too few answers, the wrong number of right ones, doubles, or a reply missing."""
    least = {"choice": 2, "several": 2, "number": 0, "order": 3, "match": 2}[kind]
    if len(answers) < least:
        raise MalformedQuestionError(last, f"A {kind} question needs {least} answers, not {len(answers)}.", FORMS[kind])
    seen: set[str] = set()
    for answer in answers:
        if answer.text in seen:
            raise MalformedQuestionError(answer.line, f"{answer.text!r} stands twice.", "Take one of the two out.")
        seen.add(answer.text)
    right = sum(answer.right for answer in answers)
    if kind == "choice" and right != 1:
        raise MalformedQuestionError(last, f"{right} answers are marked right.", "Mark one with [x], or use `several`.")
    if kind == "several" and right == 0:
        raise MalformedQuestionError(last, "No answer is marked right.", "Mark each right one with [x].")
    for name in REPLIES.get(kind, ()):
        if name not in replies:
            raise MalformedQuestionError(last, f"The reply {name!r} is missing.", f"Add `- {name} ::: feedback`.")
