"""What a chart draws, read back from Vega: what looks the same is the same, and what looks different is not."""

import re

import altair as alt
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.exercise import drawn as look
from coursekit.exercise.mark.answers_json import plain
from coursekit.exercise.mark.compare import same

TABLE = pd.DataFrame({"year": [1990, 2000, 1990, 2000], "rate": [0.5, 0.25, 0.1, 0.75], "side": ["a", "a", "b", "b"]})
X, Y = alt.X("year:Q", scale=alt.Scale(zero=False)), alt.Y("rate:Q", title="Rate", scale=alt.Scale(domain=[0, 1]))
LINES = alt.Chart(TABLE).mark_line().encode(x=X, y=Y, color="side:N")
RULE = alt.Chart().mark_rule().encode(y=alt.datum(0.5))
MORE = pd.concat([TABLE, pd.DataFrame({"year": [2010], "rate": [0.9], "side": ["a"]})])
POINTS = [(1990, 0.5, "a"), (2000, 0.25, "a"), (1990, 0.1, "b"), (2000, 0.75, "b")]


def one_side(side):
    return alt.Chart(TABLE[TABLE["side"] == side]).mark_line().encode(x=X, y=Y, color="side:N")


def picture(chart):
    return plain(look.picture(chart, "line", "x", "y", "color"))


SAME = {
    "points": LINES.mark_line(point=True),
    "category ordered": LINES.encode(color="side:O"),
    "rows turned": LINES.properties(data=TABLE.iloc[::-1]),
    "layers": one_side("a") + one_side("b"),
    "filter": LINES.properties(data=MORE).transform_filter("datum.year < 2005"),
    "calculated": LINES.properties(data=TABLE.assign(rate=TABLE["rate"] * 100))
    .transform_calculate(r="datum.rate / 100")
    .encode(y=alt.Y("r:Q", scale=alt.Scale(domainMin=0, domainMax=1))),
    "with a rule": LINES + RULE,
    "dashes too": LINES.encode(strokeDash="side:N"),
    "labels": LINES + LINES.mark_text().encode(text="side"),
}
OTHER = {
    "cut": LINES.encode(y=alt.Y("rate:Q", scale=alt.Scale(domain=[0, 0.6]))),
    "a row less": LINES.properties(data=TABLE.iloc[:3]),
    "turned": LINES.encode(x="rate:Q", y="year:Q"),
    "years as categories": LINES.encode(x="year:O"),
    "beside": one_side("a") | one_side("b"),
    "one colour": LINES.encode(color=alt.value("red"), detail="side"),
    "another number": LINES.properties(data=TABLE.replace(0.1, 0.2)),
    "back and forth": LINES.encode(order="rate:Q"),
}


@pytest.mark.parametrize("name", SAME)
def test_what_looks_the_same_is_the_same(name: str) -> None:
    assert same(picture(LINES), picture(SAME[name]), 1e-6)
    look.expect_drawn(SAME[name], "line", ("x", "y", "color"), POINTS)
    look.expect_full_scale(SAME[name], "y", 0, 1, "line")


@pytest.mark.parametrize("name", OTHER)
def test_what_looks_different_is_not(name: str) -> None:
    right = picture(LINES)
    try:
        other = picture(OTHER[name])
    except AssertionError as refusal:  # it lacks what is asked of it: refused in a sentence, and wrong in marking
        assert name == "one colour" and "color" in str(refusal)
    else:
        assert not same(right, other, 1e-6)


def test_bars_have_two_ends_and_an_order() -> None:
    bars = alt.Chart(TABLE[:2]).mark_bar().encode(x="rate:Q", y=alt.Y("year:O", sort="x", title="Of the year"))
    assert sorted(look.drawn(bars, "bar", "x", "x2", "y")) == [[0, 0.25, 2000], [0, 0.5, 1990]]
    assert look.domain(bars, "y") == [2000, 1990]
    assert look.guide_title(bars, "y") == "Of the year"
    both = alt.Chart(TABLE[:2]).mark_bar().encode(x="low:Q", x2="rate:Q", y="year:O").transform_calculate(low="0.1")
    assert sorted(look.drawn(both, "bar", "x", "x2")) == [[0.1, 0.25], [0.1, 0.5]]


