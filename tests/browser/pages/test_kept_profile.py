"""A profile that tests share keeps scripts and Python's memory, and nothing of what the reader before did."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.kept_profile
SOW = """async () => {
  localStorage.setItem("left", "1");
  await new Promise((done) => { indexedDB.open("left", 1).onsuccess = done; });
  await (await caches.open("left-pages")).put("/left", new Response("1"));
  await (await caches.open("left-python")).put("/left", new Response("1"));
}"""
REAP = """async () => [Object.keys(localStorage).includes("left"), (await indexedDB.databases()).map((one) => one.name),
  await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]"""


def test_one_reader_leaves_something(context: BrowserContext, page: Page, base: str) -> None:
    page.goto(f"{base}book/index.html")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.evaluate(SOW)
    page.goto("about:blank")  # nothing is under way when the connection goes
    context.set_offline(True)
    page.context.new_page()


def test_the_next_finds_python_alone(context: BrowserContext, page: Page, base: str) -> None:
    assert context.pages == [page]
    page.goto(f"{base}course.json")
    stored, databases, caches, workers = page.evaluate(REAP)
    assert not stored and "left" not in databases and not workers
    assert "left-pages" not in caches and "left-python" in caches
    page.evaluate("caches.delete('left-python')")


@pytest.mark.parametrize("theme", ["dark"])
def test_another_theme_is_another_profile(page: Page, base: str) -> None:
    page.goto(f"{base}book/index.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
