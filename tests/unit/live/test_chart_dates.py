"""Text dates are read in the reader's own time, however a chart asks for them; large whole numbers are told of."""

from __future__ import annotations

from contextlib import redirect_stderr
from io import StringIO
from typing import Any

import altair as alt
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.live.charts.display import EXACT, drawable
from coursekit.words import say

DAYS = st.dates().map(str)


def rows_in(spec: dict[str, Any]) -> list[Any]:
    """Return all rows of a specification: those under names, and those that stand in a view."""
    own = spec.get("data", {}).get("values", []) if isinstance(spec.get("data"), dict) else []
    inner = [row for part in ("layer", "hconcat") for child in spec.get(part, ()) for row in rows_in(child)]
    return [*own, *inner, *(row for rows in spec.get("datasets", {}).values() for row in rows)]


@settings(max_examples=15, deadline=None)
@given(day=DAYS)
@pytest.mark.parametrize("inline", [False, True], ids=["table", "rows in the code"])
@pytest.mark.parametrize("x", ["day:T", "year(day):O", "month(day):N", "yearmonth(day):T"])
def test_a_text_date_is_midnight_where_the_reader_is(inline: bool, x: str, day: str) -> None:
    rows = [{"day": day, "n": 1}]
    chart = alt.Chart(alt.Data(values=rows) if inline else pd.DataFrame(rows)).mark_bar().encode(x=x, y="n:Q")
    for drawn in (chart, chart + chart.mark_point(), chart | chart):
        found = rows_in(drawable(drawn))
        assert found and {row["day"] for row in found} == {f"{day}T00:00:00"}
    assert rows == [{"day": day, "n": 1}]


@settings(max_examples=15, deadline=None)
@given(day=DAYS)
def test_a_part_of_the_time_that_a_transform_takes_is_the_readers_too(day: str) -> None:
    chart = alt.Chart(pd.DataFrame({"day": [day]})).transform_timeunit(month="month(day)").mark_bar()
    assert rows_in(drawable(chart.encode(x="month:O"))) == [{"day": f"{day}T00:00:00"}]


@settings(max_examples=15, deadline=None)
@given(day=DAYS)
def test_a_text_that_is_drawn_as_a_name_or_in_utc_stays(day: str) -> None:
    chart = alt.Chart(pd.DataFrame({"day": [day]})).mark_bar()
    for x in ("day:N", "day:O", "utcyear(day):O"):
        assert rows_in(drawable(chart.encode(x=x))) == [{"day": day}]


@settings(max_examples=20, deadline=None)
@given(number=st.integers(-(2**62), 2**62))
@pytest.mark.parametrize("inline", [False, True], ids=["table", "rows in the code"])
def test_whole_numbers_that_a_chart_rounds_are_told(inline: bool, number: int) -> None:
    rows = [{"id": number}]
    chart = alt.Chart(alt.Data(values=rows) if inline else pd.DataFrame(rows)).mark_bar().encode(x="id:O")
    with redirect_stderr(StringIO()) as told:
        drawable(chart)
    assert (say("chart.inexact", column="id") in told.getvalue()) == (abs(number) > EXACT)
