"""A reader: a lab over texts instead of numbers. One choice, the passages of what is chosen, a sentence, a table."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from coursekit.lab.declare.budget import Budget
from coursekit.lab.declare.controls import Choice
from coursekit.lab.html.model_lab import tools
from coursekit.words import say


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
        Its rows in the table, each as long as the reader's columns.
    """

    label: str
    html: str
    sentence: str
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Reader:
    """What `LAB` is in the file of a lab that shows texts; it shows itself in book and notebook.

    Parameters
    ----------
    id, title, question : str
        Its name in links, a short title, and the one question it answers.
    name, label : str
        The control's name, as links have it, and what stands beside it.
    passages : mapping
        From key to passage; the first is shown at first.
    columns : sequence of str
        The table's headings.
    caption : str
        What it leaves out, and where the texts come from.
    badges : sequence of str
        The standing of what is shown.

    Raises
    ------
    ValueError
        If there are no passages, or a row is not as long as the columns.
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

    def __post_init__(self) -> None:
        if not self.passages:
            raise ValueError(f"Lab {self.id!r}: it has no passages.")
        for key, passage in self.passages.items():
            for row in passage.rows:
                if len(row) != len(self.columns):
                    raise ValueError(
                        f"Lab {self.id!r}: a row of {key!r} has {len(row)} cells; columns has {len(self.columns)}."
                    )

    @property
    def controls(self) -> list[Choice]:
        """The one control."""
        options = {key: (passage.label, float(i)) for i, (key, passage) in enumerate(self.passages.items())}
        return [Choice(self.name, self.label, options)]

    @property
    def fields(self) -> list[Choice]:
        """The same."""
        return self.controls

    @property
    def budgets(self) -> list[Budget]:
        """None: texts cost nothing."""
        return []

    @property
    def defaults(self) -> dict[str, float]:
        """The first passage is chosen at first."""
        return {self.name: 0.0}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        first = next(iter(self.passages.values()))
        bundle: dict[str, Any] = {"text/plain": f"{self.title}: {first.sentence}", "text/html": mount(self)}
        if os.environ.get("COURSEKIT_MOUNT") != "page":
            bundle |= view(self)._repr_mimebundle_()
        return bundle


def mount(reader: Reader) -> str:
    """Return the reader's section: every passage stands in it, so that it can be read and printed without script."""
    field = f"{reader.id}-{reader.name}"
    keys = list(reader.passages)
    options = "".join(
        f'<option value="{escape(key)}">{escape(passage.label)}</option>' for key, passage in reader.passages.items()
    )
    passages = "".join(
        f'<div class="passage" data-key="{escape(key)}" data-says="{escape(passage.sentence)}">{passage.html}</div>'
        for key, passage in reader.passages.items()
    )
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in reader.columns)
    rows = "".join(
        f'<tr data-key="{escape(key)}">{"".join(f"<td>{escape(cell)}</td>" for cell in row)}</tr>'
        for key in keys
        for row in reader.passages[key].rows
    )
    badges = " ".join(f'<span class="badge">{escape(say(f"lab.badge.{badge}"))}</span>' for badge in reader.badges)
    return (
        f'<section class="lab" id="lab-{reader.id}" data-lab="{reader.id}" data-kind="reader" data-state="static">'
        f'<p class="label">{escape(say("lab.label", title=reader.title))}</p>'
        f'<h2 class="q">{escape(reader.question)}</h2>'
        f'<form class="controls" aria-label="{escape(say("lab.controls"))}"><div class="row">'
        f'<label for="{field}">{escape(reader.label)}</label>'
        f'<select id="{field}" name="{reader.name}">{options}</select></div></form>'
        f'<div class="passages">{passages}</div>'
        f'<p class="says" role="status" aria-live="polite">{escape(reader.passages[keys[0]].sentence)}</p>'
        f'<p class="note" role="alert" hidden></p><p class="badges">{badges}</p>'
        f'<details class="numbers"><summary>{escape(say("lab.table"))}</summary><div class="scroll" tabindex="0"'
        f' role="region" aria-label="{escape(say("lab.table"))}"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div></details>"
        f"{tools('reset', 'undo', 'link', 'full')}"
        f'<p class="caption">{escape(reader.caption)}</p></section>'
    )


def view(reader: Reader) -> Any:
    """Return the reader as ipywidgets: a choice, the passage and its sentence."""
    import ipywidgets as widgets

    choice = widgets.Dropdown(
        options=[(passage.label, key) for key, passage in reader.passages.items()], description=reader.label
    )
    shown = widgets.HTML()

    def show(_change: Any = None) -> None:
        passage = reader.passages[choice.value]
        shown.value = f"{passage.html}<p><i>{escape(passage.sentence)}</i></p>"

    choice.observe(show, names="value")
    show()
    return widgets.VBox([widgets.HTML(f"<h3>{escape(reader.question)}</h3>"), choice, shown])
