"""A case lab as HTML: filters, timeline, map, the picked case, and the table; all of it there without script."""

from __future__ import annotations

from coursekit.html import render
from coursekit.lab.declare.case_lab import KINDS, CaseLabSpec
from coursekit.lab.evaluate.case_lab import case_readings, case_sentence
from coursekit.lab.html.controls import control_html
from coursekit.lab.html.prediction import prediction
from coursekit.lab.html.timeline_and_map import figures


def mount(lab: CaseLabSpec) -> str:
    """Return the lab's section, with its prediction before it."""
    asked = lab.predict
    html = render(
        __package__,
        "case_lab",
        lab=lab,
        prediction=prediction(lab.id, asked, case_readings(lab, **asked.state)) if asked else "",
        controls=[control_html(lab, field) for field in lab.fields],
        says=case_sentence(lab),
        kinds=[kind for kind in KINDS if any(case.kind == kind for case in lab.cases)],
        figures=figures(lab, lab.cases),
    )
    return str(html)
