"""Live widgets on a chapter's page: shown by cells and exercises, gone with their Python, brought back by a button."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from code_cell import OPENED, Cell
from exercise_card import Card
from paths import ROOT
from playwright.sync_api import BrowserContext, Page, expect
from watched_page import Watched

from coursekit.words import say

pytestmark = pytest.mark.kept_profile

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
PANEL = """import altair as alt
import ipywidgets as w

def draw(troops=3):
    print("there are", troops)
    display(alt.Chart(alt.Data(values=[{"x": i} for i in range(troops)])).mark_point().encode(x="x:Q"))

w.interact(draw, troops=(0, 9));
"""
# Charts are drawn anew and colours pass over into one another: what is judged is how the page looks after that.
SETTLED = "Promise.all(document.getAnimations().map((one) => one.finished.catch(() => 0))).then(() => 0)"
LOOP = "while True:\n    pass"


def shows(section: Cell | Card, n: int) -> None:
    """The panel in this section answers the keyboard."""
    slider = section.section.get_by_role("slider", name="troops", exact=True)
    expect(slider).to_be_visible()
    slider.press("ArrowRight")
    expect(section.section.locator(".outputs").first).to_contain_text(f"there are {n}")
    expect(section.section.locator(".drawing[data-state=ready] .mark-symbol path")).to_have_count(n)


# What the page asks for itself; a service worker keeps every script of a page once it may.
@pytest.mark.parametrize("service_workers", ["block"])
def test_a_cell_and_an_exercise_both_show_live_widgets_and_the_script_comes_only_then(
    page: Page, watched: Watched, base: str
) -> None:
    page.goto(base + OPENED)
    cell = Cell(page).open()
    assert cell.run("1 + 1") == "idle"
    assert not [r.url for r in watched.requests if "widgets" in r.url]
    assert cell.run(f"import sys\nsys.run_by_the_cell = 1\n{PANEL}") == "idle"
    shows(cell, 4)
    card = Card(page)
    # Both have one Python; a second worker is at most the one in reserve, where a run took long.
    assert card.press("Run", f"import sys\nassert sys.run_by_the_cell == 1\n{PANEL}") == "idle"
    shows(card, 4)
    shows(cell, 5)
    assert len(page.workers) <= 2
    assert len({r.url for r in watched.requests if "widgets.js" in r.url}) == 1
    # Running a cell again ends the widgets that it made and no others.
    assert cell.run("1") == "idle"
    expect(cell.outputs.locator(".widgets")).to_have_count(0)
    shows(card, 5)
    # A check leaves the running widget alone, and says below it what came.
    assert card.press("Check") in ("failed", "error")
    shows(card, 6)
    assert cell.run("import ipywidgets.widgets.widget as i; len(i._instances) < 20") == "idle"
    expect(cell.outputs).to_contain_text("True")


@pytest.fixture(scope="module")
def both(module_profile: BrowserContext, base: str) -> Iterator[tuple[Cell, Card]]:
    """An open cell and an exercise on a page that stays open, and their Python."""
    watched = Watched(module_profile)
    watched.page.goto(base + OPENED)
    yield Cell(watched.page).open(), Card(watched.page)
    watched.end()
    faults = watched.faults()
    assert not faults, faults


def axe_finds(page: Page) -> str:
    """What axe finds wrong in the cells of the page, of any impact."""
    found = page.evaluate("axe.run('section.cell', {resultTypes: ['violations']}).then((r) => r.violations)")
    return json.dumps(found, indent=1) if found else ""


def stop_in(card: Card) -> None:
    """Run what never ends in the exercise, and stop it: Python is started anew."""
    card.editor.fill(LOOP)
    card.button("Run").click()
    expect(card.section).to_have_attribute("data-state", "running")
    card.button("Stop").click()


def test_after_a_stop_elsewhere_widgets_say_that_they_are_dead_and_a_button_runs_their_cell_again(
    both: tuple[Cell, Card],
) -> None:
    """In both themes axe finds nothing in a cell with widgets, nor once they are dead."""
    cell, card = both
    page = cell.page
    page.evaluate(AXE.read_text("utf-8"))
    assert cell.run(PANEL) == "idle"
    note = cell.section.locator(".widgets-dead")
    for theme in ("light", "dark"):
        if theme == "dark":
            page.get_by_role("button", name="Dark page").click()
        expect(page.locator("html")).to_have_attribute("data-theme", theme)
        shows(cell, 4)
        page.evaluate(SETTLED)
        assert not axe_finds(page)
        stop_in(card)
        expect(note).to_contain_text(say("widget.dead"))
        assert cell.section.locator(".widgets-place").evaluate("(place) => place.inert")
        expect(cell.section.locator(".drawing[data-state=ready]")).to_be_visible()
        assert not axe_finds(page)
        note.get_by_role("button", name=say("widget.again")).click()
        assert cell.settle() == "idle"
        expect(note).to_have_count(0)
    shows(cell, 4)


def test_widgets_of_an_exercise_are_marked_when_a_cell_ends_the_worker(both: tuple[Cell, Card]) -> None:
    cell, card = both
    assert card.press("Run", PANEL) == "idle"
    note = card.section.locator(".widgets-dead")
    for code in (LOOP, "kept = [bytearray(400_000_000) for _ in range(9)]"):  # out of time, out of memory
        shows(card, 4)
        assert cell.run(code) in ("stopped", "error")
        expect(note).to_contain_text(say("widget.dead"))
        note.get_by_role("button", name=say("widget.again")).press("Enter")
        assert card.settle() == "idle"
        expect(note).to_have_count(0)
    shows(card, 4)
