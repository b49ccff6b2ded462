"""An exercise's section as HTML, complete before any script has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.exercise.file.variants import variants
from coursekit.html import render

if TYPE_CHECKING:
    from coursekit.exercise.file.read import Exercise

BUTTONS = ("run", "check", "stop", "hint", "reset")


def exercise_section(exercise: Exercise, edition: str) -> str:
    """Return the section, with slots for ``prompt`` and ``setup``, which are the page's own nodes.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    edition : str
        ``self-study`` or ``class``.

    Returns
    -------
    str
        HTML: title, editor, buttons, and places for report, output and hints.
    """
    return render(
        __package__,
        "exercise",
        exercise=exercise,
        # The values that vary, as the code that puts them there; the page fills in the learner's own.
        assignments=variants(exercise)[0].code,
        rows=min(30, max(6, exercise.starter.count("\n") + 2)),
        buttons=[*BUTTONS, *(["solution"] if edition == "self-study" else [])],
    )
