"""A lab's controls as native, labelled HTML inputs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursekit.html import render
from coursekit.lab.declare import Budget, CaseLabSpec, Control, ModelLabSpec, Slider
from coursekit.lab.declare.otherwise import in_links
from coursekit.lab.declare.sentences import format_number

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True)
class Ranked:
    """The controls beside the picture, and those that are folded away, as HTML."""

    main: list[Markup]
    rest: list[Markup]


def ranked_controls(lab: ModelLabSpec | CaseLabSpec) -> Ranked:
    """Return a lab's controls as HTML, the main ones in the order in which the lab names them."""
    drawn = {
        one.name: budget_html(lab, one) if isinstance(one, Budget) else control_html(lab, one) for one in lab.controls
    }
    main = lab.ranks.main
    return Ranked([drawn[name] for name in main], [html for name, html in drawn.items() if name not in main])


def control_html(lab: ModelLabSpec | CaseLabSpec, control: Control) -> Markup:
    """Return one control, labelled, at its default.

    Parameters
    ----------
    lab : ModelLabSpec or CaseLabSpec
        The lab, which knows the default and the control's rank.
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
        __package__,
        "control",
        lab=lab,
        control=control,
        value=value,
        shown=shown,
        name=in_links(control.name),
        counts=_counts(lab, control),
        is_main=control.name in lab.ranks.main,
        is_mode=control.name in lab.ranks.modes,
    )


def budget_html(lab: ModelLabSpec | CaseLabSpec, budget: Budget) -> Markup:
    """Return a budget's group: how it is split, drawn, and a slider for each part.

    Parameters
    ----------
    lab : ModelLabSpec or CaseLabSpec
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
        counts=_counts(lab, budget),
    )


def _counts(lab: ModelLabSpec | CaseLabSpec, control: Control | Budget) -> bool:
    """Return whether a control counts while all others stand at their defaults."""
    if control.when is None:
        return True
    name, key = control.when
    governor = next(one for one in lab.fields if one.name == name)
    return str(governor.key(lab.defaults[name])) == key
