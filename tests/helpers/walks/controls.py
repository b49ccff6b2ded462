"""What a random walk does with controls: buttons, choices, links, lists, sliders, fields that are not for writing."""

from __future__ import annotations

from hands import Hands, clicked
from playwright.sync_api import ElementHandle

VALUES = ["", "0", "-1", "1e9", "0.5", "7", "<b>x</b>", "Ганна", "'\"`${x}", "a" * 300, "2026-02-30", " "]


class Controls(Hands):
    """Hands that use one control at a time."""

    def press(self) -> None:
        """Press a button, a tab of a lab, or what opens a fold."""
        self.use("button", clicked)

    def choose(self) -> None:
        """Choose one of several, or tick a box."""
        self.use("choice", lambda one: clicked(one, force=True))

    def follow(self) -> None:
        """Follow a link of the site."""
        if self.browser.online:
            self.use("link", clicked)
            self.page.wait_for_load_state("domcontentloaded")

    def select(self) -> None:
        """Choose another entry of a list."""
        place = self.random.random()
        told = "(one) => [...one.options].flatMap((o, n) => n === one.selectedIndex || o.disabled ? [] : [n])"

        def act(one: ElementHandle) -> None:
            others = one.evaluate(told)
            if others:
                one.select_option(index=others[int(place * len(others))])
            else:
                self.browser.happened += 1

        self.use("select", act)

    def slide(self) -> None:
        """Move a slider with the keys."""
        keys = self.random.choices(["ArrowLeft", "ArrowRight", "PageUp", "PageDown"], k=self.random.randint(1, 6))
        keys = self.random.choice([keys, ["End", "Home"]])

        def act(one: ElementHandle) -> None:
            one.focus()
            for key in keys:
                self.page.keyboard.press(key)

        self.use("slider", act, " ".join(keys))

    def fill(self) -> None:
        """Put a value into a field that is not for writing."""
        value = self.random.choice(VALUES)

        def act(one: ElementHandle) -> None:
            clicked(one)
            self.page.keyboard.insert_text(value)
            self.page.keyboard.press(self.random.choice(["Tab", "Enter"]))

        self.use("field", act, repr(value[:20]))
