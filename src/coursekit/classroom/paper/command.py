"""``coursekit pdf``: print the built site's chapters, its lessons and the whole course into files."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from coursekit.classroom.paper.documents import Document, documents
from coursekit.classroom.paper.metadata import with_metadata
from coursekit.classroom.paper.printer import NOWHERE, Printer
from coursekit.classroom.paper.teacher import Answers
from coursekit.course import course
from coursekit.downloads import FOLDER, list_downloads
from coursekit.tasks.browser import NoBrowser
from coursekit.tasks.steps import ROOT, Failed, tell

KIND = "pdf"
AUTHOR = re.compile(r"^author:[ \t]*(.+?)[ \t]*(?:#.*)?$", re.MULTILINE)  # in _config.yml
NO_ADDRESS = (
    "_config.yml sets no address (`html: baseurl:`), so the sheets name paths within the site, and have no codes that "
    "open a lab on a phone."
)
# The pages are put together in the browser: a script of the site, loaded for this alone.
WHOLE = "(paths, title) => window.coursekitWhole(paths, title)"


def _opened(printer: Printer, document: Document) -> Page:
    """Return the document as one page in the browser."""
    page = printer.open(document.pages[0])
    if len(document.pages) > 1:
        page.add_script_tag(url=f"{printer.address}_static/whole.js")
        page.evaluate(f"([paths, title]) => ({WHOLE})(paths, title)", [list(document.pages), document.title])
        page.evaluate("document.fonts.ready.then(() => 0)")
    return page


def write(
    site: Path, folder: Path, author: str, *, paper: str = "a4", landscape: bool = False, answers: Answers | None = None
) -> list[Path]:
    """Print every document of a built site.

    Parameters
    ----------
    site : Path
        The folder of the built site.
    folder : Path
        Where the files go; PDFs of other documents that stand there are removed.
    author : str
        Who the PDFs say has written them.
    paper : str
        ``a4`` or ``letter``.
    landscape : bool
        Whether sheets lie on their side.
    answers : Answers, optional
        The answers, for a teacher's copy.

    Returns
    -------
    list of Path
        The files.

    Raises
    ------
    Failed
        If the site has nothing to print, or there is no browser: the message says what to do.
    """
    wanted = documents(json.loads((site / "course.json").read_text("utf-8")), course().chapters, course().title)
    if not wanted:
        raise Failed("The site has neither chapters nor lessons, so there is nothing to print.")
    if answers:
        wanted = [document for document in wanted if len(document.pages) == 1]
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.pdf"):
        if old.stem not in {document.name for document in wanted}:
            old.unlink()
    made = []
    try:
        with sync_playwright() as playwright, Printer(playwright, site) as printer:
            if printer.address == NOWHERE:
                tell(f"  {NO_ADDRESS}")
            for n, document in enumerate(wanted, 1):
                began = time.monotonic()
                page = _opened(printer, document)
                if answers:
                    answers.add(page, document.pages[0])
                pdf = printer.print(page, paper, landscape)
                page.close()
                file = folder / f"{document.name}.pdf"
                file.write_bytes(with_metadata(pdf, {"Title": document.title, "Author": author}))
                made.append(file)
                told = f"{len(pdf) / 1e6:.1f} MB, {time.monotonic() - began:.0f} s"
                tell(f"  {n} of {len(wanted)}: {file.name} ({told})")
    except NoBrowser as none:
        raise Failed(f"{none} Then run `make pdf` again.") from None
    return made


def pdf(site: Path, *, paper: str, landscape: bool, teacher: bool) -> int:
    """Write the PDFs of the site into its downloads, or the teacher's copies beside the instructor's key.

    Parameters
    ----------
    site : Path
        The folder of the built site.
    paper : str
        ``a4`` or ``letter``.
    landscape : bool
        Whether sheets lie on their side.
    teacher : bool
        Whether the copies have the answers at their end; these are no part of the site.

    Returns
    -------
    int
        The exit code, 0.

    Raises
    ------
    Failed
        As :func:`write`.
    """
    folder = ROOT / "_build" / "teacher-pdf" if teacher else site / FOLDER / KIND
    answers = Answers.read(ROOT) if teacher else None
    tell(f"→ pdf: each chapter and each lesson{', with answers' if teacher else ', and the whole course'}")
    author = AUTHOR.search((ROOT / "_config.yml").read_text("utf-8"))
    said = author[1].strip("\"' ") if author else course().title
    made = write(site, folder, said, paper=paper, landscape=landscape, answers=answers)
    if not teacher:
        list_downloads(site)
    size = sum(file.stat().st_size for file in made) / 1e6
    tell(f"  done: {folder.relative_to(ROOT)} ({len(made)} files, {size:.0f} MB)")
    if teacher:
        tell("  Keep these from learners.")
    return 0
