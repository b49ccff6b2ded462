"""The browser of a random walk: one profile, at most two tabs, all that its pages complain of."""

from __future__ import annotations

import time
from pathlib import Path

from page_side import WATCH
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, Response, WebError

SAVE = "details.my-work button[data-do=save]:not([disabled])"


class WalkBrowser:
    """A fresh profile under watch.

    Attributes
    ----------
    base : the site's address
    online : whether there is a connection
    back_at : when the connection was last put back
    left_at : when a page was last left or loaded
    happened : how many things happened that a page's own document does not show: downloads, dialogs, new pages
    """

    def __init__(self, browser: Browser, base: str) -> None:
        self.base, self.online, self.happened, self.back_at, self.left_at = base, True, 0, 0.0, 0.0
        self.told: list[str] = []
        self.context: BrowserContext = browser.new_context(viewport={"width": 1280, "height": 900})
        self.context.set_default_timeout(60_000)
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.context.add_init_script(f"({WATCH})()")
        self.context.on("console", self._console)
        self.context.on("weberror", self._error)
        self.context.on("response", self._response)
        self.context.on("requestfailed", self._failed)
        self.context.on("page", self._opened)
        self.tab: Page = self.context.new_page()

    def _opened(self, page: Page) -> None:
        self.happened += 1
        page.on("dialog", lambda dialog: (self._count(), dialog.accept()))
        for event in ("download", "filechooser"):
            page.on(event, lambda _: self._count())
        page.on("framenavigated", lambda _: self._left())
        page.on("crash", lambda _: self.told.append("the page crashed"))

    def _without_connection(self) -> bool:
        """Tell whether there is no connection, or was none when what is told now was begun."""
        return not self.online or time.monotonic() < self.back_at + 5

    def _ended_with_its_page(self, told: str) -> bool:
        """Tell whether a request failed because its page was left; a service worker has no name of its own for that."""
        return "ERR_ABORTED" in told or ("ERR_FAILED" in told and time.monotonic() < self.left_at + 5)

    def _count(self) -> None:
        self.happened += 1

    def _left(self) -> None:
        self.happened += 1
        self.left_at = time.monotonic()

    def _console(self, message: ConsoleMessage) -> None:
        # What the browser itself says of a request without a connection is no fault of the page's.
        without = self._without_connection() or self._ended_with_its_page(message.text)
        if message.type == "error" and not (without and "Failed to load resource" in message.text):
            self.told.append(f"console error: {message.text} ({message.location.get('url', '')})")

    def _error(self, error: WebError) -> None:
        self.told.append(f"uncaught: {error.error.stack or error.error.message}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not self._without_connection():
            self.told.append(f"{response.status} for {response.url}")

    def _failed(self, request: Request) -> None:
        if not self._ended_with_its_page(request.failure or "") and not self._without_connection():
            self.told.append(f"{request.failure} for {request.url}")

    def faults(self) -> list[str]:
        """Return what pages have complained of since this was last asked."""
        told, self.told = self.told, []
        return told

    def front(self) -> Page:
        """Return the tab in front; one that a page has opened for itself is closed."""
        for page in self.context.pages:
            if page is not self.tab and page.opener():
                page.close()
        return self.tab

    def turn(self, page: Page, way: str) -> None:
        """Go back or forward in a tab, but not off the site.

        Parameters
        ----------
        page
            The tab.
        way
            ``back`` or ``forward``.
        """
        try:
            (page.go_back if way == "back" else page.go_forward)(wait_until="domcontentloaded")
        except Error as error:
            if "ERR_ABORTED" not in error.message:  # the way led to a file that was downloaded
                raise
        if not page.url.startswith(self.base):
            page.goto(f"{self.base}book/index.html", wait_until="domcontentloaded")

    def connect(self, online: bool) -> None:
        """Cut the connection or put it back."""
        if online and not self.online:
            self.back_at = time.monotonic()
        self.online = online
        self.context.set_offline(not online)

    def other_tab(self, close: bool) -> None:
        """Bring the other tab to the front; with ``close`` close the one in front first."""
        others = [page for page in self.context.pages if page is not self.tab]
        if not others and not self.online:
            return
        if not others:
            address = self.tab.url
            self.tab = self.context.new_page()
            self.tab.goto(address, wait_until="domcontentloaded")
            return
        if close:
            with self.tab.expect_event("close"):
                self.tab.close(run_before_unload=True)
        self.tab = others[0]
        self.tab.bring_to_front()

    def saved_work(self) -> str:
        """Press *Save all as a file* in the tab in front; return the file's text, "" if there was nothing to save."""
        self.connect(True)
        page = self.front()
        if not page.locator("details.my-work").count():
            page.goto(f"{self.base}book/index.html", wait_until="domcontentloaded")
        page.locator("details.my-work").evaluate("(box) => { box.open = true; }")
        button = page.locator(SAVE)
        button.wait_for(state="attached")
        status = page.locator("details.my-work [role=status]").first
        status.evaluate("(one) => one.replaceChildren()")
        files: list[Path] = []
        page.once("download", lambda download: files.append(Path(download.path())))
        button.evaluate("(one) => one.click()")
        page.locator("details.my-work [role=status]:not(:empty)").first.wait_for(state="attached")
        for _ in range(50):
            if files:
                return files[0].read_text("utf-8")
            page.wait_for_timeout(100)
        return ""
