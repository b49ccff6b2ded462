"""One line more in ``_toc.yml``: where a new chapter stands."""

from __future__ import annotations

import re

from coursekit.tasks.steps import Failed

TOC = "_toc.yml"
ENTRY = re.compile(r"^(?P<indent> *)- file: *(?P<file>\S+) *(?:#.*)?$", re.M)


def add_to_toc(text: str, folder: str, name: str) -> str:
    """Return a table of contents with one more chapter, after the last of its folder.

    Parameters
    ----------
    text : str
        What ``_toc.yml`` says.
    folder, name : str
        The chapters' folder, and the new file's name without ending.

    Returns
    -------
    str
        The text with one line more, indented as the chapters before it.

    Raises
    ------
    Failed
        If no line names a chapter of that folder.
    """
    last = [found for found in ENTRY.finditer(text) if found["file"].startswith(f"{folder}/")]
    if not last:
        right = f"a line `- file: {folder}/{name}` where it is to stand"
        raise Failed(f"{TOC} lists no chapter of {folder}/. Right would be {right}.")
    end = last[-1].end()
    return f"{text[:end]}\n{last[-1]['indent']}- file: {folder}/{name}{text[end:]}"
