"""Live widgets on a page that has only Python: what runs there, and what a reader does."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from probe.talking import errors, runner

READY = ".widgets[data-widgets=ready]"
START = "import ipywidgets as w\nfrom IPython.display import display, clear_output\n"


class Panel:
    """One page with Python, and what a reader does on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.call = runner(page)
        self.outputs = page.locator("#outputs")

    def run(self, code: str, shows: int = 1, **more: object) -> dict:
        answer = self.call(START + code, packages=["altair", "ipywidgets"], **more)
        assert answer["status"] == "ok", errors(answer)
        expect(self.outputs.locator(READY)).to_have_count(shows)
        return answer

    def ask(self, code: str) -> str:
        """What a line of Python prints now; the widgets stay on the page."""
        text = self.page.evaluate(
            """async (code) => { const seen = [];
            const request = { task: "run", setup: "", namespace: "probe", packages: [], limit_s: 10, owner: "asking" };
            await probe.python.run({ ...request, code }, { progress: () => 0, output: (o) => seen.push(o) });
            return seen.map((o) => o.text ?? JSON.stringify(o)).join(""); }""",
            code,
        )
        return str(text).strip()
