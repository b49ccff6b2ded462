"""An assignment is opened by its link, done, and handed in as a file; the desk marks that very file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from assignment_reference import link
from driver import PYTHON_S, Driver
from hand_ins import key
from paths import ROOT

from coursekit.classroom.assignment.format import Assignment, Item
from coursekit.exercise.file.read import read

FEATURE = "hand-in and desk"
ID = "promises_honour"
AT = f"#exercise-{ID}"
EXERCISE = read(ROOT / "exercises" / f"{ID}.py")
ASSIGNED = Assignment("Two tasks", (Item("exercise", ID, 2), Item("question", "promises-selection")))
READY = f"() => document.querySelector('{AT} .cm-content') && !document.querySelector('{AT} [data-do=run]').disabled"
PASSED = f"() => document.querySelector('{AT}').dataset.state === 'passed'"
# What a browser would save is kept in the page too: its text, and the name of the file.
CATCH = """() => {
  window.engineFiles = [];
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => { window.engineFiles.push(blob); return createObjectURL.call(URL, blob); };
}"""
CAUGHT = "async () => window.engineFiles.length ? await window.engineFiles.at(-1).text() : null"
ROWS = "[...document.querySelectorAll('table.handed tbody tr')]"
ROW = f"(name) => {ROWS}.find((row) => row.innerText.includes(name)).innerText"
INCLUDES = "([selector, text]) => document.querySelector(selector).innerText.includes(text)"


@pytest.fixture(scope="module")
def handed_in(fresh: Driver, base: str) -> str:
    """The text of the file that a learner hands in."""
    fresh.go(link(ASSIGNED, base))
    fresh.see("section.assignment")
    assert "Two tasks" in fresh.text("section.assignment")
    fresh.go(f"{base}chapters/promises.html{AT}")
    fresh.see("section.assignment")
    fresh.wait(READY)
    fresh.write(f"{AT} .cm-content", EXERCISE.solution)
    fresh.click(f"{AT} [data-do=check]")
    fresh.wait(PASSED, seconds=PYTHON_S)
    fresh.call(CATCH)
    fresh.click("section.assignment button.main")
    fresh.see("section.assignment form.hand-in input[name=alias]")
    fresh.click("section.assignment form.hand-in input[name=alias]")
    fresh.write("section.assignment form.hand-in input[name=alias]", "ann")
    fresh.click("section.assignment form.hand-in button[type=submit]")
    return str(fresh.wait(CAUGHT))


def test_the_file_holds_what_was_done(reader: Driver, handed_in: str) -> None:
    told = json.loads(handed_in)
    assert told["alias"] == "ann" and told["assignment"]["title"] == "Two tasks"
    assert told["work"][f"exercise/{ID}"]["code"] == EXERCISE.solution


def test_the_desk_marks_it(reader: Driver, base: str, handed_in: str, tmp_path: Path) -> None:
    for name, text in {"ann.json": handed_in, "cut.json": "{", "key.json": json.dumps(key(ID))}.items():
        (tmp_path / name).write_text(text, "utf-8")
    reader.go(f"{base}book/desk.html")
    reader.wait("() => document.querySelector('section.desk').dataset.state === 'ready'")
    reader.choose_files("#desk-files", [tmp_path / "ann.json", tmp_path / "cut.json"])
    reader.wait(INCLUDES, ["section.desk .found", "2 files"])
    reader.choose_files("#desk-key", [tmp_path / "key.json"])
    reader.wait(INCLUDES, ["section.desk .keyed", "1 exercise"])
    reader.click("section.desk form button[type=submit]")
    reader.wait(INCLUDES, ["section.desk .said", "All 2 hand-ins are marked"], PYTHON_S)
    assert "1 right" in reader.call(ROW, "ann.json")
    assert "breaks off" in reader.call(ROW, "cut.json")
