"""The review page: what went wrong in a chapter comes back, later and later, and nothing else does."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from coursekit.words import say

pytestmark = pytest.mark.kept_profile
KEEP = """(entries) => new Promise((done, fail) => {
  const request = indexedDB.open("touched-measured-counted", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("work");
  request.onsuccess = () => {
    const change = request.result.transaction("work", "readwrite");
    for (const [key, value] of Object.entries(entries)) change.objectStore("work").put(value, key);
    change.oncomplete = () => { request.result.close(); done(); };
    change.onabort = fail;
  };
})"""
READ = """(key) => new Promise((done) => {
  const request = indexedDB.open("touched-measured-counted", 1);
  request.onsuccess = () => {
    const reading = request.result.transaction("work").objectStore("work").get(key);
    reading.onsuccess = () => { request.result.close(); done(reading.result ?? null); };
  };
})"""
REVIEW = "book/review.html"


def answered(right: bool, tries: int = 1, days_ago: int = 1) -> dict:
    at = datetime.now(UTC) - timedelta(days=days_ago)
    return {"given": [0], "right": right, "tries": tries, "at": at.isoformat()}


@pytest.fixture
def choices(course: dict) -> list[dict]:
    """The course's questions with one right answer."""
    return [question for question in course["questions"] if question["kind"] == "choice"]


def open_with(page: Page, base: str, entries: dict) -> None:
    """Open the review page in a browser that keeps these answers."""
    page.goto(base + REVIEW)
    page.evaluate(KEEP, entries)
    page.reload()


def key_of(site: Path, question: dict) -> list[int]:
    """The places of the right answers, as the chapter's page has them."""
    html = (site / question["page"]).read_text("utf-8")
    section = html[html.index(f'id="question-{question["id"]}"') :]
    return json.loads(re.search(r'class="key"[^>]*>(.*?)</script>', section, re.S)[1])["right"]


def test_without_wrong_answers_there_is_nothing_to_review(page: Page, base: str, choices: list[dict]) -> None:
    open_with(page, base, {f"question/{choices[0]['id']}": answered(right=True)})
    expect(page.locator("section.review")).to_have_attribute("data-state", "empty")
    expect(page.locator("section.review .said")).to_contain_text("Nothing to review yet")


def test_a_question_once_wrong_comes_back_and_then_rests(
    page: Page, base: str, site: Path, choices: list[dict]
) -> None:
    question = choices[0]
    open_with(page, base, {f"question/{question['id']}": answered(right=False)})
    box = page.locator("section.review")
    expect(box.locator(".said")).to_have_text("1 to answer today.")
    section = box.locator(f"#question-{question['id']}")
    assert not section.locator("input:checked").count(), "The old answer stands in the new attempt."
    section.locator(f"input[value='{key_of(site, question)[0]}']").check()
    section.get_by_role("button", name="Check").click()
    expect(box.locator(".after")).to_contain_text("comes back tomorrow")
    box.get_by_role("button", name="Finish").click()
    expect(box.locator(".said")).to_contain_text("1 of 1 right at the first try")
    card = page.evaluate(READ, f"review/{question['id']}")
    assert card["box"] == 1
    kept = page.evaluate(READ, f"question/{question['id']}")
    assert kept["right"] is False, "Reviewing changed what was answered in the chapter."
    page.reload()
    expect(box.locator(".said")).to_contain_text("Nothing is due")


def test_a_question_answered_wrongly_today_rests_until_tomorrow(page: Page, base: str, choices: list[dict]) -> None:
    id = choices[0]["id"]
    open_with(page, base, {f"question/{id}": answered(right=False, days_ago=0)})
    box = page.locator("section.review")
    expect(box).to_have_attribute("data-state", "empty")
    tomorrow = page.evaluate(
        """() => { const day = new Date(); day.setDate(day.getDate() + 1);
          return day.toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long" }); }"""
    )
    expect(box.locator(".said")).to_have_text(say("review.none-due", n=1, date=tomorrow))
    box.get_by_role("button", name=say("review.ahead")).click()
    expect(box.locator(f"#question-{id}")).to_be_visible()


def test_a_wrong_answer_comes_once_more_and_begins_the_row_again(
    page: Page, base: str, site: Path, choices: list[dict]
) -> None:
    question = choices[0]
    yesterday = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    open_with(
        page,
        base,
        {
            f"question/{question['id']}": answered(right=True, tries=2),
            f"review/{question['id']}": {"box": 3, "due": yesterday, "at": yesterday},
        },
    )
    box = page.locator("section.review")
    right = key_of(site, question)[0]
    for _ in range(2):
        section = box.locator(f"#question-{question['id']}")
        expect(section).to_have_attribute("data-state", "idle")
        section.locator(f"input[name=answer]:not([value='{right}'])").first.check()
        section.get_by_role("button", name="Check").click()
        expect(box.locator(".after")).to_contain_text("Not yet")
        box.get_by_role("button", name=re.compile("Next question|Finish")).click()
    expect(box).to_have_attribute("data-state", "done")
    assert page.evaluate(READ, f"review/{question['id']}")["box"] == 0
