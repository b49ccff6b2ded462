"""Where does the tripwire turn into a shield?

Complete `turn` so that it returns a line chart of a table with the columns

- `troops`: the number of allied troops,
- `chance`: a chance, from 0 to 1,
- `of`: which chance it is, `guarantor fights` or `challenger wins at once`.

Draw one line for each kind of chance: troops across, the chance upwards on a scale from 0 to 1, the kind as the colour *and* as the dash of
the line (`strokeDash`), so that nobody needs to see colours. Give both axes titles that say what stands there (troops, a chance), other than the bare names of the columns. Both kinds stand
in one frame, and the table itself must stay as it is.

`curves(heavy_share)` makes such a table from the model. The first line rises and falls again: that is the turn.
"""

# %% setup
import altair as alt
import numpy as np
import pandas as pd

from deterrence.model import GRAPH

PART = GRAPH.behind("credibility", "win_alone")


def curves(heavy_share, most=60_000, steps=25):
    """Return the two chances along the number of troops, for a share of heavy units among them."""
    troops = np.linspace(0, most, steps).round()
    found = PART.evaluate(words_share=0, troops_share=1, equal_cost=0, contingent=troops, heavy_share=heavy_share)
    parts = {"guarantor fights": found["credibility"], "challenger wins at once": found["win_alone"]}
    return pd.concat(
        [pd.DataFrame({"troops": troops, "chance": np.round(value, 4), "of": name}) for name, value in parts.items()],
        ignore_index=True,
    )


TABLE = curves(0.5)


# %% solution
def turn(table):
    """Return a line chart: troops on x, chance on y from 0 to 1, one coloured and dashed line for each kind."""
    ### BEGIN SOLUTION
    across = alt.X("troops:Q", title="Allied troops")
    upwards = alt.Y("chance:Q", title="Chance", scale=alt.Scale(domain=[0, 1]))
    return alt.Chart(table).mark_line().encode(x=across, y=upwards, color="of:N", strokeDash="of:N")
    ### END SOLUTION


turn(TABLE)

# %% hints
HINTS = [
    "One chart and one mark are enough: a nominal column (`:N`) as the colour makes one line for each of its values.",
    "The same column may stand in two channels. And a scale's ends are set with `alt.Scale(domain=[…, …])`.",
]

# %% tests
from coursekit.exercise.drawn import (
    drawn,
    expect_drawn,
    expect_full_scale,
    expect_guide_title,
    expect_lines_run_across,
    expect_mark,
    expect_scale_type,
)

TROOPS, CHANCES = ("troop", "soldier", "personnel", "forces"), ("chance", "probab", "likel", "risk")
KINDS = ["guarantor fights", "challenger wins at once"]
OTHER = pd.DataFrame({"troops": [0.0, 6.0, 9.0] * 2, "chance": [0.1, 0.6, 0.4, 0.9, 0.3, 0.2], "of": [KINDS[0]] * 3 + [KINDS[1]] * 3})
SMALL = OTHER.assign(chance=OTHER["chance"] / 3)


def test_it_draws_lines():
    """The number of troops grows steadily: draw lines."""
    expect_mark(turn(OTHER), "line")


def test_what_stands_where():
    """Troops across and the chance upwards, both quantities (`:Q`)."""
    expect_scale_type(turn(OTHER), "x", "quantity", "line")
    expect_scale_type(turn(OTHER), "y", "quantity", "line")
    across = sorted({at for (at,) in drawn(turn(OTHER), "line", "x")})
    assert max(across) > 1, f"Across yours goes from {across[0]:g} to {across[-1]:g}: these are chances."


def test_one_line_for_each_kind():
    """Each kind of chance is a line of its own: give `of` the colour."""
    found = {name for (name,) in drawn(turn(OTHER), "line", "color")}
    assert found == set(KINDS), f"Your colours stand for {', '.join(map(str, found - {None})) or 'nothing'}."


def test_colour_is_not_the_only_sign():
    """Some readers do not see colours: give `of` the line's dash too (`strokeDash`)."""
    found = {name for (name,) in drawn(turn(OTHER), "line", "strokeDash")}
    assert found == set(KINDS), f"Your dashes stand for {', '.join(map(str, found - {None})) or 'nothing'}."


def test_it_draws_the_table_it_is_given():
    """The lines show the table that the function is given, each from left to right."""
    rows = OTHER[["troops", "chance", "of", "of"]].values.tolist()
    expect_drawn(turn(OTHER), "line", ("x", "y", "color", "strokeDash"), rows)
    expect_lines_run_across(turn(OTHER))


def test_chances_go_from_zero_to_one():
    """A chance belongs on a scale from 0 to 1: cut off, small changes look large."""
    for table in (OTHER, SMALL):
        expect_full_scale(turn(table), "y", 0, 1, "line")


def test_axes_say_what_they_show():
    """Give both axes titles of their own that say what stands there, not just the columns' names."""
    expect_guide_title(turn(OTHER), "x", *TROOPS, bare=("troops",), mark="line")
    expect_guide_title(turn(OTHER), "y", *CHANCES, bare=("chance",), mark="line")


# %% cases
TOLERANCE = 1e-6  # what is drawn is read back from places on the page


def cases(rng):
    return [{"table": curves(rng.choice([0, 0.2, 0.4, 0.6, 0.8, 1]), 1000 * rng.randint(10, 90), 9)} for _ in range(10)]


def compared(answer):
    """What the lines show, the scale of the chances, and whether both axes have titles."""
    from coursekit.exercise.drawn import domain, guide_title, picture, scale

    across, up = guide_title(answer, "x", "line"), guide_title(answer, "y", "line")
    titled = [
        across != "troops" and any(word in across.lower() for word in ("troop", "soldier", "personnel", "forces")),
        up != "chance" and any(word in up.lower() for word in ("chance", "probab", "likel", "risk")),
    ]
    upwards = [scale(answer, "y", "line")["type"], domain(answer, "y", "line")]
    return [picture(answer, "line", "x", "y", "color", "strokeDash"), upwards, titled]


# %% mistakes
def mistake_points(table):
    """test_it_draws_lines"""
    return alt.Chart(table).mark_point().encode(x="troops:Q", y="chance:Q", color="of:N", strokeDash="of:N")


def mistake_one_line_through_both(table):
    """test_one_line_for_each_kind"""
    return alt.Chart(table).mark_line().encode(x="troops:Q", y="chance:Q")


def mistake_turned_round(table):
    """test_what_stands_where"""
    return alt.Chart(table).mark_line().encode(x="chance:Q", y="troops:Q", color="of:N", strokeDash="of:N")


def mistake_colour_alone(table):
    """test_colour_is_not_the_only_sign"""
    return alt.Chart(table).mark_line().encode(x="troops:Q", y="chance:Q", color="of:N")


def mistake_cut_off(table):
    """test_chances_go_from_zero_to_one"""
    upwards = alt.Y("chance:Q", scale=alt.Scale(zero=False))
    return alt.Chart(table).mark_line().encode(x="troops:Q", y=upwards, color="of:N", strokeDash="of:N")


def mistake_always_the_same_table(table):
    """test_it_draws_the_table_it_is_given"""
    return alt.Chart(TABLE).mark_line().encode(x="troops:Q", y="chance:Q", color="of:N", strokeDash="of:N")
