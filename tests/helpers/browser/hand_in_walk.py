"""Random walks through writing, leaving, returning and handing in: what a file then holds against what was written.

A walk writes into an exercise, an essay and a memo on pages of its own choice, leaves a page within milliseconds of the
last keystroke (by a link, a reload, another tab, closing it, or its crash), and presses *Save all as a file* or *Hand
in* somewhere. Every keystroke made before the press must be in the file. In between it takes one assignment or another
from a link, or leaves it: what it hands in then names that which its tab shows, and holds all that belongs to it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from assignment_reference import link
from exercise_card import Card
from playwright.sync_api import BrowserContext, Page, expect

from coursekit.classroom.assignment.format import Assignment
from coursekit.classroom.assignment.item import Item

# What can be written into: its key in a file → its page and its field.
EXERCISE = "promises_honour"
PARTS = [("exercise", EXERCISE), ("reflection", "promises"), ("reflection", "counting"), ("reflection", "design")]
PLACES = {
    f"exercise/{EXERCISE}": ("chapters/promises.html", f"section#exercise-{EXERCISE} .cm-content"),
    "reflection/promises": ("chapters/promises.html", "#reflection-promises textarea"),
    "reflection/counting": ("chapters/counting.html", "#reflection-counting textarea"),
    "memo/design": ("chapters/design.html", "#memo-design-recommendation"),
}
# Two assignments side by side: what of the places belongs to each; and none, which takes everything.
ASSIGNMENTS = {
    "All": (Assignment("All", tuple(Item(*key) for key in PARTS)), list(PLACES)),
    "Some": (Assignment("Some", tuple(Item(*key) for key in PARTS[:2])), list(PLACES)[:2]),
}
ELSEWHERE = ["book/desk.html", "chapters/counting.html", "chapters/promises.html", "book/index.html"]
PANEL = "section.assignment"
DELAYS = [0, 0, 5, 40, 120, 190, 250, 390, 450]  # ms between the last keystroke and leaving
WORDS = re.compile(r"(?: w[0-9]+)*$")  # what walks have written, at a field's end
LEAVINGS = ["link", "link", "reload", "tab", "close", "crash", "stay", "hide"]
# As in a crash, nothing of the page's own runs any more.
SILENCE = """() => { for (const name of ["pagehide", "visibilitychange", "beforeunload"])
  addEventListener(name, (event) => event.stopImmediatePropagation(), true); }"""
FORM = "details.my-work form.hand-in"


@dataclass
class Walk:
    """One learner's browser, as it is written in.

    Attributes
    ----------
    context : the browser's profile
    base : the site's address
    written : key → what its field held after each time that something was written into it
    steps : what was done, for the report of a failure
    """

    context: BrowserContext
    base: str
    random: Random
    written: dict[str, list[str]] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)
    count: int = 0
    assigned: dict[Page, str] = field(default_factory=dict)

    def page(self) -> Page:
        """Return the tab in front; open one if there is none."""
        if not self.context.pages:
            self.context.new_page().goto(f"{self.base}book/index.html")
        return self.context.pages[-1]

    def write(self, key: str) -> None:
        """Type a few words where ``key`` belongs, in the tab in front."""
        path, place = PLACES[key]
        page = self.page()
        if page.url.split("#")[0] != self.base + path:
            page.goto(self.base + path, wait_until="domcontentloaded")
        if key.startswith("exercise/"):
            Card(page, EXERCISE)
        else:
            section = page.locator(f"#{key.replace('/', '-')}")
            section.scroll_into_view_if_needed()
            expect(section).to_have_attribute("data-state", "ready")
        page.locator(place).focus()
        page.keyboard.press("Control+End")
        before = WORDS.search(page.locator(place).evaluate("(field) => field.value ?? field.innerText").rstrip("\n"))
        self.count += 1
        for letter in f" w{self.count}" if self.random.random() < 0.5 else [f" w{self.count}"]:
            page.keyboard.insert_text(letter)
            page.wait_for_timeout(self.random.choice([0, 0, 3, 30]))
        self.written.setdefault(key, []).append((before[0] if before else "") + f" w{self.count}")
        self.steps.append(f"write {key} w{self.count}")

    def leave(self, how: str) -> None:
        """Leave the tab in front, soon after the last keystroke."""
        page, wait = self.page(), self.random.choice(DELAYS)
        self.steps.append(f"{how} after {wait} ms")
        page.wait_for_timeout(wait)
        if how == "link":
            page.goto(self.base + self.random.choice(ELSEWHERE), wait_until="domcontentloaded")
        elif how == "reload":
            page.reload(wait_until="domcontentloaded")
        elif how == "tab":
            self.context.new_page().goto(self.base + self.random.choice(ELSEWHERE), wait_until="domcontentloaded")
        elif how == "close":
            close(page)
        elif how == "hide":
            self.context.new_page().bring_to_front()
        elif how == "crash":
            page.evaluate(SILENCE)
            page.close()
        while len(self.context.pages) > 3:
            close(self.context.pages[0])

    def assign(self) -> None:
        """Take an assignment from its link, in the tab in front."""
        page, title = self.page(), self.random.choice(list(ASSIGNMENTS))
        page.goto(link(ASSIGNMENTS[title][0], self.base), wait_until="domcontentloaded")
        page.locator(PANEL, has_text=title).wait_for(state="attached")
        self.assigned[page] = title
        self.steps.append(f"assignment {title}")

    def file(self) -> tuple[dict[str, Any], list[str]]:
        """Press *Save all as a file* or *Hand in* in the tab in front.

        Returns
        -------
        tuple of dict and list
            The work in the file, and the keys of all that belongs in it.
        """
        page = self.page()
        if not page.url.startswith(self.base):
            page.goto(self.base + self.random.choice(ELSEWHERE), wait_until="domcontentloaded")
        button = self.random.choice(["save", "hand-in"])
        self.steps.append(f"{button} on {page.url.removeprefix(self.base)}")
        box = "details.my-work button[data-do={}]:not([disabled])"
        page.locator("details.my-work").evaluate("(box) => { box.open = true; }")
        page.locator(box.format("save")).wait_for(state="attached")
        if button == "hand-in" and not page.locator(FORM).count():
            page.locator(box.format("hand-in")).evaluate("(button) => button.click()")
            page.locator(FORM).wait_for(state="attached")
        with page.expect_download() as download:
            if button == "save":
                page.locator(box.format("save")).evaluate("(button) => button.click()")
            else:
                page.locator(FORM).evaluate("(f) => { f.elements.alias.value = 'ann'; f.requestSubmit(); }")
        found = json.loads(Path(download.value.path()).read_text("utf-8"))
        if not found.get("assignment"):
            assert button == "save" or page not in self.assigned, f"the hand-in names no assignment: {self.steps}"
            return found["work"], list(PLACES)
        title = found["assignment"]["title"]
        assert self.assigned.get(page, title) == title, f"the hand-in is that of {title}: {self.steps}"
        return found["work"], ASSIGNMENTS[title][1]

    def go(self) -> list[str]:
        """Write, leave and return a few times, make a file; return what is missing in it."""
        self.steps.clear()
        for _ in range(self.random.randint(1, 3)):
            self.write(self.random.choice(list(PLACES)))
            self.leave(self.random.choice(LEAVINGS))
            if self.random.random() < 0.5:
                self.assign()
        work, wanted = self.file()
        return [
            f"{key}: {text!r} is not in {held(work.get(key))!r} after {'; '.join(self.steps)}"
            for key, texts in self.written.items()
            for text in texts
            if key in wanted and not any(text in one for one in held(work.get(key)))
        ]


def close(page: Page) -> None:
    """Close a tab as a person does, who lets the page do what it does then."""
    with page.expect_event("close"):
        page.close(run_before_unload=True)


def held(entry: dict[str, Any] | None) -> list[str]:
    """Return the texts that a file has for one thing, with those set aside: of an exercise they are among its runs."""
    if entry is None:
        return []
    if "code" in entry:
        return [entry["code"], *(run["code"] for run in entry["runs"] if run["how"] == "aside")]
    if "text" in entry:
        return [entry["text"], *entry.get("others", [])]
    return [*entry["answers"].values(), *(text for aside in entry.get("others", {}).values() for text in aside)]
