"""The receipts' JSON Schema into the site, for those who read receipts with programs of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.classroom.receipt import schema
from coursekit.files import put

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NAME = "receipt.schema.json"


def ship(app: Sphinx, exception: Exception | None) -> None:
    """Put the receipts' JSON Schema into ``downloads``.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.
    """
    if exception is None and app.builder.format == "html":
        text = json.dumps(schema(), ensure_ascii=False, indent=1)
        put(f"{text}\n", Path(app.outdir) / "downloads" / NAME)


def setup(app: Sphinx) -> None:
    """Register the step."""
    app.connect("build-finished", ship)
