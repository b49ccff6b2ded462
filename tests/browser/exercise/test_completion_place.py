"""The list of names that the editor offers never lies over the buttons below the field, on a phone neither."""

from __future__ import annotations

import pytest
from exercise_card import Card, address
from playwright.sync_api import Page, expect

BOX = """(node) => {
  const { top, bottom, left, right } = node.getBoundingClientRect(); return [top, bottom, left, right]; }"""


@pytest.mark.parametrize("width", [360, 1100])
def test_the_list_leaves_the_buttons_free(page: Page, base: str, course: dict, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address(base, course))
    card = Card(page)
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
