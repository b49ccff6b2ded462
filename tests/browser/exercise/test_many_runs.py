"""One page with Python through an hour: run after run keeps nothing, and a chart that fails ends in an error."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest
from exercise_card import Card, link
from paths import ROOT
from playwright.sync_api import BrowserContext, expect
from watched_page import Watched

from coursekit.words import say

sys.path.insert(0, str(ROOT / "benchmarks"))
from many_runs import CODES, Workers, press, reading

pytestmark = pytest.mark.timeout(400)


@pytest.fixture(scope="module")
def card(module_profile: BrowserContext, base: str, course: dict) -> Iterator[Card]:
    """One page for both tests."""
    watched = Watched(module_profile)
    watched.page.goto(link(base, course))
    yield Card(watched.page)
    watched.end()
    faults = watched.faults()
    assert not faults, faults


@pytest.mark.thorough
def test_runs_leave_nothing_behind(card: Card) -> None:
    """A short form of benchmarks/many_runs.py."""
    session = card.page.context.new_cdp_session(card.page)
    session.send("Performance.enable")
    workers = Workers(session)
    readings = []
    for run in range(1, 61):
        button, code = CODES[run % len(CODES)]
        press(card, button, f"{code}\n# {run % 7}")
        if run in {30, 60}:
            readings.append(reading(card, session, workers))
    before, after = readings
    assert before["worker heap, MB"] > 1, "the worker was not read"
    # What a chart, a table or a listener left behind would stand out here, six times over.
    assert after["nodes"] <= before["nodes"] + 50
    assert after["listeners"] <= before["listeners"] + 5
    assert after["Python, MB"] == before["Python, MB"]
    for heap in ("page heap, MB", "worker heap, MB"):
        assert after[heap] < 1.1 * before[heap], readings


CHART = """import altair as alt
import pandas as pd
chart = alt.Chart(pd.DataFrame({{"a": [1, 2], "b": [3, 4]}})).mark_point().encode(x="a", y="b")
chart{more}"""
FAILING = {
    "scheme": """.encode(color=alt.Color("a:Q", scale=alt.Scale(scheme=alt.ExprRef("'nosuchscheme'"))))""",
    "expression": """.transform_calculate(c="nosuchfunction(datum.a)")""",
}


def test_a_chart_that_vega_cannot_draw_is_an_error(card: Card) -> None:
    for more in FAILING.values():
        card.editor.fill(CHART.format(more=more))
        card.button(say("exercise.run")).click()
        expect(card.section).to_have_attribute("data-state", "error", timeout=120_000)
        expect(card.status).to_contain_text(say("outputs.chart-failed", detail="").strip())
    card.editor.fill(CHART.format(more=""))
    card.button(say("exercise.run")).click()
    expect(card.section.locator(".drawing")).to_have_attribute("data-state", "ready", timeout=120_000)
    expect(card.section).to_have_attribute("data-state", "idle")
    expect(card.status).to_contain_text(re.compile("^Done"))
