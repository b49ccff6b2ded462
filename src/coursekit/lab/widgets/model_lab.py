"""A model lab in JupyterLab, Colab and VS Code: ipywidgets for its controls, Altair for its chart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import ipywidgets as widgets

from coursekit.lab.charts.model_lab import charts, data
from coursekit.lab.declare import Budget, Choice, Control, ModelLabSpec, Slider
from coursekit.lab.evaluate.rows import point_rows, sentence, tables
from coursekit.words import say

VEGA_LITE_5 = "https://vega.github.io/schema/vega-lite/v5.json"


def view(lab: ModelLabSpec) -> widgets.VBox:
    """Return the lab as a box of widgets: controls, chart, sentence and cases, linked."""
    controls = {control.name: _widget(lab, control) for control in lab.fields}
    chart = widgets.Output()
    said = widgets.HTML()

    def show(_change: Any = None) -> None:
        keys = {name: control.value for name, control in controls.items()}
        for budget in lab.budgets:  # while one part is already moved and another not yet
            keys |= budget.split({name: keys[name] for name in budget.parts}, {})
        said.value = f"<p>{escape(sentence(lab, lab.state(**keys)))}</p>"
        chart.outputs = tuple(_pictures(lab, keys))

    def set_case(state: dict[str, Any]) -> None:
        whole = lab.state(**state)
        values = {field.name: _value(field, whole[field.name]) for field in lab.fields}
        for budget, set_parts in zip(lab.budgets, shared, strict=True):
            set_parts({name: whole[name] for name in budget.parts})
            values = {name: value for name, value in values.items() if name not in budget.parts}
        # The modes once more at the end: to move a control has set its mode.
        for name in (*values, *lab.ranks.modes):
            controls[name].value = values[name]

    shared = [share_between(budget, {name: controls[name] for name in budget.parts}) for budget in lab.budgets]
    cases = []
    for preset in lab.presets:
        button = widgets.Button(description=preset.name, tooltip=preset.story)
        button.on_click(lambda _button, state=dict(preset.state): set_case(state))
        cases.append(button)
    for control in lab.fields:
        if control.when:
            controls[control.name].observe(
                lambda _change, when=control.when: setattr(controls[when[0]], "value", when[1]), names="value"
            )
        controls[control.name].observe(show, names="value")
    show()
    heading = widgets.HTML(f"<h3>{escape(lab.question)}</h3>")
    caption = widgets.HTML(
        f"<p><small>{escape(', '.join(say(f'lab.badge.{b}') for b in lab.badges))}. {escape(lab.caption)}</small></p>"
    )
    return widgets.VBox([heading, widgets.HBox(cases), *controls.values(), chart, said, caption])


def share_between(budget: Budget, parts: Mapping[str, widgets.FloatSlider]) -> Callable[[Mapping[str, float]], None]:
    """Let a budget's other sliders give way to the one that is moved; return a function that sets them all at once.

    Parameters
    ----------
    budget : Budget
        What is split.
    parts : mapping
        From each part's parameter to its slider.

    Returns
    -------
    callable
        Takes a value for each part and sets them all at once.
    """
    moving = False

    def set_parts(values: Mapping[str, float]) -> None:
        nonlocal moving
        moving = True
        try:
            for name, value in values.items():
                parts[name].value = value
        finally:
            moving = False

    def give_way(change: Any) -> None:
        if not moving:
            moved = next(name for name, slider in parts.items() if slider is change["owner"])
            start = {name: slider.value for name, slider in parts.items()}
            set_parts(budget.split(start, {moved: change["new"]}))

    for slider in parts.values():
        slider.observe(give_way, names="value")
    return set_parts


def _value(control: Control, value: float) -> Any:
    if isinstance(control, Slider):
        return value
    return control.key(value) if isinstance(control, Choice) else value > 0.5


def _widget(lab: ModelLabSpec, control: Control) -> widgets.ValueWidget:
    wide = {"style": {"description_width": "45%"}, "layout": widgets.Layout(width="100%", max_width="640px")}
    if isinstance(control, Slider):
        return widgets.FloatSlider(
            value=_value(control, lab.defaults[control.name]),
            min=control.low,
            max=control.high,
            step=control.step,
            description=control.label,
            readout_format=control.form if control.form != "," else ",.0f",
            **wide,
        )
    if isinstance(control, Choice):
        options = [(label, key) for key, (label, _) in control.options.items()]
        return widgets.Dropdown(
            options=options, value=_value(control, lab.defaults[control.name]), description=control.label, **wide
        )
    return widgets.Checkbox(value=_value(control, lab.defaults[control.name]), description=control.label, **wide)


def _pictures(lab: ModelLabSpec, keys: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the charts as outputs of a notebook, or the bars as text."""
    if lab.bars:
        text = "\n".join(
            f"{lab.labels[row['series']]}: {row[lab.bars]:.0%}" for row in point_rows(lab, lab.state(**keys))
        )
        return [{"output_type": "stream", "name": "stdout", "text": text}]
    outputs = []
    for chart in charts(lab, *(data(rows) for rows in tables(lab, lab.state(**keys)))):
        spec = chart.properties(width=600).to_dict()
        outputs.append(
            {
                "output_type": "display_data",
                "data": {
                    "application/vnd.vegalite.v6+json": spec,
                    # JupyterLab 4.6 draws no newer version of Vega-Lite, and the labs' charts need no newer one.
                    "application/vnd.vegalite.v5+json": {**spec, "$schema": VEGA_LITE_5},
                    "text/plain": lab.title,
                },
                "metadata": {},
            }
        )
    return outputs
