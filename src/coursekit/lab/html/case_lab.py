"""A case lab as HTML: filters, timeline, map, the picked case, and the table; all of it there without script."""

from __future__ import annotations

from coursekit.html import render
from coursekit.lab.declare.case_lab import CaseLabSpec
from coursekit.lab.evaluate.case_lab import case_readings, case_sentence
from coursekit.lab.html.controls import ranked_controls
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
        ranked=ranked_controls(lab),
        says=case_sentence(lab),
        figures=figures(lab, lab.cases),
    )
    return str(html)
