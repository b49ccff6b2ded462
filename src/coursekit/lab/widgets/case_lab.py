"""A case lab in a notebook, as ipywidgets."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets

from coursekit.lab.declare.case_lab import ANY, CaseLabSpec
from coursekit.lab.evaluate.case_lab import case_sentence, shown_cases
from coursekit.lab.html.timeline_and_map import figures


def view(lab: CaseLabSpec) -> widgets.VBox:
    """Return the lab as ipywidgets: its filters, the sentence, the case that is picked, timeline and map."""
    chosen = {
        field.name: widgets.Dropdown(
            options=[(label, key) for key, (label, _) in field.options.items()],
            description=field.label,
            style={"description_width": "45%"},
            layout=widgets.Layout(width="100%", max_width="640px"),
        )
        for field in lab.fields
    }
    sentence, picked, drawn = widgets.HTML(), widgets.HTML(), widgets.HTML()

    def show(_change: Any = None) -> None:
        keys = {name: widget.value for name, widget in chosen.items()}
        sentence.value = f"<p>{escape(case_sentence(lab, **keys))}</p>"
        case = next((case for case in lab.cases if case.key == keys["case"]), None)
        picked.value = f"<h4>{escape(case.name)}</h4>{case.html}" if case else ""
        drawn.value = figures(lab, shown_cases(lab, **keys))

    def set_case(state: dict[str, Any]) -> None:
        for name, widget in chosen.items():
            widget.value = state.get(name, ANY)

    buttons = []
    for preset in lab.presets:
        button = widgets.Button(description=preset.name, tooltip=preset.story)
        button.on_click(lambda _button, state=dict(preset.state): set_case(state))
        buttons.append(button)
    for widget in chosen.values():
        widget.observe(show, names="value")
    show()
    heading = widgets.HTML(f"<h3>{escape(lab.question)}</h3>")
    return widgets.VBox([heading, widgets.HBox(buttons), *chosen.values(), sentence, picked, drawn])
