"""An exercise's section in a learner's hands, for the tests that work on one."""

from __future__ import annotations

import re

from paths import ROOT
from playwright.sync_api import Locator, Page, expect
from scroll import scroll_to

from coursekit.exercise.file.read import read

FOLDER = ROOT / "exercises"
EXERCISES = {path.stem: read(path) for path in sorted(FOLDER.glob("*.py"))}
FIRST = "promises_honour"
DONE = re.compile("^(idle|passed|failed|error|stopped)$")
MARKUP = re.compile(r"[`*]")


def plain(sentence: str) -> str:
    """A sentence as it reads once its marks have become markup."""
    return MARKUP.sub("", sentence)


class Card:
    """One exercise's section, in a learner's hands."""

    def __init__(self, page: Page, id: str = FIRST) -> None:
        self.page = page
        self.section = page.locator(f"section#exercise-{id}")
        self.status = self.section.get_by_role("status")
        self.editor = self.section.locator(".cm-content")
        scroll_to(self.section, self.editor)

    def button(self, name: str) -> Locator:
        return self.section.get_by_role("button", name=name, exact=True)

    def code(self) -> str:
        return self.editor.evaluate("(e) => e.cmTile.view.state.doc.toString()")

    def settle(self, seconds: float = 120) -> str:
        expect(self.section).to_have_attribute("data-state", DONE, timeout=1000 * seconds)
        return self.section.get_attribute("data-state") or ""

    def press(self, name: str, code: str | None = None) -> str:
        if code is not None:
            self.editor.fill(code)
        self.button(name).click()
        return self.settle()


def address(base: str, course: dict, id: str = FIRST) -> str:
    return base + next(entry["page"] for entry in course["exercises"] if entry["id"] == id)


def link(base: str, course: dict, id: str = FIRST) -> str:
    """The address that opens the page at the exercise, as a link to it does: the labs above it need not be drawn.

    Parameters
    ----------
    base
        The address of the site, with a slash at its end.
    course
        What the site says of itself.
    id
        The exercise's name.
    """
    return f"{address(base, course, id)}#exercise-{id}"
