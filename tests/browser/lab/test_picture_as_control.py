"""The picture is a control: its point is dragged by hand and keys, it tells its values, and a move leaves a trace."""

from __future__ import annotations

import re

import pytest
from lab_on_page import opened
from playwright.sync_api import Browser, Locator, Page, expect

from coursekit.lab.declare.sentences import render_sentences
from coursekit.lab.html.pictures import value_text
from deterrence.labs import lab

LAB = lab("promise")
DOT = "#lab-promise .view.current .chart svg:not(.trace) .mark-symbol path"


@pytest.fixture(scope="module")
def page(browser: Browser, base: str, course: dict) -> Page:
    """A touch screen that has a mouse too."""
    context = browser.new_context(viewport={"width": 1366, "height": 900}, has_touch=True, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    place = next(entry["page"] for entry in course["labs"] if entry["id"] == "promise")
    page = context.new_page()
    opened(page, base + place, "promise")
    yield page
    context.close()


@pytest.fixture
def section(page: Page) -> Locator:
    """The lab as it opens."""
    made = page.locator("#lab-promise")
    made.get_by_role("button", name="Reset").press("Enter")
    expect(made.locator(".says")).to_have_text(LAB.sentence())
    chart = made.locator(".view.current .chart").first
    expect(chart.locator("svg").first).to_be_visible()
    chart.evaluate("one => one.scrollIntoView({ block: 'center' })")
    page.mouse.move(0, 0)
    return made


def _point(page: Page) -> tuple[float, float]:
    box = page.locator(DOT).first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _set(section: Locator) -> float:
    return float(section.locator('[name="prize"]').input_value())


def _says_what_python_says(section: Locator, prize: float) -> None:
    expect(section.locator(".says")).to_have_text(LAB.sentence(prize=prize))
    found = [render_sentences(says, LAB.readings(prize=prize)) for says in LAB.findings]
    expect(section.locator(".finding").first).to_have_text(found[0])


def test_the_point_is_dragged_along_its_curve_and_leaves_a_trace(page: Page, section: Locator) -> None:
    _says_what_python_says(section, 1.0)
    x, y = _point(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y, steps=4)
    page.mouse.move(x + 120, y, steps=4)
    page.mouse.up()
    moved = _set(section)
    assert moved > 1.1
    _says_what_python_says(section, moved)
    # The point stands under the hand, to half a step of 16 px; what stood there before stays, faint, where it was.
    expect(page.locator(".view.current .chart > .trace").first).to_be_visible()
    assert abs(_point(page)[0] - (x + 120)) < 10
    trace = page.locator("#lab-promise .view.current .chart > .trace .mark-symbol path").first.bounding_box()
    assert trace and abs(trace["x"] + trace["width"] / 2 - x) < 2
    # The slider is its equal: a move of it takes the point along, and leaves a trace of where that stood.
    section.locator('[name="prize"]').press("Home")
    _says_what_python_says(section, 0.2)
    assert _point(page)[0] < x
    again = page.locator("#lab-promise .view.current .chart > .trace .mark-symbol path").first.bounding_box()
    assert again and again["x"] > trace["x"] + 60
    expect(page.locator("#lab-promise .view.current .chart").first.locator("> .trace")).to_have_count(1)


def test_the_point_moves_by_keys_and_says_its_values(page: Page, section: Locator) -> None:
    chart = section.locator(".view.current .chart").first
    expect(chart).to_have_role("slider")
    expect(chart).to_have_accessible_name(re.compile("^How much the challenger wants it"))
    section.locator(".views > .tabs > [aria-selected=true]").focus()
    page.keyboard.press("Tab")
    assert chart.evaluate("one => one === document.activeElement")
    expect(chart.locator(".reading")).to_be_visible()
    for key, wanted in (("ArrowRight", 1.05), ("PageUp", 1.55), ("ArrowDown", 1.5), ("Home", 0.2), ("End", 2.0)):
        page.keyboard.press(key)
        assert _set(section) == pytest.approx(wanted)
        expect(chart).to_have_attribute("aria-valuenow", f"{wanted:g}")
        _says_what_python_says(section, wanted)
    page.keyboard.press("Tab")
    expect(chart.locator(".reading")).to_be_hidden()


def _read(page: Page, section: Locator) -> None:
    """What the reading says is what the model says where it stands, with its interval."""
    reading = section.locator(".view.current .chart .reading").first
    expect(reading).to_be_visible()
    text = reading.inner_text()
    at = float(text.split(":")[0].split()[-1])
    rows = LAB.curve()
    for series, name in LAB.labels.items():
        row = min((one for one in rows if one["series"] == series), key=lambda one: abs(one["prize"] - at))
        assert f"{name} {value_text(row, 'deterrence_value', LAB.value_form(LAB.views[0]))}" in text, text
    assert at != 1.0


def test_hover_and_tap_read_values_and_move_nothing(page: Page, section: Locator) -> None:
    chart = section.locator(".view.current .chart").first
    box = chart.bounding_box()
    assert box
    page.mouse.move(box["x"] + 0.85 * box["width"], box["y"] + box["height"] / 2)
    _read(page, section)
    page.mouse.move(0, 0)
    expect(chart.locator(".reading")).to_be_hidden()
    # A tap reads too, and what it reads stays when the finger is gone.
    page.touchscreen.tap(box["x"] + 0.8 * box["width"], box["y"] + box["height"] / 2)
    _read(page, section)
    page.touchscreen.tap(box["x"] + 4, box["y"] - 60)
    expect(chart.locator(".reading")).to_be_hidden()
    assert _set(section) == 1.0
    expect(section.locator(".says")).to_have_text(LAB.sentence())
