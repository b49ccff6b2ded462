"""A lab's controls as native, labelled HTML inputs."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from coursekit.lab.declare import Budget, CaseLabSpec, Choice, Control, ModelLabSpec, Slider
from coursekit.lab.declare.sentences import format_number
from coursekit.words import say


def inputs(lab: ModelLabSpec) -> str:
    """Return the form with all that can be moved."""
    rows = "\n".join(
        budget_html(lab, control) if isinstance(control, Budget) else control_html(lab, control)
        for control in lab.controls
    )
    return f'<form class="controls" aria-label="{escape(say("lab.controls"))}">\n{rows}\n</form>'


def control_html(lab: ModelLabSpec | CaseLabSpec, control: Control) -> str:
    """Return one control, labelled, at its default.

    Parameters
    ----------
    lab : ModelLabSpec or CaseLabSpec
        The lab, which knows the default.
    control : Control
        A slider, a choice or a toggle.

    Returns
    -------
    str
        HTML.
    """
    field, value = f"{lab.id}-{control.name}", lab.defaults[control.name]
    when = f' data-when="{escape("=".join(control.when))}"' if control.when else ""
    if isinstance(control, Slider):
        shown = f"{format_number(value, control.form)} {control.unit}".strip()
        return (
            f'<div class="row"{when}><label for="{field}">{escape(control.label)}</label>'
            f'<input type="range" id="{field}" name="{control.name}" min="{control.low:g}" max="{control.high:g}"'
            f' step="{control.step:g}" value="{value:g}" data-form="{escape(control.form)}"'
            f' data-unit="{escape(control.unit)}">'
            f'<output for="{field}">{escape(shown)}</output></div>'
        )
    if isinstance(control, Choice):
        options = "".join(
            f'<option value="{escape(key)}"{" selected" if number == value else ""}>{escape(label)}</option>'
            for key, (label, number) in control.options.items()
        )
        return (
            f'<div class="row"{when}><label for="{field}">{escape(control.label)}</label>'
            f'<select id="{field}" name="{control.name}">{options}</select></div>'
        )
    checked = " checked" if value > 0.5 else ""
    return (
        f'<div class="row toggle"{when}><label><input type="checkbox" name="{control.name}" value="1"{checked}> '
        f"{escape(control.label)}</label></div>"
    )


def budget_html(lab: ModelLabSpec, budget: Budget) -> str:
    """Return a budget's group: how it is split, drawn, and a slider for each part.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    budget : Budget
        The control that splits a total.

    Returns
    -------
    str
        HTML.
    """
    when = f' data-when="{escape("=".join(budget.when))}"' if budget.when else ""
    shares = {name: lab.defaults[name] / budget.total for name in budget.parts}
    bar = "".join(
        f'<span data-part="{name}" class="{"words" if name in budget.words else "things"}"'
        f' style="width:{100 * share:.2f}%"></span>'
        for name, share in shares.items()
    )
    left = format_number(budget.total - sum(lab.defaults[name] for name in budget.parts), budget.form)
    rest = (
        ""
        if budget.whole
        else f'<p class="rest">{escape(say("lab.unspent"))} <output name="{budget.name}-rest"'
        f' data-form="{escape(budget.form)}" data-unit="{escape(budget.unit)}">'
        f"{escape(f'{left} {budget.unit}'.strip())}</output></p>"
    )
    return (
        f'<fieldset class="budget" data-budget="{budget.name}"{when}><legend>{escape(budget.label)}</legend>'
        f'<div class="split" aria-hidden="true">{bar}</div>'
        f'<div class="parts">{"".join(control_html(lab, replace(part, when=None)) for part in budget.sliders)}</div>'
        f"{rest}</fieldset>"
    )
