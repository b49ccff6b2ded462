"""Labs into the site: each lab's compiled script, and what ``course.json`` says of it."""

from __future__ import annotations

import hashlib
import importlib
import json
import re
import subprocess
import traceback
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.util import logging

from coursekit.book.directives.exercise.cells import LIMIT_S, live
from coursekit.book.directives.slots import html_node
from coursekit.book.site.assets import put
from coursekit.book.site.manifest import record
from coursekit.front_end import web_folder
from coursekit.html import render
from coursekit.lab.compile.case_lab_script import case_lab_script
from coursekit.lab.compile.model_lab_script import describe_controls, draws_script, model_lab_script
from coursekit.lab.declare import CaseLabSpec, ModelLabSpec
from coursekit.lab.declare.state import TABLES
from coursekit.node import node_command

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from coursekit.lab.declare import AnyLabSpec

log = logging.getLogger(__name__)

PACKAGES = ("numpy", "pandas", "altair")  # that a course's labs draw with
LAB = re.compile(r'<section class="lab" id="lab-([\w-]+)"')
PREDICTION = re.compile(
    r'<section class="prediction" id="prediction-([\w-]+)" data-kind="(\w+)" data-answer="([^"]*)" data-shown="([^"]*)"'
)


def find(package: str) -> dict[str, AnyLabSpec]:
    """Return the course's labs.

    Raises
    ------
    ExtensionError
        If a lab cannot be made: the message names its file and line, what is wrong and what would be right.
    """
    try:
        found: dict[str, AnyLabSpec] = importlib.import_module(package).labs()
    except Exception as error:
        folder = package.replace(".", "/")
        frames = [f for f in traceback.extract_tb(error.__traceback__) if folder in Path(f.filename).as_posix()]
        frames = [f for f in frames if Path(f.filename).name != "__init__.py"] or frames
        place = f"{frames[-1].filename}:{frames[-1].lineno}: " if frames else ""
        if isinstance(error, SyntaxError):
            place = f"{error.filename}:{error.lineno}: "
        kind = "" if isinstance(error, ValueError) else f"{type(error).__name__}: "
        raise ExtensionError(f"{place}{kind}{error}") from None
    return found


def parse_charts(web: Path, specs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return Vega specifications as the runtime takes them, with the tables each wants, parsed in one run of Node.

    Parameters
    ----------
    web : Path
        The folder of the front end, with ``parse-charts.mjs`` in it.
    specs : list of dict
        Vega specifications.

    Returns
    -------
    list of dict
        For each ``spec``, parsed, and ``data``, the names of the tables that the page gives it.

    Raises
    ------
    ExtensionError
        If Node cannot parse one.
    """
    script = web / "parse-charts.mjs"
    done = subprocess.run(
        [*node_command(), script.name], cwd=web, input=json.dumps(specs).encode(), capture_output=True, check=False
    )
    if done.returncode:
        raise ExtensionError(f"{script} could not parse the labs' charts:\n{done.stderr.decode()}")
    return [
        {"spec": parsed, "data": [table["name"] for table in spec["data"] if table["name"] in TABLES]}
        for parsed, spec in zip(json.loads(done.stdout), specs, strict=True)
    ]


def write(app: Sphinx) -> None:
    """Write every lab's script, unless the model, the labs and their machinery are what they were."""
    package = app.config.coursekit_labs
    if app.builder.format != "html" or not package:
        return
    target = Path(app.outdir) / "_static" / "labs"
    web = web_folder(Path(app.srcdir))
    stamp, now = target / ".sources", _sources(app, web)
    if stamp.is_file() and stamp.read_text("utf-8") == now:
        return
    from coursekit.lab.charts.model_lab import for_page  # Altair is heavy, and most builds get no further than this

    found = find(package)
    labs = {name: lab for name, lab in found.items() if isinstance(lab, ModelLabSpec)}
    case_labs = {name: lab for name, lab in found.items() if isinstance(lab, CaseLabSpec)}
    log.info("compiling %d labs to JavaScript", len(labs))
    charts = {name: for_page(lab) for name, lab in labs.items()}
    parsed = iter(parse_charts(web, [spec for made in charts.values() for spec in made]))
    for name, lab in labs.items():
        put(model_lab_script(lab, [next(parsed) for _ in charts[name]], package), target / f"{name}.js")
    for name, case_lab in case_labs.items():
        put(case_lab_script(case_lab, package), target / f"{name}.js")
    put(draws_script(labs.values()), target / "draws.js")
    for old in target.glob("*.js"):
        if old.stem not in {*labs, *case_labs, "draws"}:
            old.unlink()
    put(now, stamp)


def _sources(app: Sphinx, web: Path) -> str:
    """Return what a lab's script is made from: the sources behind the outputs' cache, and the chart parser."""
    parser = hashlib.sha256((web / "parse-charts.mjs").read_bytes()).hexdigest()[:16]
    return f"{app.config.coursekit_sources} {parser}"


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
    labs = find(app.config.coursekit_labs)
    try:
        for name in ids:
            controls = [
                {key: value for key, value in control.items() if key not in ("form", "values")}
                for control in describe_controls(labs[name])
            ]
            entry = {"id": name, "title": labs[name].title, "presets": presets(labs[name]), "controls": controls}
            record(app.env, docname, "labs", entry)
        asked = {one.id: one for name in ids if (one := getattr(labs[name], "predict", None))}
        for name, kind, answer, shown in PREDICTION.findall(text):
            says = {"id": name, "kind": kind, "answer": unescape(answer), "shown": unescape(shown)}
            if about := asked.get(name):
                says |= {
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
    """Register the steps."""
    app.connect("builder-inited", write, priority=600)
    app.connect("doctree-read", note_labs)
