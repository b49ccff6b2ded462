"""The list of the site's downloads in ``course.json``, once all that the build makes is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.downloads import list_downloads

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def write(app: Sphinx, exception: Exception | None) -> None:
    """List what the site offers, files that another command has put there included.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.
    """
    if exception is None and app.builder.format == "html":
        list_downloads(Path(app.outdir))


def setup(app: Sphinx) -> None:
    """Register the step: the last of all."""
    app.connect("build-finished", write, priority=999)
