"""Exercises as a learner meets them: a real page, a real editor, a real Python."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from exercise_card import EXERCISES, FIRST, Card, address, plain
from playwright.sync_api import Browser, BrowserContext, Page, expect
from watched_page import Watched

from coursekit.exercise.file.read import Exercise
from coursekit.words import say

pytestmark = pytest.mark.kept_profile


@pytest.fixture(scope="module")
def card(browser: Browser, base: str, course: dict) -> Iterator[Card]:
    """One page with Python running, for many tests, as a learner's hour is."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = Watched(context)
    watched.page.goto(address(base, course))
    yield Card(watched.page)
    faults = watched.faults()
    context.close()
    assert not faults, faults


def mistaken(exercise: Exercise, name: str) -> str:
    """The learner's code that makes the planned mistake."""
    return f"{exercise.solution}\n{exercise.mistakes_source}\n{exercise.subject} = {name}\n"


def test_an_exercise_says_what_its_author_meant(page: Page, base: str, course: dict) -> None:
    """In its card; every other exercise is tried in the worker alone, in test_exercise_files.py."""
    exercise = EXERCISES[FIRST]
    page.goto(address(base, course))
    card = Card(page)
    assert card.code() == exercise.starter
    assert card.press("Check") == "failed"
    for name, test in exercise.mistakes.items():
        assert card.press("Check", mistaken(exercise, name)) == "failed", name
        docstring = re.search(rf'def {test}\(\):\n    """(.*?)"""', exercise.tests, re.DOTALL)
        assert docstring
        assert plain(docstring[1]) in card.status.inner_text(), name
    assert card.press("Check", exercise.solution) == "passed"


@pytest.mark.fresh_profile
def test_before_python_comes_its_size_is_named(page: Page, base: str, course: dict) -> None:
    page.goto(address(base, course))
    card = Card(page)
    expect(card.section.locator(".size")).to_have_text(re.compile(r"[1-9]\d*\.\d MB"))
    card.button("Run").click()
    expect(card.section).to_have_attribute("data-state", "starting")
    expect(card.section.locator(".progress")).to_contain_text(re.compile(r"\d of \d+\.\d MB"))
    assert card.settle() == "idle"
    expect(card.section.locator(".size")).to_be_hidden()


def test_run_shows_text_a_table_and_a_chart(card: Card) -> None:
    assert card.press("Run", "print(6 * 7)\ndisplay(PROMISES.head(2))\ndraw(None)") == "idle"
    assert "42" in card.status.inner_text()
    expect(card.section.locator(".outputs")).to_contain_text("42")
    expect(card.section.locator(".outputs tbody tr")).to_have_count(2)
    assert card.press("Run", EXERCISES[FIRST].solution) == "idle"
    expect(card.section.locator(".outputs svg")).to_contain_text("without World War II")


# What is said of that very error, or, where nothing better is known, of its kind.
@pytest.mark.parametrize("task", ["Run", "Check"])
@pytest.mark.parametrize(
    ("code", "name", "line", "help"),
    [
        ("x = 1\nif x = 2:\n    pass", "SyntaxError", 2, "write =="),
        ("def f():\nreturn 1", "IndentationError", 2, "After the line with the colon (line 1)"),
        ("def f(n):\n    return 1 / n\n\nf(0)", "ZeroDivisionError", 2, ""),
        ("PROMISES['winner']", "KeyError", 1, "winner"),
        ("a = 1\nb = a + c", "NameError", 2, ""),
        ("from somewhere import answer", "ModuleNotFoundError", 1, "Nothing can be installed in this page"),
    ],
)
def test_an_error_is_told_kindly_with_its_line(
    card: Card, task: str, code: str, name: str, line: int, help: str
) -> None:
    assert card.press(task, code) == "error"
    said = card.status.inner_text()
    assert f"line {line}" in said
    assert name in said
    assert (help or plain(say(f"exercise.raised.{name}"))) in said.partition(name)[2]


def test_an_endless_loop_ends_at_the_limit_and_python_is_there_again(card: Card) -> None:
    card.editor.fill("while True:\n    pass")
    card.button("Check").click()
    expect(card.section).to_have_attribute("data-state", "running")
    began = time.monotonic()
    assert card.settle(20) == "stopped"
    assert EXERCISES[FIRST].limit_s - 1 < time.monotonic() - began < EXERCISES[FIRST].limit_s + 1
    assert "10 seconds" in card.status.inner_text()
    assert card.press("Run", "print('again')") == "idle"
    assert "again" in card.status.inner_text()


