"""Without a connection: what was visited can be read, what was run or kept can be run; updates wait to be asked for."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from coursekit.tasks.serve import served
from coursekit.words import say

CHAPTER = "chapters/promises.html"
EXERCISE = "promises_honour"
AT_EXERCISE = f"{CHAPTER}#exercise-{EXERCISE}"  # the labs above it need not be drawn
PYTHON_S = 120_000
KEPT = (
    "caches.keys().then((names) => caches.open(names.find((name) => name.startsWith('coursekit-offline'))))"
    ".then((cache) => cache.keys()).then((all) => all.map((one) => one.url))"
)


def visit(page: Page, address: str) -> None:
    """Open a page and wait until it says that it needs no connection."""
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("data-offline", "ready", timeout=20_000)


def run_exercise(page: Page) -> None:
    """Run the chapter's exercise and wait for its end."""
    card = page.locator(f"#exercise-{EXERCISE}")
    card.scroll_into_view_if_needed()
    card.get_by_role("button", name="Run", exact=True).click()
    expect(card).to_have_attribute("data-state", re.compile("idle|passed|failed|error"), timeout=PYTHON_S)


@pytest.fixture
def quiet(context: BrowserContext) -> Page:
    """A page without watch: a missing connection is an error in the console."""
    return context.new_page()


def test_a_visited_page_opens_and_moves_without_a_connection_and_can_be_removed(
    quiet: Page, context: BrowserContext, base: str
) -> None:
    visit(quiet, base + CHAPTER)
    title = quiet.locator("h1").inner_text().removesuffix("#").strip()
    context.set_offline(True)
    # A page that is not kept says so, and names those that are.
    quiet.goto(base + "book/bibliography.html")
    expect(quiet.locator("h1")).to_have_text("Not kept on this device")
    quiet.get_by_role("link", name=title).click()
    expect(quiet.locator("section.lab").first).to_have_attribute("data-state", "ready")
    quiet.reload()
    lab = quiet.locator("section.lab").first
    expect(lab).to_have_attribute("data-state", "ready")
    said = lab.locator("[role=status]").first
    before = said.inner_text()
    lab.locator("input[type=range]").first.focus()
    for _ in range(5):
        quiet.keyboard.press("ArrowRight")
    expect(said).not_to_have_text(before)
    expect(quiet.locator("html")).to_have_attribute("data-offline", "ready")
    question = quiet.locator("section.question").first
    question.scroll_into_view_if_needed()
    expect(question.get_by_role("button").first).to_be_enabled()
    for other in quiet.locator("section.lab").all():
        other.scroll_into_view_if_needed()
        expect(other).to_have_attribute("data-state", "ready")
    # What is kept can be removed.
    context.set_offline(False)
    quiet.locator("section.offline").get_by_role("button", name="Remove what is kept").click()
    expect(quiet.locator("html")).to_have_attribute("data-offline", "no")
    assert not quiet.evaluate(KEPT)


def test_what_one_tab_removes_or_keeps_the_other_tabs_say_too(quiet: Page, context: BrowserContext, base: str) -> None:
    visit(quiet, base + "book/access/statement.html")
    other = context.new_page()
    visit(other, base + "book/access/statement.html")
    quiet.locator("section.offline").get_by_role("button", name="Remove what is kept").click()
    expect(quiet.locator("html")).to_have_attribute("data-offline", "no")
    expect(other.locator("html")).to_have_attribute("data-offline", "no")
    expect(other.locator("section.offline").get_by_role("status")).to_have_text(say("offline.none"))
    box = other.locator("section.offline")
    box.get_by_role("combobox").select_option("reading")
    box.get_by_role("button", name="Keep for offline").click()
    expect(quiet.locator("html")).to_have_attribute("data-offline", "ready")


def test_every_chapter_is_whole_without_a_connection(
    quiet: Page, context: BrowserContext, base: str, course: dict
) -> None:
    """Scripts that a page loads only when it is scrolled to are kept too: it is visited at its end only."""
    chapters = [page["path"] for page in course["pages"] if page["path"].startswith("chapters/")]
    for chapter in chapters:
        visit(quiet, f"{base}{chapter}#further-reading")
    missed: list[str] = []

    def note(request: Request) -> None:
        """Note a file that could not be had; one still on its way when the test left the page could."""
        if "sw.js" not in request.url and request.failure != "net::ERR_ABORTED":
            missed.append(f"{request.url}: {request.failure}")

    context.on("requestfailed", note)
    context.set_offline(True)
    for chapter in chapters:
        quiet.goto(base + chapter)
        for section in quiet.locator("section:is(.lab, .question, .prediction, .memo, .calibration)").all():
            section.scroll_into_view_if_needed()
        for lab in quiet.locator("section.lab").all():
            expect(lab).to_have_attribute("data-state", "ready")
        assert not quiet.locator(".load-failed").count(), chapter
    assert not missed


