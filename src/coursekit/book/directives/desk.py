"""The ``{desk}`` directive: the form of the grading desk; the page's script (``web/src/desk``) does the work."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SHEETS = ("gradebook.csv", "canvas.csv", "moodle.csv", "report.html", "results.jsonl")
COLUMNS = ("hand-in", "outcomes", "points", "to-know")


class DeskDirective(SphinxDirective):
    """Write the section."""

    def run(self) -> list[nodes.Node]:
        """Return the section: the form for files and key, the progress, the results."""
        html = (
            f'<section class="desk" id="desk" data-state="idle" aria-label="{_said("label")}">{_in()}{_going()}{_out()}'
            f"<noscript><p>{_said('scripts')}</p></noscript></section>"
        )
        return [nodes.raw("", html, format="html")]


def _said(key: str) -> str:
    return escape(say(f"desk.{key}"))


def _in() -> str:
    """Return the form."""
    files = _file("files", 'multiple accept=".json,.ipynb,.zip"') + _file("folder", "webkitdirectory multiple")
    hands = (
        f'<fieldset class="drop"><legend>{_said("hand-ins")}</legend><p class="hint">{_said("drop")}</p>'
        f'<div class="row">{files}</div><p class="found" role="status"></p></fieldset>'
    )
    file = _file("key", 'accept=".json"')
    key = f'<fieldset><legend>{_said("key")}</legend>{file}{_hint("key")}<p class="keyed" role="status"></p></fieldset>'
    link = _field("link", 'type="text" spellcheck="false"')
    roster = _file("roster", 'accept=".csv"') + _hint("roster")
    budget = _field("budget", 'type="number" min="1" max="600" value="30"')
    jobs = _field("jobs", 'type="number" min="1" max="8" value="2"')
    choices = "".join(f'<option value="{it}">{_said(f"edited-{it}")}</option>' for it in ("cells", "receipt"))
    edited = f'<label for="desk-edited">{_said("field-edited")}</label> <select id="desk-edited">{choices}</select>'
    more = (
        f'<details class="more"><summary>{_said("more")}</summary>{link}{roster}'
        f'<div class="row">{budget}{jobs}</div><p>{edited}</p></details>'
    )
    bar = (
        f'<div class="bar"><button type="submit" class="main">{_said("grade")}</button>'
        f'<button type="button" data-do="stop" hidden>{_said("stop")}</button></div>'
    )
    return f'<form autocomplete="off">{hands}{key}{more}{bar}<p class="said" role="status"></p></form>'


def _going() -> str:
    bar = f'<progress aria-label="{_said("progress")}" max="1" value="0"></progress>'
    return f'<div class="going" hidden>{bar}<p class="pace"></p></div>'


def _out() -> str:
    """Return the places for what came of it."""
    heads = "".join(f'<th scope="col">{_said(f"column-{name}")}</th>' for name in COLUMNS)
    sheets = "".join(f'<button type="button" data-sheet="{name}">{_said(f"sheet-{name}")}</button>' for name in SHEETS)
    return (
        f'<div class="results" hidden><h2 tabindex="-1">{_said("results")}</h2><p class="counts"></p>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{_said("table")}"><table class="handed">'
        f"<thead><tr>{heads}</tr></thead><tbody></tbody></table></div>"
        f'<p class="more-rows" hidden></p><div class="one" hidden></div><div class="bar sheets">{sheets}</div>'
        f'<p class="saved" role="status"></p><p class="kept">{_said("kept")} '
        f'<button type="button" data-do="forget">{_said("forget")}</button></p></div>'
    )


def _file(name: str, kind: str) -> str:
    return _field(name, f'type="file" {kind}')


def _field(name: str, kind: str) -> str:
    hint = f' aria-describedby="desk-{name}-hint"' if name in ("key", "roster") else ""
    return (
        f'<div class="field"><label for="desk-{name}">{_said(f"field-{name}")}</label>'
        f'<input id="desk-{name}" name="{name}" {kind}{hint}></div>'
    )


def _hint(name: str) -> str:
    return f'<p class="hint" id="desk-{name}-hint">{_said(f"hint-{name}")}</p>'


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("desk", DeskDirective)
