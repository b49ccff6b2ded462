"""Answers as plain data, and whether two agree: what marks rest on."""

from __future__ import annotations

import datetime as dt
import io
import json
import math
import random

import altair as alt
import ipywidgets as widgets
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.exercise.mark.answers_json import NotPlain, plain
from coursekit.exercise.mark.compare import difference, same

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes()
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=3), inner, max_size=4)
        | st.sets(scalars, max_size=4)
    ),
    max_leaves=12,
)
TABLE = pd.DataFrame({"war": ["a", "b", "c"], "rate": [0.5, math.nan, 0.25]})


def crossed(value):
    """The answer as it arrives outside the learner's Python."""
    return json.loads(json.dumps(plain(value), allow_nan=False))


def alike(one, other, **how):
    return same(crossed(one), crossed(other), **how)


@settings(deadline=None)
@given(values)
def test_an_answer_crosses_as_json_and_agrees_with_itself(value):
    assert same(crossed(value), plain(value))


@settings(deadline=None)
@given(values, values)
def test_agreement_has_no_sides_and_tells_apart_what_differs(one, other):
    assert alike(one, other) == alike(other, one)
    if json.dumps(plain(one)) == json.dumps(plain(other)):
        assert alike(one, other)
    assert not alike([one], [one, other])
    assert not alike({"a": one}, {"b": one})


@settings(deadline=None)
@given(st.floats(min_value=-1e12, max_value=1e12), st.floats(min_value=1e-6, max_value=1))
def test_numbers_agree_within_the_tolerance_only(number, off):
    scale = max(1.0, abs(number))
    assert alike(number, number + scale * 1e-12)
    assert not alike(number, number + scale * off)
    assert alike(number, number + scale * off * 0.9, tolerance=off)
    assert not alike(1, True)


@pytest.mark.parametrize(("one", "other"), [
    (1, 1.0), (np.float64(2), 2), (np.int8(3), 3), (np.bool_(True), True), (math.nan, np.float32("nan")),
    (pd.NA, math.nan), (dt.date(2014, 3, 18), pd.Timestamp("2014-03-18")), (np.array([1, 2]), [1, 2]), ((1, 2), [1, 2]),
    (np.array(["2014-03-18"], dtype="datetime64[ns]"), [dt.date(2014, 3, 18)]), ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (pd.Series([1, 2], index=[7, 9]), [1, 2]), (pd.Series([1, 2], index=["x", "y"]), [1, 2]), ({2, 1}, {1, 2}),
    (pd.Series([1, 2], index=["x", "y"]), {"y": 2, "x": 1}), (TABLE, TABLE[["rate", "war"]]), (TABLE, TABLE.iloc[::-1]),
    (pd.Series([1, 2], index=["x", "y"]), pd.Series([2, 1], index=["y", "x"])), (TABLE, TABLE.assign(more=1)),
    (pd.Timedelta("1D"), dt.timedelta(days=1)),
])  # fmt: skip
def test_what_counts_as_the_same(one, other):
    assert alike(one, other)


@pytest.mark.parametrize(("expected", "got", "where"), [
    (1, "1", ""), ([1, 2], [2, 1], "[0]"), ([1], {1}, ""), ({"a": [1, 5]}, {"a": [1, 6]}, "['a'][1]"), (None, 0, ""),
    (math.inf, -math.inf, ""), (math.inf, 1e308, ""), (dt.date(2014, 3, 18), "2014-03-18", ""), (math.nan, None, ""),
    (TABLE, TABLE.head(2), "rows"), (TABLE, TABLE.rename(columns={"rate": "share"}), "rate"), (TABLE, 3, ""),
    (TABLE, TABLE.fillna(0), "rows[1]"), (TABLE, TABLE.set_index("war"), "war"), (TABLE.assign(more=1), TABLE, "more"),
    (pd.Series([1, 2], index=["x", "y"]), pd.Series([1, 2], index=["y", "x"]), "['x']"), ({1: 2}, {1: 3}, "[1]"),
])  # fmt: skip
def test_where_two_answers_part(expected, got, where):
    assert difference(crossed(expected), crossed(got)) == where


def test_the_order_of_rows_counts_where_the_exercise_says_so():
    assert alike(TABLE, TABLE.iloc[::-1])
    assert not alike(TABLE, TABLE.iloc[::-1], ordered=True)
    assert alike(TABLE, TABLE[["rate", "war"]], ordered=True)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.floats(-10, 10)), min_size=1, max_size=40), st.randoms())
