"""A question, as its directive's text says it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from coursekit.exercise.question.arithmetic import Value
from coursekit.exercise.question.body import Answer


@dataclass(frozen=True)
class Question:
    """A question as read. Texts are Markdown. ``answer`` and ``tolerance`` are in ``unit``, for *number* only.

    Where numbers vary by learner it is the first variant, ``variants`` has all of them with that one, ``values`` the
    values by name, and ``places`` the texts as written, with their placeholders: the prompt, then the answers.
    """

    id: str
    kind: str
    prompt: str
    answers: tuple[Answer, ...] = ()
    replies: Mapping[str, str] = field(default_factory=dict)
    answer: float = math.nan
    tolerance: float = 0.0
    unit: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    variants: tuple[Question, ...] = ()
    places: tuple[str, ...] = ()
