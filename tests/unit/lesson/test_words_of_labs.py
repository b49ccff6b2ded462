"""A hard word that a lab says is explained in the lesson that shows the lab."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from paths import ROOT

from coursekit.lab.declare import Say
from deterrence.labs import lab

LESSONS = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "lessons").glob("*.md"))}
LAB = re.compile(r"^```\{lesson-lab\} (\w+)", re.M)
FOLDS = re.compile(r"^```.*?^```$", re.M | re.S)
HARD = ("challenger", "deter", "draw", "guarantor", "protégé", "resolve")
"""No words of a reader at B1, or words that mean something else here."""


def sentences(says: object) -> Iterator[str]:
    """Yield the texts of sentences, however they are grouped."""
    if isinstance(says, Say):
        yield says.text
    elif isinstance(says, (list, tuple)):
        for one in says:
            yield from sentences(one)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_explains_the_hard_words_of_its_labs(lesson: str) -> None:
    explained = [word for _, word in re.findall(r"(\*{1,2})(\w[^*]*)\1", FOLDS.sub("", LESSONS[lesson]))]
    missing = set()
    for id in LAB.findall(LESSONS[lesson]):
        spec = lab(id)
        said = [
            *sentences(getattr(spec, "says", ())),
            *(text for view in getattr(spec, "views", ()) for text in sentences(view.says)),
        ]
        text = re.sub(r"\{.*?\}", "", " ".join(said)).lower()
        missing |= {
            word
            for word in HARD
            if re.search(rf"\b{word}(s|ed)?\b", text) and not any(word in one.lower() for one in explained)
        }
    assert not missing, f"{lesson}: its labs say {sorted(missing)}, and it explains none of them"
