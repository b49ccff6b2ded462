"""Values that vary by learner, where they stand in a page's text: the page's script puts the learner's own there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docutils import nodes

from coursekit.book.directives.slots import html_node
from coursekit.exercise.question.question import Question
from coursekit.exercise.varying import PLACE, places, shown
from coursekit.html import render


def fill_places(box: nodes.Element, reads: Mapping[str, str]) -> None:
    """Replace each placeholder in ``box`` by what it reads as, in an element where the page finds it.

    Parameters
    ----------
    box : nodes.Element
        The text; changed in place.
    reads : mapping
        What each placeholder reads as in the first variant, by what stands between its braces.

    Raises
    ------
    ValueError
        If a placeholder stands where it cannot be filled in: in a formula or in a block of code.
    """
    for text in list(box.findall(nodes.Text)):
        found = [m for m in PLACE.finditer(text) if m[0][1:-1] in reads]
        if not found:
            continue
        if isinstance(text.parent, nodes.math | nodes.math_block | nodes.literal_block):
            raise ValueError(f"The placeholder {found[0][0]} stands in a formula or in a block of code.")
        made: list[nodes.Node] = []
        end = 0
        for match in found:
            place = match[0][1:-1]
            span = render(__package__, "varying_value", place=place, value=reads[place])
            made += [nodes.Text(text[end : match.start()]), html_node(span)]
            end = match.end()
        text.parent.replace(text, [*made, nodes.Text(text[end:])])


def reads_as(variant: Question, texts: Iterable[str]) -> dict[str, str]:
    """Return what the placeholders of a question's texts read as in one of its variants.

    Parameters
    ----------
    variant : Question
        The variant, with its values.
    texts : iterable of str
        The texts as written: the prompt and the answers.
    """
    wanted = {place for text in texts for place in places(text, variant.values)}
    return {place: shown(place, variant.values) for place in sorted(wanted)}
