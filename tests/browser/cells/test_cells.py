"""A chapter's code cells, edited and run in the page: one namespace, in order, each output the cell's own."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from code_cell import PATH, Cell, opener
from exercise_card import EXERCISES, FIRST, Card
from paths import ROOT
from playwright.sync_api import Page, expect

from coursekit.words import say

pytestmark = pytest.mark.kept_profile

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def chapter(page: Page, base: str) -> Callable[..., list[Cell]]:
    """Opens the chapter with cells of the given codes."""
    return opener(page, base)


def test_a_cell_runs_as_published_and_gives_what_the_build_gave(page: Page, base: str) -> None:
    page.goto(base + PATH)
    cell = Cell(page)
    published = cell.built.locator("td, th").all_inner_texts()
    assert published
    expect(cell.section.locator(".live")).to_be_hidden()
    cell.open()
    expect(cell.editor).to_be_focused()
    expect(cell.section.locator(".as-built")).to_be_visible()
    expect(cell.built).to_be_visible()  # until the first run
    assert cell.run() == "idle"
    assert cell.outputs.locator("td, th").all_inner_texts() == published
    expect(cell.built).to_be_hidden()
    cell.button("Reset").click()
    expect(cell.built).to_be_visible()
    expect(cell.outputs).to_be_empty()


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


def test_after_a_stop_earlier_cells_run_again_as_they_now_stand(chapter: Callable[..., list[Cell]]) -> None:
    first, second = chapter("x = 1", "x")
    second.open()
    assert second.run() == "idle"
    second.editor.fill("while True:\n    pass")
    second.button("Run").click()
    expect(second.section).to_have_attribute("data-state", "running")
    expect(second.status).to_have_text(say("exercise.running"))
    second.button("Stop").click()
    assert second.settle(2) == "stopped"
    first.open()
    first.editor.fill("x = 7")
    assert second.run("x") == "idle"
    expect(second.outputs).to_contain_text("7")


def test_an_error_is_told_kindly_and_an_earlier_cells_error_names_the_cell(chapter: Callable[..., list[Cell]]) -> None:
    first, second = chapter("x = 1", "x")
    second.open()
    first.open()
    assert second.run("x = 1\nx + nowhere") == "error"
    said = second.status.inner_text()
    assert "line 2" in said and "NameError" in said and say("cell.raised.NameError") in said
    assert first.run("x = (1") == "error"
    assert second.run("x") == "error"
    assert say("cell.before-failed", n=1) in second.status.inner_text()
    assert "SyntaxError" in second.status.inner_text()


def test_cells_and_exercises_share_one_worker_and_no_names(page: Page, base: str) -> None:
    page.goto(base + PATH)
    cell = Cell(page).open()
    assert cell.run("mine = 5\nmine") == "idle"
    card = Card(page, FIRST)
    assert card.press("Check", EXERCISES[FIRST].solution) == "passed"
    assert card.press("Run", "mine") == "error"
    assert cell.run("mine + 1") == "idle"
    expect(cell.outputs).to_contain_text("6")
    assert len(page.workers) <= 2  # one, and one in reserve where a run took long


def test_what_is_written_in_a_cell_is_kept_and_opens_again(page: Page, base: str) -> None:
    page.goto(base + PATH)
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


def test_a_cell_by_keyboard_and_for_axe(page: Page, base: str) -> None:
    page.goto(base + PATH)
    cell = Cell(page)
    cell.button(say("cell.edit")).press("Enter")
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
