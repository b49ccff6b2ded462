"""Chromium's own printing, driven page by page: it sees the site at its published address, read from the folder."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from types import TracebackType
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, Playwright, Route

from coursekit.tasks.browser import ARGUMENTS, find
from coursekit.tasks.serve import TYPES

NOWHERE = "https://course.invalid/"  # a name that no site can have: the page then prints paths and no codes
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
PAPERS = {"a4": (8.27, 11.69), "letter": (8.5, 11.0)}  # width and height in inches
MINUTES = 5 * 60_000  # for the whole course on a slow machine
READY = 'html[style*="--print-licence"]'  # set by what prepares the page for paper
STARTING = 'section.lab[data-state="starting"]'


def published_address(site: Path) -> str:
    """Return where the site says that it is published, with a slash at its end; :data:`NOWHERE` if it says nothing."""
    found = CANONICAL.search((site / "index.html").read_text("utf-8"))
    return found[1].removesuffix("index.html").removesuffix("/") + "/" if found else NOWHERE


class Printer:
    """A headless Chromium that prints pages of a built site.

    Parameters
    ----------
    playwright : Playwright
        What drives it.
    site : Path
        The folder of the built site.

    Raises
    ------
    NoBrowser
        If there is no browser, and none can be had.
    """

    def __init__(self, playwright: Playwright, site: Path) -> None:
        self.site, self.address = site, published_address(site)
        path = find(playwright.chromium.executable_path)
        self._browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        self._context = self._browser.new_context(reduced_motion="reduce", service_workers="block")
        self._context.set_default_timeout(MINUTES)
        self._context.route(f"{self.address}**", self._answer)

    def __enter__(self) -> Printer:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the browser, whatever happened.

        Parameters
        ----------
        kind : type or None
            Not used.
        error : BaseException or None
            Not used.
        trace : TracebackType or None
            Not used.
        """
        self._browser.close()

    def _answer(self, route: Route) -> None:
        path = unquote(urlsplit(route.request.url).path).removeprefix(urlsplit(self.address).path)
        file = (self.site / (path or "index.html")).resolve()
        if file.is_relative_to(self.site.resolve()) and file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=TYPES.get(file.suffix, "application/octet-stream"))
        else:
            route.fulfill(status=404)

    def open(self, path: str) -> Page:
        """Return a page of the site, ready to be printed; whoever asks closes it."""
        page = self._context.new_page()
        page.goto(self.address + path)
        page.wait_for_selector(READY, state="attached")
        page.wait_for_selector(STARTING, state="detached")
        page.evaluate("document.fonts.ready.then(() => 0)")
        return page

    def print(self, page: Page, paper: str = "a4", landscape: bool = False) -> bytes:
        """Return a page as a tagged PDF with bookmarks; page numbers are the style sheet's.

        Parameters
        ----------
        page : Page
            The page, ready to be printed.
        paper : str
            ``a4`` or ``letter``.
        landscape : bool
            Whether sheets lie on their side.

        Returns
        -------
        bytes
            The PDF.
        """
        width, height = PAPERS[paper]
        session = self._context.new_cdp_session(page)
        asked = {
            "landscape": landscape,
            "paperWidth": width,
            "paperHeight": height,
            "printBackground": False,
            "preferCSSPageSize": False,
            "generateTaggedPDF": True,
            "generateDocumentOutline": True,
            "transferMode": "ReturnAsStream",
        }
        stream = session.send("Page.printToPDF", asked)["stream"]
        parts = []
        while True:
            part = session.send("IO.read", {"handle": stream})
            data = part["data"]
            parts.append(base64.b64decode(data) if part.get("base64Encoded") else data.encode())
            if part["eof"]:
                break
        session.send("IO.close", {"handle": stream})
        return b"".join(parts)
