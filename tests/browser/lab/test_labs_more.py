"""What every lab has besides its controls: the picture of what they touch, and an editor with its code."""

import pytest
from heard_as_seen import faults_in_any_view, faults_of_any_impact
from lab_on_page import opened
from playwright.sync_api import Page, expect
from scroll import scroll_to

from coursekit.lab.html.dependency_diagram import dependent_quantities, readable
from deterrence.labs import lab

pytestmark = pytest.mark.kept_profile


@pytest.fixture
def promise(page: Page, base: str, course: dict):
    """The first chapter's lab, awake."""
    place = next(entry["page"] for entry in course["labs"] if entry["id"] == "promise")
    return opened(page, base + place, "promise")


def test_what_hangs_on_the_control_moved_last_is_marked_and_said(promise):
    promise.locator("details.touches > summary").click()
    promise.get_by_label("each at its stated size").check()
    for name in ("contingent", "prize"):
        promise.locator(f'[name="{name}"]').press("ArrowRight")
        found = dependent_quantities(lab("promise"))[name]
        lit = promise.locator(".touches g.lit:not(.control)")
        assert set(lit.evaluate_all("all => all.map(one => one.dataset.node)")) == set(found)
        said = promise.locator(".touched")
        expect(said).to_contain_text(f"{len(found)} of ")
        for quantity in found:
            expect(said).to_contain_text(readable(quantity))
        expect(promise.locator(f'.touches g.lit[data-node="{name}"]')).to_have_count(1)


def test_its_code_opens_in_an_editor_and_runs_only_at_a_click(page: Page, promise):
    promise.locator('[name="prize"]').press("End")
    promise.get_by_role("button", name="Open in an editor").click()
    cell = page.locator("#lab-promise-cell")
    expect(cell).to_be_visible()
    code = cell.locator(".cm-content")
    expect(code).to_contain_text('lab("promise").figure(prize=2)', timeout=30_000)
    page.wait_for_timeout(400)
    expect(cell).to_have_attribute("data-state", "idle")
    cell.get_by_role("button", name="Run").click()
    expect(cell.locator(".outputs svg, .outputs canvas").first).to_be_visible(timeout=180_000)
    expect(cell).to_have_attribute("data-state", "idle")
    # Moved and opened again, it has the new state's code; what was written before is kept among the last runs.
    promise.locator('[name="prize"]').press("Home")
    promise.get_by_role("button", name="Open in an editor").click()
    expect(code).to_contain_text('lab("promise").figure(prize=0.2)')
    expect(page.locator("#lab-promise-cell")).to_have_count(1)


def test_guesses_are_listed_at_the_chapters_end(page: Page, base: str, course: dict):
    entry = next(one for one in course["predictions"] if one["id"] == "promise")
    page.goto(base + entry["page"])
    section = page.locator("#prediction-promise")
    section.scroll_into_view_if_needed()
    expect(section).to_have_attribute("data-state", "asking")
    section.locator("details.sure > summary").click()
    section.locator("[name=within]").press("End")
    expect(section.locator("output").nth(1)).to_have_text("0 to 80 points")
    section.locator("button[type=submit]").press("Enter")
    expect(section.locator(".guesses")).to_contain_text("within your range")
    expect(section.locator(".guesses")).to_contain_text("left the slider where it stood: 30 points counts")
    last = page.locator("section.calibration")
    last.scroll_into_view_if_needed()
    row = last.locator("tbody tr").first
    expect(row).to_contain_text("30 ± 50 points")
    expect(row).to_contain_text("within your range, ")
    expect(last.get_by_role("status")).to_contain_text("on this page: 1 of 1.")
    page.reload()
    scroll_to(last, last.locator("tbody tr").first)
    expect(last.get_by_role("status")).to_contain_text("on this page: 1 of 1.")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_what_unfolds(page: Page, promise, theme: str):
    promise.locator("details.touches > summary").click()
    promise.locator('[name="prize"]').press("End")
    promise.get_by_role("button", name="Open in an editor").click()
    expect(page.locator("#lab-promise-cell")).to_be_visible()
    parts = ("#lab-promise", "#prediction-promise", "#lab-promise-cell", ".calibration")
    assert not (faults_of_any_impact if theme == "dark" else faults_in_any_view)(page, *parts)
