"""A course on another subject, built from coursekit's wheel, works; and shares nothing with this one on one host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import second_course
from exercise_card import Card
from playwright.sync_api import Page, expect

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
