"""What stands below a question's prompt: answers, items, pairs and replies, read and counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

REPLIES = {"number": ("low", "high", "right"), "order": ("right", "wrong")}
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


def read_answers(kind: str, entries: Sequence[tuple[int, str]]) -> tuple[list[Answer], dict[str, str]]:
    """Return the answers and replies that the entries below the prompt give.

    Parameters
    ----------
    kind : str
        The question's kind: ``choice``, ``several``, ``number``, ``order`` or ``match``.
    entries : sequence of (int, str)
        Each with its line in the question's body, from 0.

    Returns
    -------
    tuple of (list of Answer, dict)
        The answers in the order written, and replies by name (``right``, ``low`` and so on).

    Raises
    ------
    MalformedQuestionError
        If an entry is not of the kind's form.
    """
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


def check_answers(kind: str, answers: Sequence[Answer], replies: Mapping[str, str], last: int) -> None:
    """Refuse a question with too few answers, the wrong number of right ones, doubles, or a reply missing.

    Parameters
    ----------
    kind : str
        The question's kind.
    answers : sequence of Answer
        Its answers.
    replies : mapping
        Its replies by name.
    last : int
        The last line of the question's body, for what is missing.

    Raises
    ------
    MalformedQuestionError
        With the line, what is wrong and what would be right.
    """
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
