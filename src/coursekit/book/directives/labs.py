"""What ``course.json`` says of each lab and prediction on a page, and the editor that a lab opens."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from docutils import nodes
from sphinx.errors import ExtensionError

from coursekit.book.directives.exercise.cells import LIMIT_S, live
from coursekit.book.directives.lab_scripts import faults_named
from coursekit.book.directives.slots import html_node
from coursekit.book.site.manifest import in_lesson, record
from coursekit.html import render
from coursekit.lab.collection import lab_in
from coursekit.lab.compile.model_lab_script import describe_controls

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from coursekit.lab.declare import AnyLabSpec

PACKAGES = ("numpy", "pandas", "altair")  # that a course's labs draw with
LAB = re.compile(r'<section class="lab" id="lab-([\w-]+)"')
PREDICTION = re.compile(
    r'<section class="prediction" id="prediction-([\w-]+)" data-kind="(\w+)" data-answer="([^"]*)" data-shown="([^"]*)"'
)


def note_labs(app: Sphinx, doctree: nodes.document) -> None:
    """Record the labs and predictions that stand in a page's outputs.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it; the editor's template is added where a lab opens it.

    Raises
    ------
    ExtensionError
        If a lab stands in two places: its id, and so its link, must be unique.
    """
    text = "\n".join(raw.astext() for raw in doctree.findall(nodes.raw) if raw.get("format") == "html")
    ids, docname = LAB.findall(text), app.env.docname
    if not ids:
        return
    package = app.config.coursekit_labs
    with faults_named(package):  # only the page's own: to make all takes seconds
        labs: dict[str, AnyLabSpec] = {name: lab_in(package, name) for name in ids}
    try:
        # A lesson shows the labs of chapters, which are recorded there.
        for name in () if in_lesson(docname) else ids:
            controls = [
                {key: value for key, value in control.items() if key not in ("form", "values")}
                for control in describe_controls(labs[name])
            ]
            entry = {"id": name, "title": labs[name].title, "presets": presets(labs[name]), "controls": controls}
            record(app.env, docname, "labs", entry)
        asked = {one.id: (lab, one) for lab in ids if (one := getattr(labs[lab], "predict", None))}
        for name, kind, answer, shown in () if in_lesson(docname) else PREDICTION.findall(text):
            says = {"id": name, "kind": kind, "answer": unescape(answer), "shown": unescape(shown)}
            if name in asked:
                lab, about = asked[name]
                says |= {
                    "lab": lab,
                    "question": about.question,
                    "unit": about.unit,
                    "options": about.options and dict(about.options),
                }
            record(app.env, docname, "predictions", says)
    except ValueError as error:
        raise ExtensionError(str(error)) from None
    if 'data-do="editor"' in text:
        doctree.append(html_node(_template()))


def presets(lab: AnyLabSpec) -> list[dict[str, str]]:
    """Return a lab's named cases, each with the part of the link that opens it: ``troops=1200&mandate=allied``."""
    names = {field.name for field in lab.fields}
    return [
        {"name": preset.name, "state": urlencode(dict(preset.state))}
        for preset in getattr(lab, "presets", ())
        if names.issuperset(preset.state)
    ]


def _template() -> str:
    """Return what a lab's editor is made of, once it is asked for."""
    packages = json.dumps(PACKAGES)
    return render(__package__, "lab_editor", limit=LIMIT_S, packages=packages, cell=live("lab", ""))


def setup(app: Sphinx) -> None:
    """Register the step."""
    app.connect("doctree-read", note_labs)
