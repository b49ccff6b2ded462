"""Code cells that a reader may change and run: every cell whose code the chapter shows becomes a section of its own.

A chapter's hidden cells (``remove-cell``, ``remove-input``, ``hide-…``) stay what they are and are not in the page's
Python. What the shown cells need beyond their own code stands in a cell tagged ``live-setup``: it runs at build time
and before the page's first cell, and is not shown. A shown cell tagged ``no-live`` is only shown.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from docutils import nodes

from coursekit.book.directives.exercise.exercises import ExerciseError
from coursekit.book.directives.slots import fill_slots, html_node
from coursekit.exercise.file.packages import needed
from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LIMIT_S = 10
BUTTONS = ("run", "stop", "reset")


def enliven(app: Sphinx, doctree: nodes.document) -> None:
    """Wrap the page's shown code cells in ``<section class="cell">``, and say what their Python needs.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it; changed in place.

    Raises
    ------
    ExerciseError
        If a cell imports what the page's Python does not have, or one tagged ``live-setup`` is removed by another tag.
    """
    if app.builder.format != "html":
        return
    page = app.env.docname
    setup: list[str] = []
    codes: dict[str, str] = {}
    for cell in list(doctree.findall(_is_code)):
        tags = set(cell.attributes.get("cell_metadata", {}).get("tags", ()))
        source = next((child for child in cell.children if _named(child, "cell_code_source")), None)
        if "live-setup" in tags:
            if source is None:
                raise ExerciseError(f"{page}: another tag removes the cell tagged live-setup: take that one out.")
            setup.append(_code(source))
            cell.parent.remove(cell)
        elif source is not None and "no-live" not in tags and not any(tag.startswith("hide-") for tag in tags):
            code = _code(source)
            number = len(codes) + 1
            codes[str(number)] = code
            _wrap(cell, source, number, code)
    if not codes:
        return
    try:
        packages = needed("\n".join((*setup, *codes.values())))
    except (ModuleNotFoundError, SyntaxError) as error:
        raise ExerciseError(f"{page}: {error} Tag the cell `no-live` if it is only to be shown.") from error
    data = {
        "page": page,
        "setup": "\n".join(setup),
        "packages": packages,
        "limit_s": LIMIT_S,
        "codes": codes,
    }
    text = json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
    doctree.append(html_node(render(__package__, "cells_data", data=text)))


def _named(node: object, name: str) -> bool:
    return isinstance(node, nodes.container) and node.attributes.get("nb_element") == name


def _is_code(node: object) -> bool:
    return _named(node, "cell_code")


def _code(source: Any) -> str:
    # A warning of the parser may stand beside the code.
    return "".join(block.astext() for block in source.findall(nodes.literal_block))


def _wrap(cell: Any, source: Any, number: int, code: str) -> None:
    """Put the section around the cell, and between its code and its output what takes the code's place."""
    cell.insert(cell.index(source) + 1, html_node(live(number, code)))
    page, place = cell.parent, cell.parent.index(cell)
    page.remove(cell)
    for node in reversed(fill_slots(render(__package__, "cell", number=number), {"cell": [cell]})):
        page.insert(place, node)


def live(number: int | str, code: str) -> str:
    """Return the part of a cell that becomes usable once its script is loaded and the reader asks for it.

    Parameters
    ----------
    number : int or str
        The cell's number on its page, from 1; ids of its elements begin with it.
    code : str
        The cell's code.

    Returns
    -------
    str
        HTML: editor, buttons, and places for what comes out.
    """
    rows = max(4, code.count("\n") + 2)
    return render(__package__, "live_cell", here=f"cell-{number}", rows=rows, code=code, buttons=BUTTONS)


def setup(app: Sphinx) -> None:
    """Register the step."""
    app.connect("doctree-read", enliven)
