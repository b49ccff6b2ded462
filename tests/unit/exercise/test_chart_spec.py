"""A chart's specification is made once where nothing can change the chart, and anew everywhere else."""

import altair as alt
import pytest

from coursekit.exercise import chart as read
from coursekit.exercise import drawn
from coursekit.exercise.helpers.chart_spec import charts_unchanged, spec


class Counted(alt.Chart):
    """A chart that counts how often its specification is made."""

    made = 0

    def to_dict(self, *given, **named):
        type(self).made += 1
        return super().to_dict(*given, **named)


@pytest.fixture
def line():
    Counted.made = 0
    rows = [{"x": 1, "y": 2}, {"x": 2, "y": 1}]
    return Counted(alt.Data(values=rows)).mark_line().encode(x="x:Q", y="y:Q").properties(title="Fall")


def test_inside_it_is_made_once_for_each_chart_and_outside_each_time(line):
    other = line.properties(title="Other")
    Counted.made = 0
    with charts_unchanged():
        with charts_unchanged():
            assert spec(line) == spec(line) and spec(other)["title"] == "Other"
        assert spec(line)["title"] == "Fall"
    assert Counted.made == 2
    spec(line)
    assert Counted.made == 3


def test_a_chart_that_was_changed_between_two_looks_is_seen_as_it_is_now(line):
    with charts_unchanged():
        assert read.title(line) == "Fall"
    line.title = "Rise"
    with charts_unchanged():
        assert read.title(line) == "Rise"
    read.expect_title(line, "Rise")


def test_after_a_failure_nothing_is_kept(line):
    with pytest.raises(AssertionError), charts_unchanged():
        spec(line)
        spec("no chart")
    line.title = "Rise"
    assert spec(line)["title"] == "Rise"


def test_a_look_at_what_is_drawn_asks_once_and_finds_what_single_looks_find(line):
    at = {(1, 2), (2, 1)}
    assert drawn.picture(line, "line", "x", "y")["at"] == at
    assert Counted.made == 1
    drawn.expect_drawn(line, "line", ("x", "y"), sorted(at))
    assert Counted.made == 2
    assert set(map(tuple, drawn.drawn(line, "line", "x", "y"))) == at
