"""``coursekit scorm``: SCORM packages of any pages, with Python where a page has code to run."""

from __future__ import annotations

import argparse
from pathlib import Path

from coursekit.course import course
from coursekit.downloads import FOLDER, list_downloads
from coursekit.files import put
from coursekit.lms.cartridge import BadAddressError, checked_address
from coursekit.lms.scorm import VERSIONS, package, package_name
from coursekit.lms.site import Site
from coursekit.tasks.steps import Failed, tell
from coursekit.words import say

KIND = "scorm"


def arguments(command: argparse.ArgumentParser) -> None:
    """Add what the command takes to its parser."""
    about = "as chapters/promises or lessons/promise-worth (default: all chapters and lessons)"
    command.add_argument("pages", nargs="*", metavar="PAGE", help=about)
    command.add_argument("--edition", choices=("self-study", "class"), default="class", help="the built edition")
    command.add_argument(
        "--address", default="", help="where the course is published: links to its other pages lead there"
    )


def make_packages(folder: Path, pages: list[str], address: str) -> list[Path]:
    """Write the packages of pages among the downloads of a built site, and list them in its ``course.json``.

    Parameters
    ----------
    folder : Path
        The folder of the built site.
    pages : list of str
        The pages' paths, with or without ``.html``; none means all chapters and lessons.
    address : str
        Where the site is published; "" if that is not known.

    Returns
    -------
    list of Path
        The packages.

    Raises
    ------
    Failed
        If the site is not built, or has no such page.
    """
    try:
        address = checked_address(address)
    except BadAddressError as error:
        raise Failed(str(error)) from error
    try:
        site = Site(folder)
    except FileNotFoundError as error:
        raise Failed(say("lms.not-built", folder=folder)) from error
    folders = (f"{course().chapters}/", "lessons/")
    made = []
    for name in pages or [page["path"] for page in site.course["pages"] if page["path"].startswith(folders)]:
        page = f"{name.removesuffix('.html')}.html"
        for version in VERSIONS:
            try:
                content = package(site, page, version, address)
            except KeyError as error:
                raise Failed(str(error.args[0])) from error
            target = folder / FOLDER / KIND / package_name(page, version)
            put(content, target)
            made.append(target)
    list_downloads(folder)
    return made


def command(given: argparse.Namespace, folder: Path) -> int:
    """Make the packages that the command line asks for; return the exit code, 0.

    Parameters
    ----------
    given : Namespace
        What the command line says.
    folder : Path
        The folder of the built edition.

    Raises
    ------
    Failed
        If they cannot be made.
    """
    for path in make_packages(folder, given.pages, given.address):
        tell(f"  {path} ({path.stat().st_size / 1e6:.1f} MB)")
    return 0
