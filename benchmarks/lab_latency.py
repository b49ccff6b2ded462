"""How fast every lab answers: from a reader's input event to Vega's drawing, and to paint. Needs a built book.

``.venv/bin/python benchmarks/lab_latency.py [--samples 40] [LAB …]``; a row beyond the course's bounds (median to drawn
10 ms, 95th percentile to paint 33 ms) is marked, and the program then ends with 1.
"""

from __future__ import annotations

import argparse
import json
import statistics
from typing import TypedDict

from playwright.sync_api import Locator, Page, sync_playwright

from coursekit.tasks.browser import ARGUMENTS, find
from coursekit.tasks.build import place
from coursekit.tasks.serve import served

WARM_UP = 5
DRAWN_MS, PAINTED_MS = 10.0, 33.0
PAUSE_MS = 120  # between samples: the page is at rest, as under a reader who watches

# Real key presses give trusted events with the browser's own time stamps. After the lab says that it has drawn, a task
# posted from the next animation frame runs once that frame is painted; the second frame is the careful upper bound.
LISTEN = """(section) => {
  let since = 0;
  window.samples = [];
  section.addEventListener("input", (event) => { since = event.timeStamp; }, true);
  section.addEventListener("lab:resolved", () => {
    const began = since;
    if (!began) return;
    since = 0;
    const sample = { resolved: performance.now() - began };
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { sample.paint = performance.now() - began; };
      port2.postMessage(0);
      requestAnimationFrame(() => { sample.frame = performance.now() - began; window.samples.push(sample); });
    });
  });
}"""
NEXT = """(select) => {
  select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
  select.dispatchEvent(new Event("input", { bubbles: true }));
}"""


FLIP = """(section) => {
  const flipped = [];
  for (const one of section.querySelectorAll("[name^='form-']")) {
    if (one instanceof HTMLSelectElement) one.selectedIndex = one.options.length - 1;
    else if (one.type !== "radio") one.checked = !one.checked;
    else if (one === [...section.querySelectorAll(`[name="${one.name}"]`)].pop()) one.checked = true;
    else continue;
    flipped.push(one.name);
    one.dispatchEvent(new Event("input", { bubbles: true }));
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return flipped;
}"""


class Sample(TypedDict):
    """Milliseconds since the input event."""

    resolved: float
    paint: float
    frame: float


def move(control: Locator, number: int) -> None:
    """Move a slider by a key, to and fro; any other control to its next option."""
    if control.get_attribute("type") == "range":
        value, low, high = control.evaluate("(node) => [node.value, node.min, node.max].map(Number)")
        up = number // 10 % 2 == 0
        # At its end a slider stays where it is, and there is nothing to measure.
        control.press("ArrowRight" if value <= low or (up and value < high) else "ArrowLeft")
    elif control.evaluate("(node) => node.tagName") == "SELECT":
        control.evaluate(NEXT)
    else:
        control.press("ArrowDown")


def measure(page: Page, lab: str, samples: int, flip: bool = False) -> list[Sample]:
    """Return the samples of one lab of the page that is open.

    Parameters
    ----------
    page : Page
        The page.
    lab : str
        The lab's id.
    samples : int
        How many to take.
    flip : bool
        Whether each contested form of the lab is first set to its last alternative.
    """
    section = page.locator(f"section.lab#lab-{lab}")
    section.scroll_into_view_if_needed()
    page.wait_for_function("(node) => node.dataset.state === 'ready'", arg=section.element_handle())
    if flip:
        section.evaluate(FLIP)
        page.wait_for_timeout(5 * PAUSE_MS)
    section.evaluate(LISTEN)
    # As under its open tab: a slider that another tab holds cannot be moved.
    sliders = section.locator("form.controls input[type=range]:visible")
    control = (sliders if sliders.count() else section.locator("form.controls").locator("select, input")).first
    for number in range(WARM_UP + samples):
        move(control, number)
        page.wait_for_function("(count) => window.samples.length > count", arg=number, timeout=5_000)
        page.wait_for_timeout(PAUSE_MS)
    taken: list[Sample] = page.evaluate("window.samples")
    return taken[WARM_UP:]


def slow(taken: list[Sample]) -> bool:
    """Return whether the lab is slower than the course promises."""
    painted = statistics.quantiles([sample["paint"] for sample in taken], n=20, method="inclusive")[-1]
    return statistics.median(sample["resolved"] for sample in taken) > DRAWN_MS or painted > PAINTED_MS


def row(name: str, taken: list[Sample]) -> str:
    """Return a line: median and 95th percentile of each measure."""
    cells = []
    for measure_name in ("resolved", "paint", "frame"):
        values = [sample[measure_name] for sample in taken]  # type: ignore[literal-required]
        high = statistics.quantiles(values, n=20, method="inclusive")[-1]
        cells.append(f"{statistics.median(values):7.1f} {high:7.1f}")
    return f"{name:20} {'   '.join(cells)}   n={len(taken)}{'  SLOW' if slow(taken) else ''}"


def main() -> None:
    """Print a row for every lab, or for those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labs", nargs="*", help="ids; all labs of course.json if none is named")
    parser.add_argument("--samples", type=int, default=40)
    parser.add_argument("--forms", action="store_true", help="with each contested form set to its last alternative")
    given = parser.parse_args()
    site = place("self-study")
    late = 0
    labs = json.loads((site / "course.json").read_text("utf-8"))["labs"]
    print(f"{'milliseconds':20} {'resolved':>15}   {'painted':>15}   {'second frame':>15}")
    print(f"{'lab':20} {'median':>7} {'p95':>7}   {'median':>7} {'p95':>7}   {'median':>7} {'p95':>7}")
    with served(site) as address, sync_playwright() as playwright:
        path = find(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for lab in labs:
            if not given.labs or lab["id"] in given.labs:
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                page.goto(address + lab["page"])
                page.wait_for_load_state("networkidle")
                taken = measure(page, lab["id"], given.samples, given.forms)
                late += slow(taken)
                print(row(lab["id"], taken), flush=True)
                page.close()
        browser.close()
    raise SystemExit(1 if late else 0)


if __name__ == "__main__":
    main()