def test_stop_stops(card: Card) -> None:
    card.editor.fill("while True:\n    pass")
    card.button("Run").click()
    expect(card.section).to_have_attribute("data-state", "running")
    card.button("Stop").click(timeout=1000)
    assert card.settle(1) == "stopped"
    assert card.press("Run", "print('again')") == "idle"


@pytest.mark.fresh_profile
def test_stop_before_python_has_come(page: Page, base: str, course: dict) -> None:
    page.goto(address(base, course))
    card = Card(page)
    card.button("Run").click()
    expect(card.section).to_have_attribute("data-state", "starting")
    card.button("Stop").click()
    assert card.settle(1) == "stopped"
    assert card.press("Run", "print('later')") == "idle"
    assert "later" in card.status.inner_text()


def test_a_million_lines_leave_the_page_alive(card: Card) -> None:
    card.page.evaluate(
        """() => { window.slowest = 0; let last = performance.now();
        const tick = (now) => { window.slowest = Math.max(window.slowest, now - last); last = now;
          window.ticking = requestAnimationFrame(tick); }; requestAnimationFrame(tick); }"""
    )
    assert card.press("Run", "for n in range(1_000_000):\n    print('line', n)") == "idle"
    slowest = card.page.evaluate("() => { cancelAnimationFrame(window.ticking); return window.slowest; }")
    assert slowest < 1000, "milliseconds between two frames"
    expect(card.section.locator(".outputs")).to_contain_text(re.compile(r"9\d\d,\d{3} lines"))
    assert len(card.section.locator(".outputs").inner_text()) < 300_000
    assert len(card.status.inner_text()) < 1_000


def test_leaving_python_is_no_way_to_pass(card: Card) -> None:
    assert card.press("Check", "import sys\nsys.exit()") == "error"
    assert card.press("Check", "def without_each_war(promises):\n    raise SystemExit") == "error"
    assert "SystemExit" in card.status.inner_text()


def test_hints_come_one_at_a_time_and_the_solution_after_two_tries(page: Page, base: str, course: dict) -> None:
    page.goto(address(base, course))
    card, exercise = Card(page), EXERCISES[FIRST]
    shown = card.section.locator(".hints li")
    for n in range(1, len(exercise.hints) + 1):
        card.button("Hint").click()
        expect(shown).to_have_count(n)
    expect(card.button("Hint")).to_be_disabled()
    expect(shown.first).to_contain_text('PROMISES["war"] != "Korean"')
    solution = card.section.locator(".shown-solution")
    card.button("Solution").click()
    expect(card.status).to_have_text(say("exercise.try-first"))
    card.press("Check")
    card.button("Solution").click()
    expect(solution).to_be_hidden()  # the untouched starter is no try
    card.press("Check", "def without_each_war(promises):\n    return promises")
    card.button("Solution").click()
    expect(solution).to_contain_text("return pd.DataFrame(rows)")
    page.reload()
    again = Card(page)
    expect(again.section.locator(".hints li")).to_have_count(len(exercise.hints))
    again.button("Solution").click()
    expect(again.section.locator(".shown-solution")).to_be_visible()
    expect(again.section.locator(".shown-solution .difference")).to_be_visible()
    again.press("Run", exercise.solution)  # what is shown beside it follows
    expect(again.section.locator(".shown-solution")).to_contain_text(say("exercise.no-difference"))


def test_what_is_written_outlives_a_reload_and_a_reset(page: Page, base: str, course: dict) -> None:
    page.goto(address(base, course))
    card, code = Card(page), "kept = 'as it was'\n\n\nprint(kept)\n"
    card.editor.fill(code)
    page.reload()  # at once: the last keystrokes count too
    card = Card(page)
    assert card.code() == code
    card.button("Reset").click()
    assert card.code() == EXERCISES[FIRST].starter
    page.reload()
    card = Card(page)
    assert card.code() == EXERCISES[FIRST].starter
    card.button("Undo reset").click()
    assert card.code() == code
    expect(card.button("Undo reset")).to_be_hidden()


