"""A prediction that is drawn: by finger, by keyboard, kept, passed by moving its lab; nothing taken untouched."""

from __future__ import annotations

import pytest
from lab_on_page import faults
from playwright.sync_api import Browser, Page, expect
from scroll import scroll_to
from watched_page import THEME, Watched

NARROW = {"width": 320, "height": 640}


@pytest.fixture
def page(browser: Browser) -> Page:
    """A narrow phone in the dark, where there is least room and contrast."""
    context = browser.new_context(viewport=NARROW, has_touch=True, is_mobile=True, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    context.add_init_script(THEME.format(theme='"dark"'))
    watched = Watched(context)
    yield watched.page
    watched.end()
    context.close()
    assert not watched.faults()


def _asked(page: Page, id: str):
    section = page.locator(f"#prediction-{id}")
    section.scroll_into_view_if_needed()
    expect(section).to_have_attribute("data-state", "asking")
    section.locator(".drawing").evaluate("one => one.scrollIntoView({ block: 'center' })")
    return section


def test_a_curve_is_drawn_by_hand_and_by_keys_and_kept(page: Page, base: str, course: dict) -> None:
    drawn = [one for one in course["predictions"] if one["kind"] == "curve"]
    assert len({one["page"] for one in drawn}) >= 5 <= len(drawn)
    page.goto(f"{base}chapters/presence.html")
    hand, keys = (_asked(page, id) for id in ("provocation", "consent"))

    # Nothing is taken that nobody drew.
    keys.get_by_role("button", name="That is my guess").click()
    expect(keys.locator(".guesses")).to_have_text("Draw your curve first, or skip.")
    expect(keys).to_have_attribute("data-state", "asking")

    # By keyboard, point by point; what is left is said.
    points = keys.get_by_role("slider")
    expect(points).to_have_count(5)
    points.first.focus()
    for name in ("after 0 years", "after 10 years", "after 20 years"):
        assert page.evaluate("document.activeElement.ariaLabel") == name
        before = int(page.evaluate("document.activeElement.value"))
        page.keyboard.press("ArrowUp")
        assert page.evaluate("document.activeElement.getAttribute('aria-valuetext')") == f"{before + 5}%"
        page.keyboard.press("Tab")
    assert not faults(page, "#prediction-consent")
    keys.get_by_role("button", name="That is my guess").click()
    expect(keys).to_have_attribute("data-state", "guessed")
    board = keys.locator(".guesses")
    expect(board).to_contain_text("2 points you left where they were")
    expect(board).to_contain_text("part most after 0 years: you drew 55%, the model says 100%.")
    expect(keys.locator(".drawing .model")).to_be_visible()
    expect(keys.locator(".reveal")).to_contain_text("Small chances add up")
    assert not faults(page, "#prediction-consent")

    # By hand, in one quick stroke: every point between is set.
    box = _asked(page, "provocation").locator(".drawing").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"]
    page.mouse.move(box["x"] + 1, box["y"] + box["height"] - 1)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + 1)
    page.mouse.up()
    values = [int(one.input_value()) for one in hand.get_by_role("slider").all()]
    assert values == [0, 25, 50, 75, 100]
    hand.get_by_role("button", name="That is my guess").click()
    board = hand.locator(".guesses")
    expect(board).to_contain_text("part most with 60,000 troops: you drew 100%")
    expect(board).not_to_contain_text("left where")
    said = board.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]

    # It is kept, and stands in the list at the chapter's end.
    list_ = page.locator("section.calibration")
    list_.scroll_into_view_if_needed()
    row = list_.locator("tr", has=page.locator('a[href="#prediction-provocation"]'))
    expect(row).to_contain_text("a curve that you drew")
    expect(row).to_contain_text("away at a point, on average")
    page.reload()
    scroll_to(hand, page.locator("#prediction-provocation[data-state=guessed]"))
    assert [int(one.input_value()) for one in hand.get_by_role("slider").all()] == values
    expect(hand.locator(".guesses")).to_have_text(said)


def test_moving_the_lab_passes_a_curve_and_shows_the_models(page: Page, base: str) -> None:
    page.goto(f"{base}chapters/counting.html")
    section = _asked(page, "punishment")
    lab = page.locator("#lab-punishment")
    lab.scroll_into_view_if_needed()
    expect(lab).to_have_attribute("data-state", "ready")
    lab.locator("[data-main]").first.press("ArrowRight")
    expect(section).to_have_attribute("data-state", "passed")
    section.scroll_into_view_if_needed()
    expect(section.locator(".drawing .model")).to_be_visible()
    expect(section.locator(".drawing .mine")).to_be_hidden()
