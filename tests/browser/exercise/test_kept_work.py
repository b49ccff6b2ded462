"""Work is never lost: two tabs, the last runs, the solution beside one's own, a file of everything, no room left."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from exercise_card import EXERCISES, FIRST, Card, link
from playwright.sync_api import BrowserContext, Page, expect

from coursekit.words import say

pytestmark = pytest.mark.kept_profile

KEY = f"exercise/{FIRST}"
# A browser with no room left: writing ends as it does there.
FULL = """(() => { const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    const made = put.apply(this, given); this.transaction.abort(); return made; };
})()"""
# A private window of the strict kind: there is no database at all.
SHUT = "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('shut') }})"


@pytest.fixture
def tab(context: BrowserContext, base: str, course: dict) -> Callable[[], Card]:
    """Opens the exercise in one more tab of the same browser."""

    def open_tab() -> Card:
        page = context.new_page()
        page.goto(link(base, course))
        return Card(page)

    return open_tab


def settled(card: Card) -> None:
    """Wait until what was written is kept."""
    card.page.wait_for_timeout(500)


def choose(card: Card, key: str) -> None:
    card.section.locator(".notice").get_by_role("button", name=say(key), exact=True).click()
    expect(card.section.locator(".notice")).to_be_hidden()


def runs(card: Card) -> list[str]:
    """The codes among the last runs, the newest first."""
    return card.section.locator("details.runs li pre").all_text_contents()


@pytest.mark.parametrize("which", ["mine", "theirs"])
def test_two_tabs_do_not_overwrite_each_other(tab: Callable[[], Card], which: str) -> None:
    first, second = tab(), tab()
    first.editor.fill("first = 1")
    expect(second.section.locator(".notice")).to_contain_text("Changed in another tab")
    assert second.code() == EXERCISES[FIRST].starter, "nothing changes under the learner's hands"
    second.editor.fill("second = 2")
    settled(second)
    assert first.code() == "first = 1"
    choose(second, "exercise.keep-mine" if which == "mine" else "exercise.take-that")
    stays, aside = ("second = 2", "first = 1") if which == "mine" else ("first = 1", "second = 2")
    assert second.code() == stays
    settled(second)
    if which == "mine":
        choose(first, "exercise.take-that")
        assert first.code() == stays
        settled(first)
    for card in (first, second):
        card.page.reload()
        again = Card(card.page)
        assert again.code() == stays
        assert aside in runs(again)
        expect(again.section.locator(".notice")).to_be_hidden()


def test_tabs_that_end_without_a_choice_lose_nothing(tab: Callable[[], Card]) -> None:
    first, second = tab(), tab()
    first.editor.fill("first = 1")
    expect(second.section.locator(".notice")).to_be_visible()
    second.editor.fill("second = 2")
    second.page.close(run_before_unload=True)
    first.page.close(run_before_unload=True)
    third = tab()
    assert third.code() == "first = 1"
    assert runs(third) == ["second = 2"]


def test_the_same_change_in_both_tabs_asks_nothing_and_progress_adds_up(tab: Callable[[], Card]) -> None:
    first, second = tab(), tab()
    first.button("Hint").click()
    settled(first)
    expect(second.section.locator(".hints li")).to_have_count(1)
    expect(second.section.locator(".notice")).to_be_hidden()
    first.editor.fill("same = 1")
    settled(first)
    second.editor.fill("same = 1")
    settled(second)
    expect(second.section.locator(".notice")).to_be_hidden()
    second.editor.fill("same = 2")
    settled(second)
    choose(first, "exercise.take-that")
    assert first.code() == "same = 2"


def test_the_last_runs_come_back_with_one_click(page: Page, base: str, course: dict) -> None:
    page.goto(link(base, course))
    card = Card(page)
    expect(card.section.locator("details.runs")).to_be_hidden()
    for n in range(22):
        assert card.press("Run", f"print({n})") == "idle"
    card.press("Check", "1 / 0")
    assert runs(card) == ["1 / 0", *(f"print({n})" for n in range(21, 2, -1))]
    card.editor.fill("unrun = 1")
    page.wait_for_timeout(400)
    page.reload()
    card = Card(page)
    box = card.section.locator("details.runs")
    box.locator("summary").first.click()
    expect(box.locator("li").first).to_contain_text(re.compile(r"\d\d:\d\d.*checked: an error"))
    expect(box.locator("li").nth(3)).to_contain_text("run: done")
    box.locator("li").nth(3).get_by_role("button").click()
    assert card.code() == "print(19)"
    assert card.status.inner_text() == say("exercise.brought-back")
    assert runs(card)[0] == "unrun = 1", "what stood there is not lost"


def work_file(page: Page) -> Path:
    """Save all work by its button; return the file."""
    open_work(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=say("work.save")).click()
    assert re.fullmatch(r"touched-measured-counted-work-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    return download.value.path()


def open_work(page: Page) -> None:
    box = page.locator("details.my-work")
    if not box.evaluate("(box) => box.open"):
        box.locator("summary").click()
    expect(page.get_by_role("button", name=say("work.save"))).to_be_enabled()


def take(page: Page, content: str | Path) -> str:
    """Take in a file; return what is said of it."""
    open_work(page)
    status = page.locator("details.my-work").get_by_role("status")
    file = content if isinstance(content, Path) else {"name": "work.json", "mimeType": "application/json",
                                                      "buffer": content.encode()}  # fmt: skip
    page.locator("details.my-work input[type=file]").set_input_files(file)
    expect(status).not_to_be_empty()
    return status.inner_text()


def test_all_work_goes_into_a_file_and_into_another_browser(
    page: Page, browser, base: str, course: dict, tmp_path: Path
) -> None:
    page.goto(link(base, course))
    open_work(page)
    page.get_by_role("button", name=say("work.save")).click()
    expect(page.locator("details.my-work").get_by_role("status")).to_have_text(say("work.nothing"))
    card = Card(page)
    card.button("Hint").click()
    card.editor.fill("mine = 'ü'")
    settled(card)
    kept = tmp_path / "work.json"
    kept.write_bytes(work_file(page).read_bytes())
    work = json.loads(kept.read_text("utf-8"))["work"]
    assert work[KEY]["code"] == "mine = 'ü'"

    other = browser.new_context()
    theirs = other.new_page()
    theirs.goto(link(base, course))
    Card(theirs).editor.fill("there = 1")
    theirs.wait_for_timeout(400)
    assert say("work.taken", n=1, same=0) in take(theirs, kept)
    with theirs.expect_event("load"):
        theirs.get_by_role("button", name=say("work.again")).click()
    again = Card(theirs)
    assert again.code() == "mine = 'ü'"
    assert runs(again) == ["there = 1"]
    expect(again.section.locator(".hints li")).to_have_count(1)
    assert say("work.taken", n=0, same=1) in take(theirs, kept)
    other.close()


NOT_OURS = (
    "",
    "no JSON",
    "[]",
    "null",
    '{"work": {}}',
    '{"format": "touched-measured-counted/work", "version": 2, "work": {}}',
)


def test_another_file_is_refused_in_words(page: Page, base: str, course: dict) -> None:
    page.goto(link(base, course))
    for n, content in enumerate(NOT_OURS):
        open_work(page)
        status = page.locator("details.my-work").get_by_role("status")
        name = f"work-{n}.json"
        file = {"name": name, "mimeType": "application/json", "buffer": content.encode()}
        page.locator("details.my-work input[type=file]").set_input_files(file)
        expect(status).to_have_text(say("work.not-ours", file=name))


def test_what_is_malformed_in_a_file_is_left_out(page: Page, base: str, course: dict) -> None:
    page.goto(link(base, course))
    entries = {
        KEY: {
            **{"code": "good = 1", "starter": "", "passed": True},
            **{"hints": "many", "tried": [3], "runs": [{"code": 1}, None]},
        },
        "exercise/other": {"code": 5},
        "elsewhere": {"code": "", "starter": ""},
        "question/a": {"given": {"x": 1}, "right": True, "tries": 1, "at": ""},
    }
    content = json.dumps({"format": "touched-measured-counted/work", "version": 1, "work": entries})
    expect(Card(page).section.locator(".solved")).to_have_count(0)
    said = take(page, content)
    assert say("work.taken", n=1, same=0) in said
    assert say("work.left-out", n=3) in said
    page.reload()
    again = Card(page)
    assert again.code() == "good = 1"
    # What was solved looks solved to whoever comes back, in words and by its mark.
    expect(again.section.locator(".solved")).to_have_text(say("exercise.solved"))
    expect(again.section).to_have_attribute("data-solved", "")


@pytest.mark.parametrize("trouble", [FULL, SHUT])
def test_a_browser_that_keeps_nothing_is_said_where_it_is_seen(
    page: Page, base: str, course: dict, trouble: str
) -> None:
    page.add_init_script(trouble)
    page.goto(link(base, course))
    note = page.locator("p.not-kept")
    expect(note).to_be_empty()
    card = Card(page)
    card.editor.fill("fleeting = 1")
    expect(note).to_have_text(say("work.not-kept"))
    expect(note).to_be_in_viewport()
    work = json.loads(work_file(page).read_text("utf-8"))["work"]
    assert work[KEY]["code"] == "fleeting = 1", "but a file still saves it"
