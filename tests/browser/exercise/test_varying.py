"""Values that vary by learner, in the page: one seed, kept, and the very values that any Python draws from it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from exercise_card import FIRST, Card, address, link
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from coursekit.book.directives.exercise.exercises import script
from coursekit.exercise.file.read import parse
from coursekit.exercise.file.variants import chosen, filled, variant
from coursekit.words import say

TEXT = '''"""What is left?

Any.
"""
# %% varies
def varies(rng):
    return {"STOCK": 1000 * rng.randint(2, 99), "SHARE": rng.random()}
# %% setup
HALF = STOCK / 2
# %% solution
def left(share):
    """What is left."""
    ### BEGIN SOLUTION
    return STOCK * (1 - share)
    ### END SOLUTION
# %% hints
HINTS = ["Of {STOCK:,}."]
# %% tests
def test_left():
    """Of {STOCK:,}, without {SHARE:.1%}, how many?"""
    assert left(SHARE) == STOCK * (1 - SHARE) and 2 * HALF == STOCK
# %% cases
def cases(rng):
    return []
'''
EXERCISE = parse(TEXT.replace("Any.", "Of {STOCK:,} shells {SHARE:.1%} are fired."), FIRST, "a test")
PROMPT = "Of {STOCK:,} shells {SHARE:.1%} are fired."
PLACE = '<span data-varies="{}">?</span>'
SPANS = f'<p class="ours">Of {PLACE.format("STOCK:,")} shells {PLACE.format("SHARE:.1%")} are fired.</p>'
# What passes through the worker that keeps pages for offline, no test can dress.
pytestmark = [pytest.mark.kept_profile, pytest.mark.parametrize("service_workers", ["block"])]
SEED = """() => new Promise((resolve) => {
  const asked = indexedDB.open("touched-measured-counted", 1);
  asked.onsuccess = () => {
    const reading = asked.result.transaction("work").objectStore("work").get("learner/seed");
    reading.onsuccess = () => resolve(reading.result.seed);
  };
})"""


def dressed(route: Route) -> None:
    """The page as it is, with a prompt in whose places the values go."""
    text = route.fetch().text()
    at = text.index('<div class="notice"', text.index(f'id="exercise-{FIRST}"'))
    route.fulfill(body=text[:at] + SPANS + text[at:], content_type="text/html; charset=utf-8")


@pytest.fixture
def varied(base: str, course: dict) -> Callable[[BrowserContext], Card]:
    """Opens the exercise, as if its file were the one above, in a tab of that browser."""

    def open_tab(context: BrowserContext) -> Card:
        page = context.new_page()
        page.route(address(base, course), dressed)
        page.route("**/*-exercises.js*", lambda route: route.fulfill(
            body=script(EXERCISE, "self-study"), content_type="text/javascript"
        ))  # fmt: skip
        page.goto(link(base, course))
        return Card(page)

    return open_tab


def reads(card: Card) -> str:
    expect(card.button("Check")).to_be_enabled()
    return card.section.locator("p.ours").inner_text()


def test_the_values_follow_from_a_seed_that_stays(context: BrowserContext, varied: Callable) -> None:
    card = varied(context)
    first = reads(card)
    number = chosen(card.page.evaluate(SEED), FIRST)
    values = variant(EXERCISE, number).values
    assert first == filled(PROMPT, values)
    card.button("Hint").click()
    expect(card.section.locator(".hints li")).to_have_text(filled("Of {STOCK:,}.", values))
    assert card.press("Check", "def left(share):\n    return HALF") == "failed"
    assert filled("Of {STOCK:,}, without {SHARE:.1%}, how many?", values) in card.status.inner_text()
    assert card.press("Check", EXERCISE.solution) == "passed"
    assert card.press("Run", "print(STOCK)") == "idle"
    assert str(values["STOCK"]) in card.status.inner_text()
    assert reads(varied(context)) == first, "in another tab"


def test_work_brings_its_values_to_another_browser(
    context: BrowserContext, browser: Browser, varied: Callable, tmp_path: Path
) -> None:
    card = varied(context)
    first = reads(card)
    card.editor.fill("mine = 1")
    card.page.wait_for_timeout(400)
    page = card.page
    page.locator("details.my-work summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=say("work.save")).click()
    kept = json.loads(Path(download.value.path()).read_text("utf-8"))["work"]
    number = chosen(kept["learner/seed"]["seed"], FIRST)
    assert kept[f"exercise/{FIRST}"]["variant"] == number
    # A later seed, of a browser in which nothing was begun: the file's takes its place.
    for _ in range(20):
        other = browser.new_context(service_workers="block")
        theirs = varied(other)
        if reads(theirs) != first:
            break
        other.close()
    said = take(theirs.page, download.value.path())
    assert say("work.taken", n=1, same=0) in said
    again = varied(other)
    assert reads(again) == first
    assert again.page.evaluate(SEED) == kept["learner/seed"]["seed"]
    assert again.code() == "mine = 1"
    other.close()


def take(page: Page, file: Path) -> str:
    page.locator("details.my-work summary").click()
    expect(page.locator("details.my-work [data-do=take]")).to_be_enabled()
    page.locator("details.my-work input[type=file]").set_input_files(file)
    status = page.locator("details.my-work").get_by_role("status")
    expect(status).not_to_be_empty()
    return status.inner_text()
