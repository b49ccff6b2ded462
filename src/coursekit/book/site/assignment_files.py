"""The course's ``assignments/NAME.json`` into the site, where short links (``#assignment=NAME``) find them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

from coursekit.classroom.assignment.format import BadAssignmentError, from_content
from coursekit.classroom.assignment.handing_out import FOLDER
from coursekit.files import put

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")  # as web/src/assignment/link.ts has it


def ship(app: Sphinx, exception: Exception | None) -> None:
    """Put each assignment beside the pages, and take away what the course has no longer.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.

    Raises
    ------
    ExtensionError
        If a file is no assignment, or no short link could name it.
    """
    if exception is not None or app.builder.format != "html":
        return
    target = Path(app.outdir) / FOLDER
    found = {path.name: path for path in sorted((Path(app.srcdir) / FOLDER).glob("*.json"))}
    for name, path in found.items():
        try:
            text = path.read_text("utf-8-sig")
            from_content(json.loads(text))
            if not NAME.fullmatch(path.stem):
                raise BadAssignmentError("Its name has other signs than small letters, digits and hyphens.")
        except (BadAssignmentError, ValueError, RecursionError) as error:
            raise ExtensionError(f"{FOLDER}/{name}: {error}") from None
        put(text, target / name)
    for old in target.glob("*.json"):
        if old.name not in found:
            old.unlink()


def setup(app: Sphinx) -> None:
    """Register the step."""
    app.connect("build-finished", ship)
