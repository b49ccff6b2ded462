"""Charts that can't be drawn are told from those that can: by their columns, their rows and their values."""

from __future__ import annotations

from decimal import Decimal

import altair as alt
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.live.charts.columns import missing_columns
from coursekit.live.charts.dates import local_dates
from coursekit.live.charts.display import drawable
from coursekit.live.charts.errors import ChartError
from coursekit.words import say

TABLE = pd.DataFrame({"year": [1, 2], "honoured": [1.5, 2], "side": ["a", "b"]})
BASE = alt.Chart(TABLE)
NAMES = st.text("abcxyz", min_size=1, max_size=8)


def refused(chart: object) -> ChartError:
    with pytest.raises(ChartError) as caught:
        drawable(chart)
    return caught.value


@pytest.mark.parametrize(
    ("chart", "message", "help"),
    [
        (BASE.mark_bar().encode(x="year:O", y="honored"), say("chart.no-column", name="honored"), "`honoured` meant"),
        (BASE.mark_bar().encode(x="year:O", y="honored:Q"), say("chart.no-column", name="honored"), "`honoured` meant"),
        (BASE.mark_bar().encode(x="Year:O"), say("chart.no-column", name="Year"), "`year` meant"),
        (alt.Chart(TABLE.groupby("side").sum()).mark_bar().encode(x="side"), "`side`", "reset_index"),
        (alt.Chart(TABLE.groupby("side").sum()).mark_bar().encode(x="side:N"), "`side`", "reset_index"),
        (alt.Chart(pd.DataFrame({"a": range(6000)})).mark_bar().encode(x="a:Q"), "6,000 rows", "disable_max_rows"),
        (alt.Chart(pd.DataFrame({"v": [Decimal("1.5")]})).mark_bar().encode(y="v:Q"), "`Decimal`", "astype(float)"),
        (alt.Chart(pd.DataFrame({"y.1": [1]})).mark_bar().encode(y="y.1"), "a dot", "rename"),
        (alt.Chart(pd.DataFrame({"y[1]": [1]})).mark_bar().encode(y="y[1]:Q"), "a bracket", "rename"),
        (alt.Chart(pd.DataFrame({0: [1]})).mark_bar().encode(y="0:Q"), "0", "columns=str"),
        (alt.Chart(alt.Data(values=[{"a": 1}])).mark_bar().encode(y="a"), "`a`", "`a:Q`"),
        (BASE.mark_bar().encode(x="year") | BASE.mark_bar().encode(x="yaer:O"), "`yaer`", "`year` meant"),
        (BASE.transform_filter("datum.sied == 'a'").mark_bar().encode(x="year"), "`sied`", "`side` meant"),
        (BASE.mark_bar().encode(x="year").facet("sied:N"), "`sied`", "`side` meant"),
        (alt.Chart(TABLE["year"]).mark_bar().encode(x="year:O"), "`Series`", "to_frame"),
        (BASE.mark_bar().encode(x="year") + alt.Chart([1, 2]).mark_bar(), "`list`", "pd.DataFrame"),
        (alt.Chart(TABLE["year"].to_numpy()).mark_bar(), "`ndarray`", "pd.DataFrame"),
    ],
)
def test_what_is_said_of_a_chart_that_cannot_be_drawn(chart: object, message: str, help: str) -> None:
    error = refused(chart)
    assert message in str(error) and help in error.help
    assert "Traceback" not in str(error) and "/" not in str(error)


@settings(deadline=None, max_examples=40)
@given(st.lists(NAMES, min_size=1, max_size=4, unique=True), NAMES)
def test_a_column_is_missing_exactly_if_the_table_has_none_of_its_name(columns: list[str], asked: str) -> None:
    rows = [dict.fromkeys(columns, 1)]
    spec = {"data": {"values": rows}, "mark": "bar", "encoding": {"x": {"field": asked, "type": "quantitative"}}}
    assert [one.name for one in missing_columns(spec)] == ([] if asked in columns else [asked])
    for part in ({"hconcat": [spec]}, {"layer": [spec]}, {"vconcat": [{"hconcat": [spec]}]}):
        assert [one.name for one in missing_columns(part)] == ([] if asked in columns else [asked])


@settings(deadline=None, max_examples=40)
@given(st.lists(NAMES, min_size=1, max_size=4, unique=True), NAMES)
def test_what_a_transform_makes_is_there(columns: list[str], made: str) -> None:
    rows = [dict.fromkeys(columns, 1)]
    encoding = {"x": {"field": made, "type": "quantitative"}}
    for transform in (
        {"calculate": f"datum.{columns[0]} + 1", "as": made},
        {"aggregate": [{"op": "mean", "field": columns[0], "as": made}], "groupby": columns},
        {"window": [{"op": "rank", "field": "", "as": made}]},
        {"fold": columns, "as": [made, "other"]},
        {"bin": True, "field": columns[0], "as": made},
        {"pivot": columns[0], "value": columns[0]},
    ):
        assert not missing_columns({"data": {"values": rows}, "transform": [transform], "encoding": encoding})


@given(st.dates())
def test_text_dates_are_read_in_the_readers_own_time(date: object) -> None:
    encoding = {"x": {"field": "day", "type": "temporal"}, "y": {"field": "n", "type": "quantitative"}}
    rows = [{"day": str(date), "n": "2024-01-01"}, {"day": f"{date}T10:00:00", "n": 1}]
    spec = {"data": {"name": "rows"}, "datasets": {"rows": rows}, "mark": "line", "encoding": encoding}
    drawn = local_dates(spec)["datasets"]["rows"]
    assert drawn == [{"day": f"{date}T00:00:00", "n": "2024-01-01"}, rows[1]]
    assert rows[0]["day"] == str(date)
