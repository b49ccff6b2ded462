"""Starting Python in a page: what comes when, from where, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext
from probe.talking import ALL, CHART, printed, runner, values
from watched_page import Watched

from coursekit.words import say

pytestmark = pytest.mark.timeout(90)  # a page that never answers is a failure, not a wait


@pytest.mark.fresh_profile
def test_first_run_shows_text_a_table_and_a_chart(watched: Watched, address: str):
    page = watched.page
    page.goto(address)
    light, whole = page.evaluate("async all => [await probe.python.size([]), await probe.python.size(all)]", ALL)
    assert 1e6 < light <= 10e6 and light < whole <= 20e6
    assert page.evaluate("probe.python.state()") == "cold"
    answer = runner(page)(CHART, packages=ALL)
    assert answer["status"] == "ok", answer
    assert printed(answer) == "14\n"
    page.wait_for_selector("#outputs .drawing[data-state=ready] svg")
    assert page.locator("#outputs table tbody tr").count() == 3
    assert "Squares" in (page.locator("#outputs .drawing svg").text_content() or "")
    # Progress went by bytes, never backwards within a step, and to the end.
    bytes_ = [(s["loaded"], s["total"]) for s in answer["steps"] if s["step"] == "python.step.download"]
    assert bytes_ and max(loaded for loaded, _ in bytes_) > 10e6
    assert {s["step"] for s in answer["steps"]} >= {"python.step.download", "python.step.start", "python.step.packages"}
    assert page.evaluate("all => probe.python.size(all)", ALL) == 0
    assert sum("pandas.bin" in r.url for r in watched.requests) == 1


def test_pandas_comes_only_when_asked_for(watched: Watched, address: str):
    watched.page.goto(address)
    assert values(runner(watched.page)("import altair, ipywidgets\nalt = 6 * 7\nalt")) == ["42"]
    names = " ".join(request.url for request in watched.requests)
    assert "light.bin" in names and "pandas.bin" not in names and "numpy.bin" not in names


KEPT = """async () => {
  for (;;) {
    for (const name of await caches.keys()) for (const one of await (await caches.open(name)).keys()) return one.url;
    await new Promise((done) => setTimeout(done, 50));
  }
}"""
SPOIL = """async () => {
  const cache = await caches.open((await caches.keys())[0]);
  const [key] = await cache.keys();
  const kept = new Uint8Array(await (await cache.match(key)).arrayBuffer());
  kept.fill(7, 0, 5000);
  await cache.put(key, new Response(kept, {headers: {"x-length": String(kept.length)}}));
}"""


@pytest.mark.fresh_profile
def test_the_next_page_starts_from_the_kept_memory(context: BrowserContext, address: str):
    page = context.new_page()
    page.goto(address)
    first = values(runner(page)("import random\nrandom.random()"))
    build = page.evaluate("async () => (await (await fetch('_static/runtime/manifest.json')).json()).build")
    # Put aside after the first run's answer, so a little later.
    kept = page.evaluate(KEPT)
    assert kept.endswith(f"snapshot-{build}")
    seen = [first]
    for _ in range(2):
        page.reload()
        answer = runner(page)("import random, sys\nrandom.random()")
        assert answer["status"] == "ok"
        seen.append(values(answer))
    # Restored, yet not the same random numbers for every learner.
    assert len({value for (value,) in seen}) == 3
    answer = runner(page)(CHART, packages=ALL)
    assert answer["status"] == "ok" and printed(answer) == "14\n"

    # A kept memory that went bad is dropped, and Python starts from the beginning.
    page.evaluate(SPOIL)
    page.reload()
    assert values(runner(page)("1 + 1")) == ["2"]


def test_stop_while_python_is_only_starting(context: BrowserContext, address: str):
    page = context.new_page()
    page.goto(address)
    answer = page.evaluate(
        """async () => { const first = probe.run({code: "1", packages: ["numpy"]});
        await new Promise((done) => setTimeout(done, 50)); probe.python.stop(); return await first; }"""
    )
    assert answer["status"] == "stopped" and answer["ms"] < 2000
    assert values(runner(page)("2")) == ["2"]


SPOILED = {
    "flipped": lambda body: body[:500] + bytes([body[500] ^ 1]) + body[501:],
    "cut": lambda body: body[: len(body) // 2],
    "missing": None,
}


# Each kind of file and each kind of damage; all fifteen pairs would tell no more, in minutes.
PAIRS = [
    ("pyodide.asm.wasm", "flipped"),
    ("pyodide.asm.js", "cut"),
    ("stdlib.bin", "missing"),
    ("course.bin", "flipped"),
    ("pandas.bin", "cut"),
    ("pandas.bin", "missing"),
]


@pytest.mark.parametrize(("file", "how"), PAIRS)
def test_a_bad_file_is_refused_by_name(context: BrowserContext, root: Path, address: str, file: str, how: str):
    page = context.new_page()
    body = (root / "_static" / "runtime" / file).read_bytes()
    spoil = SPOILED[how]
    kind = "application/wasm" if file.endswith("wasm") else "application/octet-stream"

    def answer(route: Any) -> None:
        if spoil is None:
            route.fulfill(status=404, body="")
        else:
            route.fulfill(body=spoil(body), content_type=kind)

    page.route(f"**/runtime/{file}*", answer)
    page.goto(address)
    packages = ALL if file == "pandas.bin" else []
    refused = runner(page)("1", packages=packages)
    assert refused["status"] == "failed" and refused["outputs"] == []
    assert file in refused["reason"]
    # Once the file is right, the next run works without a reload.
    page.unroute(f"**/runtime/{file}*")
    again = runner(page)("1", packages=packages)
    assert values(again) == ["1"], again


def test_from_a_file_it_says_why_not(context: BrowserContext, root: Path):
    page = context.new_page()
    page.goto((root / "index.html").as_uri())
    answer = runner(page)("1")
    assert answer["status"] == "failed" and answer["reason"] == say("python.from-disk")
