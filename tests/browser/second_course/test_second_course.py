"""A course on another subject, built from coursekit's wheel, works; and shares nothing with this one on one host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
import second_course
from assignment_reference import link
from exercise_card import Card
from playwright.sync_api import Browser, BrowserContext, Page, expect
from screen_reader import ScreenReader
from watched_page import forget_the_reader, new_context

from coursekit.classroom.assignment.format import Assignment, Item
from coursekit.course import course
from coursekit.tasks.serve import served

PAGE = "chapters/queue.html"
ID = "bakery-queue"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return second_course.build(tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="module")
def host(built: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One origin with both courses, each under its own path."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "queue").symlink_to(built)
    (folder / "first").symlink_to(site)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="module")
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """One profile for the tests of this file: in it only the first start of Python is a cold one."""
    kept = new_context(browser, "light", "allow")
    yield kept
    kept.close()


@pytest.fixture
def context(
    request: pytest.FixtureRequest, browser: Browser, profile: BrowserContext, host: str
) -> Iterator[BrowserContext]:
    """The profile of this file, in which nothing is left of what another test's reader did, or a fresh one."""
    fresh = request.node.get_closest_marker("fresh_profile")
    used = new_context(browser, "light", "allow") if fresh else profile
    yield used
    used.close() if fresh else forget_the_reader(used, host)


def test_the_course_is_small() -> None:
    lines = sum(len(path.read_text("utf-8").splitlines()) for path in second_course.SOURCE.rglob("*") if path.is_file())
    assert 0 < lines < 150


def test_nothing_of_this_course_is_in_the_other(built: Path) -> None:
    named = [course().id, course().title, *course().packages]
    pages = [path for path in built.rglob("*.html") if "_static" not in path.parts]
    assert len(pages) >= 3
    assert not [(path.name, name) for path in pages for name in named if name in path.read_text("utf-8")]
    assert f'data-course="{ID}"' in (built / PAGE).read_text("utf-8")


def test_lab_exercise_and_question_work(page: Page, host: str) -> None:
    page.goto(f"{host}queue/{PAGE}")
    lab = page.locator("#lab-wait")
    lab.scroll_into_view_if_needed()
    expect(lab).to_have_attribute("data-state", "ready")
    sentence = lab.get_by_role("status").filter(has_text="customers")
    expect(sentence).to_contain_text("1.0 customers wait for the slow baker, 0.6 for the quick")
    lab.locator("input[name=arrivals]").fill("50")
    expect(sentence).to_contain_text("5.0 customers wait for the slow baker, 1.7 for the quick")

    card = Card(page, "queue_length")
    assert card.press("Check") == "failed"
    right = card.code().replace("...", "return arrivals / (served - arrivals)")
    assert card.press("Check", right) == "passed"

    question = page.locator("#question-queue-doubles")
    question.scroll_into_view_if_needed()
    question.get_by_label("No, it grows faster.").check()
    question.get_by_role("button", name="Check").click()
    expect(question).to_contain_text("The difference shrinks as well.")


BREAD = Assignment("Bread", (Item("exercise", "queue_length", 3), Item("question", "queue-doubles", 1)))
TRANSCRIPT = Path(second_course.__file__).parent / "browser" / "heard_by_keys.txt"


def test_lab_exercise_and_assignment_by_keys_alone_are_heard_as_kept(page: Page, host: str) -> None:
    """Nothing is seen and no pointer used: what is heard at each step is held against the kept transcript."""
    reader = ScreenReader(page)
    reader.open("the link to the assignment", link(BREAD, f"{host}queue/"))
    reader.read("region", "Your assignment")
    reader.go_to("DisclosureTriangle", "What is assigned")
    reader.press("Enter")
    reader.press("Tab")
    reader.do("Enter")
    reader.read("heading", "How long is the queue?")

    reader.read("region", "How does the queue grow")
    reader.go_to("slider", "Customers an hour")
    reader.press("ArrowRight", "ArrowRight")
    reader.hear("customers wait")

    for code, verdict in (("arrivals / served", "^Not yet"), ("arrivals / (served - arrivals)", "^Right")):
        reader.go_to("textbox", "Your code: How many wait?")
        reader.do("Control+End", "Shift+Home")
        reader.write(f"return {code}")
        reader.press("Escape", "Tab")
        reader.press("Tab")
        reader.do("Enter")
        reader.hear(verdict, 120)

    reader.go_to("radio", "Yes.")
    for key, verdict in (("Space", "^Not yet"), ("ArrowDown", "^Right")):
        reader.press(key)
        reader.press("Tab")
        reader.do("Enter")
        reader.hear(verdict)
        reader.press("Shift+Tab")

    reader.read("StaticText", "2 of 2 done")
    reader.go_to("button", "Hand in")
    reader.press("Enter")
    reader.write("ann")
    reader.press("Tab")
    with page.expect_download() as handed_in:
        reader.do("Enter")
    receipt = json.loads(Path(handed_in.value.path()).read_text("utf-8"))
    assert receipt["alias"] == "ann"
    assert receipt["work"]["exercise/queue_length"]["passed"] and receipt["work"]["question/queue-doubles"]["right"]
    kept = TRANSCRIPT.read_text("utf-8").splitlines()
    difference = "\n".join(unified_diff(kept, reader.transcript, "kept", "heard", lineterm="", n=2))
    assert not difference, f"{difference}\nIf this is as it should be heard, write it into {TRANSCRIPT.name}."


@pytest.mark.fresh_profile
def test_two_courses_on_one_host_share_no_work_no_settings_and_no_caches(page: Page, host: str, site: Path) -> None:
    about = json.loads((site / "course.json").read_text("utf-8"))
    exercise = about["exercises"][0]
    page.goto(f"{host}queue/{PAGE}")
    card = Card(page, "queue_length")
    page.get_by_role("button", name="Dark page").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    card.editor.fill("bread = 1")
    page.wait_for_timeout(1500)

    page.goto(f"{host}first/{exercise['page']}#exercise-{exercise['id']}")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    other = Card(page, exercise["id"])
    other.editor.fill("peace = 1")
    page.wait_for_timeout(1500)
    names = page.evaluate("async () => (await indexedDB.databases()).map((one) => one.name).sort()")
    assert names == sorted([ID, course().id])
    kept = page.evaluate("() => Object.keys(localStorage)")
    assert f"{ID}/theme" in kept
    assert all(key.startswith((f"{ID}/", f"{course().id}/")) for key in kept), kept
    caches = page.evaluate("() => caches.keys()")
    assert all(" /queue/ " in name or " /first/ " in name for name in caches), caches

    page.goto(f"{host}queue/{PAGE}")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert Card(page, "queue_length").code() == "bread = 1"
