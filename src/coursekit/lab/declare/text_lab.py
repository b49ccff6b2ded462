"""A text lab, declared: one choice, and for each option a passage, a sentence on it, and rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coursekit.lab.declare.budget import Budget
from coursekit.lab.declare.controls import Choice
from coursekit.lab.declare.state import State


@dataclass(frozen=True)
class Passage:
    """What stands for one choice.

    Parameters
    ----------
    label : str
        Its name in the choice.
    html : str
        The passage, already escaped.
    sentence : str
        What is to be seen in it, in a sentence or two.
    rows : sequence
        Its rows in the table, each as long as the lab's columns.
    """

    label: str
    html: str
    sentence: str
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class TextLabSpec:
    """What makes a lab over texts; :class:`coursekit.lab.display.TextLab` adds the checks and the display.

    Parameters
    ----------
    id, title, question : str
        Its name in links, a short title, and the one question it answers.
    name, label : str
        The control's name, as links have it, and what stands beside it.
    passages : mapping
        From key to passage.
    columns : sequence of str
        The table's headings.
    caption : str
        What it leaves out, and where the texts come from.
    badges : sequence of str
        The standing of what is shown.
    opens : str, optional
        The key of the passage that is chosen at first; by default that of the first.
    """

    id: str
    title: str
    question: str
    name: str
    label: str
    passages: Mapping[str, Passage]
    columns: Sequence[str]
    caption: str = ""
    badges: Sequence[str] = ("measured",)
    opens: str = ""

    @property
    def controls(self) -> list[Choice]:
        """The one control."""
        options = {key: (passage.label, float(i)) for i, (key, passage) in enumerate(self.passages.items())}
        return [Choice(self.name, self.label, options)]

    @property
    def fields(self) -> list[Choice]:
        """The controls that hold a value: here all of ``controls``, as a choice is not made of several."""
        return self.controls

    @property
    def budgets(self) -> list[Budget]:
        """None: texts cost nothing."""
        return []

    @property
    def defaults(self) -> State:
        """What is chosen at first, by its place among the passages."""
        return {self.name: float(list(self.passages).index(self.opens or next(iter(self.passages))))}

    @property
    def opened(self) -> Passage:
        """The passage that is chosen at first."""
        return self.passages[self.opens or next(iter(self.passages))]
