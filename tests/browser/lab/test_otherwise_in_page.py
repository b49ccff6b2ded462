"""*Assume otherwise* in the page: the fold, a link that opens it, what it says, and the code that carries it."""

import pytest
from lab_on_page import faults, opened
from playwright.sync_api import Page, expect

from deterrence.labs import lab

pytestmark = pytest.mark.kept_profile
STATE = {"equal_cost": "cost", "budget": 10.0}


@pytest.fixture
def tripwire(page: Page, base: str, course: dict):
    """The lab with one form flipped by its link."""
    place = next(entry["page"] for entry in course["labs"] if entry["id"] == "tripwire")
    return opened(page, f"{base}{place}#lab-tripwire?form-entry=entry&budget=10", "tripwire")


def test_a_link_flips_a_form_and_the_lab_says_what_that_changed(page: Page, tripwire):
    said = tripwire.locator(".says")
    expect(said).to_have_text(lab("tripwire").sentence(**STATE, form_entry="entry"))
    expect(said).to_contain_text("instead of")
    fold = tripwire.locator("details.otherwise")
    expect(fold).to_have_count(1)
    fold.locator("summary").click()
    choice = fold.locator('select[name="form-entry"]')
    expect(choice).to_have_value("entry")
    assert not faults(page, "#lab-tripwire")
    choice.select_option("defence")
    expect(said).to_have_text(lab("tripwire").sentence(**STATE))
    expect(said).not_to_contain_text("With what you assume now")


def test_the_code_in_the_editor_and_the_picture_of_what_controls_touch_know_the_form(page: Page, tripwire):
    tripwire.get_by_role("button", name="Open in an editor").click()
    code = page.locator("#lab-tripwire-cell .cm-content")
    expect(code).to_contain_text('form_entry="entry"', timeout=30_000)
    tripwire.locator("details.otherwise > summary").click()
    tripwire.locator("details.touches > summary").click()
    tripwire.locator('select[name="form-entry"]').select_option("defence")
    expect(tripwire.locator('.touches g.lit[data-node="form_entry"]')).to_have_count(1)
    expect(tripwire.locator(".touched")).to_contain_text("win alone")
