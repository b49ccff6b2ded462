"""A text lab in a notebook, as ipywidgets."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets

from coursekit.lab.declare.text_lab import TextLabSpec


def view(lab: TextLabSpec) -> widgets.VBox:
    """Return the lab as ipywidgets: a choice, the passage and its sentence."""
    choice = widgets.Dropdown(
        options=[(passage.label, key) for key, passage in lab.passages.items()], description=lab.label
    )
    shown = widgets.HTML()

    def show(_change: Any = None) -> None:
        passage = lab.passages[choice.value]
        shown.value = f"{passage.html}<p><i>{escape(passage.sentence)}</i></p>"

    choice.observe(show, names="value")
    show()
    return widgets.VBox([widgets.HTML(f"<h3>{escape(lab.question)}</h3>"), choice, shown])
