"""How far apart are the claims?

A single claim about production is easy to quote. A chart of all of them is harder to misuse.

`CLAIMS` holds claims of the same kind, one row each: `claimed_by` (who), `low` and `high` (thousand a year). Some claims are open at
one end: "up to" has no `low`, "more than" has no `high`.

Complete `spread` so that it returns a chart of the table that it is given:

- a bar for each claim that runs from `low` to `high`, across (`x` and `x2`), and who claims it upwards (`y`, a category);
- where one end is missing, the bar has no length: both ends stand at the one number that was said;
- the horizontal axis has a title that names the unit.
"""

# %% setup
import altair as alt
import pandas as pd

from deterrence.evidence import production_claims

KIND = production_claims().query("producer == 'European Union' and item == '155 mm shells'")
CLAIMS = pd.DataFrame({"claimed_by": KIND["claimed_by"], "low": KIND["low"] / 1000, "high": KIND["high"] / 1000})


# %% solution
def spread(claims):
    """Return one bar for each claim: low to high on x."""
    ### BEGIN SOLUTION
    filled = claims.assign(low=claims["low"].fillna(claims["high"]), high=claims["high"].fillna(claims["low"]))
    across = alt.X("low:Q", title="Thousand shells a year")
    return alt.Chart(filled).mark_bar(height=8).encode(x=across, x2="high:Q", y=alt.Y("claimed_by:N", title=None))
    ### END SOLUTION


spread(CLAIMS)

# %% hints
HINTS = [
    'First the table, then the chart. `claims["low"].fillna(claims["high"])` is the column `low` with its holes filled from `high`.',
    "`claims.assign(low=..., high=...)` makes a table with both columns filled. Take care that each is filled from the *original* other one.",
    'A bar with two ends has both `x` and `x2`: `alt.X("low:Q", title=...)` and `x2="high:Q"`. The mark is `mark_bar()`.',
]
# %% tests
from coursekit.exercise.chart import expect_axis_title, expect_encoding, expect_mark, expect_rows, rows

OTHER = pd.DataFrame({"claimed_by": ["a", "b"], "low": [3.0, 5.0], "high": [9.0, 5.0]})
OPEN = pd.DataFrame({"claimed_by": ["up to", "more than"], "low": [None, 40.0], "high": [70.0, None]})


def test_it_is_a_bar_chart():
    """A range is a length: draw bars."""
    expect_mark(spread(OTHER.copy()), "bar")


def test_what_stands_where():
    """`low` goes across as a quantity (`:Q`), who claims it upwards as a category (`:N`)."""
    expect_encoding(spread(OTHER.copy()), x="low:Q", y="claimed_by:N")


def test_the_bar_ends_at_high():
    """The bar must run from `low` to `high`: the other end is `x2`. Without it the bar would start at zero, and say that the claim was from 0 to `low`."""
    spec = spread(OTHER.copy()).to_dict()
    found = spec.get("encoding", {}).get("x2", {}).get("field")
    assert found == "high", f"Your `x2` is {found!r}."


def test_it_draws_the_table_it_is_given():
    """The chart must draw the table that the function is given. Does it draw `CLAIMS`, whatever comes in?"""
    expect_rows(spread(OTHER.copy()), OTHER.to_dict("records"))


def test_an_open_claim_is_not_dropped():
    """ "Up to 70" and "more than 40" are claims too. Did you drop the rows with a missing end?"""
    drawn = rows(spread(OPEN.copy()))
    assert len(drawn) == 2, f"Of two open claims yours draws {len(drawn)}."


def test_an_open_claim_stands_at_the_number_that_was_said():
    """Where one end is missing, both ends stand at the number that was said: "up to 70" from 70 to 70. Zero was not said."""
    ends = {row["claimed_by"]: (row["low"], row["high"]) for row in rows(spread(OPEN.copy()))}
    assert ends["up to"] == (70, 70), f"For “up to 70” your bar runs from {ends['up to'][0]} to {ends['up to'][1]}."
    assert ends["more than"] == (40, 40), (
        f"For “more than 40” your bar runs from {ends['more than'][0]} to {ends['more than'][1]}."
    )


def test_the_axis_says_its_unit():
    """A reader must see what the numbers count: give the horizontal axis a title."""
    expect_axis_title(spread(OTHER.copy()), "x")


# %% cases
def cases(rng):
    tables = []
    for _ in range(12):
        made = []
        for n in range(rng.randint(2, 7)):
            low = round(rng.uniform(100, 900))
            high = low + round(rng.uniform(0, 800))
            hole = rng.random()
            made.append((f"source {n}", None if hole < 0.2 else float(low), None if hole > 0.8 else float(high)))
        tables.append(
            {"claims": pd.DataFrame(made, columns=["claimed_by", "low", "high"]).astype({"low": float, "high": float})}
        )
    return tables


# %% mistakes
def mistake_drops_open_claims(claims):
    """test_an_open_claim_is_not_dropped"""
    return (
        alt.Chart(claims.dropna())
        .mark_bar()
        .encode(x=alt.X("low:Q", title="Thousand a year"), x2="high:Q", y="claimed_by:N")
    )


def mistake_fills_with_nought(claims):
    """test_an_open_claim_stands_at_the_number_that_was_said"""
    return (
        alt.Chart(claims.fillna(0))
        .mark_bar()
        .encode(x=alt.X("low:Q", title="Thousand a year"), x2="high:Q", y="claimed_by:N")
    )


def mistake_one_end_only(claims):
    """test_the_bar_ends_at_high"""
    filled = claims.assign(low=claims["low"].fillna(claims["high"]), high=claims["high"].fillna(claims["low"]))
    return alt.Chart(filled).mark_bar().encode(x=alt.X("low:Q", title="Thousand a year"), y="claimed_by:N")


def mistake_points(claims):
    """test_it_is_a_bar_chart"""
    filled = claims.assign(low=claims["low"].fillna(claims["high"]), high=claims["high"].fillna(claims["low"]))
    return alt.Chart(filled).mark_point().encode(x=alt.X("low:Q", title="Thousand a year"), y="claimed_by:N")
