"""What the tests ask of a browser, whatever its engine: few things, so that each engine can do them alike."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PYTHON_S = 180.0  # what a page needs Python for
PAGE_S = 120.0  # what the page does alone
OFTEN_S = 0.1
WIDTH, HEIGHT = 1280, 900

# The middle of an element that can be pressed, in the window; where another one lies over it, which one.
MIDDLE = """async (selector) => {
  const one = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
  if (!one) return null;
  const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 100); });
  one.scrollIntoView({ block: "center", behavior: "instant" });
  await frame(); await frame();
  const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const over = document.elementFromPoint(at.x, at.y);
  const hit = one.contains(over) || [...(one.labels ?? [])].some((label) => label.contains(over));
  if (hit && !one.disabled) return at;
  return { hidden: one.disabled ? "it is disabled" : `over it lies ${over?.outerHTML.slice(0, 120)}` };
}"""
SEEN = """(selector) => {
  const one = document.querySelector(selector);
  if (one && !one.checkVisibility()) return false;
  return Boolean(one);
}"""
TEXT = "(selector) => document.querySelector(selector)?.innerText ?? ''"
# What a reader types, in the place of what stands there.
WRITE = """([selector, text]) => {
  const one = document.querySelector(selector);
  one.scrollIntoView({ block: "center" });
  one.focus();
  if (one.isContentEditable) getSelection().selectAllChildren(one);
  else one.select();
  document.execCommand("insertText", false, text);
}"""
CHOOSE = """([selector, value]) => {
  const one = document.querySelector(selector);
  one.value = value;
  for (const kind of ["input", "change"]) one.dispatchEvent(new Event(kind, { bubbles: true }));
}"""


class Missing(Exception):
    """This machine lacks what the engine needs; the message says what."""


class Driver(ABC):
    """One browser with one window and an empty profile."""

    @abstractmethod
    def go(self, address: str) -> None:
        """Open an address, and wait until it is loaded."""

    @abstractmethod
    def call(self, function: str, given: Any = None) -> Any:
        """Return what a function of JavaScript gives, once its promise is kept.

        Parameters
        ----------
        function
            Its source, with at most one argument.
        given
            The argument; it goes over as JSON, and so does the answer.
        """

    @abstractmethod
    def point(self, x: int, y: int) -> None:
        """Press and let go the mouse's first button at a place of the window."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press and let go a key, such as ``ArrowRight`` or ``Control+a``."""

    @abstractmethod
    def choose_files(self, selector: str, paths: Sequence[Path]) -> None:
        """Choose files in a field for files.

        Parameters
        ----------
        selector
            The field.
        paths
            The files.
        """

    @abstractmethod
    def picture(self) -> bytes:
        """Return what the window shows, as PNG."""

    @abstractmethod
    def faults(self) -> list[str]:
        """Return the errors that were written to the console, or not caught, since this was last asked."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def wait(self, function: str, given: Any = None, seconds: float = PAGE_S) -> Any:
        """Ask until the answer is true, and return it.

        Parameters
        ----------
        function
            The source of a function of JavaScript.
        given
            Its argument.
        seconds
            How long to ask.

        Raises
        ------
        AssertionError
            If it is not true after that time.
        """
        answer = self.comes(function, given, seconds)
        assert answer, f"not so after {seconds:.0f} s: {function} with {given!r:.200}"
        return answer

    def comes(self, function: str, given: Any = None, seconds: float = PAGE_S) -> Any:
        """Ask until the answer is true, or the time is up; return the last answer.

        Parameters
        ----------
        function
            The source of a function of JavaScript.
        given
            Its argument.
        seconds
            How long to ask.
        """
        until = time.monotonic() + seconds
        while not (answer := self.call(function, given)) and time.monotonic() < until:
            time.sleep(OFTEN_S)
        return answer

    def see(self, selector: str, seconds: float = PAGE_S) -> None:
        """Wait until something is there and not hidden."""
        self.wait(SEEN, selector, seconds)

    def text(self, selector: str) -> str:
        """Return what the first such element says; empty if there is none."""
        return str(self.call(TEXT, selector)).strip()

    def click(self, selector: str) -> None:
        """Press the first such element that is seen with the mouse, once it rests and nothing lies over it."""
        until, before = time.monotonic() + PAGE_S, {}
        while "x" not in (found := self.call(MIDDLE, selector) or {}) or found != before:
            assert time.monotonic() < until, f"cannot press {selector}: {found.get('hidden', 'it is not there')}"
            before = found
            time.sleep(OFTEN_S)
        self.point(found["x"], found["y"])

    def write(self, selector: str, text: str) -> None:
        """Write into a field or an editor, in the place of what stands there."""
        self.call(WRITE, [selector, text])

    def choose(self, selector: str, value: str) -> None:
        """Choose an entry of a list, by its value: the list that opens for it is the system's, not the page's."""
        self.call(CHOOSE, [selector, value])
