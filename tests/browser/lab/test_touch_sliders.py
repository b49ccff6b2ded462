"""A thumb that scrolls over a slider scrolls: nothing moves, no guess is passed over; a drag and a tap still set it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from code_cell import PATH, Cell
from lab_on_page import unfold
from playwright.sync_api import Browser, BrowserContext, CDPSession, Locator, Page, expect

PHONE = {"width": 390, "height": 800}
LOG = """(element) => { window.heard = []; for (const name of ["input", "change"])
  document.addEventListener(name, (event) => heard.push(`${name} ${event.target.value}`)); }"""
# chapter, slider: a lab's, a budget's part, a prediction's two
RANGES = {
    "lab": ("promises", "#lab-promise form.controls .row:not(.part) input[type=range] >> nth=0"),
    "budget": ("design", "#lab-design .budget input[type=range] >> nth=0"),
    "guess": ("promises", "#prediction-promise input[name=guess]"),
    "within": ("promises", "#prediction-promise input[name=within]"),
}
WIDGETS = """import ipywidgets as w
n, r = w.IntSlider(description="n", value=30), w.IntRangeSlider(description="r", value=(20, 60))
said = w.Label()
def tell(change):
    said.value = f"moved {n.value} {r.value}"
n.observe(tell, "value"), r.observe(tell, "value")
w.VBox([n, r, said])"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    fresh = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    fresh.set_default_timeout(30_000)
    yield fresh
    fresh.close()


class Finger:
    """One finger on the page, as the browser takes it from a touch screen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session: CDPSession = page.context.new_cdp_session(page)

    def send(self, kind: str, *at: float) -> None:
        points = [{"x": at[0], "y": at[1]}] if at else []
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def move(self, start: tuple[float, float], end: tuple[float, float], steps: int = 8) -> None:
        """Put the finger down, move it, lift it."""
        self.send("touchStart", *start)
        for n in range(1, steps + 1):
            self.send("touchMove", *(a + (b - a) * n / steps for a, b in zip(start, end, strict=True)))
            self.page.wait_for_timeout(16)
        self.send("touchEnd")
        self.page.wait_for_timeout(400)

    def tap(self, x: float, y: float) -> None:
        self.send("touchStart", x, y)
        self.send("touchEnd")
        self.page.wait_for_timeout(400)


def middle(slider: Locator, part: float) -> tuple[float, float]:
    """Return the point on a slider that lies at ``part`` of its length."""
    slider.evaluate("(e) => e.scrollIntoView({block: 'center'})")
    slider.page.wait_for_timeout(300)
    box = slider.bounding_box()
    assert box
    return box["x"] + part * box["width"], box["y"] + box["height"] / 2


@pytest.mark.parametrize("kind", list(RANGES))
def test_a_swipe_up_scrolls_and_a_drag_or_tap_sets(phone: BrowserContext, base: str, kind: str) -> None:
    chapter, place = RANGES[kind]
    page = phone.new_page()
    page.goto(f"{base}chapters/{chapter}.html")
    slider = page.locator(place)
    section = slider.locator("xpath=ancestor::section[1]")
    section.scroll_into_view_if_needed()
    unfold(section)
    expect(section).to_have_attribute(
        "data-state", "asking" if section.evaluate("(s) => s.matches('.prediction')") else "ready"
    )
    finger, before = Finger(page), slider.input_value()
    slider.evaluate(LOG)
    for part, way in ((0.85, -300), (0.15, 300), (0.5, -300)):
        x, y = middle(slider, part)
        scrolled = page.evaluate("scrollY")
        finger.move((x, y), (x + 6, y + way))
        assert abs(page.evaluate("scrollY") - scrolled) > 100, "the page scrolls"
        assert slider.input_value() == before
        assert page.evaluate("heard") == []
    expect(page.locator("section.prediction[data-state=passed]")).to_have_count(0)

    x, y = middle(slider, 0.2)
    finger.tap(x, y)
    tapped = slider.input_value()
    assert tapped != before
    assert page.evaluate("heard") == [f"input {tapped}", f"change {tapped}"]
    x, y = middle(slider, 0.2)
    finger.move((x, y), (x + 120, y + 3))
    assert float(slider.input_value()) > float(tapped)
    heard = page.evaluate("heard")
    assert heard[-1] == f"change {slider.input_value()}"
    assert f"input {slider.input_value()}" in heard[2:]


def test_a_swipe_over_a_lab_does_not_pass_its_prediction_and_a_drag_does(phone: BrowserContext, base: str) -> None:
    page = phone.new_page()
    page.goto(f"{base}chapters/promises.html")
    prediction, lab = page.locator("#prediction-promise"), page.locator("#lab-promise")
    lab.scroll_into_view_if_needed()
    expect(lab).to_have_attribute("data-state", "ready")
    expect(prediction).to_have_attribute("data-state", "asking")
    sliders, finger = lab.locator("input[type=range]"), Finger(page)
    for n in range(sliders.count()):
        if sliders.nth(n).is_visible():
            x, y = middle(sliders.nth(n), 0.8)
            finger.move((x, y), (x, y - 250))
    expect(prediction).to_have_attribute("data-state", "asking")
    expect(prediction.locator(".reveal")).to_be_hidden()
    x, y = middle(sliders.first, 0.5)
    finger.move((x, y), (x + 60, y))
    expect(prediction).to_have_attribute("data-state", "passed")


def test_the_sliders_of_live_widgets(phone: BrowserContext, base: str) -> None:
    page = phone.new_page()
    page.goto(base + PATH)
    cell = Cell(page).open()
    assert cell.run(WIDGETS) == "idle"
    tracks, finger = cell.section.locator(".noUi-target"), Finger(page)
    expect(tracks).to_have_count(2)
    said = cell.outputs.get_by_text("moved", exact=False)
    for n in (0, 1):
        for part in (0.3, 0.9):
            x, y = middle(tracks.nth(n), part)
            scrolled = page.evaluate("scrollY")
            finger.move((x, y), (x + 5, y - 250))
            assert abs(page.evaluate("scrollY") - scrolled) > 100
    handles = cell.section.get_by_role("slider")
    assert [one.get_attribute("aria-valuenow") for one in handles.all()] == ["30.0", "20.0", "60.0"]
    finger.tap(*middle(tracks.nth(0), 0.8))
    expect(handles.first).to_have_attribute("aria-valuenow", "80.0")
    x, y = middle(handles.nth(1), 0.5)
    finger.move((x, y), (x + 40, y))
    expect(handles.nth(1)).not_to_have_attribute("aria-valuenow", "20.0")
    expect(said.last).to_contain_text("moved 80")
