"""Notebooks and their cells as JSON has them, and the cells that every export has: prompt, setup, hints, check."""

from __future__ import annotations

import json
import re
from typing import Any

from coursekit.classroom.export.selection import Selected
from coursekit.exercise.file.variants import filled
from coursekit.words import say

Cell = dict[str, Any]
# A role of MyST; or else code, in which braces are braces.
ROLE_OR_CODE = re.compile(r"\{[\w:+-]+\}`(?P<said>[^`]*)`|(?P<ticks>`+).*?(?P=ticks)", re.S)

NOT_AS_IT_STANDS = re.compile(r"'''|[\\\r\0]")  # in a text between three quotes


def cell(kind: str, source: str, id: str, **metadata: Any) -> Cell:
    """Return a cell of a notebook.

    Parameters
    ----------
    kind : str
        ``markdown``, ``code`` or ``raw``.
    source : str
        Its text.
    id : str
        Its id, which no other cell of the notebook has.
    **metadata : Any
        Its metadata.
    """
    made: Cell = {"cell_type": kind, "id": id, "metadata": metadata, "source": source}
    return made | {"execution_count": None, "outputs": []} if kind == "code" else made


def notebook(cells: list[Cell]) -> str:
    """Return a notebook for Python, as the text of its file (format 4.5)."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    about = {"kernelspec": kernel, "language_info": {"name": "python"}}
    made = {"cells": cells, "metadata": about, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def prompt(one: Selected) -> Cell:
    """Return the cell that says what the exercise asks for."""
    text = _plain(one, one.exercise.prompt)
    return cell("markdown", f"# {one.exercise.title}\n\n{text}", f"{one.exercise.id}-prompt")


def setup(one: Selected) -> list[Cell]:
    """Return the cell that runs before the learner's code; none if there is nothing to run."""
    text = one.setup.strip()
    return [cell("code", text, f"{one.exercise.id}-setup")] if text else []


def hints(one: Selected) -> Cell:
    """Return the cell of hints, folded one by one."""
    texts = (_plain(one, hint) for hint in one.exercise.hints)
    title = say("exercise.hint")
    folded = (
        f"<details><summary>{title} {n}</summary>\n\n{text}\n\n</details>" for n, text in enumerate(texts, start=1)
    )
    return cell("markdown", "\n\n".join(folded), f"{one.exercise.id}-hints")


def _plain(one: Selected, text: str) -> str:
    """Return Markdown with the variant's values in their places, and of MyST's roles the words alone."""
    text = filled(text, one.variant.values)
    return ROLE_OR_CODE.sub(lambda found: found[0] if found["said"] is None else found["said"], text)


def check(one: Selected) -> Cell:
    """Return the cell in which learners check their code: the exercise's own tests, as its page runs them."""
    lines = [
        f"# {say('notebook.check-cell')}",
        "from coursekit.exercise.notebook.checks import show_checks",
        "",
        f"show_checks(globals(), {literal(one.tests)}, {literal(one.setup)})",
    ]
    return cell("code", "\n".join(lines), f"{one.exercise.id}-check")


def literal(text: str) -> str:
    """Return Python's way to write a text: over several lines, with empty ones around it, where that can be read so."""
    text = text.strip("\n")
    readable = "\n" in text and not NOT_AS_IT_STANDS.search(text)
    return f"'''\n{text}\n'''" if readable else repr(text)
