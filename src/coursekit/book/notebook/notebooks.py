"""Every chapter as a notebook for plain JupyterLab, beside its page, and the wheel that it needs."""

from __future__ import annotations

import ast
import json
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.util import logging

from coursekit.book.notebook.plain_markdown import Plainer
from coursekit.book.notebook.works_cited import Works
from coursekit.book.site.assets import WATCHED
from coursekit.book.site.run.execution import cache_of
from coursekit.exercise.file.read import Exercise
from coursekit.files import put
from coursekit.runtime.course_wheel import wheel_name, write_wheel
from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx

log = logging.getLogger(__name__)

FRONT = re.compile(r"\A---\n.*?^file_format: mystnb$.*?^---$", re.M | re.S)
GLUED = re.compile(r"\bmyst_nb\b")
FOLDER = "downloads"


def is_chapter(app: Sphinx, docname: str) -> bool:
    """Return whether a page is a chapter that is offered as a notebook.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    docname : str
        The page's path without its suffix, as ``chapters/presence``.

    Returns
    -------
    bool
        True for a Markdown file in ``chapters/`` that has a head of settings for notebooks.
    """
    path = Path(app.env.doc2path(docname))
    return docname.startswith("chapters/") and path.suffix == ".md" and bool(FRONT.match(path.read_text("utf-8")))


def plain_notebook(
    text: str, cache: str | None, exercises: dict[str, Exercise], works: Works, answers: bool, install: str = ""
) -> Any:
    """Return a chapter's text as a notebook without outputs.

    Parameters
    ----------
    text : str
        The chapter.
    cache : str or None
        Where the build keeps the outputs of executed chapters: the chapter's numbers come from there.
    exercises, works
        The course's.
    answers : bool
        Whether answers and solutions are in it, folded: not in the class edition.
    install : str
        What is said of installing, after the chapter's opening.

    Raises
    ------
    KeyError
        If the text shows a number that it does not glue, or an exercise that there is not.
    """
    from myst_nb.core.read import read_myst_markdown_notebook

    source = read_myst_markdown_notebook(text)
    plainer = Plainer(_numbers(source, cache), works, exercises, answers)
    cells: list[Any] = []
    for cell in source.cells:
        if cell.cell_type == "markdown":
            for kind, content, tags in plainer.cells(cell.source):
                made = _cell(kind, content)
                if tags:
                    made.metadata["tags"] = list(tags)
                cells.append(made)
        elif code := unglued(cell.source):
            cells.append(_cell("code", code))
    if works.cited:
        cells.append(_cell("markdown", f"## {say('notebook.works')}\n\n{works.list()}"))
    if install:
        cells.insert(1, _cell("markdown", install))
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"  # else a random one: the same chapter gives the same file
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    about = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return _v4().new_notebook(cells=cells, metadata=about)


def _v4() -> Any:
    import nbformat.v4  # it says nothing of its types

    return nbformat.v4


def _cell(kind: str, text: str) -> Any:
    return _v4().new_markdown_cell(text) if kind == "markdown" else _v4().new_code_cell(text)


def unglued(source: str) -> str:
    """Return a cell's code without what glues numbers into the text; what it imports for later cells stays."""
    if not GLUED.search(source):
        return source
    kept = [
        ast.get_source_segment(source, statement) or ""
        for statement in ast.parse(source).body
        if not any(
            (isinstance(node, ast.Name) and node.id == "glue")
            or (isinstance(node, ast.ImportFrom) and node.module == "myst_nb")
            for node in ast.walk(statement)
        )
    ]
    return "\n".join(kept)


def _numbers(source: Any, cache: str | None) -> dict[str, Any]:
    """Return what the chapter's cells have glued, from the outputs that the build has kept."""
    if cache is None:
        return {}
    from jupyter_cache import get_cache

    _, executed = get_cache(cache).merge_match_into_notebook(source)
    found: dict[str, Any] = {}
    for cell in executed.cells:
        for output in cell.get("outputs", ()):
            name = output.get("metadata", {}).get("scrapbook", {}).get("name")
            text = (output.get("data") or {}).get("application/papermill.record/text/plain")
            if name and text is not None:
                found[name] = _value(text)
    return found


def _value(text: str) -> Any:
    try:
        return ast.literal_eval(re.sub(r"^np\.\w+\((.*)\)$", r"\1", text))
    except (ValueError, SyntaxError):
        return text


def offer(app: Sphinx, doctree: nodes.document) -> None:
    """Put links to the notebook and the wheel at the end of a chapter.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it; changed in place.
    """
    if app.builder.format != "html" or not is_chapter(app, app.env.docname):
        return
    name = app.env.docname.rpartition("/")[2]
    wheel = wheel_name(Path(app.srcdir))
    html = say(
        "notebook.offer",
        notebook=f'<a href="{name}.ipynb" download>{escape(say("notebook.notebook"))}</a>',
        wheel=f'<a href="../{FOLDER}/{wheel}" download>{escape(say("notebook.package"))}</a>',
    )
    last = next((node for node in doctree.children if isinstance(node, nodes.section)), doctree)
    last += nodes.raw("", f'<p class="meta downloads">{html}</p>', format="html")


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the notebooks and the wheel.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.

    Raises
    ------
    ExtensionError
        If a chapter cannot be turned into a notebook: which, and why.
    """
    if exception or WATCHED or app.builder.format != "html":
        return
    root = Path(app.srcdir)
    wheel = write_wheel(root, Path(app.outdir) / FOLDER).name
    exercises: dict[str, Exercise] = app.coursekit_exercises  # type: ignore[attr-defined]
    for docname in sorted(app.env.found_docs):
        if not is_chapter(app, docname):
            continue
        text = Path(app.env.doc2path(docname)).read_text("utf-8")
        works = Works(root / "book" / "references.bib")
        answers = app.config.coursekit_edition != "class"
        try:
            made = plain_notebook(
                text,
                str(cache_of(app, docname)),
                exercises,
                works,
                answers,
                say("notebook.install", wheel=wheel),
            )
        except KeyError as error:
            raise ExtensionError(f"{docname} as a notebook: {error.args[0]}") from None
        put(json.dumps(made, indent=1, ensure_ascii=False) + "\n", Path(app.outdir) / f"{docname}.ipynb")


def setup(app: Sphinx) -> None:
    """Register the steps."""
    app.connect("doctree-read", offer, priority=900)
    app.connect("build-finished", write)
