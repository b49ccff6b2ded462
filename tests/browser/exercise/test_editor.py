"""An exercise's field for code, without a run of Python: what is typed, offered and kept stays what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from exercise_card import EXERCISES, FIRST, Card, address, link
from playwright.sync_api import BrowserContext, Page, expect
from watched_page import Watched

from coursekit.words import say

pytestmark = pytest.mark.kept_profile

BOX = """(node) => {
  const { top, bottom, left, right } = node.getBoundingClientRect(); return [top, bottom, left, right]; }"""


@pytest.fixture(scope="module")
def card(module_profile: BrowserContext, base: str, course: dict) -> Iterator[Card]:
    """One page for the tests of what the field does with what is typed."""
    watched = Watched(module_profile)
    watched.page.goto(link(base, course))
    yield Card(watched.page)
    watched.end()
    faults = watched.faults()
    assert not faults, faults


def test_text_ends_as_it_was_typed_pasted_or_filled_in(card: Card) -> None:
    page, code = card.page, EXERCISES[FIRST].solution + "\nx = {'a': [(1, \"b\")]}  # ''\nif x:\n    y = 1\nz = 2"
    card.editor.fill(code)
    assert card.code() == code
    card.editor.click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(code)
    assert card.code() == code
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(code)
    assert card.code() == code


def test_a_slow_hand_is_helped_with_indents_and_brackets(card: Card) -> None:
    page = card.page
    card.editor.click()
    page.keyboard.press("ControlOrMeta+A")
    for text in ("def f(n", ":", "", "return g(n"):
        page.keyboard.type(text, delay=60)
        page.keyboard.press("End" if text != ":" else "Enter")
    assert card.code() == "def f(n):\n    return g(n)"


@pytest.mark.parametrize("width", [360, 1100])
def test_the_list_of_names_leaves_the_buttons_free(card: Card, width: int) -> None:
    """The list of names that the editor offers never lies over the buttons below the field, on a phone neither."""
    page, before = card.page, card.page.viewport_size
    page.set_viewport_size({"width": width, "height": 740})
    names = "\n".join(f"name_{n} = {n}" for n in range(14))
    card.editor.fill(f"{names}\nna")
    bar = card.section.locator(".bar", has=page.locator("button[data-do=stop]"))
    listed = page.locator(".cm-tooltip-autocomplete")
    for block in ("end", "center"):
        bar.evaluate("(node, block) => node.scrollIntoView({ block })", block)
        page.keyboard.press("Escape")
        page.keyboard.press("Control+Space")
        expect(listed).to_be_visible()
        expect(listed.get_by_role("option").first).to_be_visible()
        page.wait_for_timeout(300)
        top, bottom, left, right = listed.evaluate(BOX)
        bar_top, bar_bottom, _, _ = bar.evaluate(BOX)
        assert bottom <= bar_top or top >= bar_bottom
        assert bottom - top > 30, "the list has room for a name"
        assert left >= 0
        assert right <= width
        page.keyboard.press("Escape")
        card.editor.focus()
    page.set_viewport_size(before)


def test_what_is_written_outlives_a_reload_and_a_reset(page: Page, base: str, course: dict) -> None:
    page.goto(link(base, course))
    card, code = Card(page), "kept = 'as it was'\n\n\nprint(kept)\n"
    card.editor.fill(code)
    page.reload()  # at once: the last keystrokes count too
    card = Card(page)
    assert card.code() == code
    card.button("Reset").click()
    assert card.code() == EXERCISES[FIRST].starter
    page.reload()
    card = Card(page)
    assert card.code() == EXERCISES[FIRST].starter
    card.editor.fill("between = 1")
    card.button("Undo reset").click()
    assert card.code() == code
    expect(card.button("Undo reset")).to_be_hidden()
    for n in range(2):
        card.button("Reset").click()
        card.editor.fill(f"after = {n}")
    kept = card.section.locator("details.runs li pre").all_text_contents()
    assert {"between = 1", code, "after = 0"} <= set(kept), "each can be brought back, whatever was pressed since"


@pytest.mark.parametrize("service_workers", ["block"])
@pytest.mark.parametrize("choice", ["Keep mine", "Take the new start (mine is kept)"])
def test_a_changed_exercise_asks_before_it_touches_anything(page: Page, base: str, course: dict, choice: str) -> None:
    page.goto(link(base, course))
    mine = "mine = 1\n"
    Card(page).editor.fill(mine)
    page.route("**/*-exercises.js*", lambda route: route.fulfill(
        body=route.fetch().text().replace("Your code here", "Your new code here"), content_type="text/javascript"
    ))  # fmt: skip
    page.wait_for_timeout(400)
    page.reload()
    card = Card(page)
    assert card.code() == mine
    card.section.locator(".notice").get_by_role("button", name=choice).click()
    expect(card.section.locator(".notice")).to_be_hidden()
    if choice != "Keep mine":
        assert "Your new code here" in card.code()
        card.button("Undo reset").click()
    assert card.code() == mine
    page.wait_for_timeout(400)
    page.reload()
    assert Card(page).code() == mine
    expect(Card(page).section.locator(".notice")).to_be_hidden()


def test_from_a_folder_the_exercise_says_what_is_missing(watched: Watched, site: Path, course: dict) -> None:
    page = watched.page
    page.goto(f"{(site / address('', course)).as_uri()}#exercise-{FIRST}")
    card = Card(page)
    expect(card.section.locator(".size")).to_have_text(say("python.from-disk"))
    card.editor.fill("print(1)")
    assert card.press("Run") == "error"
    assert card.status.inner_text() == say("python.from-disk")
    card.button("Hint").click()
    expect(card.section.locator(".hints li")).to_have_count(1)
