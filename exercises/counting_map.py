"""Where do words do more, and where do troops?

Draw the answer to the sentence "guarantees must be tangible to deter". Complete `atlas` so that it returns a chart of a table
with one row for each pair of a prize and a budget, and the columns

- `prize`: how much the challenger wants it,
- `budget`: what the guarantee costs, in billion euros a year,
- `lead`: by how many points the troops do better than words at the same cost (below zero: the words do better).

Draw one rectangle for each row: the prize across and the budget upwards, both as ordered categories (`:O`), the larger budget on top
(`sort="descending"`), and the lead as the colour, a quantity, on a scale whose middle is zero (`domainMid=0`). Give the vertical axis a title with its unit.

`TABLE` holds the model's answer, `lead_table` makes such tables.
"""

# %% setup
import altair as alt
import numpy as np
import pandas as pd

from deterrence.model import GRAPH

PART = GRAPH.behind("deterrence_value")


def lead_table(prizes, budgets):
    """Return a table of prize, budget and lead: troops' deterrence value less that of words, in points."""
    prize, budget = (grid.ravel() for grid in np.meshgrid(np.asarray(prizes, float), np.asarray(budgets, float)))
    troops, words = (
        PART.evaluate(prize=prize, budget=budget, troops_share=share, words_share=1 - share)["deterrence_value"]
        for share in (1.0, 0.0)
    )
    return pd.DataFrame({"prize": prize.round(2), "budget": budget, "lead": (100 * (troops - words)).round(1)})


TABLE = lead_table(np.arange(4, 21, 2) / 10, [0.5, 1, 2, 3, 4, 6, 8, 10])


# %% solution
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    ### BEGIN SOLUTION
    colour = alt.Color("lead:Q", title="Points that troops do better", scale=alt.Scale(scheme="brownbluegreen", domainMid=0))
    upwards = alt.Y("budget:O", sort="descending", title="Billion € a year")
    return alt.Chart(table).mark_rect().encode(x=alt.X("prize:O", title="How much it is wanted"), y=upwards, color=colour)
    ### END SOLUTION


atlas(TABLE)

# %% hints
HINTS = [
    "A chart begins with the table: `alt.Chart(table)`. The mark for rectangles is `mark_rect`.",
    "What needs more than a column's name goes into `alt.X`, `alt.Y` or `alt.Color`: there `title`, `sort` and `scale` have a place.",
    "`alt.Scale(domainMid=0)` puts zero into the middle of a scheme with two ends, such as `scheme=\"brownbluegreen\"`.",
]

# %% tests
from coursekit.exercise.chart import expect_axis_title, expect_encoding, expect_mark, expect_rows, expect_scale

SMALL = pd.DataFrame({"prize": [0.5, 1.0, 0.5, 1.0], "budget": [1.0, 1.0, 5.0, 5.0], "lead": [-4.0, -5.0, 1.0, 3.0]})


def test_it_draws_rectangles():
    """Each pair of prize and budget is a field on a map: draw rectangles (`mark_rect`)."""
    expect_mark(atlas(SMALL), "rect")


def test_what_stands_where():
    """Prize across and budget upwards, both as ordered categories (`:O`); the lead is the colour, a quantity (`:Q`)."""
    expect_encoding(atlas(SMALL), x="prize:O", y="budget:O", color="lead:Q")


def test_it_draws_the_table_it_is_given():
    """The chart must draw the table that the function is given. Does it draw `TABLE`, whatever comes in?"""
    expect_rows(atlas(SMALL), SMALL.to_dict("records"))


def test_zero_is_the_middle():
    """Words lead below zero and troops above it, so the colours must part at zero: `domainMid=0` in the colour's scale."""
    expect_scale(atlas(SMALL), "color", domainMid=0)


def test_more_money_is_higher_up():
    """A larger budget belongs higher up: without `sort="descending"` the first category stands on top."""
    from coursekit.exercise.chart import encoding

    assert encoding(atlas(SMALL), "y").get("sort") == "descending", "The vertical axis has another order."


def test_the_axis_says_its_unit():
    """A reader must see what the budgets are: give the vertical axis a title of its own, with the unit."""
    expect_axis_title(atlas(SMALL), "y")


# %% cases
def compared(answer):
    from coursekit.exercise.chart import encoding

    scale = encoding(answer, "color").get("scale") or {}
    return {"chart": answer, "order": encoding(answer, "y").get("sort"), "middle": scale.get("domainMid")}


def cases(rng):
    return [
        {"table": lead_table(sorted(rng.sample([0.3, 0.6, 0.9, 1.2, 1.5, 1.8], 3)), sorted(rng.sample(range(1, 11), 4)))}
        for _ in range(10)
    ]


# %% mistakes
def mistake_points(table):
    """test_it_draws_rectangles"""
    return alt.Chart(table).mark_point().encode(x="prize:Q", y="budget:Q", color="lead:Q")


def mistake_as_quantities(table):
    """test_what_stands_where"""
    return alt.Chart(table).mark_rect().encode(x="prize:Q", y="budget:Q", color="lead:Q")


def mistake_turned_round(table):
    """test_what_stands_where"""
    return alt.Chart(table).mark_rect().encode(x="budget:O", y="prize:O", color="lead:Q")


def mistake_always_the_same_table(table):
    """test_it_draws_the_table_it_is_given"""
    return alt.Chart(TABLE).mark_rect().encode(x="prize:O", y="budget:O", color="lead:Q")


def mistake_colours_part_anywhere(table):
    """test_zero_is_the_middle"""
    return alt.Chart(table).mark_rect().encode(x="prize:O", y=alt.Y("budget:O", sort="descending"), color="lead:Q")


def mistake_upside_down(table):
    """test_more_money_is_higher_up"""
    colour = alt.Color("lead:Q", scale=alt.Scale(scheme="brownbluegreen", domainMid=0))
    return alt.Chart(table).mark_rect().encode(x="prize:O", y="budget:O", color=colour)