def test_a_colour_that_counts_is_read_off_its_row() -> None:
    field = alt.Chart(TABLE).mark_rect().encode(x="year:O", y="side:O", color="rate:Q")
    look.expect_drawn(field, "rect", ("x", "y", "color"), [(year, side, rate) for year, rate, side in POINTS])


COMPLAINTS = [
    (lambda: look.expect_mark(LINES, "bar"), "It is drawn with `line`, not with `bar`."),
    (lambda: look.expect_mark(one_side("a") | one_side("b"), "line"), "Your charts stand beside or below each other"),
    (lambda: look.expect_drawn(LINES, "line", ("x", "y"), [(1990, 0.4)]), "No line is drawn at x 1990, y 0.4"),
    (lambda: look.expect_drawn(LINES, "line", ("x", "y"), [(x, y) for x, y, _ in POINTS[:3]]), "where none belongs"),
    (lambda: look.expect_drawn(OTHER["cut"], "line", ("x", "y"), []), "The scale of `y` is cut"),
    (lambda: look.expect_full_scale(OTHER["cut"], "y", 0, 1), "shows 0 – 0.6; it should show 0 to 1."),
    (lambda: look.expect_scale_type(OTHER["years as categories"], "x", "quantity"), "is taken as a category"),
    (lambda: look.expect_scale_type(LINES, "x", "category"), "is taken as a quantity"),
    (lambda: look.expect_scale_type(LINES.encode(y=alt.Y("rate:Q").scale(type="log")), "y", "linear"), "“log”"),
    (lambda: look.expect_guide_title(LINES, "x", bare=("year",)), "has no title of its own, only year."),
    (lambda: look.expect_guide_title(LINES, "y", "points"), "is “Rate”; it does not say “points”."),
    (lambda: look.expect_lines_run_across(OTHER["back and forth"]), "back and forth"),
    (lambda: look.expect_one_scale((LINES + RULE).resolve_scale(y="independent"), "y"), "different scales"),
    (lambda: look.layers(TABLE), "It returned a `DataFrame`, not a chart."),
    (lambda: look.scale(LINES, "size"), "Nothing is drawn along `size`."),
]


@pytest.mark.parametrize(("ask", "says"), COMPLAINTS)
def test_it_says_what_was_found_and_what_was_expected(ask, says) -> None:
    with pytest.raises(AssertionError, match=re.escape(says)):
        ask()


@settings(deadline=None, max_examples=15)
@given(
    st.lists(
        st.tuples(st.integers(-500, 500), st.integers(-500, 500)), min_size=1, max_size=8, unique_by=lambda p: p[0]
    )
)
def test_points_are_drawn_where_the_table_has_them(points) -> None:
    chart = alt.Chart(pd.DataFrame(points, columns=["a", "b"])).mark_point().encode(x="a:Q", y="b:Q")
    look.expect_drawn(chart, "point", ("x", "y"), points)


@pytest.mark.parametrize("corner", ["cornerRadius", "cornerRadiusEnd", "cornerRadiusTopLeft"])
@pytest.mark.parametrize("across", ["rate:Q", "side:N"])
def test_round_corners_are_a_matter_of_looks(corner: str, across: str) -> None:
    upwards = "side:N" if across == "rate:Q" else "rate:Q"
    asked = ("x", "x2", "y", "color") if across == "rate:Q" else ("y", "y2", "x", "color")
    bars = alt.Chart(TABLE).encode(x=across, y=upwards, color="year:N")
    plain_bars, round_bars = bars.mark_bar(), bars.mark_bar(**{corner: 4})
    assert same(plain(look.picture(plain_bars, "bar", *asked)), plain(look.picture(round_bars, "bar", *asked)))
    look.expect_mark(round_bars, "bar")
