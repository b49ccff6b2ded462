"""A chapter's code cells in a reader's hands, for the tests that work on them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, Route, expect

from coursekit.words import say

PATH = "chapters/promises.html"
OPENED = f"{PATH}#cell-1"  # as a link to the cell opens the page: the labs above it need not be drawn
SECTION = re.compile(r'<section class="cell" id="cell-1".*?</p>\s*(?:<div class="cell_output.*?)?</section>', re.DOTALL)
DATA = re.compile(r'(<script type="application/json" class="cells">)(.*?)(</script>)', re.DOTALL)
DONE = re.compile("^(idle|error|stopped)$")


class Cell:
    """One code cell in a reader's hands."""

    def __init__(self, page: Page, n: int = 1) -> None:
        self.page, self.n = page, n
        self.section = page.locator(f"section.cell#cell-{n}")
        self.editor = self.section.locator(".cm-content")
        self.status = self.section.get_by_role("status").first
        self.outputs = self.section.locator(".outputs")
        self.built = self.section.locator(".cell_output")

    def button(self, name: str) -> Locator:
        return self.section.get_by_role("button", name=name, exact=True)

    def open(self) -> Cell:
        self.button(say("cell.edit")).click()
        expect(self.editor).to_be_visible()
        return self

    def code(self) -> str:
        return self.editor.evaluate("(e) => e.cmTile.view.state.doc.toString()")

    def settle(self, seconds: float = 120) -> str:
        expect(self.section).to_have_attribute("data-state", DONE, timeout=1000 * seconds)
        return self.section.get_attribute("data-state") or ""

    def run(self, code: str | None = None) -> str:
        if code is not None:
            self.editor.fill(code)
        self.button("Run").click()
        return self.settle()


def opener(page: Page, base: str) -> Callable[..., list[Cell]]:
    """Opens the chapter with its cell 1 replaced by cells of the given codes, as the build writes them."""
    codes_now: list[tuple[tuple[str, ...], str]] = []

    def serve(route: Route) -> None:
        codes, setup = codes_now[-1]
        text = route.fetch().text()
        found = SECTION.search(text)
        assert found, "the chapter shows no code cell"
        copies = [found[0].replace("cell-1", f"cell-{n}") for n in range(1, len(codes) + 1)]
        text = text.replace(found[0], "\n".join(copies))
        told = DATA.search(text)
        assert told
        packages = ["pandas"] if "pandas" in "\n".join([setup, *codes]) else []  # as the build finds them
        data = json.loads(told[2]) | {
            "codes": {str(n): c for n, c in enumerate(codes, 1)},
            "setup": setup,
            "packages": packages,
        }
        text = text.replace(told[2], json.dumps(data).replace("<", "\\u003c"))
        route.fulfill(body=text, content_type="text/html")

    def opened(*codes: str, setup: str = "") -> list[Cell]:
        codes_now.append((codes, setup))
        if len(codes_now) == 1:
            page.route(f"**/{PATH}", serve)
        else:
            page.goto("about:blank")  # from a page to a place on itself a browser loads nothing anew
        page.goto(base + OPENED)
        return [Cell(page, n) for n in range(1, len(codes) + 1)]

    return opened
