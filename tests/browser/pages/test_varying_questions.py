"""Questions whose numbers vary: two learners see different numbers, and each is judged by their own, also later."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from question_answers import answer, key_of

ID = "counting-value"
PAGE = "chapters/counting.html"


def opened(page: Page, base: str) -> Locator:
    page.goto(base + PAGE)
    section = page.locator(f"#question-{ID}")
    section.scroll_into_view_if_needed()
    page.wait_for_function("(one) => 'ready' in one.dataset", arg=section.element_handle())
    return section


def asked(section: Locator) -> str:
    return section.locator(".prompt").inner_text()


@pytest.fixture
def two(browser: Browser, base: str):
    """Two learners in whose browsers the question has different numbers."""
    first = browser.new_context()
    mine = opened(first.new_page(), base)
    for _ in range(30):
        second = browser.new_context()
        theirs = opened(second.new_page(), base)
        if asked(theirs) != asked(mine):
            break
        second.close()
    yield mine, theirs
    first.close()
    second.close()


def test_each_is_judged_by_their_own_numbers_and_sees_them_again(two: tuple[Locator, Locator], base: str) -> None:
    mine, theirs = two
    right, other = key_of(mine)["answer"], key_of(theirs)["answer"]
    assert right != other
    answer(mine, "number", other)
    expect(mine).to_have_attribute("data-state", "wrong")
    answer(mine, "number", right)
    expect(mine).to_have_attribute("data-state", "right")
    answer(theirs, "number", other)
    expect(theirs).to_have_attribute("data-state", "right")
    before = asked(mine)
    mine.page.wait_for_timeout(200)
    again = opened(mine.page, base)
    assert asked(again) == before
    expect(again).to_have_attribute("data-state", "right")


def test_without_scripts_it_has_the_first_numbers(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + PAGE)
    assert "is 0.7. With a treaty it is 0.58" in page.locator(f"#question-{ID} .prompt").inner_text()
    context.close()
