"""How far a reader is: seen in both lists and on the landing page, gone on from there, and forgotten by choice."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from coursekit.words import say

pytestmark = pytest.mark.kept_profile
LANDING = "book/index.html"
CHAPTER = "chapters/counting.html"
LAB, QUESTION = "comparator", "counting-read"
ENTRY = f"[data-progress]:has(> a[href$='{CHAPTER}'])"


def test_what_was_done_is_seen_where_one_goes_on_and_can_be_forgotten(page: Page, base: str, course: dict) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(base + LANDING)
    expect(page.locator("html")).to_have_attribute("data-progress-shown", "")
    entries = page.locator(f"#contents {ENTRY}, ol.chapters {ENTRY}")
    assert [one.get_attribute("data-progress") for one in entries.all()] == ["0", "0"]
    expect(page.locator("section.course-progress")).to_be_hidden()
    expect(page.locator("p.continue")).to_have_count(0)

    page.goto(base + CHAPTER)
    here = page.locator("#contents a[aria-current=page]")
    assert here.get_attribute("href") == "#" and here.locator(".number").inner_text() == "2"
    lab = page.locator(f"#lab-{LAB}")
    lab.scroll_into_view_if_needed()
    expect(lab).to_have_attribute("data-state", "ready")
    lab.locator("input[type=range]").first.press("ArrowRight")
    question = page.locator(f"#question-{QUESTION}")
    question.scroll_into_view_if_needed()
    expect(question).to_have_attribute("data-ready", "")
    question.locator("input").first.fill("0.5")
    question.get_by_role("button", name=say("question.check")).click()
    section = question.evaluate("(one) => one.closest('article section[id]:has(> h2)').id")
    outline = page.locator(".onthispage a[aria-current=location]")
    expect(outline).to_have_attribute("href", re.compile(r"^#[\w-]+$"))
    expect(page.locator("#contents li.current > .kinds")).to_contain_text(
        say("progress.questions.some", done=1, all=sum(one["page"] == CHAPTER for one in course["questions"]))
    )

    # The list of what is open is there to be read, and not said at each step.
    expect(page.locator(".chapter-end")).not_to_have_attribute("aria-live", re.compile("."))
    expect(page.locator(".chapter-end + [role=status]")).to_be_empty()
    still = page.locator(".chapter-end li a")
    expect(still.filter(has_text="question")).to_have_attribute("href", re.compile("^#question-(?!counting-read$)"))
    assert page.evaluate(
        "[...document.querySelectorAll('.chapter-end a')].every((a) => !!document.querySelector(a.hash))"
    )

    page.goto(base + LANDING)
    for entry in entries.all():
        expect(entry).to_have_attribute("data-progress", re.compile(r"^0\.[1-9]"))
        expect(entry.locator(".share")).to_have_text(re.compile(r"^\d+% done$"))
    onward = page.get_by_role("link", name=say("progress.continue"))
    expect(onward).to_have_attribute("href", re.compile(rf"{CHAPTER}#{section}$"))
    expect(page.locator("p.continue")).to_contain_text(course_title(course))

    page.get_by_role("navigation", name="All parts").get_by_role("link", name="My work").click()
    row = page.locator(".work-summary tbody tr").nth(1)
    expect(row.get_by_role("cell").first).to_have_text(re.compile("^1 of "))
    expect(row.get_by_role("cell").nth(2)).to_have_text(re.compile(r"^1 of \d+ \(0 right at once\)$"))
    expect(page.locator(".work-summary .caveat")).to_be_visible()
    page.go_back()

    page.get_by_text(say("progress.reset.title")).click()
    form = page.locator("form.reset")
    form.get_by_label(say("progress.reset.questions")).check()
    form.get_by_label(say("progress.reset.seen")).check()
    form.get_by_role("button", name=say("progress.reset.delete")).click()
    with page.expect_navigation():
        form.get_by_role("button", name=say("progress.reset.yes")).click()
    expect(page.locator("html")).to_have_attribute("data-progress-shown", "")
    expect(page.locator("p.continue")).to_have_count(0)
    # The lab's move also passed its prediction over, and that was not chosen.
    expect(entries.first).to_have_attribute("data-progress", re.compile(r"^0\.0[1-9]$"))


def course_title(course: dict) -> str:
    [title] = [one["title"] for one in course["pages"] if one["path"] == CHAPTER]
    return title
