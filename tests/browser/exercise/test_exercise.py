"""Exercises as a learner meets them: a real page, a real editor, a real Python."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from exercise_card import EXERCISES, FIRST, Card, link, plain
from heard_as_seen import faults_in_any_view
from playwright.sync_api import BrowserContext, Page, expect
from watched_page import Watched

from coursekit.exercise.file.read import Exercise
from coursekit.words import say

pytestmark = pytest.mark.kept_profile


@pytest.fixture(scope="module")
def card(module_profile: BrowserContext, base: str, course: dict) -> Iterator[Card]:
    """One page with Python running, for many tests, as a learner's hour is."""
    watched = Watched(module_profile)
    watched.page.goto(link(base, course))
    card = Card(watched.page)
    assert card.code() == EXERCISES[FIRST].starter
    yield card
    watched.end()
    faults = watched.faults()
    assert not faults, faults


def mistaken(exercise: Exercise, name: str) -> str:
    """The learner's code that makes the planned mistake."""
    return f"{exercise.solution}\n{exercise.mistakes_source}\n{exercise.subject} = {name}\n"


def test_an_exercise_says_what_its_author_meant(card: Card) -> None:
    """In its card; every other exercise is tried in the worker alone, in test_exercise_files.py."""
    exercise = EXERCISES[FIRST]
    assert card.press("Check", exercise.starter) == "failed"
    for name, test in exercise.mistakes.items():
        assert card.press("Check", mistaken(exercise, name)) == "failed", name
        docstring = re.search(rf'def {test}\(\):\n    """(.*?)"""', exercise.tests, re.DOTALL)
        assert docstring
        assert plain(docstring[1]) in card.status.inner_text(), name
    assert card.press("Check", exercise.solution) == "passed"


@pytest.mark.fresh_profile
def test_before_python_comes_its_size_is_named_and_stop_stops(page: Page, base: str, course: dict) -> None:
    page.goto(link(base, course))
    card = Card(page)
    expect(card.section.locator(".size")).to_have_text(re.compile(r"[1-9]\d*\.\d MB"))
    card.button("Run").click()
    expect(card.section).to_have_attribute("data-state", "starting")
    expect(card.section.locator(".progress")).to_contain_text(re.compile(r"\d of \d+\.\d MB"))
    card.button("Stop").click()
    assert card.settle(1) == "stopped"
    assert card.press("Run", "print('later')") == "idle"
    assert "later" in card.status.inner_text()
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


@pytest.mark.thorough
def test_a_million_lines_leave_the_page_alive(card: Card) -> None:
    card.page.evaluate(
        """() => { window.slowest = 0; let last = performance.now();
        const tick = (now) => { window.slowest = Math.max(window.slowest, now - last); last = now;
          window.ticking = requestAnimationFrame(tick); }; requestAnimationFrame(tick); }"""
    )
    for _ in range(3):  # where the machine does much else at once, the limit may come first
        if (state := card.press("Run", "for n in range(1_000_000):\n    print('line', n)")) != "stopped":
            break
    assert state == "idle"
    slowest = card.page.evaluate("() => { cancelAnimationFrame(window.ticking); return window.slowest; }")
    assert slowest < 1000, "milliseconds between two frames"
    expect(card.section.locator(".outputs")).to_contain_text(re.compile(r"9\d\d,\d{3} lines"))
    assert len(card.section.locator(".outputs").inner_text()) < 300_000
    assert len(card.status.inner_text()) < 1_000


def test_what_shows_without_end_is_stopped_and_the_page_answers_meanwhile(card: Card) -> None:
    """Each message that stands before *Stop* in the page's queue is one that the learner waits for."""
    card.editor.fill(
        "import sys\nimport ipywidgets\nfrom IPython.display import clear_output\n"
        "bar = ipywidgets.IntProgress()\ndisplay(bar)\nwhile True:\n    bar.value = (bar.value + 1) % 100\n"
        "    print(bar.value, flush=True)\n    print(2, file=sys.stderr, flush=True)\n    display(3)\n"
        "    clear_output()"
    )
    card.button("Run").click()
    expect(card.section).to_have_attribute("data-state", "running", timeout=60_000)
    card.page.wait_for_timeout(1_500)
    asked = time.monotonic()
    card.button("Stop").click()
    assert card.settle() == "stopped"
    assert time.monotonic() - asked < 30, "seconds; before, the page did not answer for a minute"
    assert card.press("Run", "for n in range(5000): print('line', n, end='\\r' if n % 2 else '\\n')") == "idle"
    shown = card.section.locator(".outputs pre").evaluate("(pre) => pre.innerText")
    assert shown == "".join(f"line {n}\n" for n in range(0, 5000, 2)) + "line 4999", "whole, in its order"


def test_leaving_python_is_no_way_to_pass(card: Card) -> None:
    assert card.press("Check", "import sys\nsys.exit()") == "error"
    assert card.press("Check", "def without_each_war(promises):\n    raise SystemExit") == "error"
    assert "SystemExit" in card.status.inner_text()


def test_hints_come_one_at_a_time_and_the_solution_after_two_tries(page: Page, base: str, course: dict) -> None:
    page.goto(link(base, course))
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
    wrong = "def without_each_war(promises):\n    return promises"
    card.press("Check", wrong)
    card.button("Solution").click()
    expect(solution).to_contain_text("return pd.DataFrame(rows)")
    card.press("Run", exercise.solution)  # what is shown beside it follows
    expect(solution).to_contain_text(say("exercise.no-difference"))
    assert not faults_in_any_view(page, f"#exercise-{FIRST}")
    card.editor.fill(wrong)
    page.reload()
    again = Card(page)
    expect(again.section.locator(".hints li")).to_have_count(len(exercise.hints))
    again.button("Solution").click()
    expect(again.section.locator(".shown-solution")).to_be_visible()
    expect(again.section.locator(".shown-solution .difference")).to_be_visible()


def test_all_of_it_by_keyboard(card: Card) -> None:
    page = card.page
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
def test_without_the_editor_the_plain_field_does(context: BrowserContext, base: str, course: dict) -> None:
    page = context.new_page()  # not under watch: a file is missing on purpose
    page.route("**/editor.js*", lambda route: route.abort())
    page.goto(link(base, course))  # nothing is scrolled: the section works while it is out of sight
    section = page.locator(f"section#exercise-{FIRST}")
    field = section.get_by_label("Your code")
    field.fill("print('plainly')")
    section.get_by_role("button", name="Run", exact=True).click()
    expect(section.get_by_role("status")).to_contain_text("plainly", timeout=60_000)
    page.reload()
    expect(section.get_by_label("Your code")).to_have_value("print('plainly')")


def test_the_solution_stands_beside_ones_own(card: Card) -> None:
    solution = EXERCISES[FIRST].solution
    lines = solution.strip().split("\n")
    mine = "\n".join([lines[0], "    mine = 1", *lines[2:]])
    assert card.press("Check", solution) == "passed"
    card.button("Solution").click()
    expect(card.section.locator(".shown-solution")).to_contain_text(say("exercise.no-difference"))
    card.editor.fill(mine)
    card.button("Solution").click()
    box = card.section.locator(".difference")
    expect(box).to_have_accessible_name(say("exercise.difference"))
    assert box.locator("del").all_text_contents() == ["−     mine = 1\n"]
    assert box.locator("ins").all_text_contents() == [f"+ {lines[1]}\n"]
    assert box.locator("span").count() == len(lines) - 1
