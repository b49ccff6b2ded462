"""A chapter's code cells, edited and run in the page: one namespace, in order, each output the cell's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from code_cell import OPENED, Cell, opener
from exercise_card import EXERCISES, FIRST, Card
from paths import ROOT
from playwright.sync_api import BrowserContext, Page, expect
from watched_page import Watched

from coursekit.words import say

pytestmark = pytest.mark.kept_profile

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def chapter(page: Page, base: str) -> Callable[..., list[Cell]]:
    """Opens the chapter with cells of the given codes."""
    return opener(page, base)


def test_a_cell_runs_as_published_by_keyboard_and_beside_an_exercise(page: Page, base: str) -> None:
    page.goto(base + OPENED)
    cell = Cell(page)
    published = cell.built.locator("td, th").all_inner_texts()
    assert published
    expect(cell.section.locator(".live")).to_be_hidden()
    cell.button(say("cell.edit")).press("Enter")
    expect(cell.editor).to_be_visible()
    expect(cell.editor).to_be_focused()
    expect(cell.section.locator(".as-built")).to_be_visible()
    expect(cell.built).to_be_visible()  # until the first run
    assert cell.run() == "idle"
    # It gives what the build gave.
    assert cell.outputs.locator("td, th").all_inner_texts() == published
    expect(cell.built).to_be_hidden()
    cell.button("Reset").click()
    expect(cell.built).to_be_visible()
    expect(cell.outputs).to_be_empty()

    cell.editor.focus()
    expect(cell.editor).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("print('by hand')")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(cell.button("Run")).to_be_focused()
    page.keyboard.press("Enter")
    assert cell.settle() == "idle"
    expect(cell.outputs).to_contain_text("by hand")
    expect(cell.button("Run")).to_be_focused()
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run('section.cell', {resultTypes: ['violations']}).then((r) => r.violations)")
    assert not found, json.dumps(found, indent=1)

    # Cells and exercises share one worker and no names.
    assert cell.run("mine = 5\nmine") == "idle"
    card = Card(page, FIRST)
    assert card.press("Check", EXERCISES[FIRST].solution) == "passed"
    assert card.press("Run", "mine") == "error"
    assert cell.run("mine + 1") == "idle"
    expect(cell.outputs).to_contain_text("6")
    assert len(page.workers) <= 2  # one, and one in reserve where a run took long


def test_cells_share_names_and_earlier_ones_run_first_once(chapter: Callable[..., list[Cell]]) -> None:
    first, second, third = chapter("x = base + 1\nlog.append(1)", "y = x + 1\nlog.append(2)", "(x, y, log)",
                                   setup="base = 40\nlog = []")  # fmt: skip
    third.open()
    assert third.run() == "idle"
    expect(third.outputs).to_contain_text("(41, 42, [1, 2])")
    expect(first.built).to_be_visible()
    assert third.run() == "idle"
    expect(third.outputs).to_contain_text("(41, 42, [1, 2])")
    second.open()
    assert second.run("y = x + 59\nlog.append(2)") == "idle"
    assert third.run() == "idle"
    expect(third.outputs).to_contain_text("(41, 100, [1, 2, 2])")
    assert first.section.get_attribute("data-state") == "idle"


@pytest.fixture(scope="module")
def pair(module_profile: BrowserContext, base: str) -> Iterator[list[Cell]]:
    """Two open cells on a page that stays open, and their Python."""
    watched = Watched(module_profile)
    yield [cell.open() for cell in opener(watched.page, base)("x = 1", "x")]
    watched.end()
    faults = watched.faults()
    assert not faults, faults


def test_after_a_stop_earlier_cells_run_again_as_they_now_stand(pair: list[Cell]) -> None:
    first, second = pair
    first.editor.fill("x = 1")
    assert second.run("x") == "idle"
    second.editor.fill("while True:\n    pass")
    second.button("Run").click()
    expect(second.section).to_have_attribute("data-state", "running")
    expect(second.status).to_have_text(say("exercise.running"))
    second.button("Stop").click()
    assert second.settle(2) == "stopped"
    first.editor.fill("x = 7")
    assert second.run("x") == "idle"
    expect(second.outputs).to_contain_text("7")


def test_an_error_is_told_kindly_and_an_earlier_cells_error_names_the_cell(pair: list[Cell]) -> None:
    first, second = pair
    assert second.run("x = 1\nx + nowhere") == "error"
    said = second.status.inner_text()
    assert "line 2" in said and "NameError" in said and say("cell.raised.NameError") in said
    assert first.run("x = (1") == "error"
    assert second.run("x") == "error"
    assert say("cell.before-failed", n=1) in second.status.inner_text()
    assert "SyntaxError" in second.status.inner_text()


def test_what_is_written_in_a_cell_is_kept_and_opens_again(page: Page, base: str) -> None:
    page.goto(base + OPENED)
    cell = Cell(page).open()
    published = cell.code()
    cell.editor.fill("kept = 1")
    page.reload()
    expect(cell.editor).to_be_visible()
    assert cell.code() == "kept = 1"
    expect(cell.section.locator(".as-built")).to_be_visible()
    cell.button("Reset").click()
    assert cell.code() == published
    cell.button("Undo reset").click()
    assert cell.code() == "kept = 1"
