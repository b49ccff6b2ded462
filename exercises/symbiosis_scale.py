"""Draw where the sum turns into a surplus.

`SURPLUS` is a part of the model. `SURPLUS.evaluate(**THREE, budget=20.0, prize=…)` returns a dictionary; under `"synergy"` it has what troops, industry and army
are worth together, less what they are worth one by one, as a chance (0.05 is five points). The prize may be a whole array.

Complete `draw` so that it returns an Altair chart for a list of prizes: a line with the prize across and the surplus upwards *in points* (not rounded), and in the same
frame a rule across it at zero. Both axes have even (linear) scales; the vertical one has a title that says “points”. The prizes come in any order, and the list itself must stay as it is.
"""
# %% setup
import altair as alt
import numpy as np
import pandas as pd

from deterrence.model import GRAPH

SURPLUS = GRAPH.behind("synergy")
THREE = {"words_share": 0.0, "troops_share": 1 / 3, "industry_share": 1 / 3, "army_share": 1 / 3}


# %% solution
def draw(prizes):
    """Return a chart of the surplus, in points, along the prizes, with a rule at zero."""
    ### BEGIN SOLUTION
    prizes = np.array(prizes, float)
    worth = SURPLUS.evaluate(**THREE, budget=20.0, prize=prizes)["synergy"]
    table = pd.DataFrame({"prize": prizes, "surplus": 100 * worth})
    line = alt.Chart(table).mark_line().encode(x="prize:Q", y=alt.Y("surplus:Q", title="Whole less parts, in points"))
    zero = alt.Chart(pd.DataFrame({"surplus": [0]})).mark_rule().encode(y="surplus:Q")
    return line + zero
    ### END SOLUTION


draw([0.4 + 0.1 * i for i in range(17)])

# %% hints
HINTS = [
    "Make the table first: the prizes, and 100 times what `evaluate` returns under `\"synergy\"`.",
    "The line is `alt.Chart(table).mark_line().encode(x=…, y=…)`; a title goes into `alt.Y(\"surplus:Q\", title=…)`.",
    "The rule is a chart of its own over a table with one row, and `a + b` lays one chart over the other.",
]
# %% tests
from coursekit.exercise.drawn import (
    drawn,
    expect_drawn,
    expect_guide_title,
    expect_lines_run_across,
    expect_mark,
    expect_one_scale,
    expect_scale_type,
)

SOME = [0.5, 1.0, 1.6]


def surplus_at(prizes):
    """What the line must show: the prize and the surplus in points."""
    return [(prize, 100 * float(SURPLUS.evaluate(**THREE, budget=20.0, prize=prize)["synergy"])) for prize in prizes]


def line():
    """What the learner's line shows, by prize."""
    return {round(at, 6): up for at, up in drawn(draw(SOME), "line", "x", "y")}


def test_it_is_a_line():
    """A quantity along another quantity: draw a line."""
    expect_mark(draw(SOME), "line")


def test_what_stands_where():
    """The prize goes across, the surplus upwards, both as quantities (`:Q`) on even scales."""
    chart = draw(SOME)
    expect_scale_type(chart, "x", "linear", "line")
    expect_scale_type(chart, "y", "linear", "line")


def test_it_draws_the_prizes_it_is_given():
    """The line must stand at the prizes that the function is given, and at no others."""
    assert sorted(line()) == SOME, f"Given {SOME}, across yours has {sorted(line())}."


def test_in_points():
    """A chance of 0.067 is 6.7 points: with much at stake (a prize of 1.6) the surplus is between 5 and 9 points."""
    found = line()[1.6]
    assert 5 < found < 9, f"Yours is {found:g}."


def test_below_zero_with_little_at_stake():
    """At a prize of 0.5 the whole is worth less than its parts: whole less parts is below zero."""
    found = line()[0.5]
    assert found < 0, f"Yours is {found:g}."


def test_it_is_the_surplus():
    """The line shows what `SURPLUS` gives under `"synergy"` for each prize, at a budget of 20, in points and not rounded."""
    chart = draw(SOME)
    expect_drawn(chart, "line", ("x", "y"), surplus_at(SOME))
    expect_lines_run_across(chart)


def test_there_is_a_rule_at_zero():
    """The reader must see where the sum turns: add a rule across the chart at zero."""
    chart = draw(SOME)
    expect_mark(chart, "rule")
    found = [up for (up,) in drawn(chart, "rule", "y")]
    assert any(up is not None and abs(up) < 1e-6 for up in found), f"Upwards, your rule stands at {found}."
    expect_one_scale(chart, "y")


def test_the_axis_names_its_unit():
    """Give the vertical axis a title that says “points”."""
    expect_guide_title(draw(SOME), "y", "points", mark="line")


# %% cases
TOLERANCE = 1e-6  # what is drawn is read back from places on the page


def cases(rng):
    return [{"prizes": [n / 100 for n in rng.sample(range(40, 201), rng.randint(4, 12))]} for _ in range(10)]


def compared(answer):
    """What the line shows, whether a rule stands at zero on the same scale, and the unit in the title."""
    from coursekit.exercise.drawn import domain, drawn, guide_title, picture

    rules = [up for (up,) in drawn(answer, "rule", "y") if up is not None]
    zero = any(abs(up) < 1e-6 for up in rules) and domain(answer, "y", "rule") == domain(answer, "y", "line")
    return [picture(answer, "line", "x", "y"), zero, "points" in guide_title(answer, "y", "line").lower()]


# %% mistakes
def mistake_not_in_points(prizes):
    """test_in_points"""
    prizes = np.array(prizes, float)
    worth = SURPLUS.evaluate(**THREE, budget=20.0, prize=prizes)["synergy"]
    line = alt.Chart(pd.DataFrame({"prize": prizes, "surplus": worth})).mark_line()
    return line.encode(x="prize:Q", y=alt.Y("surplus:Q", title="points"))


def mistake_no_rule(prizes):
    """test_there_is_a_rule_at_zero"""
    prizes = np.array(prizes, float)
    worth = 100 * SURPLUS.evaluate(**THREE, budget=20.0, prize=prizes)["synergy"]
    line = alt.Chart(pd.DataFrame({"prize": prizes, "surplus": worth})).mark_line()
    return line.encode(x="prize:Q", y=alt.Y("surplus:Q", title="points"))


def mistake_always_the_same_prizes(prizes):
    """test_it_draws_the_prizes_it_is_given"""
    prizes = np.linspace(0.4, 2.0, 17)
    worth = 100 * SURPLUS.evaluate(**THREE, budget=20.0, prize=prizes)["synergy"]
    line = alt.Chart(pd.DataFrame({"prize": prizes, "surplus": worth})).mark_line()
    return line.encode(x="prize:Q", y=alt.Y("surplus:Q", title="points"))
