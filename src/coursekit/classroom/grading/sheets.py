"""The files that a run of grading leaves beside the gradebook."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Made:
    """What a run made.

    Parameters
    ----------
    brief
        Of each hand-in ``file``, ``status``, ``notes``, ``flagged`` and ``late`` (what timed out).
    files
        The files' texts by name; a ZIP is in base64.
    warned
        What the desk warns of, a sentence each.
    """

    brief: list[dict[str, Any]]
    files: dict[str, str]
    warned: list[str]


def write_sheets(made: Mapping[str, str], out: Path) -> None:
    """Write the files, each whole or not at all.

    Parameters
    ----------
    made : mapping
        The files' texts by name; a ZIP is in base64.
    out : Path
        Where the gradebook goes; the others stand beside it.
    """
    for name, text in made.items():
        path = out if name == "gradebook.csv" else out.parent / name
        beginning = path.with_name(f".{path.name}.part")
        beginning.write_bytes(base64.b64decode(text) if name.endswith(".zip") else text.encode("utf-8", "replace"))
        beginning.replace(path)
