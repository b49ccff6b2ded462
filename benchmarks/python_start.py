"""How fast Python in the page is: cold and warm starts, to a result and to a drawn chart, restarts, bytes sent.

``.venv/bin/python benchmarks/python_start.py [--runs 3]``. A cold start is a new browser profile; a warm one is the
same profile after the browser was closed and opened again. Headless Chromium, localhost, gzip.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, sync_playwright

from coursekit.tasks.browser import ARGUMENTS, find
from coursekit.tasks.serve import served

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers" / "browser"))
from probe import site

LIGHT = """import altair as alt, ipywidgets
alt.Chart(alt.Data(values=[{"a": 1, "b": 2}])).mark_point().encode(x="a:Q", y="b:Q")"""
PANDAS = """import altair as alt, pandas as pd
alt.Chart(pd.DataFrame({"a": [1, 2], "b": [3, 4]})).mark_line().encode(x="a", y="b")"""
CASES: dict[str, tuple[str, list[str]]] = {
    "Altair and ipywidgets": (LIGHT, ["altair", "ipywidgets"]),
    "with NumPy and pandas": (PANDAS, ["numpy", "pandas", "altair"]),
}
TIMED = """async (request) => {
  const began = performance.now();
  const answer = await probe.run(request);
  const result = performance.now() - began;
  while (!document.querySelector("#outputs .drawing[data-state=ready]")) await new Promise(requestAnimationFrame);
  return { status: answer.status, result, chart: performance.now() - began };
}"""
# The loop ends at its limit of 3 s; then the same page runs again, as soon as it can.
LOOP = """async (request) => {
  await probe.run({ ...request, code: "while True: pass", limit_s: 3 });
  const began = performance.now();
  const answer = await probe.run({ ...request, code: "1 + 1" });
  return { status: answer.status, result: performance.now() - began };
}"""


def visit(context: BrowserContext, address: str, code: str, packages: list[str]) -> dict[str, Any]:
    """Open the page, run ``code``; return milliseconds to result and chart, and bytes sent before the result."""
    page = context.new_page()
    sent: list[int] = []
    context.on("requestfinished", lambda request: sent.append(request.sizes()["responseBodySize"]))
    page.goto(address)
    measured: dict[str, Any] = page.evaluate(TIMED, {"code": code, "packages": packages})
    measured["sent"] = sum(sent)
    measured["again"] = page.evaluate(LOOP, {"packages": packages})["result"]
    page.wait_for_timeout(1500)  # the memory is kept after the first run's answer
    return measured


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        served(site(Path(folder))) as address,
        sync_playwright() as playwright,
    ):
        path = find(playwright.chromium.executable_path)
        for name, (code, packages) in CASES.items():
            for _ in range(runs):
                with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                    for start in ("cold", "warm"):
                        options: dict[str, Any] = {"executable_path": path, "args": list(ARGUMENTS)}
                        context = playwright.chromium.launch_persistent_context(profile, **options)
                        rows.setdefault((name, start), []).append(visit(context, address, code, packages))
                        context.close()
    print(f"{'':24}{'start':7}{'to result, s':28}{'to chart drawn, s':28}{'after a loop, s':24}{'MB sent':>8}")
    for (name, start), found in rows.items():
        cells = []
        for what, width in (("result", 28), ("chart", 28), ("again", 24)):
            values = [one[what] / 1000 for one in found]
            listed = " ".join(f"{value:.2f}" for value in values)
            cells.append(f"{statistics.median(values):.2f} ({listed})".ljust(width))
        print(f"{name:24}{start:7}{''.join(cells)}{statistics.median(one['sent'] for one in found) / 1e6:8.1f}")


if __name__ == "__main__":
    main()
