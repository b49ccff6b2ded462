"""A file of the work holds every keystroke made before the press, of every page and tab, or says what is not in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random

import pytest
from exercise_card import FIRST, Card, address
from hand_in_walk import Walk
from playwright.sync_api import Browser, BrowserContext, Page, expect

from coursekit.words import say

WALKS = 6  # benchmarks/hand_in_walk.py goes further
FULL = """(() => { const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    const made = put.apply(this, given); this.transaction.abort(); return made; }; })();"""
NO_ROOM = "Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); };"
MUTE = """window.BroadcastChannel = class extends BroadcastChannel {
  postMessage(message) { if (typeof message === 'string' || !('answer' in message)) super.postMessage(message); } };"""
ALONE = "delete window.BroadcastChannel;"


def ready(page: Page, base: str) -> None:
    """Open a page of little weight, and on it *My work*."""
    page.goto(f"{base}book/desk.html")
    page.locator("details.my-work > summary").click()
    expect(page.locator("button[data-do=save]")).to_be_enabled()


def saved(page: Page) -> dict[str, dict]:
    """Press *Save all as a file* at once, and return the work in it."""
    with page.expect_download() as download:
        page.locator("button[data-do=save]").evaluate("(button) => button.click()")
    return json.loads(Path(download.value.path()).read_text("utf-8"))["work"]


def essay(page: Page, base: str) -> None:
    page.goto(f"{base}chapters/counting.html")
    section = page.locator("#reflection-counting")
    section.scroll_into_view_if_needed()
    expect(section).to_have_attribute("data-state", "ready")
    section.locator("textarea").focus()


@pytest.mark.thorough
def test_random_walks_lose_nothing(browser: Browser, base: str) -> None:
    for seed in (20261, 20262):
        context = browser.new_context()
        context.set_default_timeout(60_000)
        walk = Walk(context, base, Random(seed))
        missing = [line for _ in range(WALKS // 2) for line in walk.go()]
        context.close()
        assert missing == [], f"seed {seed}"


def test_an_essay_typed_without_a_pause_is_in_the_file_of_another_tab(context: BrowserContext, base: str) -> None:
    writing, pressing = context.new_page(), context.new_page()
    ready(pressing, base)
    essay(writing, base)
    text = ""
    for n in range(20):
        text += f"word{n} "
        writing.keyboard.insert_text(f"word{n} ")
        writing.wait_for_timeout(100)
    assert saved(pressing)["reflection/counting"]["text"] == text


@pytest.mark.parametrize("trouble", [NO_ROOM, FULL, FULL + NO_ROOM, ALONE], ids=["room", "database", "both", "alone"])
def test_whatever_does_not_keep_the_other_tab_is_asked(
    context: BrowserContext, base: str, course: dict, trouble: str
) -> None:
    writing, pressing = context.new_page(), context.new_page()
    writing.add_init_script(trouble)
    ready(pressing, base)
    writing.goto(address(base, course))
    Card(writing).editor.fill("first = 1")
    assert saved(pressing)[f"exercise/{FIRST}"]["code"] == "first = 1"
    essay(writing, base)
    writing.keyboard.insert_text("Every word.")
    assert saved(pressing)["reflection/counting"]["text"] == "Every word."
    expect(pressing.locator("details.my-work > [role=status]")).to_have_text(
        re.compile(r"^Saved: \d+ pieces? of work\.$")
    )


def test_a_tab_that_holds_work_and_does_not_answer_is_told(context: BrowserContext, base: str) -> None:
    writing, pressing = context.new_page(), context.new_page()
    writing.add_init_script(FULL + NO_ROOM + MUTE)
    ready(pressing, base)
    essay(writing, base)
    writing.keyboard.insert_text("Lost without a word?")
    expect(writing.locator("#reflection-counting .feedback")).to_have_text(say("reflection.session"))
    pressing.locator("button[data-do=save]").click()
    expect(pressing.get_by_text(say("hand-in.silent"))).to_be_visible()


def test_what_a_crashed_tab_noted_is_in_the_file_and_in_its_field(context: BrowserContext, base: str) -> None:
    pressing, writing = context.new_page(), context.new_page()
    ready(pressing, base)
    essay(writing, base)
    writing.keyboard.insert_text("Before the crash.")
    writing.evaluate(
        """() => { for (const name of ["pagehide", "visibilitychange"])
           addEventListener(name, (event) => event.stopImmediatePropagation(), true); }"""
    )
    writing.close()
    assert saved(pressing)["reflection/counting"]["text"] == "Before the crash."
    essay(pressing, base)
    expect(pressing.locator("#reflection-counting textarea")).to_have_value("Before the crash.")
    pressing.reload()
    essay(pressing, base)
    expect(pressing.locator("#reflection-counting textarea")).to_have_value("Before the crash.")


def test_an_essay_open_in_two_tabs_is_one_text(context: BrowserContext, base: str) -> None:
    first, second = context.new_page(), context.new_page()
    essay(first, base)
    essay(second, base)
    first.keyboard.insert_text("One. ")
    expect(second.locator("#reflection-counting textarea")).to_have_value("One. ")
    second.keyboard.press("Control+End")
    second.keyboard.insert_text("Two.")
    expect(first.locator("#reflection-counting textarea")).to_have_value("One. Two.")
