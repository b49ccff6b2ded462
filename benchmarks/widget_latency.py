"""How fast a live ipywidgets slider moves its chart, beside the same lab's own controls. Needs a built book.

``.venv/bin/python benchmarks/widget_latency.py [--samples 60]``. Real key presses in headless Chromium; the time is
from the browser's own time stamp of the event to the chart's drawing, and to the first task after that frame's paint.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, sync_playwright

from coursekit.tasks.browser import ARGUMENTS, find
from coursekit.tasks.build import place
from coursekit.tasks.serve import served

sys.path.insert(0, str(Path(__file__).parent))
from lab_latency import measure

LAB = "promise"
WARM_UP = 8
# The learner's limit is for learners: a lab's first view may take longer on a machine that does other things too.
LIMIT = ('"limit_s":10,', '"limit_s":120,')
PAUSE_MS = 120
INTERACT = """
import math
import altair as alt
import ipywidgets as w

def draw(n=5.0):
    values = [{"x": i / 10, "y": math.sin(i / 10 * n)} for i in range(60)]
    display(alt.Chart(alt.Data(values=values), title=f"n is {n}").mark_line().encode(x="x:Q", y="y:Q"))

w.interact(draw, n=(0.0, 10.0, 0.1));
"""
SAME_LAB = f"""
from coursekit.lab.widgets.model_lab import view
from deterrence.labs import lab

view(lab("{LAB}"))
"""
# Drawn is when every chart of the cell has been drawn for this event.
LISTEN = """(cell) => {
  let since = 0, seen = new Set();
  window.samples = [];
  window.listening?.abort();
  window.listening = new AbortController();
  const how = { capture: true, signal: window.listening.signal };
  cell.addEventListener("keydown", (event) => {
    if (event.target.getAttribute("role") !== "slider") return;
    since = event.timeStamp;
    seen = new Set();
  }, how);
  cell.addEventListener("coursekit:drawn", (event) => {
    if (!since) return;
    seen.add(event.target);
    if (seen.size < cell.querySelectorAll(".widgets .drawing").length) return;
    const began = since;
    since = 0;
    const sample = { resolved: performance.now() - began };
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { sample.paint = performance.now() - began; window.samples.push(sample); };
      port2.postMessage(0);
    });
  }, how);
}"""


def live(page: Page, code: str, samples: int) -> list[dict[str, float]]:
    """Run ``code`` in the page's first cell and press its first slider's keys."""
    cell = page.locator("section.cell").first
    edit = cell.locator("button[data-do=edit]")
    if edit.is_visible():
        edit.click()
    cell.locator(".cm-content").fill(code)
    cell.locator("button[data-do=run]").click()
    cell.locator(".widgets .drawing[data-state=ready]").first.wait_for(timeout=120_000)
    page.wait_for_timeout(1500)
    cell.evaluate(LISTEN)
    slider: Locator = cell.get_by_role("slider").first
    slider.scroll_into_view_if_needed()
    for number in range(WARM_UP + samples):
        slider.press("ArrowRight" if number // 10 % 2 == 0 else "ArrowLeft")
        for _ in range(600):
            page.wait_for_timeout(10)
            if page.evaluate("window.samples.length") > number:
                break
        page.wait_for_timeout(PAUSE_MS)
    taken: list[dict[str, float]] = page.evaluate("window.samples")
    return taken[WARM_UP:]


def row(name: str, taken: list[Any]) -> float:
    """Print medians, 95th percentiles and the smallest; return the median until drawn."""
    cells = []
    for what in ("resolved", "paint"):
        found = [sample[what] for sample in taken]
        high = statistics.quantiles(found, n=20, method="inclusive")[-1]
        cells.append(f"{statistics.median(found):8.1f} {high:8.1f} {min(found):8.1f}")
    print(f"{name:34}{'   '.join(cells)}   n={len(taken)}", flush=True)
    return statistics.median(sample["resolved"] for sample in taken)


def main() -> None:
    """Print the three rows and how many times faster the page's own lab is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=60)
    samples = parser.parse_args().samples
    site = place("self-study")
    labs = json.loads((site / "course.json").read_text("utf-8"))["labs"]
    path_of = next(lab["page"] for lab in labs if lab["id"] == LAB)
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"{'milliseconds':34}{'drawn':>26}   {'painted':>26}")
    print(f"{'':34}{'median':>8} {'p95':>8} {'least':>8}   {'median':>8} {'p95':>8} {'least':>8}")
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(playwright.chromium.executable_path), args=list(ARGUMENTS)
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.route(address + path_of, lambda route: route.fulfill(body=route.fetch().text().replace(*LIMIT)))
        page.goto(address + path_of)
        page.wait_for_load_state("networkidle")
        instant = row(f"lab {LAB}, the page's own", list(measure(page, LAB, samples)))
        same = row(f"lab {LAB}, live ipywidgets", live(page, SAME_LAB, samples))
        row("interact and one Altair chart", live(page, INTERACT, samples))
        browser.close()
    print(f"the page's own lab is {same / instant:.1f} times as fast (aim: at least 5)")


if __name__ == "__main__":
    main()
