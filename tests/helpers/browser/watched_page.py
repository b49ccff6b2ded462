"""A page under watch: every request, console error and missing file is kept, and what must not be is told in words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

OWN = ("127.0.0.1", "localhost", "")
# In two frames the page notices what has come near. A frame that is not drawn is waited for two seconds.
SCROLL = """async () => {
  const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 2000); });
  const rest = async () => { await frame(); await frame(); };
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * 0.8) { scrollTo(0, y); await rest(); }
  scrollTo(0, 0); await rest();
}"""
# An error's own text may be empty, or a promise be refused without a reason: then this says what kind of fault it was.
PLACES = """for (const kind of ["error", "unhandledrejection"]) addEventListener(kind, (event) => {
  const { filename = "", lineno = "", colno = "", reason, error } = event, what = reason ?? error;
  console.debug(`watched: ${kind} at ${filename}:${lineno}:${colno} ${typeof what} ${what?.constructor?.name} ` +
    `${what?.stack ?? what}; last touched: ${document.activeElement?.tagName}`);
});"""
THEME = "localStorage.setItem('touched-measured-counted/theme', {theme});"


class Watched:
    """A page and what it did.

    Attributes
    ----------
    page : the Playwright page
    expected : patterns of console errors that the test means to cause
    """

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.expected: list[str] = []
        self.requests: list[Request] = []
        self.failures: list[str] = []
        self.console: list[str] = []
        self.places: list[str] = []
        self.heard = {"request": self._request, "response": self._response, "requestfailed": self._failed}
        for event, hear in self.heard.items():
            context.on(event, hear)
        self.page.add_init_script(PLACES)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.console.append(f"uncaught: {error}"))

    def end(self) -> None:
        """Hear no more of what other pages of the same profile do."""
        for event, hear in self.heard.items():
            self.page.context.remove_listener(event, hear)

    def _request(self, request: Request) -> None:
        self.requests.append(request)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.failures.append(f"{response.status} for {response.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left in the middle of loading aborts what is under way: no fault.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.failures.append(f"{request.failure} for {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "debug" and message.text.startswith("watched: "):
            self.places.append(message.text)
        if message.type == "error":
            self.console.append(f"{message.text} ({message.location.get('url', '')})")

    def foreign(self) -> list[str]:
        """Return the addresses of other origins that were asked for."""
        schemes = ("http", "https", "ws", "wss")
        parts = ((request.url, urlsplit(request.url)) for request in self.requests)
        return [url for url, part in parts if part.scheme in schemes and part.hostname not in OWN]

    def faults(self) -> list[str]:
        """Return everything that no page may do, each with what it was."""
        told = [text for text in self.console if not any(re.search(pattern, text) for pattern in self.expected)]
        return [
            *(f"asked another origin: {url}" for url in self.foreign()),
            *(f"could not load: {text}" for text in self.failures),
            *(f"console error: {text}" for text in told),
            *(self.places if any(text.startswith("uncaught: ") for text in told) else ()),
        ]

    def sizes(self) -> dict[str, int]:
        """Return the bytes of all answers' bodies as sent (zipped), by their address."""
        sizes: dict[str, int] = {}
        for request in self.requests:
            if request.url.startswith(("http", "ws")) and request.response():
                # What was sent once may come from memory the second time.
                sizes[request.url] = max(sizes.get(request.url, 0), request.sizes()["responseBodySize"])
        return sizes

    def weight(self) -> int:
        """Return the bytes of all answers' bodies as sent (zipped), each address once."""
        return sum(self.sizes().values())

    def leave(self) -> None:
        """Leave the page for an empty one, and forget what it did: what comes next is a visit of its own."""
        self.page.goto("about:blank")
        for kept in (self.requests, self.failures, self.console, self.places):
            kept.clear()

    def open(self, url: str) -> Page:
        """Open an address, wait until the network is idle, scroll through, so that all that loads late is loaded."""
        self.page.goto(url)
        self.page.wait_for_load_state("networkidle")
        self.page.evaluate(SCROLL)
        self.page.wait_for_load_state("networkidle")
        return self.page


def dress(context: BrowserContext, theme: str) -> None:
    """Have every page of the context opened in ``light`` or ``dark``."""
    context.add_init_script("try {" + THEME.format(theme=json.dumps(theme)) + "} catch {}")


def new_context(browser: Browser, theme: str, service_workers: str) -> BrowserContext:
    """Return a fresh profile: nothing stored, nothing cached."""
    fresh = browser.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme=theme, service_workers=service_workers
    )
    fresh.set_default_timeout(20_000)
    dress(fresh, theme)
    return fresh


# A page that has just been closed may write a last time after the browser's own clearing: this comes after that.
KEEP_ONLY_PYTHON = """async () => {
  localStorage.clear();
  for (const { name } of await indexedDB.databases()) await new Promise((done, failed) => {
    const gone = indexedDB.deleteDatabase(name);
    gone.onsuccess = done;
    gone.onerror = failed;
  });
  for (const name of await caches.keys()) if (!/python/.test(name)) await caches.delete(name);
}"""


def forget_the_reader(context: BrowserContext, base: str) -> None:
    """Close all pages of a profile and drop what a reader left in it; keep scripts and Python's memory.

    Parameters
    ----------
    context
        The profile.
    base
        The address of the site, with a slash at its end.
    """
    context.set_offline(False)
    context.unroute_all()
    context.clear_permissions()
    context.clear_cookies()
    last = context.new_page()
    for page in context.pages:
        if page is not last:
            page.close()
    session = context.new_cdp_session(last)
    gone = {"origin": base.rstrip("/"), "storageTypes": "local_storage,indexeddb,service_workers"}
    session.send("Storage.clearDataForOrigin", gone)
    last.goto(f"{base}course.json")
    last.evaluate(KEEP_ONLY_PYTHON)
    last.close()


def pages(site: Path) -> list[str]:
    """Return every page of the built site, as a path below it."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(path for path in found if not path.startswith(("_static/", "_sources/")))
