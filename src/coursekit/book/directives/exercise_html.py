"""An exercise's section as HTML, complete before any script has come."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from coursekit.words import say

if TYPE_CHECKING:
    from coursekit.exercise.file.read import Exercise

# The list of the reader's last runs; hidden until there are some.
RUNS = '<details class="runs" hidden><summary></summary>\n<ol></ol></details>\n'
BUTTONS = ("run", "check", "stop", "hint", "reset")


def head(exercise: Exercise) -> str:
    """Return the section's opening, down to its title."""
    here = f"exercise-{exercise.id}"
    return (
        f'<section class="exercise" id="{here}" data-state="idle" aria-labelledby="{here}-title">\n'
        f'<p class="label">{say("exercise.label")}</p>\n<h2 class="q" id="{here}-title">{escape(exercise.title)}</h2>\n'
    )


def body(exercise: Exercise, edition: str) -> str:
    """Return the section's working part; until its script is loaded it shows the code and what is needed.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    edition : str
        ``self-study`` or ``class``.

    Returns
    -------
    str
        HTML: editor, buttons, and places for report, output and hints.
    """
    here = f"exercise-{exercise.id}"
    rows = min(30, max(6, exercise.starter.count("\n") + 2))
    names = [*BUTTONS, *(["solution"] if edition == "self-study" else [])]
    buttons = [
        f'<button type="button" data-do="{name}"{" class=main" if name == "check" else ""} disabled>'
        f"{say(f'exercise.{name}')}</button>"
        for name in names
    ]
    undo = f'<button type="button" data-do="undo" disabled hidden>{say("exercise.undo")}</button>'
    return (
        '<div class="notice" hidden></div>\n'
        f'<div class="code"><label for="{here}-code">{say("exercise.code")}</label>\n'
        f'<textarea id="{here}-code" rows="{rows}" readonly spellcheck="false" autocapitalize="off" autocomplete="off" '
        f'wrap="off" aria-describedby="{here}-keys">\n{escape(exercise.starter)}</textarea>\n'
        f'<p class="keys" id="{here}-keys" hidden>{say("exercise.keys")}</p></div>\n'
        f"<noscript><p>{say('exercise.needs-scripts')}</p></noscript>\n"
        f'<div class="bar">{"".join(buttons)}{undo}</div>\n'
        '<p class="size" hidden></p>\n<div class="progress" hidden></div>\n'
        '<div class="result" role="status"></div>\n<div class="report"></div>\n<div class="outputs"></div>\n'
        '<div class="hints" aria-live="polite" hidden></div>\n<div class="shown-solution" hidden></div>\n'
        f"{RUNS}</section>\n"
    )
