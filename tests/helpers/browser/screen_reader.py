"""A reader who cannot see the page: parts are found by role and name in the accessibility tree, all else is keys.

What is heard at each step is written down: the part that has the focus, as the browser's tree tells it, and the
sentences that come into live regions.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TypeVar

from accessibility_tree import Node, line, text_of, tree
from playwright.sync_api import Page

# Notes every sentence that comes into a live region of the page, as a screen reader does.
LISTEN = """addEventListener("DOMContentLoaded", () => {
  window.heard = [];
  const live = (node) => (node instanceof Element ? node : node.parentElement)
    ?.closest("[aria-live]:not([aria-live=off]), [role=status], [role=alert], output:not([aria-live=off])");
  new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      const said = live(target)?.textContent.replace(/\\s+/g, " ").trim();
      if (said && (type !== "childList" || addedNodes.length) && window.heard.at(-1) !== said) window.heard.push(said);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
});"""
WAIT_S = 20.0
T = TypeVar("T")


class ScreenReader:
    """One page in the hands of a reader who hears it.

    Attributes
    ----------
    transcript : what was done (after ``>``), and what was heard upon it
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)
        self.transcript: list[str] = []
        page.add_init_script(LISTEN)

    def open(self, what: str, address: str) -> None:
        """Open an address, and hear the page's title."""
        self.page.goto(address)
        self.transcript += [f"> open {what}", self.page.title()]

    def find(self, role: str, name: str) -> Node:
        """Wait for the last part of that role of which the name begins so (a lab's picture comes before its form)."""

        def look() -> Node | None:
            alike = (one for one in tree(self.session) if text_of(one, "role") == role)
            return next((one for one in reversed(list(alike)) if text_of(one, "name").startswith(name)), None)

        return self._awaited(f"{role} “{name}”", look)

    def go_to(self, role: str, name: str) -> None:
        """Go there, as from a screen reader's list of links, headings or form fields."""
        node = self.find(role, name)
        self.session.send("DOM.focus", {"backendNodeId": node["backendDOMNodeId"]})
        self.transcript += [f"> go to {role} “{name}”", self._focused()]

    def read(self, role: str, name: str) -> None:
        """Read a part that takes no focus: a heading, a paragraph."""
        self.transcript += [f"> read {role} “{name}”", line(self.session, self.find(role, name))]

    def press(self, *keys: str) -> None:
        """Press keys, and hear where the focus then is."""
        for key in keys:
            self.page.keyboard.press(key)
        self.transcript += [f"> press {', '.join(keys)}", self._focused()]

    def do(self, *keys: str) -> None:
        """Press keys that begin something: what comes of it is heard or read later."""
        for key in keys:
            self.page.keyboard.press(key)
        self.transcript.append(f"> press {', '.join(keys)}")

    def write(self, text: str) -> None:
        """Type a text in one go."""
        self.page.keyboard.insert_text(text)
        self.transcript += [f"> type {text}"]

    def hear(self, pattern: str, seconds: float = WAIT_S) -> None:
        """Wait until a live region says what matches, and note that sentence.

        Parameters
        ----------
        pattern
            A regular expression.
        seconds
            How long to wait at most.
        """
        said = self._awaited(
            f"“{pattern}” among what is said",
            lambda: next((one for one in reversed(self._heard()) if re.search(pattern, one)), None),
            seconds,
        )
        self.page.evaluate("() => { window.heard = []; }")
        self.transcript.append(f"(said) {said}")

    def _heard(self) -> list[str]:
        return list(self.page.evaluate("() => window.heard ?? []"))

    def _focused(self) -> str:
        held = [n for n in tree(self.session) if _has(n, "focused") and text_of(n, "role") != "RootWebArea"]
        return line(self.session, held[-1]) if held else "(nothing has the focus)"

    def _awaited(self, what: str, look: Callable[[], T | None], seconds: float = WAIT_S) -> T:
        until = time.monotonic() + seconds
        while True:
            if found := look():
                return found
            if time.monotonic() > until:
                told = "\n".join([*self.transcript, "…", *(f"(said) {one}" for one in self._heard())])
                raise AssertionError(f"there is no {what}, after\n{told}")
            time.sleep(0.1)


def _has(node: Node, state: str) -> bool:
    return any(one["name"] == state and one["value"].get("value") is True for one in node.get("properties", []))
