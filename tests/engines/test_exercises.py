"""An exercise runs, judges, stops, explains an error, helps and keeps what was written; how long a first run takes."""

from __future__ import annotations

import time

import pytest
from driver import PYTHON_S, Driver
from paths import ROOT

from coursekit.exercise.file.read import read

FEATURE = "exercises"
ID = "promises_honour"
AT = f"#exercise-{ID}"
EXERCISE = read(ROOT / "exercises" / f"{ID}.py")
PAGE = f"chapters/promises.html{AT}"
READY = f"() => document.querySelector('{AT} .cm-content') && !document.querySelector('{AT} [data-do=run]').disabled"
CODE = f"() => document.querySelector('{AT} .cm-content').cmTile.view.state.doc.toString()"
ENDED = f"() => /^(idle|passed|failed|error|stopped)$/.test(document.querySelector('{AT}').dataset.state)"
STATE = f"() => document.querySelector('{AT}').dataset.state"


def press(reader: Driver, name: str, code: str | None = None) -> str:
    """Write a code, press a button, and return the state that the exercise comes to."""
    if code is not None:
        reader.write(f"{AT} .cm-content", code)
        assert reader.call(CODE) == code
    reader.click(f"{AT} [data-do={name}]")
    reader.wait(ENDED, seconds=PYTHON_S)
    return str(reader.call(STATE))


@pytest.fixture
def card(reader: Driver, base: str) -> Driver:
    """The exercise's page, open as a link to it opens it."""
    if not reader.call("() => location.href").endswith(PAGE):
        reader.go(base + PAGE)
    reader.wait(READY)
    return reader


def test_the_first_run_and_the_second_visit_s(card: Driver, base: str, engine: str, measured: list[str]) -> None:
    """Cold: nothing is kept but the page. Warm: the same page, opened again."""
    took = []
    for _ in range(2):
        card.go(base + PAGE)
        card.wait(READY)
        began = time.monotonic()
        assert press(card, "run", "print(6 * 7)") == "idle"
        took.append(time.monotonic() - began)
        assert "42" in card.text(f"{AT} .outputs")
        time.sleep(2)  # what the page keeps after a first run, it keeps then
    measured.append(f"first run in {engine}: {took[0]:.1f} s cold, {took[1]:.1f} s on the next visit")


def test_a_check_says_what_its_author_meant(card: Driver) -> None:
    assert press(card, "check", EXERCISE.starter) == "failed"
    name, test = next(iter(EXERCISE.mistakes.items()))
    mistaken = f"{EXERCISE.solution}\n{EXERCISE.mistakes_source}\n{EXERCISE.subject} = {name}\n"
    assert press(card, "check", mistaken) == "failed"
    docstring = EXERCISE.tests.split(f"def {test}():")[1].split('"""')[1].replace("`", "")
    assert docstring in card.text(f"{AT} .result")
    assert press(card, "check", EXERCISE.solution) == "passed"


def test_a_run_shows_text_a_table_and_a_chart(card: Driver) -> None:
    assert press(card, "run", "print(6 * 7)\ndisplay(PROMISES.head(2))\ndraw(None)") == "idle"
    assert "42" in card.text(f"{AT} .outputs")
    card.wait(f"() => document.querySelectorAll('{AT} .outputs tbody tr').length === 2")
    assert press(card, "run", EXERCISE.solution) == "idle"
    card.see(f"{AT} .outputs svg")


def test_an_error_names_its_line_and_a_loop_can_be_stopped(card: Driver) -> None:
    assert press(card, "run", "x = 1\n1 / 0") == "error"
    assert "2" in card.text(f"{AT} .result") and "ZeroDivisionError" in card.text(AT)
    card.write(f"{AT} .cm-content", "while True:\n    pass")
    card.click(f"{AT} [data-do=run]")
    card.wait(f"() => document.querySelector('{AT}').dataset.state === 'running'")
    card.click(f"{AT} [data-do=stop]")
    card.wait(ENDED)
    assert card.call(STATE) == "stopped"
    assert press(card, "run", "print('again')") == "idle"
    assert "again" in card.text(f"{AT} .outputs")


def test_a_hint_comes_and_what_was_written_is_there_after_a_reload(card: Driver, base: str) -> None:
    card.write(f"{AT} .cm-content", "kept = 'from before'")
    card.click(f"{AT} [data-do=hint]")
    card.see(f"{AT} .hints li, {AT} .hints p")
    card.go(base + PAGE)
    card.wait(READY)
    card.wait(f"() => ({CODE})() === \"kept = 'from before'\"")


def test_keys_run_the_code(card: Driver) -> None:
    card.write(f"{AT} .cm-content", "print('by ' + 'keys')")
    card.press("Control+Enter")
    card.wait(f"() => document.querySelector('{AT} .outputs').innerText.includes('by keys')", seconds=PYTHON_S)
