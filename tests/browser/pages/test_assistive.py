"""For readers who hear the page, use its keys, or have a browser that keeps nothing: what they are told, and when."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from watched_page import Watched, new_context

pytestmark = pytest.mark.kept_profile

# Notes every sentence that a screen reader would say: text that comes into a live region of the page.
LISTEN = """() => {
  window.heard = [];
  const live = (node) => (node instanceof Element ? node : node.parentElement)
    ?.closest('[aria-live], [role=status], [role=alert], output');
  new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      const region = live(target), said = region?.textContent.trim();
      if (!said || region.getAttribute('aria-live') === 'off' || (type === 'childList' && !addedNodes.length)) continue;
      if (window.heard.at(-1) !== said) window.heard.push(said);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}"""
REFUSE_STORAGE = """
  globalThis.BroadcastChannel = class { constructor() { throw new DOMException('refused', 'SecurityError'); } };
  IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };
  for (const name of ['localStorage', 'sessionStorage', 'caches']) Object.defineProperty(globalThis, name, {
    get() { throw new DOMException('refused', 'SecurityError'); } });
"""


def awake(section: Locator, state: str) -> Locator:
    section.scroll_into_view_if_needed()
    expect(section).to_have_attribute("data-state", state)
    return section


def first(page: Page, base: str, course: dict) -> tuple[Locator, Locator]:
    """The first prediction of the course, still open, and its lab."""
    entry = course["predictions"][0]
    page.goto(base + entry["page"])
    prediction = awake(page.locator(f"#prediction-{entry['id']}"), "asking")
    return prediction, awake(page.locator(f"#lab-{prediction.get_attribute('data-lab')}"), "ready")


# In one task, so that no slow machine makes slow steps of them.
TEN_STEPS = """(slider) => {
  for (let n = 0; n < 10; n++) {
    slider.stepUp();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }
  slider.dispatchEvent(new Event('change', { bubbles: true }));
}"""


def test_ten_quick_steps_are_not_said_one_by_one_and_a_guess_that_they_pass_over_is_named(
    page: Page, base: str, course: dict
):
    prediction, lab = first(page, base, course)
    expect(page.locator("html")).to_have_attribute("data-offline", "ready", timeout=20_000)  # which is said once, too
    page.evaluate(LISTEN)
    lab.locator("input[type=range]").first.evaluate(TEN_STEPS)
    expect(lab.locator("p.heard")).to_have_text(lab.locator(".says").inner_text())
    passed = prediction.locator(".guesses").inner_text().strip()
    assert "before you made a guess" in passed
    heard = page.evaluate("heard")
    assert heard[0] == passed and heard[-1] == lab.locator(".says").inner_text() and len(heard) <= 3
    expect(lab.locator("p.heard")).to_be_empty()  # whoever reads line by line meets the sentence once


@pytest.mark.parametrize("button", ["That is my guess", "Skip"])
def test_focus_goes_on_to_what_takes_the_place_of_the_guess(page: Page, base: str, course: dict, button: str):
    prediction, _ = first(page, base, course)
    prediction.locator("[name=guess]").first.press("ArrowRight")
    prediction.get_by_role("button", name=button).press("Enter")
    expect(prediction.locator(".guesses")).to_be_focused()


def test_full_screen_that_the_browser_refuses_is_told(page: Page, base: str, course: dict):
    _, lab = first(page, base, course)
    page.evaluate("() => { Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused')); }")
    lab.locator("details.tools > summary").press("Enter")
    lab.get_by_role("button", name="Full screen").press("Enter")
    expect(lab.get_by_role("alert")).to_contain_text("does not show a part of the page")


def test_a_definition_can_be_entered_and_dismissed(page: Page, base: str, course: dict):
    page.goto(base + course["predictions"][0]["page"])
    term = page.locator("a.term").first
    meaning = page.locator("a.term + .definition").first
    term.hover()
    expect(meaning).to_be_visible()
    meaning.hover()
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.mouse.move(0, 0)
    term.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def test_the_page_is_as_dark_as_the_system_until_the_reader_chooses(browser: Browser, base: str):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(base + "search.html")
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", "dark")
    page.emulate_media(color_scheme="light")
    expect(root).to_have_attribute("data-theme", "light")
    page.emulate_media(color_scheme="dark")
    page.get_by_role("button", name="Dark page").click()
    expect(root).to_have_attribute("data-theme", "light")
    page.reload()
    expect(root).to_have_attribute("data-theme", "light")
    context.close()


@pytest.mark.parametrize("folder", [False, True], ids=["served", "from a folder"])
def test_what_a_search_finds_is_in_its_status(browser: Browser, base: str, site: Path, folder: bool):
    context = new_context(browser, "light", "block")
    watched = Watched(context)
    page = watched.page
    page.goto(f"{(site / 'search.html').as_uri() if folder else f'{base}search.html'}?q=credibility")
    expect(page.locator("#search-results li a[href*='chapters/promises']").first).to_be_visible()
    expect(page.locator("#search-progress[role=status]")).to_contain_text("found")
    assert not watched.faults(), "\n".join(watched.faults())
    context.close()


def test_without_any_storage_all_works_and_is_said_to_last_only_as_long_as_the_page(
    browser: Browser, base: str, course: dict
):
    context = new_context(browser, "light", "block")
    context.add_init_script(REFUSE_STORAGE)
    watched = Watched(context)
    page = watched.page
    prediction, _ = first(page, base, course)
    exercise = page.locator(f"#exercise-{course['exercises'][0]['id']}")
    exercise.scroll_into_view_if_needed()
    expect(exercise.get_by_role("button", name="Run", exact=True)).to_be_enabled()
    expect(exercise).to_have_attribute("data-state", "idle")
    prediction.get_by_role("button", name="Skip").press("Enter")
    expect(page.locator("p.not-kept")).to_contain_text("This browser keeps nothing for this page")
    assert not watched.faults(), "\n".join(watched.faults())
    context.close()
