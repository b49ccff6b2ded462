"""The hands of a random walk: they pick a control of the page in front, use it, and note if nothing comes of it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from page_side import CONTROLS, NAME, REACHED, STATE
from playwright.sync_api import ElementHandle, Error, Page, TimeoutError
from walk_browser import WalkBrowser

PATIENCE_MS = 60_000  # for a press: other programs may be at work on the machine
# A page is given these times, in milliseconds, to react; on a busy machine it may need the last.
LOOKS = (0, 20, 50, 100, 200, 400, 800, 1600, 3200, 6400)


class Hands:
    """One reader's hands on the page in front.

    Attributes
    ----------
    browser : the browser under watch
    random : what the action that is done now draws from
    steps : what was done, for the report of a failure
    faults : what went wrong, in words
    """

    def __init__(self, browser: WalkBrowser, seed: int) -> None:
        self.browser = browser
        self.random = Random(seed)
        self.steps: list[str] = []
        self.faults: list[str] = []

    @property
    def page(self) -> Page:
        """The tab in front."""
        return self.browser.front()

    def pick(self, kind: str, within: ElementHandle | None = None) -> ElementHandle | None:
        """Return a control of this kind in the page in front, or None.

        Parameters
        ----------
        kind
            The kind of control.
        within
            A part of the page that it is to be in.
        """
        found = self.page.evaluate_handle(CONTROLS, [kind, within])
        many, place = found.evaluate("(all) => all.length"), self.random.random()
        if not many:
            return None
        return found.evaluate_handle("(all, n) => all[n]", int(many * place)).as_element()

    def use(
        self, kind: str, act: Callable[[ElementHandle], None], told: str = "", within: ElementHandle | None = None
    ) -> None:
        """Use a control of this kind; it is a fault if it can't be reached, or if nothing whatever happens then.

        Parameters
        ----------
        kind
            The kind of control.
        act
            What is done with it.
        told
            What is added to the step's name.
        within
            A part of the page that it is to be in.
        """
        one = self.pick(kind, within)
        if one is None:
            return
        name = one.evaluate(NAME)
        self.steps.append(f"{kind} {name} {told}".strip())
        reached = one.evaluate(REACHED)
        if reached.startswith("covered"):
            self.faults.append(f"cannot be pressed: {name} is {reached}")
        if reached != "reached":
            return
        page, before, count = self.page, one.evaluate(STATE), self.browser.happened
        act(one)
        for wait in LOOKS:
            page.wait_for_timeout(wait)
            if self.browser.happened != count or one.evaluate(STATE) != before:
                return
        self.faults.append(f"nothing happens: {name}")


def clicked(one: ElementHandle, force: bool = False) -> None:
    """Click; what the page takes out of sight before the click arrives need not be clicked.

    Parameters
    ----------
    one
        The control.
    force
        Whether it is clicked although its mark is drawn by something else.
    """
    try:
        one.click(timeout=PATIENCE_MS, force=force)
    except TimeoutError:
        if one.is_visible():
            raise


def is_left(error: Error) -> bool:
    """Tell whether an action failed only because it had just made the page go elsewhere."""
    signs = ("context was destroyed", "navigat", "not attached", "detached", "has been closed", "ERR_ABORTED")
    return any(sign in error.message for sign in signs)
