"""Looking at one state of a page in all views: light, dark, forced colours, narrow, on paper."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from heard_as_seen import ALL_RULES, CONTRAST, DRAWN_ANEW, HEARD, SETTLED, found_by_axe
from not_seen_by_axe import CUT_OFF, faults_of_other_kinds
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page

VIEWS = ("light", "dark", "forced", "390", "320", "print")
WIDE = {"width": 1280, "height": 900}
LOST = "() => !document.activeElement || ['BODY', 'HTML'].includes(document.activeElement.tagName)"


@dataclass
class Walk:
    """The walk through all states, and what it finds.

    Attributes
    ----------
    looks : how often axe looked, by the name of the view
    found : each fault, with the states and views in which it was seen
    """

    browser: Browser
    base: str
    course: dict
    views: tuple[str, ...] = VIEWS
    looks: dict[str, int] = field(default_factory=dict)
    states: list[str] = field(default_factory=list)
    found: dict[str, list[str]] = field(default_factory=dict)

    @contextmanager
    def reader(self, path: str, **how: object) -> Iterator[Page]:
        """A new reader's page, open at a path; a state that cannot be brought about is a fault too."""
        settings = {"viewport": WIDE, "service_workers": "block", **how}
        context: BrowserContext = self.browser.new_context(**settings)
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.on("pageerror", lambda error: self.note(f"uncaught: {error}", path))
        try:
            page.goto(self.base + path)
            page.wait_for_load_state("networkidle")
            yield page
        except (Error, AssertionError) as fault:
            self.note(f"not reached: {str(fault)[:300]}", path)
        finally:
            context.close()

    def note(self, fault: str, where: str) -> None:
        """Keep a fault."""
        if where not in self.found.setdefault(fault, []):
            self.found[fault].append(where)
            if len(self.found[fault]) == 1:
                print(f"  ! {where}: {fault}", flush=True)

    def press(self, what: Locator, key: str = "Enter") -> None:
        """Press a key on a part of the page; the focus must not be lost over it."""
        what.scroll_into_view_if_needed()
        what.focus()
        name = what.evaluate("(one) => (one.ariaLabel ?? one.innerText ?? one.name).slice(0, 60)")
        page = what.page
        page.keyboard.press(key)
        page.evaluate(DRAWN_ANEW)
        if page.evaluate(LOST):
            self.note(f"the focus is lost after {key} on “{name}”", page.url.removeprefix(self.base))

    def look(self, page: Page, state: str, *parts: str, views: tuple[str, ...] | None = None) -> None:
        """Look at a state in all views, or in some.

        Parameters
        ----------
        page
            The page in that state.
        state
            What the state is called in the table.
        *parts
            Selectors of the parts that are looked at by axe; none for the whole page.
        views
            The views, if not all.
        """
        began = time.monotonic()
        self.states.append(state)
        session = page.context.new_cdp_session(page)
        size, theme = page.viewport_size or WIDE, page.evaluate("document.documentElement.dataset.theme ?? 'light'")
        for view in views or self.views:
            if view not in self.views:
                continue
            how = self._dress(page, view)
            for fault in found_by_axe(page, how, *parts):
                self.note(f"axe {fault}", f"{state}, {view}")
            if view.isdigit() and (needed := page.evaluate(DRAWN_ANEW)) > int(view):
                self.note(f"the page is {needed} px wide", f"{state}, {view}")
            if view == "light":
                for kind, look in HEARD.items():
                    for one in page.evaluate(look):
                        self.note(f"{kind}: {one}", state)
            if view in ("light", "320"):
                for one in faults_of_other_kinds(page, session):
                    self.note(re.sub(r'="[^"]*\d+"', "", one), f"{state}, {view}")
            elif view == "forced":
                pass
            elif view != "print":
                for one in page.evaluate(CUT_OFF):
                    self.note(f"cut off: {one}", f"{state}, {view}")
            self.looks[view] = self.looks.get(view, 0) + 1
            page.emulate_media(forced_colors="none", media="screen")
            page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
            page.set_viewport_size(size)
        with suppress(Error):
            session.detach()
        print(f"{state}: {time.monotonic() - began:.0f} s", flush=True)

    def _dress(self, page: Page, view: str) -> dict:
        """Show the page in a view; return with which rules axe looks at it."""
        if view == "dark":
            page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
        elif view == "forced":
            page.emulate_media(forced_colors="active")
        elif view == "print":
            page.emulate_media(media="print")
        elif view.isdigit():
            page.set_viewport_size({"width": int(view), "height": 844})
            page.evaluate(DRAWN_ANEW)
        page.evaluate(SETTLED)
        return {"dark": CONTRAST, "print": {}}.get(view, ALL_RULES)
