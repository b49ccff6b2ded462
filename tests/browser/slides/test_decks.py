"""Slides as a speaker uses them: one visit to the deck of a chapter and of a lesson."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from heard_as_seen import ALL_RULES, CONTRAST, SETTLED, found_by_axe
from paths import ROOT
from playwright.sync_api import Browser, Page, expect
from watched_page import Watched, new_context

BUDGET = json.loads((ROOT / "benchmarks" / "budgets.json").read_text("utf-8"))["slides"]
SCREEN = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
DECKS = ("promises", "tripwire-or-shield")
# What is higher or wider than the screen: the slide that is shown, its lab, the page.
OVERFLOW = """() => { const parts = [document.documentElement, document.querySelector('section.slide.present'),
    ...document.querySelectorAll('.bench-of-slide:not([hidden])')];
  return Math.max(...parts.map((one) => one.scrollHeight - one.clientHeight)); }"""
SIDEWAYS = "document.documentElement.scrollWidth"
LAB = ".bench-of-slide:not([hidden]) section.lab"
FULLEST = """() => [...document.querySelectorAll('section.slide-text')].reduce((a, b) =>
  b.querySelector('.shown').textContent.length > a.querySelector('.shown').textContent.length ? b : a).id"""


@pytest.fixture(scope="module", params=DECKS)
def deck(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[Watched]:
    """The deck, opened by a link into its first lab, in a fresh profile."""
    context = new_context(browser, "light", "block")
    watched = Watched(context)
    watched.page.set_viewport_size(SCREEN)
    watched.page.goto(f"{base}slides/{request.param}.html")
    expect(watched.page.locator("body")).to_have_attribute("data-state", "ready")
    yield watched
    context.close()


def go(page: Page, name: str) -> None:
    """Open a slide by its address, as a link to it does."""
    page.evaluate("(name) => { location.hash = name; }", name)
    expect(page.locator("section.slide.present")).to_have_attribute("id", name)


def test_a_speaker_turns_the_slides_moves_a_lab_and_reads_the_notes(deck: Watched) -> None:
    page = deck.page
    place, shown = page.locator(".deck-bar .place"), page.locator("section.slide.present")
    count = page.locator("section.slide").count()
    expect(place).to_have_text(f"1 of {count}")
    page.keyboard.press("ArrowRight")
    expect(shown).to_have_attribute("id", "slide-2")
    page.get_by_role("button", name="Back", exact=True).click()
    expect(shown).to_have_attribute("id", "slide-1")
    assert not page.evaluate(OVERFLOW)
    light = found_by_axe(page, ALL_RULES)
    fullest = page.evaluate(FULLEST)
    go(page, fullest)
    expect(page).to_have_url(f"{page.url.partition('#')[0]}#{fullest}")
    assert page.evaluate(OVERFLOW) <= 1

    # A link into a lab opens its slide, in that state; its slider is live, and its arrow keys turn no slide.
    lab = page.locator("section.lab").first
    slider = lab.locator("input[type=range][data-main]").first
    name, top = slider.get_attribute("name"), slider.get_attribute("max")
    page.evaluate("(hash) => { location.hash = hash; }", f"{lab.get_attribute('id')}?{name}={top}")
    expect(page.locator(LAB)).to_have_attribute("data-state", "ready", timeout=60_000)
    expect(slider).to_have_value(str(top))
    says = lab.locator(".says")
    before, at = says.inner_text(), shown.get_attribute("id")
    slider.focus()
    for _ in range(5):
        page.keyboard.press("PageDown")
    expect(says).not_to_have_text(before)
    expect(shown).to_have_attribute("id", str(at))
    light += found_by_axe(page, ALL_RULES)

    sizes = deck.sizes()
    # The notes are in a window of their own, follow the slides, and turn them.
    page.evaluate("() => document.activeElement.blur()")
    go(page, fullest)
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    notes = opened.value
    expect(notes.locator("h1")).to_have_text(page.locator(f"#{fullest} > .kicker").inner_text())
    expect(notes.locator(".at")).to_have_text(place.inner_text())
    notes.get_by_role("button", name="Next").click()
    expect(shown).to_have_attribute("id", f"slide-{int(fullest.removeprefix('slide-')) + 1}")
    expect(notes.locator(".at")).to_have_text(place.inner_text())
    light += found_by_axe(notes, ALL_RULES)
    notes.close()

    page.emulate_media(forced_colors="active")
    page.evaluate(SETTLED)
    light += [f"forced colours: {fault}" for fault in found_by_axe(page, ALL_RULES)]
    page.emulate_media(forced_colors="none")
    page.get_by_role("button", name="Dark page").click()
    dark = found_by_axe(page, CONTRAST)
    assert not light and not dark, "\n".join([*light, *dark])
    assert sum(sizes.values()) <= BUDGET["bytes"] and len(sizes) <= BUDGET["files"], sizes
    assert not deck.faults(), "\n".join(deck.faults())


def swipe(page: Page, across: int, down: int) -> None:
    """Draw a finger over the middle of the slide, as far as told."""
    session = page.context.new_cdp_session(page)
    points = [{"x": 195 + across * step / 8, "y": 400 + down * step / 8} for step in range(9)]
    kinds = ["touchStart", *["touchMove"] * 8]
    for kind, point in zip(kinds, points, strict=True):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


def test_a_finger_sideways_turns_the_slides_and_letters_that_nobody_is_told_of_do_not(deck: Watched) -> None:
    page, shown = deck.page, deck.page.locator("section.slide.present")
    page.set_viewport_size(PHONE)
    go(page, "slide-1")
    swipe(page, -150, 0)
    expect(shown).to_have_attribute("id", "slide-2")
    swipe(page, 0, -150)
    swipe(page, 150, 0)
    expect(shown).to_have_attribute("id", "slide-1")
    for key in "nljpo":
        page.keyboard.press(key)
    page.keyboard.press("ArrowRight")
    expect(shown).to_have_attribute("id", "slide-2")


def test_on_a_phone_nothing_scrolls_sideways_and_on_paper_every_slide_is_there(deck: Watched) -> None:
    page = deck.page
    page.set_viewport_size(PHONE)
    go(page, "slide-1")
    assert page.evaluate(SIDEWAYS) <= PHONE["width"]
    for name in ("Back", "Next", "Speaker’s notes"):
        button = page.get_by_role("button", name=name, exact=True)
        box = button.bounding_box()
        assert box and box["height"] >= 43.5 and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"], name
    go(page, page.locator("section.slide-lab").first.get_attribute("id") or "")
    heading = page.locator("section.slide-lab .kicker").first.bounding_box()
    lab = page.locator(".bench-of-slide").first.bounding_box()
    assert heading and lab and heading["y"] + heading["height"] <= lab["y"] + 1, "the lab lies on the slide's heading"
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    shown = page.locator("section.slide").evaluate_all("(all) => all.filter((one) => one.checkVisibility()).length")
    labs = page.locator(".slide section.lab").evaluate_all("(all) => all.filter((one) => one.checkVisibility()).length")
    assert shown == page.locator("section.slide").count() and labs == page.locator("section.lab").count() > 0
    assert page.locator("section.slide .notes").first.is_visible()
    # Ink is for what is on the slides: no dark card, and no sheet for what reveal.js keeps beside them.
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
    card = page.locator("section.lab").first.evaluate("(lab) => getComputedStyle(lab).backgroundColor")
    bottom = page.locator("section.slide").last.evaluate("(one) => one.getBoundingClientRect().bottom + scrollY")
    assert card == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollHeight") <= max(bottom, PHONE["height"]) + 100
