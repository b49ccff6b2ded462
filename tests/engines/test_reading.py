"""Every page of the site can be read, formulas and pictures are drawn, the glossary explains, and search finds."""

from __future__ import annotations

import json

import pytest
from driver import Driver

from coursekit.tasks.build import place

FEATURE = "reading"
BUILT = place("self-study") / "course.json"
PAGES = [page["path"] for page in json.loads(BUILT.read_text("utf-8"))["pages"]] if BUILT.is_file() else ["(not built)"]
# What is wrong on the page, once all of it has come near.
WRONG = """async () => {
  const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 200); });
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * 1.5) {
    scrollTo({ top: y, behavior: "instant" });
    await frame();
  }
  const told = [];
  if (!document.querySelector("h1")?.innerText.trim()) told.push("no heading");
  for (const image of document.images) {
    await image.decode().catch(() => told.push(`picture ${image.src}`));
  }
  // What takes two parts or three has as many: Firefox draws a fault in the place of one that has not.
  const parts = { msub: 2, msup: 2, mfrac: 2, mroot: 2, munder: 2, mover: 2, msubsup: 3, munderover: 3 };
  for (const [name, n] of Object.entries(parts))
    for (const one of document.querySelectorAll(`math ${name}`))
      if (one.children.length !== n) told.push(`formula ${one.closest("math").textContent}`);
  for (const one of document.querySelectorAll(".load-failed")) told.push(one.innerText);
  for (const font of await document.fonts.ready) if (font.status === "error") told.push(`font ${font.family}`);
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 1) told.push(`${wide} px wider than the window`);
  return told;
}"""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole(reader: Driver, base: str, path: str) -> None:
    reader.go(base + path)
    assert not (wrong := reader.call(WRONG)), "\n".join(wrong)


def test_search_finds_a_page_and_shows_where(reader: Driver, base: str) -> None:
    reader.go(f"{base}search.html?q=memorandum")
    reader.wait("() => document.querySelectorAll('#search-results li').length > 2")
    reader.wait("() => /memorandum/i.test(document.querySelector('#search-results').innerText)")


def test_search_from_a_folder_finds_titles(reader: Driver, site: str) -> None:
    reader.go(f"file://{site}/search.html?q=memorandum")
    reader.wait("() => document.querySelectorAll('#search-results li').length > 2")


def test_the_next_chapter_is_a_click_away(reader: Driver, base: str) -> None:
    reader.go(f"{base}chapters/promises.html")
    title = reader.text("h1")
    reader.click("nav.turn a[rel=next], nav.turn a:last-child")
    reader.wait("(before) => document.querySelector('h1') && document.querySelector('h1').innerText !== before", title)
