"""The neutral form of a bank's questions, from which each format is written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

from coursekit.classroom.answer_key.question_answers import questions
from coursekit.exercise.question.question import Question
from coursekit.lms.bank.content import content
from coursekit.lms.contents import pages
from coursekit.lms.xml import sub
from coursekit.words import say


@dataclass(frozen=True)
class BankAnswer:
    """An answer, an item to be ordered, or the left side of a pair; ``partner`` counts in the question's partners."""

    text: ET.Element
    right: bool
    feedback: ET.Element
    partner: int = -1


@dataclass(frozen=True)
class BankQuestion:
    """A question, its texts as trees of XHTML. Items to be ordered stand in the right order."""

    id: str
    kind: str
    prompt: ET.Element
    answers: tuple[BankAnswer, ...] = ()
    partners: tuple[ET.Element, ...] = ()
    replies: Mapping[str, ET.Element] = field(default_factory=dict)
    answer: Decimal = Decimal(0)
    tolerance: Decimal = Decimal(0)

    @property
    def lowest(self) -> Decimal:
        """The smallest number that is right."""
        return self.answer - self.tolerance

    @property
    def highest(self) -> Decimal:
        """The largest number that is right."""
        return self.answer + self.tolerance

    def mixed(self) -> list[int]:
        """Return the places of the answers in an order that is not the right one, always the same."""
        places = sorted(range(len(self.answers)), key=lambda n: hashlib.sha256(f"{self.id}/{n}".encode()).digest())
        return places[::-1] if places == list(range(len(places))) else places


@dataclass(frozen=True)
class Section:
    """The questions of one page: a bank, a category or a quiz of its own, as the format has it."""

    name: str
    title: str
    questions: tuple[BankQuestion, ...]


def bank_question(question: Question, address: str = "", title: str = "") -> BankQuestion:
    """Return a question in the neutral form.

    Parameters
    ----------
    question : Question
        As the page's Markdown gives it.
    address : str
        The page's published address, for links in the question; "" if there is none.
    title : str
        The page's title, which the prompt names at its end: many questions ask about a lab that stands there.

    Returns
    -------
    BankQuestion
        The same question; a number's unit is asked for at the prompt's end too.
    """
    prompt = content(question.prompt, address, inline=False)
    if question.unit:
        sub(prompt, "p", say("lms.unit", unit=question.unit))
    if title:
        before, _, after = say("lms.page", title="\0").partition("\0")
        last = sub(prompt, "p", before)
        if address:
            sub(last, "a", title, href=address).tail = after
        else:
            last.text = f"{before}{title}{after}"
    sides: Sequence[str] = sorted({answer.partner for answer in question.answers}) if question.kind == "match" else ()
    answers = tuple(
        BankAnswer(
            content(answer.text, address),
            answer.right,
            content(answer.feedback, address),
            sides.index(answer.partner) if sides else -1,
        )
        for answer in question.answers
    )
    number = question.kind == "number"
    return BankQuestion(
        question.id,
        question.kind,
        prompt,
        answers,
        tuple(content(side, address) for side in sides),
        {name: content(text, address) for name, text in question.replies.items()},
        exact(question.answer) if number else Decimal(0),
        exact(question.tolerance) if number else Decimal(0),
    )


def exact(number: float) -> Decimal:
    """Return a number as its author wrote it: 0.3, and not the binary fraction next to it."""
    return Decimal(repr(number))


def digits(number: Decimal) -> str:
    """Return a number in plain digits, without an exponent."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_bank(root: Path, address: str = "") -> list[Section]:
    """Return all the questions of a course, page by page, in the order of its table of contents.

    Parameters
    ----------
    root : Path
        The course's folder.
    address : str
        Where the course is published, ending in a slash; "" if that is not known.

    Returns
    -------
    list of Section
        A section for each page that asks anything.

    Raises
    ------
    MalformedQuestionError
        If a question cannot be read; the book's build would refuse it too.
    """
    found = []
    for page in pages(root):
        text = (root / f"{page.name}.md").read_text("utf-8")
        where = f"{address}{page.path}" if address else ""
        asked = tuple(bank_question(question, where, page.title) for question in questions(text))
        if asked:
            found.append(Section(page.name, page.title, asked))
    return found
