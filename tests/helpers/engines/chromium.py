"""Chromium, by Playwright, as in all other tests."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from driver import HEIGHT, WIDTH, Driver, Missing
from playwright.sync_api import ConsoleMessage, Playwright, sync_playwright

from coursekit.tasks.browser import ARGUMENTS, NoBrowser, find

# The setting "block all cookies", as the browser's own settings page writes it.
NO_STORAGE = {"profile": {"default_content_setting_values": {"cookies": 2}, "block_third_party_cookies": True}}


class Chromium(Driver):
    """An installed Chromium or Chrome.

    Attributes
    ----------
    opened : how many are open; they share one Playwright, since a process cannot have two
    """

    playwright: ClassVar[Playwright]
    opened: ClassVar[int] = 0

    def __init__(self, storage: bool = True) -> None:
        if not Chromium.opened:
            Chromium.playwright = sync_playwright().start()
        try:
            path = find(self.playwright.chromium.executable_path)
        except NoBrowser as none:
            self._leave()
            raise Missing(str(none)) from none
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        if not storage:
            settings = Path(self.profile.name, "Default", "Preferences")
            settings.parent.mkdir(parents=True)
            settings.write_text(json.dumps(NO_STORAGE), "utf-8")
        self.context = self.playwright.chromium.launch_persistent_context(
            self.profile.name,
            executable_path=path,
            args=list(ARGUMENTS),
            viewport={"width": WIDTH, "height": HEIGHT},
        )
        Chromium.opened += 1
        self.version = self.context.browser.version if self.context.browser else ""
        self.page = self.context.pages[0]
        self.told: list[str] = []
        self.page.on("pageerror", lambda error: self.told.append(f"not caught: {error}"))
        self.page.on("console", self._hear)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.told.append(f"{message.text} ({message.location.get('url', '')})")

    def go(self, address: str) -> None:
        self.page.goto("about:blank")  # so that an address which differs only behind its # loads anew
        self.page.goto(address)

    def call(self, function: str, given: Any = None) -> Any:
        return self.page.evaluate(function, given)

    def point(self, x: int, y: int) -> None:
        self.page.mouse.click(x, y)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def choose_files(self, selector: str, paths: Sequence[Path]) -> None:
        self.page.locator(selector).set_input_files(list(paths))

    def picture(self) -> bytes:
        return self.page.screenshot()

    def faults(self) -> list[str]:
        found, self.told = self.told, []
        return found

    def close(self) -> None:
        self.context.close()
        Chromium.opened -= 1
        self._leave()
        self.profile.cleanup()

    @classmethod
    def _leave(cls) -> None:
        """End Playwright with the last one that is open."""
        if not cls.opened:
            cls.playwright.stop()
