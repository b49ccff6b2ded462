"""Links to labs: each lab opens in the state that its link gives and says what Python says of it."""

from collections.abc import Iterator

import numpy as np
import pytest
from lab_on_page import awake, in_page_order, opened
from lab_states import random_keys
from playwright.sync_api import Browser, Page, expect
from watched_page import new_context

from coursekit.lab.declare.otherwise import in_links
from coursekit.lab.display import Lab
from coursekit.lab.html.model_lab import table_cells
from deterrence.labs import lab, labs

pytestmark = pytest.mark.kept_profile
MODEL_LABS = in_page_order(name for name, made in labs().items() if isinstance(made, Lab))


@pytest.fixture
def place(course: dict) -> dict[str, str]:
    """The page on which each lab stands."""
    return {entry["id"]: entry["page"] for entry in course["labs"]}


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A page that goes from lab to lab, by links alone."""
    context = new_context(browser, "light", "allow")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("id", MODEL_LABS)
def test_a_link_opens_the_lab_in_its_state_and_it_says_what_python_says(reader: Page, base: str, place: dict, id: str):
    page = reader
    made, rng = lab(id), np.random.default_rng(1994)
    for n in range(3):
        keys = random_keys(made, rng)
        link = f"#lab-{id}?" + "&".join(f"{in_links(name)}={key}" for name, key in keys.items())
        if n == 0 and page.url.partition("#")[0] != base + place[id]:
            section = opened(page, f"{base}{place[id]}{link}", id)
        else:  # as a link in the text of the same page
            page.evaluate("(link) => { location.hash = link; }", link)
            section = awake(page, id)
        expect(section.locator(".says")).to_have_text(made.sentence(**keys))
        expect(section.locator(".note")).to_be_hidden()
        wanted = table_cells(made, made.state(**keys))
        rows = section.locator("details.numbers tbody tr")
        read = "rows => rows.map(row => [...row.cells].slice(1).map(cell => cell.textContent))"
        shown = rows.evaluate_all(read)
        for _ in range(50):  # the table follows once the hand rests; one cell alone may look alike in two states
            if shown == wanted:
                break
            page.wait_for_timeout(100)
            shown = rows.evaluate_all(read)
        assert shown == wanted


def test_what_is_right_in_a_half_bad_link_is_taken(page: Page, base: str, place: dict):
    section = opened(page, f"{base}{place['promise']}#lab-promise?prize=99&budget=4", "promise")
    expect(section.locator(".says")).to_have_text(lab("promise").sentence(budget=4))
    expect(section.locator(".note")).to_contain_text("prize")


def test_a_link_to_a_lab_that_is_not_here_is_said(page: Page, base: str, place: dict):
    page.goto(f"{base}{place['promise']}#lab-nowhere?prize=1")
    page.locator("#lab-promise").scroll_into_view_if_needed()
    expect(page.locator("#lab-promise .note")).to_contain_text("“nowhere”")