def test_shuffled_rows_agree_and_a_changed_cell_does_not(rows, rng):
    table = pd.DataFrame(rows, columns=["name", "value"])
    order = list(range(len(rows)))
    rng.shuffle(order)
    assert alike(table, table.iloc[order])
    table.loc[rng.randrange(len(rows)), "value"] += 1
    shifted = pd.DataFrame(rows, columns=["name", "value"])
    assert not alike(table, shifted)


def test_a_long_shuffled_table_is_compared_at_once():
    rng = random.Random(1)
    rows = [(rng.random(), rng.random()) for _ in range(5000)]
    table = pd.DataFrame(rows, columns=["x", "y"])
    assert alike(table, table.sample(frac=1, random_state=1))


def line(table, **more):
    return alt.Chart(table, **more).mark_line().encode(x="year:Q", y="rate:Q")


YEARS = pd.DataFrame({"year": [1, 2, 3], "rate": [0.5, 0.6, 0.7], "note": ["", "", "!"]})


@pytest.mark.parametrize("other", [
    line(YEARS.iloc[::-1]), line(YEARS, title="Taste").properties(width=99), line(YEARS[["rate", "year"]]),
    line(YEARS).encode(tooltip="note"), line(YEARS).encode(color=alt.value("red")),
    alt.Chart(YEARS).mark_line(point=True).encode(alt.X("year:Q", title="T"), alt.Y("rate:Q", axis=None)),
])  # fmt: skip
def test_charts_agree_whatever_they_wear(other):
    assert alike(line(YEARS), other)


@pytest.mark.parametrize("other", [
    alt.Chart(YEARS).mark_bar().encode(x="year:Q", y="rate:Q"),
    alt.Chart(YEARS).mark_line().encode(x="rate:Q", y="year:Q"),
    alt.Chart(YEARS).mark_line().encode(x="year:O", y="rate:Q"), alt.Chart(YEARS).mark_line().encode(x="year:Q"),
    alt.Chart(YEARS).mark_line().encode(x="year:Q", y="mean(rate):Q"), line(YEARS.head(2)),
    line(YEARS.assign(rate=lambda t: t["rate"] + 0.01)), line(YEARS) + line(YEARS).mark_point(), YEARS,
    line(YEARS).transform_filter("datum.year > 1"), line(YEARS).encode(color="note:N"),
    line(YEARS).facet("note:N"), line(YEARS).encode(column="note:N"),
])  # fmt: skip
def test_charts_that_show_something_else_do_not_agree(other):
    assert not alike(line(YEARS), other)


def test_layers_in_another_order_agree():
    rule = alt.Chart(pd.DataFrame({"at": [0.5]})).mark_rule().encode(y="at:Q")
    assert alike(line(YEARS) + rule, rule + line(YEARS))
    assert not alike(line(YEARS) + rule, line(YEARS))


def built(value=3, label="troops"):
    return widgets.VBox([widgets.IntSlider(value, max=10, description=label), widgets.Label("said")])


def test_widgets_agree_by_kind_state_and_children():
    assert alike(built(), built())
    assert not alike(built(), built(4))
    assert not alike(built(), built(label="else"))
    assert not alike(built(), widgets.HBox(built().children))
    assert not alike(built(), widgets.VBox(built().children[:1]))


@pytest.mark.parametrize("forged", [
    {"$number": "nan"}, {"$table": 3}, {"$map": 1}, {"$error": "X"}, [{"$chart": []}], {"$set": [[]]},
])  # fmt: skip
def test_a_forged_form_agrees_with_nothing_and_breaks_nothing(forged):
    assert not alike(1.0, forged), "a learner's own dictionary crosses as a mapping"
    for right in (math.nan, TABLE, {"a": 1}, line(YEARS), {1, 2}, [1]):
        assert not alike(right, forged)
        if forged != {"$number": "nan"}:
            assert not same(crossed(right), forged), "nor as it would arrive from a tampered interpreter"
    assert not same({"$error": "X"}, {"$error": "X"}), "no error is an answer"


def test_an_object_without_a_plain_form_is_refused():
    for value in (
        object(),
        io.StringIO(),
        [object()],
        list(range(300_000)),
        line(pd.DataFrame({"year": range(200_000), "rate": 1})),
    ):
        with alt.data_transformers.enable("default", max_rows=None), pytest.raises(NotPlain):
            plain(value)
