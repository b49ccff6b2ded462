"""What stands in a ``{scene}`` directive: a moment, the question that it puts, and the decisions to choose from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DECISION = re.compile(r"- (?P<value>[a-z][a-z-]*): (?P<text>\S.*)")
FEWEST, MOST = 2, 3


class MalformedSceneError(ValueError):
    """A scene that cannot be read: what is wrong, and what would be right."""


@dataclass(frozen=True)
class Decision:
    """One of the decisions: the value that is kept, and what the reader reads."""

    value: str
    text: str


@dataclass(frozen=True)
class Scene:
    """A moment at a chapter's start: where and when, what is drawn, what is asked, and where it is known from."""

    id: str
    place: str
    picture: str
    labels: tuple[str, ...]
    moment: str
    ask: str
    decisions: tuple[Decision, ...]
    sources: str


def parse_scene(id: str, options: Mapping[str, str], lines: Sequence[str]) -> Scene:
    """Return a scene from what its directive says.

    Parameters
    ----------
    id : str
        The directive's argument: the name under which the choice is kept.
    options : mapping
        ``place`` and ``picture``, and ``labels`` for the drawing, with ``|`` between them.
    lines : sequence of str
        The moment in paragraphs, of which the last is the question; a list of decisions; the sources.

    Returns
    -------
    Scene
        What was read.

    Raises
    ------
    MalformedSceneError
        If something is missing or written otherwise.
    """
    for name in ("place", "picture"):
        if not options.get(name):
            raise MalformedSceneError(f"It says no {name}. Right would be a line `:{name}: …` at its head.")
    at = [number for number, line in enumerate(lines) if line.startswith("- ")]
    if not FEWEST <= len(at) <= MOST or at != list(range(at[0], at[0] + len(at))):
        raise MalformedSceneError(f"It needs {FEWEST} or {MOST} decisions, in one list: lines `- value: What to do.`")
    found = [DECISION.fullmatch(lines[number].strip()) for number in at]
    decisions = tuple(Decision(one["value"], one["text"]) for one in found if one)
    if len({one.value for one in decisions}) != len(at):
        raise MalformedSceneError("Each decision needs a value of its own: a line `- value: What to do.`")
    before = [part.strip() for part in "\n".join(lines[: at[0]]).split("\n\n") if part.strip()]
    if len(before) < 2:
        raise MalformedSceneError("It needs a moment and, in a paragraph of its own, the question.")
    labels = tuple(label.strip() for label in options.get("labels", "").split("|") if label.strip())
    sources = "\n".join(lines[at[-1] + 1 :]).strip()
    return Scene(
        id, options["place"], options["picture"], labels, "\n\n".join(before[:-1]), before[-1], decisions, sources
    )
