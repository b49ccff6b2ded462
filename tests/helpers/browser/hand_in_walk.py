"""Random walks through writing, leaving, returning and handing in: what a file then holds against what was written.

A walk writes into an exercise, an essay and a memo on pages of its own choice, leaves a page within milliseconds of the
last keystroke (by a link, a reload, another tab, closing it, or its crash), and presses *Save all as a file* or *Hand
in* somewhere. Every keystroke made before the press must be in the file.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from exercise_card import Card
from playwright.sync_api import BrowserContext, Page, expect

# What can be written into: its key in a file → its page and its field.
EXERCISE = "promises_honour"
PLACES = {
    f"exercise/{EXERCISE}": ("chapters/promises.html", f"section#exercise-{EXERCISE} .cm-content"),
    "reflection/promises": ("chapters/promises.html", "#reflection-promises textarea"),
    "reflection/counting": ("chapters/counting.html", "#reflection-counting textarea"),
    "memo/design": ("chapters/design.html", "#memo-design-recommendation"),
}
ELSEWHERE = ["book/desk.html", "chapters/counting.html", "chapters/promises.html", "book/index.html"]
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

    def file(self) -> dict[str, Any]:
        """Press *Save all as a file* or *Hand in* in the tab in front, and return the work in the file."""
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
        return json.loads(Path(download.value.path()).read_text("utf-8"))["work"]

    def go(self) -> list[str]:
        """Write, leave and return a few times, make a file; return what is missing in it."""
        self.steps.clear()
        for _ in range(self.random.randint(1, 3)):
            self.write(self.random.choice(list(PLACES)))
            self.leave(self.random.choice(LEAVINGS))
        work = self.file()
        return [
            f"{key}: {text!r} is not in {held(work.get(key))!r} after {'; '.join(self.steps)}"
            for key, texts in self.written.items()
            for text in texts
            if not any(text in one for one in held(work.get(key)))
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
