"""A random walk through the site as a reader's hands might take it.

It clicks, presses keys, puts something in, writes, goes back, reloads, is offline for a while, and uses two tabs. Each
action draws from numbers of its own, made of the walk's seed and the action's place. So a walk is the same whenever it
is begun with the same seed, and some of its actions can be left out without the others becoming different ones: that is
how a walk that failed is made short (:func:`shrink.shrunk`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from random import Random

from controls import Controls
from hands import clicked, is_left
from page_side import ANSWERED, IN_A_FIELD, NAME, WRITTEN
from playwright.sync_api import ElementHandle, Error, TimeoutError
from walk_browser import WalkBrowser

# Where a reader may begin or go: most of the time to where there is something to do.
PLACES = [f"chapters/{name}.html" for name in ("promises", "counting", "presence", "industry", "army", "symbiosis")]
PLACES += [
    "chapters/evidence.html",
    "chapters/design.html",
    "lessons/promise-worth.html",
    "lessons/whose-guarantee.html",
]
PLACES += ["book/index.html", "book/review.html", "book/primer.html", "book/assign.html", "book/my_work.html"]
PLACES += ["book/desk.html", "book/glossary.html", "book/timeline.html", "book/claims.html", "search.html"]
KEYS = ["Tab"] * 6 + ["Shift+Tab", "Escape", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End"]
KEYS += ["PageDown", "PageUp", "Enter", "Space"]
# An action and how often it comes; a page is left seldom, so that most of a walk happens on it.
WEIGHTS = {"press": 34, "key": 16, "slide": 10, "choose": 8, "write": 10, "answer": 8, "fill": 5, "select": 5}
WEIGHTS |= {"follow": 3, "visit": 3, "back": 2, "reload": 3, "offline": 2, "tab": 3, "narrow": 1}


class Walk(Controls):
    """One reader's browser, as it is used at random.

    Attributes
    ----------
    seed : what the walk is made of
    words : all that was written into fields of the reader's work
    answered : the names of questions and predictions that were answered
    """

    def __init__(self, browser: WalkBrowser, seed: int) -> None:
        super().__init__(browser, seed)
        self.seed = seed
        self.words: list[str] = []
        self.answered: set[str] = set()

    def go(self, numbers: Iterable[int]) -> list[str]:
        """Do the actions with these numbers; return what went wrong, at the latest when the work is saved at the end.

        Parameters
        ----------
        numbers
            The places of the actions in the walk, from 0 on.
        """
        self.random = Random(f"{self.seed} begin")
        self.visit()
        for number in numbers:
            self.random = Random(f"{self.seed} {number}")
            before = len(self.steps)
            try:
                for _ in range(5):  # until there is something to do it with
                    getattr(self, self.random.choices(list(WEIGHTS), [*WEIGHTS.values()])[0])()
                    if len(self.steps) > before:
                        break
                self.look()
            except TimeoutError as error:
                self.faults.append(f"no answer within the time: {error.message}")
            except Error as error:
                if not is_left(error):
                    self.faults.append(f"could not be done: {error.message}")
            if len(self.steps) > before:
                self.steps[-1] = f"{number} {self.steps[-1]}"
            self.faults += self.browser.faults()
            if self.faults:
                return self.faults
        self.faults += [*self.missing(), *self.browser.faults()]
        return self.faults

    def look(self) -> None:
        """Note which questions and predictions the page in front says are answered."""
        if self.page.url.startswith(self.browser.base):
            self.answered.update(self.page.evaluate(ANSWERED))

    def answer(self) -> None:
        """Answer a question or make a guess, right or wrong, and send it."""
        form = self.pick("asking")
        if form is None:
            return
        self.steps.append(f"answer {form.evaluate(NAME)}")
        form.evaluate("(one) => one.scrollIntoView({ block: 'center', behavior: 'instant' })")
        if choice := self.pick("choice", form):
            choice.evaluate("(one) => one.click()")  # where the mark is drawn by its label, a pointer finds no box
        for select in form.query_selector_all("select"):
            many = select.evaluate("(one) => one.options.length")
            select.select_option(index=self.random.randrange(1, many))
        for field in form.query_selector_all("input[type=number], input[inputmode]"):
            field.fill(self.random.choice(["1", "0.5", "20000"]))
        send = form.query_selector("button[type=submit]")
        if send and send.is_enabled() and send.is_visible():
            clicked(send)

    def write(self) -> None:
        """Add a word to an essay, a memo or a program."""
        if place := self.pick("writing"):
            place.evaluate("(one) => one.scrollIntoView({ block: 'center', behavior: 'instant' })")
            ready = "section.exercise:not(:has(.cm-content)), section.reflection:not([data-state=ready])"
            for _ in range(100):
                if not place.evaluate("(one, ready) => one.matches(ready)", ready):
                    break
                self.page.wait_for_timeout(100)
            self._type(place)

    def _type(self, place: ElementHandle) -> None:
        word = f"zq{len(self.words) + 1}w{self.random.randint(100, 999)}q"

        def act(one: ElementHandle) -> None:
            one.focus()
            self.page.keyboard.press("Control+End")
            self.page.keyboard.insert_text(f" # {word}")
            if word in self.page.evaluate(WRITTEN):
                self.words.append(word)
            else:
                self.faults.append(f"what is written is not there: {word}")

        self.use("text", act, word, place)

    def key(self) -> None:
        """Press a key where the focus is; in a field for writing none that would change it."""
        key = self.random.choice(KEYS)
        if key in ("Enter", "Space") and self.page.evaluate(IN_A_FIELD):
            return
        self.steps.append(f"key {key}")
        self.page.keyboard.press(key)

    def visit(self) -> None:
        """Go to a page by its address."""
        place = self.random.choice(PLACES)
        if self.browser.online:
            self.steps.append(f"visit {place}")
            self.page.goto(self.browser.base + place, wait_until="domcontentloaded")

    def back(self) -> None:
        """Go back or forward, if there is something of the site to go to."""
        way = self.random.choice(["back", "back", "forward"])
        if self.browser.online:
            self.steps.append(way)
            self.browser.turn(self.page, way)

    def reload(self) -> None:
        """Load the page again; without a connection only one that says it is kept."""
        if self.browser.online or self.page.locator("html[data-offline=ready]").count():
            self.steps.append("reload")
            self.page.reload(wait_until="domcontentloaded")

    def offline(self) -> None:
        """Cut the connection, or put it back."""
        if self.browser.online and self.random.random() < 0.5:
            return
        self.steps.append("offline" if self.browser.online else "online")
        self.browser.connect(not self.browser.online)

    def tab(self) -> None:
        """Go to the other tab, which opens with the same page if there was none, or close one."""
        self.steps.append("other tab")
        self.browser.other_tab(self.random.random() < 0.3)

    def narrow(self) -> None:
        """Make the window as wide as a phone, or as a computer."""
        width = self.random.choice([360, 800, 1280])
        self.steps.append(f"{width} px wide")
        self.page.set_viewport_size({"width": width, "height": 900})

    def missing(self) -> list[str]:
        """Save all work as a file; return what was written or answered and is not in it."""
        text = self.browser.saved_work()
        work = json.loads(text)["work"] if text else {}
        lost = [f"lost: {word}, written and not in the file" for word in self.words if word not in text]
        return lost + [f"lost: the answer {name} is not in the file" for name in self.answered if name not in work]
