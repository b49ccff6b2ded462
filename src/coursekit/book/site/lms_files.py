"""Files for learning management systems among the site's downloads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.book.site.assets import WATCHED
from coursekit.downloads import write_downloads
from coursekit.lms.bank.write import bank_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the question banks, in the self-study edition alone: they hold the answers that the class edition veils.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.
    """
    if exception or WATCHED or app.builder.format != "html":
        return
    out = Path(app.outdir)
    address = app.config.coursekit_address
    banks = bank_files(Path(app.srcdir), address)
    for kind, files in banks.items():
        write_downloads(out, kind, files if app.config.coursekit_edition != "class" else {})


def setup(app: Sphinx) -> None:
    """Register the setting and the step: after the service worker's list, before that of the downloads."""
    app.add_config_value("coursekit_address", "", "")
    app.connect("build-finished", write, priority=995)
