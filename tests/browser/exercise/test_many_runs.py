"""Run after run, a page keeps nothing: a short form of benchmarks/many_runs.py."""

from __future__ import annotations

import sys

import pytest
from exercise_card import Card, address
from paths import ROOT
from playwright.sync_api import BrowserContext

sys.path.insert(0, str(ROOT / "benchmarks"))
from many_runs import CODES, Workers, press, reading

pytestmark = pytest.mark.timeout(300)


def test_runs_leave_nothing_behind(context: BrowserContext, base: str, course: dict) -> None:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    workers = Workers(session)
    page.goto(address(base, course))
    card = Card(page)
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
