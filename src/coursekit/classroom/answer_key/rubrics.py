"""Free text that learners write: the prompt, and the rubric by which a person marks it.

In a chapter it stands as a ``{reflection}``: Markdown for the prompt, then the rubric's lines, each
``- criterion | strong | adequate | weak ::: points`` or ``- criterion ::: points``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursekit.classroom.answer_key.directives import fences

LONGEST = 20_000  # characters of one text
_LINE = re.compile(r"- (?P<text>.+?) ::: (?P<points>\d+(?:\.\d+)?)")
_ID = re.compile(r"[a-z][a-z0-9_-]*")


class MalformedReflectionError(ValueError):
    """A reflection that cannot be shown: what is wrong, what would be right."""


@dataclass(frozen=True)
class Criterion:
    """One line of a rubric: what is looked at, what is strong, adequate and weak in it, and the most it brings."""

    name: str
    levels: tuple[str, ...]
    points: float

    @property
    def text(self) -> str:
        """The line as one sentence, for a grader."""
        if not self.levels:
            return self.name
        names = ("strong", "adequate", "weak")
        return f"{self.name}: " + "; ".join(f"{n}: {t}" for n, t in zip(names, self.levels, strict=True))


@dataclass(frozen=True)
class Reflection:
    """A prompt for free text with its rubric. ``memo``: the text is what stands in that lab's memo."""

    id: str
    prompt: str
    rubric: tuple[Criterion, ...]
    memo: str = ""

    @property
    def points(self) -> float:
        """The most that the rubric brings."""
        return sum(one.points for one in self.rubric)


def parse_reflection(name: str, options: dict[str, str], lines: Iterable[str]) -> Reflection:
    """Return the reflection that a directive's name, options and content make.

    Parameters
    ----------
    name : str
        Its id: small letters, digits, ``_`` and ``-``.
    options : dict
        The directive's options; only ``memo``, a lab's id, is known.
    lines : iterable of str
        The prompt, and below it a line ``- criterion | strong | fair | weak ::: points`` for each criterion; levels
        are all three or none.

    Returns
    -------
    Reflection
        Prompt and rubric.

    Raises
    ------
    MalformedReflectionError
        If prompt or rubric are missing or malformed.
    """
    if not _ID.fullmatch(name):
        raise MalformedReflectionError(f"The id {name!r} is not of small letters, digits, _ and -.")
    if odd := set(options) - {"memo"}:
        raise MalformedReflectionError(f"There is no option :{min(odd)}:. Right would be :memo: with a lab's id.")
    prompt: list[str] = []
    rubric: list[Criterion] = []
    for line in lines:
        found = _LINE.fullmatch(line.strip())
        if found:
            first, *levels = (part.strip() for part in found["text"].split("|"))
            if levels and len(levels) != 3:
                raise MalformedReflectionError(f"{line!r} has {len(levels)} levels. Right would be three, or none.")
            rubric.append(Criterion(first, tuple(levels), float(found["points"])))
        elif rubric and line.strip():
            raise MalformedReflectionError(f"{line!r} is no line of a rubric: ‘- criterion | strong | … ::: points’.")
        else:
            prompt.append(line)
    text = "\n".join(prompt).strip()
    if not text or not rubric:
        raise MalformedReflectionError("It needs a prompt, and below it lines ‘- criterion ::: points’.")
    return Reflection(name, text, tuple(rubric), options.get("memo", ""))


def reflections(page: str) -> Iterator[Reflection]:
    """Yield the reflections of one page, given its Markdown."""
    for name, options, body in fences(page, "reflection"):
        yield parse_reflection(name, options, body)


def rubrics(pages: Iterable[Path], root: Path) -> dict[str, dict[str, Any]]:
    """Return what the key says of the reflections in some pages.

    Parameters
    ----------
    pages : iterable of Path
        The Markdown files to read.
    root : Path
        The course's folder, from which the pages' addresses count.

    Returns
    -------
    dict
        From each reflection's id to its page, prompt, points, and the rubric's lines.
    """
    return {
        one.id: {
            "page": path.relative_to(root).with_suffix(".html").as_posix(),
            "prompt": one.prompt,
            "points": one.points,
            "rubric": [{"text": line.text, "points": line.points} for line in one.rubric],
        }
        for path in pages
        for one in reflections(path.read_text("utf-8"))
    }
