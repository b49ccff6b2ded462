"""The grading desk's page (``coursekitDesk``), driven in a headless browser: one grader for page and command line."""

from __future__ import annotations

import base64
import os
import re
import shutil
import signal
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright
from playwright.sync_api import Error as BrowserError

from coursekit.classroom.grading import desk_calls
from coursekit.classroom.grading.browser_sandbox import other_user, place, remove_if_dead
from coursekit.classroom.grading.submissions import HandIn
from coursekit.classroom.grading.watch import Crashed, Watch, brief
from coursekit.tasks.browser import ARGUMENTS, find
from coursekit.tasks.steps import Failed
from coursekit.words import say

PAGE = "book/desk.html"
OPENING_S = 180.0  # for the page's own Python to start; a slow machine takes half a minute
ANSWER_S = 60.0  # for the page to answer at all; it does nothing that takes a second
PREFIX = "coursekit-grade-"
CHUNK = 200  # hand-ins that go to the page at once for the sheets


class Desk:
    """A browser with the desk's page in it; started anew after a crash.

    Parameters
    ----------
    playwright
        What drives it.
    address
        Where the site is served, with a slash at its end.
    opening
        What ``open`` gets: the key and how to grade.
    told
        Called with what a person should know of how the browser runs.
    """

    name = "here"  # what tells it from desks on other machines

    def __init__(self, playwright: Playwright, address: str, opening: list[Any], told: Callable[[str], None]) -> None:
        self._playwright, self._address, self._opening, self._told = playwright, address, opening, told
        self.browser = find(playwright.chromium.executable_path)
        self._user = other_user(self.browser)
        self._sandbox = True
        self._folder: Path | None = None
        self._context: BrowserContext | None = None
        self._page: Page | None = None

    def start(self) -> None:
        """Start the browser and open the desk in it.

        Raises
        ------
        Failed
            If no browser starts, or the desk does not take the key; the message is the desk's own sentence.
        Crashed
            If it ended while it opened.
        """
        self.stop()
        try:
            self._launch()
        except BrowserError as error:
            if not self._sandbox:
                raise Failed(f"The browser {self.browser} does not start: {brief(error)}") from error
            self._sandbox = False
            self._told(f"  {say('grade.no-sandbox')}")
            self.start()
            return
        self._open()

    def _launch(self) -> None:
        for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            remove_if_dead(left)
        self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._place = place(self._folder, self.browser, self._user)
        if self._place.root and self._sandbox:
            self._sandbox = False  # as root Chromium has none
            self._told(f"  {say('grade.root')}")
        context = self._playwright.chromium.launch_persistent_context(
            self._place.folder / "profile",
            executable_path=self._place.starter,
            args=[*(one for one in ARGUMENTS if one != "--no-sandbox"), "--js-flags=--expose-gc"],
            chromium_sandbox=self._sandbox,
            headless=True,
            service_workers="block",
            accept_downloads=False,
            env={name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LC_ALL", "DISPLAY")},
        )
        self._context = context
        # The browser knows no other host's address; and were one named by its number, the request ends here.
        context.route(re.compile(rf"^(?!{re.escape(self._address)}|data:|blob:)"), lambda route: route.abort())
        self._page = context.pages[0] if context.pages else context.new_page()

    def _open(self) -> None:
        page = self._here()
        with self._watch(OPENING_S):
            page.goto(f"{self._address}{PAGE}")
            page.locator('section.desk[data-state="ready"]').wait_for(state="attached", timeout=60_000)
            said = page.evaluate(desk_calls.OPEN, self._opening)
        if said:
            raise Failed(str(said))

    @property
    def running(self) -> bool:
        """Whether the desk is open."""
        return self._page is not None

    def add(self, files: Sequence[HandIn], earlier: Mapping[str, dict[str, Any]] | None = None) -> list[int]:
        """Hand files to the desk; return how many hand-ins it found in each.

        Parameters
        ----------
        files : sequence of HandIn
            The files.
        earlier : mapping, optional
            By a hand-in's id, its marks of an earlier run, of which the desk keeps what still holds.
        """
        known = earlier or {}
        given = [[one.add, base64.b64encode(one.content).decode(), known.get(one.id)] for one in files]
        with self._watch(ANSWER_S):
            counts: list[int] = self._here().evaluate(desk_calls.ADD, given)
        return counts

    def next(self, most: int, wait_s: float) -> list[dict[str, Any]]:
        """Return the hand-ins that were marked since the last call.

        Parameters
        ----------
        most : int
            How many to return at most.
        wait_s : float
            How long to wait for the first, in seconds.

        Returns
        -------
        list of dict
            A row each; empty if none was marked in that time, or none is left.
        """
        with self._watch(ANSWER_S + wait_s):
            return self._here().evaluate(desk_calls.NEXT, [most, 1000 * wait_s]) or []

    def heap_mb(self) -> float:
        """Return how much memory the page's own script takes."""
        with self._watch(ANSWER_S):
            return float(self._here().evaluate("() => performance.memory.usedJSHeapSize")) / 1e6

    def gather(self, marked: list[dict[str, Any]]) -> None:
        """Give the page some of what the sheets are made of."""
        with self._watch(ANSWER_S):
            self._here().evaluate("some => void (window.graded ??= []).push(...some)", marked)

    def sheets(self) -> dict[str, str]:
        """Return the files for the instructor by name, of all that was gathered."""
        with self._watch(10 * ANSWER_S):
            made: list[dict[str, str]] = self._here().evaluate(desk_calls.SHEETS)
        return {sheet["name"]: sheet["text"] for sheet in made}

    def give_marks(self, files: list[tuple[str, str]]) -> str:
        """Give the page the marks for free text, as files of name and text; return them merged, as a file's text.

        Raises
        ------
        Failed
            If one of them is no file of marks; the message is the desk's own sentence.
        """
        with self._watch(ANSWER_S):
            made = self._here().evaluate(desk_calls.MARKS, [list(one) for one in files])
        if "error" in made:
            raise Failed(str(made["error"]))
        return str(made["text"]) if made["n"] else ""

    def warnings(self) -> list[str]:
        """Return sentences about what was gathered: whose hand-ins are uncertain, where graders or clocks disagree."""
        with self._watch(ANSWER_S):
            said: list[str] = self._here().evaluate(desk_calls.WARNINGS)
        return said

    def _here(self) -> Page:
        if self._page is None:
            raise Crashed("There is no browser.")
        return self._page

    def _watch(self, limit_s: float) -> Watch:
        return Watch(limit_s, self._kill)

    def _kill(self) -> None:
        if self._folder and (pid := self._place.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def stop(self) -> None:
        """End the browser and remove all that it left."""
        if self._context:
            with suppress(BrowserError), Watch(15, self._kill):
                self._context.close()
        if self._folder:
            self._kill()
            shutil.rmtree(self._folder, ignore_errors=True)
        self._context = self._page = self._folder = None
