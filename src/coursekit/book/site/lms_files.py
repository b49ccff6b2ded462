"""Files for learning management systems among the site's downloads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError
from sphinx.util import logging

from coursekit.book.site.assets import WATCHED
from coursekit.course import course
from coursekit.downloads import write_downloads
from coursekit.lms.bank.write import KINDS, bank_files
from coursekit.lms.cartridge import BadAddressError, cartridge, checked_address
from coursekit.lms.contents import pages
from coursekit.lms.scorm import VERSIONS, package, package_name
from coursekit.lms.site import Site
from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx

log = logging.getLogger(__name__)


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write question banks, SCORM packages of the lessons, and, where the course's address is set, the cartridge.

    Banks are written in the self-study edition alone: they hold the answers that the class edition veils. Lessons have
    no code to run, so their packages are small; those of chapters, with Python, are made by ``coursekit scorm``.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.

    Raises
    ------
    ExtensionError
        If ``html_baseurl`` is no address.
    """
    if exception or WATCHED or app.builder.format != "html":
        return
    out = Path(app.outdir)
    try:
        address = checked_address(app.config.html_baseurl)
    except BadAddressError as error:
        raise ExtensionError(f"_config.yml: html: baseurl: {error}") from None
    if not address:
        log.info(say("lms.no-address"))
    banks = {} if app.config.coursekit_edition == "class" else bank_files(Path(app.srcdir), address)
    for kind in KINDS:
        write_downloads(out, kind, banks.get(kind, {}))
    if not (out / "sw.js").is_file() or not (out / "_static" / "scorm.js").is_file():
        return  # built without scripts: the build has warned of it
    site = Site(out)
    made = {f"{course().id}.imscc": cartridge(pages(Path(app.srcdir)), site.course, address)} if address else {}
    write_downloads(out, "cartridge", made)
    lessons = [lesson["page"] for lesson in site.course["lessons"]]
    write_downloads(
        out,
        "scorm",
        {
            package_name(page, version): package(site, page, version, address, python=False)
            for page in lessons
            for version in VERSIONS
        },
    )


def setup(app: Sphinx) -> None:
    """Register the step: after the service worker's list, before that of the downloads."""
    app.connect("build-finished", write, priority=995)
