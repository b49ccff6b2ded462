"""A case lab as HTML: filters, timeline, map, the picked case, and the table; all of it there without script."""

from __future__ import annotations

from html import escape

from coursekit.lab.declare.case_lab import KINDS, Case, CaseLabSpec
from coursekit.lab.evaluate.case_lab import case_readings, case_sentence
from coursekit.lab.html.controls import control_html
from coursekit.lab.html.prediction import prediction
from coursekit.lab.html.shared_parts import badges, presets, tools
from coursekit.lab.html.timeline_and_map import figures
from coursekit.words import say


def mount(lab: CaseLabSpec) -> str:
    """Return the lab's section, with its prediction before it."""
    asked = lab.predict
    before = prediction(lab.id, asked, case_readings(lab, **asked.state)) if asked else ""
    controls = "\n".join(control_html(lab, field) for field in lab.fields)
    parts = [
        f'<section class="lab" id="lab-{lab.id}" data-lab="{lab.id}" data-kind="archive" data-state="static">',
        f'<p class="label">{escape(say("lab.label", title=lab.title))}</p>',
        f'<h2 class="q">{escape(lab.question)}</h2>',
        presets(lab),
        f'<form class="controls" aria-label="{escape(say("lab.controls"))}">{controls}</form>',
        f'<p class="says" role="status" aria-live="polite">{escape(case_sentence(lab))}</p>',
        '<p class="note" role="alert" hidden></p>',
        *(_picked(case) for case in lab.cases),
        _key(lab),
        figures(lab, lab.cases),
        badges(lab),
        _table(lab),
        tools("reset", "undo", "link", "editor", "full", more=("python", "png", "svg", "csv")),
        f'<p class="caption">{escape(lab.caption)}</p>' if lab.caption else "",
        f"<noscript><p>{escape(say('archive.no_script'))}</p></noscript>",
        "</section>",
    ]
    return before + "\n".join(part for part in parts if part)


def _picked(case: Case) -> str:
    """Return what stands behind one case; hidden until it is picked, since the table has them all."""
    name = escape(case.name)
    return f'<div class="passage picked" data-case="{escape(case.key)}" hidden><h3>{name}</h3>{case.html}</div>'


def _key(lab: CaseLabSpec) -> str:
    """Return the legend: what hollow, half filled and filled mean, and the mark of an event."""
    used = [kind for kind in KINDS if any(case.kind == kind for case in lab.cases)]
    swatches = "".join(
        f'<li><span class="swatch {kind}" aria-hidden="true"></span>{escape(say(f"archive.{kind}"))}</li>'
        for kind in used
    )
    if lab.event:
        swatches += f'<li><span class="swatch event" aria-hidden="true"></span>{escape(lab.event)}</li>'
    return f'<ul class="key">{swatches}</ul>'


def _table(lab: CaseLabSpec) -> str:
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in lab.columns)
    rows = "".join(
        f'<tr data-row="{escape(case.key)}"><th scope="row">{escape(case.cells[0])}</th>'
        f"{''.join(f'<td>{escape(cell)}</td>' for cell in case.cells[1:])}</tr>"
        for case in lab.cases
    )
    named = escape(say("lab.table"))
    return (
        f'<details class="numbers words"><summary>{named}</summary>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{named}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>"
    )
