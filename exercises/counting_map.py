"""Where do words do more, and where do troops?

Draw the answer to the sentence "guarantees must be tangible to deter". Complete `atlas` so that it returns a chart of a table
with one row for each pair of a prize and a budget, and the columns

- `prize`: how much the challenger wants it,
- `budget`: what the guarantee costs, in billion euros a year,
- `lead`: by how many points the troops do better than words at the same cost (below zero: the words do better).

Draw one rectangle for each row: the prize across and the budget upwards, both as ordered categories (`:O`), the larger budget on top
(`sort="descending"`), and the lead as the colour, a quantity, on a scale whose middle is zero (`domainMid=0`). Give the vertical axis a title with its unit, “billion”.
The table itself must stay as it is.

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
from coursekit.exercise.drawn import domain, drawn, expect_drawn, expect_guide_title, expect_mark, expect_scale_type, scale

SMALL = pd.DataFrame({"prize": [0.5, 1.0, 0.5, 1.0], "budget": [7.0, 7.0, 25.0, 25.0], "lead": [-4.0, -5.0, 1.0, 3.0]})


def test_it_draws_rectangles():
    """Each pair of prize and budget is a field on a map: draw rectangles (`mark_rect`)."""
    expect_mark(atlas(SMALL), "rect")


def test_what_stands_where():
    """Prize across and budget upwards, both as ordered categories (`:O`); the lead is the colour, a quantity (`:Q`)."""
    expect_scale_type(atlas(SMALL), "x", "category", "rect")
    expect_scale_type(atlas(SMALL), "y", "category", "rect")
    expect_scale_type(atlas(SMALL), "color", "quantity", "rect")
    found = domain(atlas(SMALL), "x", "rect")
    assert not {7.0, 25.0} & set(found), f"Across yours has {found}: 7 and 25 are budgets."


def test_it_draws_the_table_it_is_given():
    """One rectangle for each row of the table that the function is given, with its lead as the colour."""
    expect_drawn(atlas(SMALL), "rect", ("x", "y", "color"), SMALL.values.tolist())
    inks = {tuple(row) for row in drawn(atlas(SMALL), "rect", "ink")}
    assert len(inks) == 4, f"The four leads differ, and your rectangles have {len(inks)} colours."
    found = scale(atlas(SMALL), "color", "rect")["domain"]
    assert min(found) <= -5 and max(found) >= 3, f"The leads go from -5 to 3; your colours from {min(found):g} to {max(found):g}."


def test_zero_is_the_middle():
    """Words lead below zero and troops above it, so the colours must part at zero: `domainMid=0` in the colour's scale."""
    found = scale(atlas(SMALL), "color", "rect")["domain"]
    middle = found[len(found) // 2] if len(found) % 2 else (found[0] + found[-1]) / 2
    assert abs(middle) < 1e-9, f"The middle of your scale is {middle:g}."


def test_more_money_is_higher_up():
    """A larger budget belongs higher up: without `sort="descending"` the first category stands on top."""
    lower, upper = _heights(atlas(SMALL))
    assert upper < lower, "In your chart the budget of 7 stands above that of 25."


def _heights(chart):
    """Where the two budgets stand, counted from the top."""
    places = {budget: at for budget, at in drawn(chart, "rect", "y", "top")}
    return places[7.0], places[25.0]


def test_the_axis_says_its_unit():
    """A reader must see what the budgets are: give the vertical axis a title with the unit, “billion”."""
    expect_guide_title(atlas(SMALL), "y", "billion", "bn", "10⁹", mark="rect")


# %% cases
TOLERANCE = 1e-6  # what is drawn is read back from places on the page


def cases(rng):
    return [
        {"table": lead_table(sorted(rng.sample([0.3, 0.6, 0.9, 1.2, 1.5, 1.8], 3)), sorted(rng.sample(range(1, 11), 4)))}
        for _ in range(10)
    ]


def compared(answer):
    """Where the rectangles stand and in which colour, around which middle, and whether the axis names its unit."""
    from coursekit.exercise.drawn import drawn, guide_title, picture, scale

    ends = scale(answer, "color", "rect")["domain"]
    middle = ends[len(ends) // 2] if len(ends) % 2 else (ends[0] + ends[-1]) / 2
    title = guide_title(answer, "y", "rect").lower()
    places = sorted(set(map(tuple, drawn(answer, "rect", "top", "y"))))
    seen = picture(answer, "rect", "x", "y", "color")
    return [seen, [budget for _, budget in places], middle, any(unit in title for unit in ("billion", "bn", "10⁹"))]


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
