"""States in which Python runs or has run: exercises, code cells, live widgets of every kind."""

from __future__ import annotations

import re

from code_cell import OPENED, Cell
from exercise_card import EXERCISES, FIRST, Card
from gallery import GALLERY
from playwright.sync_api import expect

from axe_states.look import Walk
from coursekit.words import say

LOOP = "while True:\n    pass"
PATH = "chapters/promises.html"
NOW = ("light", "dark")  # what passes is looked at quickly


def exercise(walk: Walk) -> None:
    """One exercise: starting, running, failed, error, stopped, hints, passed, its solution, earlier runs."""
    with walk.reader(f"{PATH}#exercise-{FIRST}") as page:
        card, part = Card(page), f"#exercise-{FIRST}"
        walk.look(page, "exercise idle", part)
        walk.press(card.button("Run"))
        expect(card.section).to_have_attribute("data-state", "starting")
        walk.look(page, "exercise starting", part, views=("light",))
        card.settle()
        walk.look(page, "exercise ran", part)
        card.editor.fill(LOOP)
        walk.press(card.button("Run"))
        expect(card.section).to_have_attribute("data-state", re.compile("running|starting"))
        walk.look(page, "exercise running", part, views=("light",))
        if card.button("Stop").is_enabled():
            walk.press(card.button("Stop"))
        card.settle()
        for state, code, name in (
            ("stopped", LOOP, "Run"),
            ("error", "nowhere + 1", "Run"),
            ("failed", EXERCISES[FIRST].starter, "Check"),
            ("failed", "def without_each_war(promises):\n    return promises", "Check"),
        ):
            card.editor.fill(code)
            walk.press(card.button(name))
            card.settle()
            walk.look(page, f"exercise {state} ({name})", part)
        while card.button("Hint").is_enabled():
            walk.press(card.button("Hint"))
        walk.look(page, "exercise with hints", part)
        walk.press(card.button("Solution"))
        page.evaluate(
            "() => { for (const one of document.querySelectorAll('section.exercise details')) one.open = true; }"
        )
        walk.look(page, "exercise with its solution and runs", part)
        card.editor.fill(EXERCISES[FIRST].solution)
        walk.press(card.button("Check"))
        assert card.settle() == "passed"
        walk.look(page, "exercise passed", part)
        walk.press(card.button("Reset"))
        walk.look(page, "exercise reset", part)
        walk.press(card.button(say("exercise.undo")))


def cell(walk: Walk) -> None:
    """A code cell: as published, open, with a table and a chart, with an error, asking a question."""
    with walk.reader(OPENED) as page:
        one = Cell(page)
        walk.press(one.button(say("cell.edit")))
        expect(one.editor).to_be_visible()
        for state, code in (
            ("text and table", "import pandas as pd\nprint('text')\npd.DataFrame({'a': range(3), 'a name': range(3)})"),
            ("chart", "import altair as alt\nalt.Chart(alt.Data(values=[{'x': 1, 'k': 'a'}, {'x': 2, 'k': 'b'}]))"
             ".mark_point().encode(x='x:Q', color='k:N')"),
            ("error", "1 / 0"),
        ):  # fmt: skip
            one.editor.fill(code)
            walk.press(one.button("Run"))
            one.settle()
            walk.look(page, f"cell with {state}", "#cell-1")
        one.editor.fill("input('What?')")
        walk.press(one.button("Run"))
        expect(one.section.get_by_role("textbox", name="What?")).to_be_visible()
        walk.look(page, "cell asks a question", "#cell-1")


def widgets(walk: Walk) -> None:
    """Every kind of live widget, and those that their Python has left."""
    with walk.reader(f"{PATH}#exercise-{FIRST}") as page:
        card = Card(page)
        assert card.press("Run", GALLERY.strip()) == "idle"
        expect(card.section.locator(".widgets[data-widgets=ready]")).to_have_count(1)
        expect(card.section.locator(".drawing[data-state=ready]").first).to_be_visible()
        walk.look(page, "live widgets", f"#exercise-{FIRST}")
        other = Cell(page).open()
        other.editor.fill(LOOP)
        walk.press(other.button("Run"))
        expect(other.section).to_have_attribute("data-state", "running")
        walk.press(other.button("Stop"))
        other.settle()
        walk.look(page, "widgets left by their Python", f"#exercise-{FIRST}")