def test_after_keeping_a_chapter_its_exercises_run_without_a_connection(
    quiet: Page, context: BrowserContext, base: str
) -> None:
    visit(quiet, base + AT_EXERCISE)
    box = quiet.locator("section.offline")
    box.get_by_role("button", name="Keep for offline").click()
    expect(quiet.locator("html")).to_have_attribute("data-offline", "ready", timeout=PYTHON_S)
    expect(box.get_by_role("status")).to_contain_text("Kept.", timeout=PYTHON_S)
    context.set_offline(True)
    quiet.reload()
    run_exercise(quiet)
    expect(quiet.locator(f"#exercise-{EXERCISE} .outputs")).not_to_be_empty()


def test_after_a_first_run_code_runs_without_a_connection(quiet: Page, context: BrowserContext, base: str) -> None:
    visit(quiet, base + AT_EXERCISE)
    run_exercise(quiet)
    expect(quiet.locator("html")).to_have_attribute("data-offline", "ready", timeout=PYTHON_S)
    context.set_offline(True)
    quiet.reload()
    run_exercise(quiet)
    expect(quiet.locator(f"#exercise-{EXERCISE} .outputs")).not_to_be_empty()


@pytest.fixture
def renewable(site: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the site that may be changed, and its address."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("runtime"))
    with served(copy) as address:
        yield copy, address


def renew(copy: Path) -> None:
    """Publish another build: one page has a new heading."""
    from hashlib import sha256

    page = copy / CHAPTER
    page.write_text(re.sub(r"<h1>[^<]*", "<h1>A new heading", page.read_text("utf-8"), count=1), "utf-8")
    worker = copy / "sw.js"
    head, program = worker.read_text("utf-8").split("\n", 1)
    known = json.loads(head.removeprefix("self.coursekitSite=").removesuffix(";"))
    known["build"] = "another-build"
    known["files"][CHAPTER][0] = sha256(page.read_bytes()).hexdigest()[:16]
    worker.write_text(f"self.coursekitSite={json.dumps(known)};\n{program}", "utf-8")


def test_an_update_is_announced_and_waits_for_the_reader(quiet: Page, renewable: tuple[Path, str]) -> None:
    copy, address = renewable
    visit(quiet, address + CHAPTER)
    heading = quiet.locator("h1").inner_text()
    renew(copy)
    quiet.reload()
    note = quiet.locator(".course-updated")
    expect(note).to_contain_text("newer version", timeout=20_000)
    assert quiet.locator("h1").inner_text() == heading, "The new text came before it was asked for."
    note.get_by_role("button", name="Use it now").click()
    expect(quiet.locator("h1")).to_contain_text("A new heading")
    expect(note).to_have_count(0)


def test_a_file_that_is_not_as_the_build_says_is_not_kept(quiet: Page, renewable: tuple[Path, str]) -> None:
    copy, address = renewable
    (copy / "_static" / "question.js").write_text("/* half a fi", "utf-8")
    quiet.goto(address + CHAPTER)
    expect(quiet.locator("html")).to_have_attribute("data-offline", "no")


SPARING = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"


def runtime_requests(page: Page) -> list[str]:
    """Keep, from now on, the page's requests for Python."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url) if "/runtime/" in request.url else None)
    return asked


@pytest.mark.parametrize("sparing", [False, True])
def test_python_comes_ahead_only_after_a_run_and_where_bytes_are_free(
    quiet: Page, context: BrowserContext, base: str, sparing: bool
) -> None:
    asked = runtime_requests(quiet)
    visit(quiet, base + AT_EXERCISE)
    quiet.wait_for_timeout(4000)
    assert not [url for url in asked if "asm" in url], "Python was fetched though nothing was ever run."
    quiet.evaluate("localStorage.setItem('touched-measured-counted/python-ahead', 'ran')")
    if sparing:
        context.add_init_script(SPARING)
    quiet.reload()
    quiet.wait_for_timeout(6000)
    assert bool([url for url in asked if "asm" in url]) is not sparing


def test_on_a_costly_connection_a_visit_fetches_nothing_more(quiet: Page, context: BrowserContext, base: str) -> None:
    context.add_init_script(SPARING)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    quiet.goto(base + CHAPTER)
    expect(quiet.locator("html")).to_have_attribute("data-offline", re.compile("no|ready"))
    assert not [url for url in asked if url.endswith("search.html")]
    kept = quiet.evaluate(KEPT)
    assert kept
    loaded = {url.split("?")[0] for url in asked} | {base + "kept-pages.json"}
    assert set(kept) <= loaded
