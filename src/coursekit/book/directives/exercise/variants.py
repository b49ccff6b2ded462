"""What varies by learner, in an exercise's section: the places that the page fills in, and the values it may have."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from coursekit.book.directives.varying import fill_places
from coursekit.exercise.file.cells import Malformed
from coursekit.exercise.file.read import Exercise
from coursekit.exercise.file.variants import places, shown, variants


def shipped_variants(exercise: Exercise) -> list[dict[str, Any]]:
    """Return each variant as the page needs it: ``code`` for Python, and what each placeholder reads as.

    Raises
    ------
    Malformed
        If a placeholder asks for a form that its value does not have.
    """
    made = []
    for variant in variants(exercise):
        texts = (exercise.prompt, *exercise.hints)
        wanted = {place for text in texts for place in places(text, variant.values)}
        reads = {place: _read(exercise, place, variant.values) for place in sorted(wanted)}
        made.append({"code": variant.code, "shown": reads})
    return made if exercise.varies else []


def _read(exercise: Exercise, place: str, values: Any) -> str:
    try:
        return shown(place, values)
    except (ValueError, TypeError) as error:
        what = f"The placeholder {{{place}}} cannot be filled: {error}."
        raise Malformed(f"exercises/{exercise.id}.py", 1, what, "Write {NAME}, or {NAME:,.0f} and the like.") from error


def fill_prompt(box: nodes.Element, exercise: Exercise) -> None:
    """Replace each placeholder of the prompt by the first variant's value, in an element where the page finds it.

    Parameters
    ----------
    box : nodes.Element
        The prompt; changed in place.
    exercise : Exercise
        The exercise.

    Raises
    ------
    Malformed
        If a placeholder stands where it cannot be filled in: in a formula or in a block of code.
    """
    first = variants(exercise)[0].values
    reads = {place: _read(exercise, place, first) for place in places(exercise.prompt, first)}
    try:
        fill_places(box, reads)
    except ValueError as error:
        raise Malformed(f"exercises/{exercise.id}.py", 1, str(error), "Put it into the text around it.") from None
