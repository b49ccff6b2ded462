"""How long a lesson takes: the words a pupil reads, at a second-language reader's pace, and what there is to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docutils import nodes

WORDS_A_MINUTE = 150  # what somebody who reads in a second language reads
LAB_MINUTES = 5.0  # as the plans for teachers reckon
QUESTION_MINUTES = 1.5
SHORTEST, LONGEST = 40, 45  # minutes of a lesson
LABS, QUESTIONS, PAIR_TASKS = 2, 3, 1  # that a lesson has
WORD = re.compile(r"\w[\w’'.,-]*")


class TeacherPart(nodes.General, nodes.Element):  # type: ignore[misc]
    """What is written for the teacher, in a fold of its own; none of it counts as a pupil's words."""


class StepMark(nodes.Invisible, nodes.Element):  # type: ignore[misc]
    """Says of the section that it stands in how many minutes it is given, and whether it is done in pairs."""


@dataclass(frozen=True)
class Step:
    """One step of a lesson.

    Attributes
    ----------
    title
        Its heading.
    minutes
        What it is given.
    words
        What a pupil reads in it, heading and answers included.
    labs, questions
        How many of each stand in it.
    pairs
        Whether it is done in pairs.
    """

    title: str
    minutes: int
    words: int
    labs: int
    questions: int
    pairs: bool

    @property
    def needed(self) -> float:
        """The minutes that reading, labs and questions take; talk comes on top."""
        return self.words / WORDS_A_MINUTE + LAB_MINUTES * self.labs + QUESTION_MINUTES * self.questions


def pupil_words(part: nodes.Element) -> int:
    """Return how many words of a part of a page a pupil reads: not the teacher's, none of a lab's or a button's."""
    if isinstance(part, (TeacherPart, nodes.raw, nodes.comment, nodes.substitution_definition)):
        return 0
    if part.tagname == "pending_xref":  # a source in brackets
        return 0
    found = 0
    for child in part.children:
        if isinstance(child, nodes.Text):
            found += len(WORD.findall(child.astext()))
        elif isinstance(child, nodes.Element):
            found += pupil_words(child)
    return found


def lesson_faults(steps: list[Step]) -> list[str]:
    """Return what keeps a page from being a lesson, a sentence each; nothing if it is one."""
    faults = []
    minutes = sum(step.minutes for step in steps)
    if not SHORTEST <= minutes <= LONGEST:
        faults.append(f"Its steps take {minutes} minutes; right would be {SHORTEST} to {LONGEST}.")
    for wanted, name in ((LABS, "labs"), (QUESTIONS, "questions")):
        if (there := sum(getattr(step, name) for step in steps)) != wanted:
            faults.append(f"Its steps have {there} {name}; right would be {wanted}.")
    if (pairs := sum(step.pairs for step in steps)) != PAIR_TASKS:
        faults.append(f"{pairs} of its steps are marked `:pairs:`; right would be {PAIR_TASKS}.")
    faults += [
        f"The step {step.title!r} is given {step.minutes} minutes; what is in it takes {step.needed:.1f}."
        for step in steps
        if step.needed > step.minutes
    ]
    return faults
