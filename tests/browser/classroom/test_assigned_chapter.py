"""An assigned chapter can be read to its end, what is left out leaves nothing behind, and search tells no answer."""

from __future__ import annotations

import re

import pytest
from assignment_reference import link
from playwright.sync_api import Page, expect

from coursekit.classroom.assignment.format import Assignment, Item

pytestmark = pytest.mark.kept_profile


@pytest.mark.parametrize("chapter", ["promises", "counting"])
def test_an_assigned_chapter_is_done_once_its_end_has_been_seen(page: Page, base: str, chapter: str) -> None:
    page.goto(link(Assignment("Read", (Item("chapter", chapter),)), base))
    how_far = page.locator("section.assignment .how-far")
    page.goto(f"{base}chapters/{chapter}.html")
    expect(how_far).to_have_text(re.compile("^0 of "))
    page.locator("nav.turn").scroll_into_view_if_needed()
    expect(how_far).to_have_text(re.compile("^1 of "))


def test_an_exercise_left_out_takes_the_line_that_announces_it_along(page: Page, base: str) -> None:
    page.goto(link(Assignment("One", (Item("exercise", "army_rates", 2),)), base))
    page.goto(f"{base}chapters/army.html")
    leads = page.locator("article p", has_text=re.compile(r"^Exercise \d\."))
    expect(page.locator("#exercise-army_mix")).to_be_hidden()
    shown = [lead for lead in leads.all() if lead.is_visible()]
    assert leads.count() > 2
    assert [lead.inner_text().split(".")[0] for lead in shown] == ["Exercise 2"]
    expect(page.locator("article p", has_text=re.compile(r"^Discuss\."))).to_be_visible()


def test_an_excerpt_of_a_page_found_shows_no_answer_to_a_guess(page: Page, base: str) -> None:
    page.goto(f"{base}chapters/promises.html")
    reveal = page.locator("#prediction-promise .reveal")
    words = re.findall(r"[a-z]{6,}", (reveal.text_content() or "").lower())
    assert words
    page.goto(f"{base}search.html?q={words[0]}")
    expect(page.locator("#search-results .search-summary")).not_to_have_text("")
    text = page.evaluate("fetch('chapters/promises.html').then((r) => r.text()).then((t) => Search.htmlToText(t))")
    assert "memorandum" in text
    assert " ".join(words[:3]) not in " ".join(re.findall(r"[a-z]{6,}", text.lower()))
