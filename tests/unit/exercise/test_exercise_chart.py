"""Looking into a learner's chart: what is read off it, and what the learner is told."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import altair as alt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.exercise import chart as look
from coursekit.exercise.check.run import run_checks

TABLE = pd.DataFrame({"year": [1990, 2000], "rate": [0.5, 0.25], "side": ["a", "b"], "when.day": ["2014-01-01"] * 2})
LINE = alt.Chart(TABLE, title=["Rates fell,", "fast"]).mark_line(point=True).encode(
    x=alt.X("year:O", title="Year"), y=alt.Y("mean(rate):Q", scale=alt.Scale(zero=False, domain=[0, 1])), color="side:N"
)  # fmt: skip
RULE = alt.Chart(pd.DataFrame({"at": [0.5]})).mark_rule().encode(y="at:Q")
SHAPES = {
    "alone": LINE, "layer": LINE + RULE, "beside": LINE | RULE, "below": LINE & RULE, "facet": LINE.facet("side:N"),
    "rows": LINE.encode(row="side:N"), "nested": (RULE | (RULE + LINE)), "concat": alt.concat(LINE, RULE, columns=1),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_drawn_is_found_in_any_composition(shape):
    chart = SHAPES[shape]
    for form in (chart, chart.to_dict(), json.loads(chart.to_json())):
        assert "line" in look.marks(form)
        assert look.encoding(form, "x", "line")["field"] == "year"
        assert [row["rate"] for row in look.rows(form, "line")] == [0.5, 0.25]
        assert look.plotted(form, "y", "line") == [0.5, 0.25]
        look.expect_mark(form, "line")
        look.expect_encoding(form, x="year", y="mean(rate)", color=["side", "rate"])
        look.expect_encoding(form, "line", x="year:O", y="mean(rate):Q", size=None)
        look.expect_rows(form, [{"year": 2000, "rate": 0.25}, {"year": 1990, "rate": 0.5 + 1e-9}], "line")
        look.expect_axis_title(form, "x", "year")
        look.expect_scale(form, "y", mark="line", zero=False, domain=(0, 1))


def test_layers_share_what_stands_above_them():
    base = alt.Chart(TABLE).encode(x="year:Q")
    chart = alt.layer(base.mark_line().encode(y="rate:Q"), base.mark_point().encode(y="rate:Q"), title="Both")
    assert look.marks(chart) == ["line", "point"]
    assert [view.encoding["x"]["field"] for view in look.views(chart)] == ["year", "year"]
    assert look.title(chart) == "Both"
    raw = {"data": {"values": [1, 2]}, "encoding": {"x": {"field": "data", "type": "quantitative"}}, "title": "T",
           "layer": [{"mark": "bar"}, {"mark": {"type": "rule"}, "encoding": {"x": {"datum": 3}}}]}  # fmt: skip
    assert look.plotted(raw, "x") == [1, 2]
    assert look.views(raw)[1].encoding["x"] == {"field": "data", "type": "quantitative", "datum": 3}


def test_a_repeat_gives_a_view_for_each_field():
    chart = alt.Chart(TABLE).mark_bar().encode(alt.X(alt.repeat("column"), type="quantitative"), y="count()")
    chart = chart.repeat(column=["year", "rate"])
    assert [view.encoding["x"]["field"] for view in look.views(chart)] == ["year", "rate"]
    look.expect_encoding(chart, x="rate:Q", y="count()")


def test_names_with_dots_are_read_as_they_are_in_the_table():
    chart = alt.Chart(TABLE).mark_point().encode(x=r"when\.day:T", tooltip=["year", "side"])
    look.expect_encoding(chart, x="when.day:T", tooltip="side")
    assert look.plotted(chart, "x") == ["2014-01-01"] * 2


def test_titles_are_read_wherever_they_stand():
    assert look.title(LINE) == "Rates fell, fast"
    look.expect_title(LINE + RULE, "FAST")
    assert look.axis_title(LINE, "y") == "mean(rate)"
    assert look.axis_title(alt.Chart(TABLE).mark_bar().encode(y=alt.Y("rate:Q", axis=alt.Axis(title="R"))), "y") == "R"


COMPLAINTS = [
    (lambda: look.marks(None), "It returned nothing: is there a `return`?"),
    (lambda: look.marks("chart"), "It returned a `str`, not a chart."),
    (lambda: look.rows(TABLE), "It returned a `DataFrame`, not a chart."),
    (lambda: look.marks(alt.Chart(TABLE).mark_bar().encode(x="year:Z")), "Altair cannot draw the chart: "),
    (lambda: look.expect_mark(LINE + RULE, "bar", "area"), "with `line` and `rule`, not with `bar` or `area`."),
    (lambda: look.expect_encoding(LINE, y="rate"), "On `y` stands `mean(rate)`; expected is `rate`."),
    (lambda: look.expect_encoding(LINE, x="rate"), "On `x` stands `year`; expected is `rate`."),
    (lambda: look.expect_encoding(LINE, x="year:T"), "`year` is taken as ordinal; expected is temporal, `year:T`."),
    (lambda: look.expect_encoding(LINE, size="rate"), "Nothing stands on `size`; expected is `rate`."),
    (lambda: look.expect_encoding(LINE, color=None), "On `color` stands `side`; expected is nothing."),
    (lambda: look.expect_encoding(LINE, "bar", x="year"), "It is drawn with `line`, not with `bar`."),
    (lambda: look.expect_rows(LINE, [{"year": 1990}]), "The data of the chart have 2 rows; expected are 1."),
    (lambda: look.expect_rows(LINE, [{"share": 1}]), "`share`. They have `year`, `rate`, `side` and `when.day`."),
    (lambda: look.expect_rows(LINE, [{"year": 1990}, {"year": 2001}]), "one row is missing, or wrong: year = 2001."),
    (lambda: look.expect_title(RULE), "The chart has no title."),
    (lambda: look.expect_title(LINE, "slow"), "The title is “Rates fell, fast”; it does not say “slow”."),
    (lambda: look.expect_axis_title(LINE, "y"), "The `y` axis has no title of its own, only mean(rate)."),
    (lambda: look.expect_axis_title(LINE, "x", "day"), "The title of the `x` axis is “Year”; it does not say “day”."),
    (lambda: look.expect_scale(LINE, "y", type="log"), "The scale of `y` has `type` None; expected is log."),
]  # fmt: skip


@pytest.mark.parametrize(("ask", "says"), COMPLAINTS)
def test_it_says_what_was_found_and_what_was_expected(ask, says):
    with pytest.raises(AssertionError, match=re.escape(says)):
        ask()


def test_the_learner_reads_the_helpers_sentence_after_the_docstring():
    tests = '''
from coursekit.exercise.chart import expect_mark
def test_is_a_line():
    """Time runs: draw a line."""
    expect_mark(draw(), "line")
'''
    report = run_checks(tests, {"draw": lambda: RULE})
    assert report["tests"][0]["message"] == "Time runs: draw a line. It is drawn with `rule`, not with `line`."
    assert report["tests"][0]["status"] == "failed"


@given(st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["mark", "layer", "spec", "data", "values", "name", "encoding", "x", "field", "title"]),
        inner,
        max_size=4,
    ),
))  # fmt: skip
def test_a_malformed_specification_ends_in_no_worse_than_a_plain_error(spec):
    try:
        look.marks(spec)
        look.rows(spec)
    except (AssertionError, AttributeError, TypeError, ValueError):
        pass


def test_it_needs_nothing_but_the_standard_library():
    modules = ", ".join(
        f"coursekit.exercise.{name}"
        for name in ("chart", "mark.compare", "mark.answers_json", "file.variants", "check.run", "answer", "drawn")
    )
    code = f"import sys; import {modules}"
    code += "; print([m for m in ('numpy', 'pandas', 'altair', 'ipywidgets', 'sphinx') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
