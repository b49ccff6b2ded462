"""A lab's controls as native, labelled HTML inputs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursekit.html import render
from coursekit.lab.declare import Budget, CaseLabSpec, Control, ModelLabSpec, Slider
from coursekit.lab.declare.otherwise import in_links
from coursekit.lab.declare.sentences import format_number

if TYPE_CHECKING:
    from markupsafe import Markup


def control_html(lab: ModelLabSpec | CaseLabSpec, control: Control) -> Markup:
    """Return one control, labelled, at its default.

    Parameters
    ----------
    lab : ModelLabSpec or CaseLabSpec
        The lab, which knows the default.
    control : Control
        A slider, a choice or a toggle.

    Returns
    -------
    Markup
        HTML.
    """
    value = lab.defaults[control.name]
    shown = f"{format_number(value, control.form)} {control.unit}".strip() if isinstance(control, Slider) else ""
    return render(
        __package__, "control", lab=lab, control=control, value=value, shown=shown, name=in_links(control.name)
    )


def budget_html(lab: ModelLabSpec, budget: Budget) -> Markup:
    """Return a budget's group: how it is split, drawn, and a slider for each part.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    budget : Budget
        The control that splits a total.

    Returns
    -------
    Markup
        HTML.
    """
    left = format_number(budget.total - sum(lab.defaults[name] for name in budget.parts), budget.form)
    return render(
        __package__,
        "budget",
        lab=lab,
        budget=budget,
        sliders=[control_html(lab, replace(part, when=None)) for part in budget.sliders],
        left=f"{left} {budget.unit}".strip(),
    )
