"""An essay or a memo open in two tabs that hear nothing of each other: both texts are kept, and the page says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from coursekit.words import say

# A tab that was asleep while another wrote: no message and no sign of a note reaches it.
DEAF = (
    """delete window.BroadcastChannel; window.addEventListener("storage", (e) => e.stopImmediatePropagation(), true);"""
)
PLACES = {
    "reflection": ("chapters/counting.html", "#reflection-counting", "#reflection-counting textarea"),
    "memo": ("chapters/design.html", "#memo-design", "#memo-design-recommendation"),
}


def begin(page: Page, base: str, kind: str) -> tuple[Locator, Locator]:
    """Open the page; return its section and the field, ready to be written in."""
    path, section, field = PLACES[kind]
    page.goto(base + path)
    page.locator(section).scroll_into_view_if_needed()
    expect(page.locator(section)).to_have_attribute("data-state", "ready")
    return page.locator(section), page.locator(field)


@pytest.mark.parametrize("kind", PLACES)
def test_a_stale_tab_overwrites_nothing(context: BrowserContext, base: str, kind: str) -> None:
    context.set_default_timeout(60_000)
    awake, stale = context.new_page(), context.new_page()
    stale.add_init_script(DEAF)
    section, field = begin(stale, base, kind)
    _, other_field = begin(awake, base, kind)
    other_field.fill("Words of the first tab.")
    awake.wait_for_timeout(800)
    expect(field).to_have_value("")
    field.fill("Other words, of the second.")
    expect(section.locator(".feedback")).to_have_text(say("reflection.clash"))
    aside = section.locator("details", has_text=say("reflection.other"))
    aside.locator("summary").click()
    expect(aside.get_by_text("Words of the first tab.")).to_be_visible()

    stale.locator("details.my-work > summary").click()
    with stale.expect_download() as download:
        stale.locator("button[data-do=save]").click()
    work = json.loads(Path(download.value.path()).read_text("utf-8"))["work"]
    (entry,) = [value for key, value in work.items() if key.startswith(f"{kind}/")]
    others = entry["others"] if kind == "reflection" else entry["others"]["recommendation"]
    assert others == ["Words of the first tab."]

    aside.get_by_role("button", name=say("reflection.let-go")).click()
    expect(aside).to_have_count(0)
    stale.wait_for_timeout(300)
    stale.reload()
    section, field = begin(stale, base, kind)
    expect(field).to_have_value("Other words, of the second.")
    expect(section.locator("details", has_text=say("reflection.other"))).to_have_count(0)


def test_what_another_tab_noted_is_shown_before_it_is_kept(context: BrowserContext, base: str) -> None:
    """A tab that crashes within a moment of the last keystroke has only noted it: what is written elsewhere follows."""
    first, second = context.new_page(), context.new_page()
    _, field = begin(first, base, "reflection")
    _, crashing = begin(second, base, "reflection")
    crashing.fill("Before the crash.")
    second.evaluate(
        """() => { for (const name of ["pagehide", "visibilitychange"])
           addEventListener(name, (event) => event.stopImmediatePropagation(), true); }"""
    )
    second.close()
    expect(field).to_have_value("Before the crash.")
    field.press("Control+End")
    first.keyboard.insert_text(" After it.")
    first.wait_for_timeout(600)
    again = context.new_page()
    _, field = begin(again, base, "reflection")
    expect(field).to_have_value("Before the crash. After it.")
