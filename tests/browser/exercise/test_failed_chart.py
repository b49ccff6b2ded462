"""A chart that fails only as the page draws it ends in an error, in the state of its card and in the sentence."""

from __future__ import annotations

import re

import pytest
from exercise_card import Card, address
from playwright.sync_api import Page, expect

from coursekit.words import say

pytestmark = pytest.mark.timeout(400)

CHART = """import altair as alt
import pandas as pd
chart = alt.Chart(pd.DataFrame({{"a": [1, 2], "b": [3, 4]}})).mark_point().encode(x="a", y="b")
chart{more}"""
FAILING = {
    "scheme": """.encode(color=alt.Color("a:Q", scale=alt.Scale(scheme=alt.ExprRef("'nosuchscheme'"))))""",
    "expression": """.transform_calculate(c="nosuchfunction(datum.a)")""",
}


def test_a_chart_that_vega_cannot_draw_is_an_error(page: Page, base: str, course: dict) -> None:
    page.goto(address(base, course))
    card = Card(page)
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