@pytest.mark.parametrize("service_workers", ["block"])
@pytest.mark.parametrize("choice", ["Keep mine", "Take the new start (mine is kept)"])
def test_a_changed_exercise_asks_before_it_touches_anything(page: Page, base: str, course: dict, choice: str) -> None:
    page.goto(address(base, course))
    mine = "mine = 1\n"
    Card(page).editor.fill(mine)
    page.route("**/exercises/*.js*", lambda route: route.fulfill(
        body=route.fetch().text().replace("Your code here", "Your new code here"), content_type="text/javascript"
    ))  # fmt: skip
    page.wait_for_timeout(400)
    page.reload()
    card = Card(page)
    assert card.code() == mine
    card.section.locator(".notice").get_by_role("button", name=choice).click()
    expect(card.section.locator(".notice")).to_be_hidden()
    if choice != "Keep mine":
        assert "Your new code here" in card.code()
        card.button("Undo reset").click()
    assert card.code() == mine
    page.wait_for_timeout(400)
    page.reload()
    assert Card(page).code() == mine
    expect(Card(page).section.locator(".notice")).to_be_hidden()


def test_text_ends_as_it_was_typed_pasted_or_filled_in(page: Page, base: str, course: dict) -> None:
    page.goto(address(base, course))
    card, code = Card(page), EXERCISES[FIRST].solution + "\nx = {'a': [(1, \"b\")]}  # ''\nif x:\n    y = 1\nz = 2"
    card.editor.fill(code)
    assert card.code() == code
    card.editor.click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(code)
    assert card.code() == code
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(code)
    assert card.code() == code


def test_a_slow_hand_is_helped_with_indents_and_brackets(page: Page, base: str, course: dict) -> None:
    page.goto(address(base, course))
    card = Card(page)
    card.editor.click()
    page.keyboard.press("ControlOrMeta+A")
    for text in ("def f(n", ":", "", "return g(n"):
        page.keyboard.type(text, delay=60)
        page.keyboard.press("End" if text != ":" else "Enter")
    assert card.code() == "def f(n):\n    return g(n)"


def test_all_of_it_by_keyboard(page: Page, base: str, course: dict) -> None:
    page.goto(address(base, course))
    card = Card(page)
    focused = page.locator(":focus")
    card.section.locator("summary").first.focus()
    page.keyboard.press("Tab")
    expect(card.editor).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("if 1:", delay=60)  # as a hand types, on a machine however slow
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("print('by hand')")
    assert card.code() == "if 1:\n    print('by hand')"
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    for name in ("Run", "Check", "Stop", "Hint", "Reset", "Solution"):
        expect(focused).to_have_text(name)
        if name == "Run":
            page.keyboard.press("Enter")
            assert card.settle() == "idle"
            assert "by hand" in card.status.inner_text()
            expect(focused).to_have_text("Run")
        page.keyboard.press("Tab")
    card.editor.focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Tab")
    expect(focused).to_have_js_property("tagName", "SUMMARY")


@pytest.mark.parametrize("service_workers", ["block"])
@pytest.mark.fresh_profile
def test_without_the_editor_the_plain_field_does(context: BrowserContext, base: str, course: dict) -> None:
    page = context.new_page()  # not under watch: a file is missing on purpose
    page.route("**/editor.js*", lambda route: route.abort())
    page.goto(address(base, course))  # nothing is scrolled: the section works while it is out of sight
    section = page.locator(f"section#exercise-{FIRST}")
    field = section.get_by_label("Your code")
    field.fill("print('plainly')")
    section.get_by_role("button", name="Run", exact=True).click()
    expect(section.get_by_role("status")).to_contain_text("plainly", timeout=60_000)
    page.reload()
    expect(section.get_by_label("Your code")).to_have_value("print('plainly')")


def test_from_a_folder_the_exercise_says_what_is_missing(watched: Watched, site: Path, course: dict) -> None:
    page = watched.page
    page.goto((site / address("", course)).as_uri())
    card = Card(page)
    expect(card.section.locator(".size")).to_have_text(say("python.from-disk"))
    card.editor.fill("print(1)")
    assert card.press("Run") == "error"
    assert card.status.inner_text() == say("python.from-disk")
    card.button("Hint").click()
    expect(card.section.locator(".hints li")).to_have_count(1)
