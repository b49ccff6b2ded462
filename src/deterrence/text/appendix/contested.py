"""The contested forms as a list: each question, its answers with their sources, and the formulas beside each other."""

from __future__ import annotations

import inspect
from html import escape

from coursekit.model.forms import Forms, alternatives
from deterrence.model import GRAPHS
from deterrence.model.forms import FORMS
from deterrence.text.appendix.formulas import formula
from deterrence.text.appendix.html import Part, appendix, cited, facts, folded, tex
from deterrence.text.appendix.places import FOLDER, link
from deterrence.text.appendix.places import FORMS as PAGE


def contested() -> Part:
    """Return every contested form: its question, why the default is the default, and each form with its formulas."""
    return appendix("".join(_question(forms) for forms in FORMS.values()))


def contested_list() -> Part:
    """Return the contested questions, each linked to its formulas, which stand on a page of their own."""
    items = "".join(
        f'<li id="{_anchor(forms)}"><a href="{FOLDER}{PAGE}.html#{_anchor(forms)}">{escape(forms.question)}</a></li>'
        for forms in FORMS.values()
    )
    return appendix(f'<ul class="needs">{items}</ul>')


def _anchor(forms: Forms) -> str:
    return f"form-{forms.name.removeprefix('form_')}"


def _question(forms: Forms) -> str:
    rows = [
        (
            f"{escape(form.label)}{' (default)' if place == 0 else ''}",
            f"{escape(form.sentence)} Source: {cited(form.source)}. {folded('Formulas', _formulas(forms, place))}",
        )
        for place, form in enumerate(forms.options)
    ]
    return (
        f'<section class="entry" id="{_anchor(forms)}"><h3>{escape(forms.question)}</h3>'
        f"<p>Chosen by <code>{forms.name}</code>. Why the first is the default: {escape(forms.reason)}</p>{facts(rows)}"
        "</section>"
    )


def _formulas(forms: Forms, place: int) -> str:
    """Return the formulas that one form gives to every quantity that the question touches."""
    found = []
    for graph in GRAPHS.values():
        for name in graph.order:
            siblings = alternatives(graph.functions[name]).get(forms.name, ())
            if siblings:
                form = inspect.unwrap(siblings[place])
                found.append(f"<p>{link(graph, name)}</p>{tex(formula(graph, name, form), display=True)}")
    return "".join(found)
