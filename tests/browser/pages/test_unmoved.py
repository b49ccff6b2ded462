"""A page that nobody has moved yet loads what its first screen needs; the first move brings what is near."""

import json

import pytest
from paths import ROOT
from playwright.sync_api import Browser, expect
from watched_page import Watched, pages

from coursekit.tasks.build import place

PHONE = {"width": 412, "height": 823}  # as Lighthouse has it
CHAPTERS = [path for path in pages(place("self-study")) if path.startswith("chapters/")]
BUDGET = json.loads((ROOT / "benchmarks" / "budgets.json").read_text("utf-8"))["chapters unmoved on a phone"]
BELOW = "() => document.querySelector('section.lab').getBoundingClientRect().top > innerHeight"


@pytest.fixture(params=CHAPTERS or ["(the book is not built)"])
def phone(request: pytest.FixtureRequest, browser: Browser, base: str):
    """A chapter on a phone, as it stands when it has come."""
    context = browser.new_context(viewport=PHONE, service_workers="block")
    watched = Watched(context)
    watched.page.goto(base + request.param)
    watched.page.wait_for_load_state("networkidle")
    yield watched
    context.close()


def test_what_is_below_the_first_screen_comes_with_the_first_move(phone: Watched):
    sizes = phone.sizes()
    lab = phone.page.locator("section.lab").first
    if phone.page.evaluate(BELOW):
        assert not [url for url in sizes if "/lab.js" in url or "/chart.js" in url or "-labs.js" in url]
        assert sum(sizes.values()) <= BUDGET["bytes"], sizes
        assert len(sizes) <= BUDGET["files"], "\n".join(sizes)
    lab.scroll_into_view_if_needed()
    expect(lab).to_have_attribute("data-state", "ready", timeout=30_000)
    assert not phone.faults(), phone.faults()


def test_an_editor_comes_to_life_though_nobody_goes_to_it(phone: Watched):
    run = phone.page.locator("section.exercise button[data-do=run]").first
    expect(run).to_be_enabled(timeout=30_000)
