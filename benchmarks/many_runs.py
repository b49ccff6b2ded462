"""Whether an hour of exercise runs leaves anything behind: memory of page and worker over many runs.

``.venv/bin/python benchmarks/many_runs.py [--runs 200] [--only N]`` needs a built book. Runs one exercise, in turn with
text, a table, a chart, an error and a check. Read after collection, in one worker: the page's heap, its nodes and
listeners, the worker's own heap, and the memory that Python has taken. The aim: from the 20th to the 200th run, each
grows by less than a tenth.

The code is put in through the editor, not typed: what is typed the browser itself remembers for its own undo, with the
nodes that it stood in, as long as the field is there. That is not the runs' doing, and would hide what is. For the same
reason the browser does not compile JavaScript anew as it gets hot, unless ``--hot`` is given: that machine code counts
as heap too, and was all that grew.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from coursekit.tasks.browser import ARGUMENTS, find
from coursekit.tasks.build import place
from coursekit.tasks.serve import served

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers" / "browser"))
from exercise_card import EXERCISES, FIRST, Card, address

CODES = [
    ("Run", "print('text', *range(50))"),
    ("Run", "import pandas as pd\npd.DataFrame({'a': range(30), 'b': range(30)})"),
    ("Run", "import altair as alt, pandas as pd\n"
            "alt.Chart(pd.DataFrame({'a': range(30)})).mark_point().encode(x='a', tooltip='a').interactive()"),
    ("Run", "def f(n):\n    return 1 / n\nf(0)"),
    ("Check", EXERCISES[FIRST].solution),
]  # fmt: skip
SIZE = "import pyodide_js\nprint('bytes', pyodide_js._module.HEAP8.length)"


class Workers:
    """The page's workers, asked for their heap through the page's own session."""

    def __init__(self, session: CDPSession) -> None:
        self._session, self._answers, self._count = session, {}, 0
        self._sessions: dict[str, str] = {}
        session.on("Target.attachedToTarget", self._attached)
        session.on("Target.detachedFromTarget", lambda told: self._sessions.pop(told["sessionId"], None))
        session.on("Target.receivedMessageFromTarget", self._received)
        session.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False})

    def _attached(self, told: dict[str, Any]) -> None:
        self._sessions[told["sessionId"]] = told["targetInfo"]["type"]

    def _received(self, told: dict[str, Any]) -> None:
        message = json.loads(told["message"])
        self._answers[message.get("id")] = message.get("result")

    def heap(self, page: Page) -> float:
        """Return the heap of all workers in MB, after collection."""
        total = 0.0
        for session, kind in list(self._sessions.items()):
            if kind != "worker":
                continue
            for method in ("HeapProfiler.collectGarbage", "Runtime.getHeapUsage"):
                self._count += 1
                message = json.dumps({"id": self._count, "method": method})
                self._session.send("Target.sendMessageToTarget", {"sessionId": session, "message": message})
                for _ in range(200):
                    if self._count in self._answers:
                        break
                    page.wait_for_timeout(20)
            total += (self._answers.get(self._count) or {}).get("usedSize", 0)
        return total / 1e6


PUT = """(content, text) => {
  const { view } = content.cmTile;
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}"""


def press(card: Card, button: str, code: str) -> None:
    """Run or check ``code``."""
    card.editor.evaluate(PUT, code)
    card.press(button)


def reading(card: Card, session: CDPSession, workers: Workers) -> dict[str, float]:
    """Return what page and worker hold, in MB and in numbers."""
    press(card, "Run", SIZE)
    taken = int(card.status.inner_text().split("bytes")[1].split()[0]) / 1e6
    press(card, "Run", "1")  # the same last output at every reading
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
        card.page.wait_for_timeout(100)
    heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    counts = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    found = {"page heap, MB": heap, "nodes": counts["Nodes"], "listeners": counts["JSEventListeners"]}
    return {**found, "worker heap, MB": workers.heap(card.page), "Python, MB": taken}


def main() -> None:
    """Print the readings and the growth from the 20th run to the last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--only", type=int, help="only this of the codes, from 0")
    parser.add_argument("--hot", action="store_true", help="let the browser compile what is hot, as a reader's does")
    given = parser.parse_args()
    codes = CODES if given.only is None else [CODES[given.only]]
    site = place("self-study")
    course = json.loads((site / "course.json").read_text("utf-8"))
    rows: dict[int, dict[str, float]] = {}
    with served(site) as base, sync_playwright() as playwright:
        path = find(playwright.chromium.executable_path)
        flags = [] if given.hot else ["--js-flags=--no-opt --no-maglev --no-sparkplug"]
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *flags])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        workers = Workers(session)
        page.goto(address(base, course))
        card = Card(page)
        for run in range(1, given.runs + 1):
            button, code = codes[run % len(codes)]
            press(card, button, f"{code}\n# {run % 7}")
            if run in {20, given.runs} or run % 60 == 0:
                rows[run] = reading(card, session, workers)
                print(
                    f"run {run:4}: " + "   ".join(f"{name} {value:,.1f}" for name, value in rows[run].items()),
                    flush=True,
                )
        browser.close()
    first, last = rows[min(rows)], rows[max(rows)]
    for name, value in last.items():
        print(f"{name:18} {100 * (value / first[name] - 1):+6.1f} %")


if __name__ == "__main__":
    main()
