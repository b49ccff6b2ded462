"""What varies by learner, in an exercise's section: the places that the page fills in, and the values it may have."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from coursekit.book.directives.slots import html_node
from coursekit.exercise.file.cells import Malformed
from coursekit.exercise.file.read import Exercise
from coursekit.exercise.file.variants import PLACE, places, shown, variants
from coursekit.html import render


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
    for text in list(box.findall(nodes.Text)):
        found = [m for m in PLACE.finditer(text) if m["name"] in first]
        if not found:
            continue
        if isinstance(text.parent, nodes.math | nodes.math_block | nodes.literal_block):
            what = f"The placeholder {found[0][0]} stands in a formula or in a block of code."
            raise Malformed(f"exercises/{exercise.id}.py", 1, what, "Put it into the text around it.")
        made: list[nodes.Node] = []
        end = 0
        for match in found:
            place = match[0][1:-1]
            span = render(__package__, "varying_value", place=place, value=_read(exercise, place, first))
            made += [nodes.Text(text[end : match.start()]), html_node(span)]
            end = match.end()
        text.parent.replace(text, [*made, nodes.Text(text[end:])])
