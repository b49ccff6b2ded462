"""How far apart are the claims?

A single claim about production is easy to quote. A chart of all of them is harder to misuse.

`CLAIMS` holds claims of the same kind, one row each: `claimed_by` (who), `low` and `high` (thousand a year). Some claims are open at
one end: "up to" has no `low`, "more than" has no `high`.

Complete `spread` so that it returns a chart of the table that it is given:

- a bar for each claim that runs from `low` to `high`, across (`x` and `x2`), and who claims it upwards (`y`, a category);
- where one end is missing, the bar has no length: both ends stand at the one number that was said;
- the horizontal axis has an even (linear) scale, and a title that names the unit with the word “thousand”.

Each source has one row; the table itself must stay as it is.
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
from coursekit.exercise.drawn import (
    domain,
    drawn,
    expect_drawn,
    expect_guide_title,
    expect_mark,
    expect_scale_type,
    picture,
)

OTHER = pd.DataFrame({"claimed_by": ["a", "b"], "low": [3.0, 5.0], "high": [9.0, 2005.0]})
OPEN = pd.DataFrame({"claimed_by": ["up to", "more than", "both"], "low": [None, 40.0, 20.0], "high": [70.0, None, 90.0]})


def bars(claims):
    """The bars, by who claims: the two ends, the smaller first."""
    return {who: tuple(sorted((one, other))) for who, one, other in drawn(spread(claims.copy()), "bar", "y", "x", "x2")}


def test_it_is_a_bar_chart():
    """A range is a length: draw bars."""
    expect_mark(spread(OTHER.copy()), "bar")


def test_what_stands_where():
    """The numbers go across as quantities (`:Q`) on an even scale, who claims upwards as a category."""
    expect_scale_type(spread(OTHER.copy()), "x", "linear", "bar")
    expect_scale_type(spread(OTHER.copy()), "y", "category", "bar")


def test_the_bar_ends_at_high():
    """The bar runs from `low` to `high`: one end is `x`, the other `x2`."""
    found = bars(OTHER).get("a")
    assert found and abs(found[0] - 3) < 1e-6 and abs(found[1] - 9) < 1e-6, f"The claim of 3 to 9 is drawn at {found}."


def test_it_draws_the_table_it_is_given():
    """One bar for each claim of the table that the function is given, all of it on the scale."""
    chart = spread(OTHER.copy())
    names = set(domain(chart, "y", "bar"))
    assert names == {"a", "b"}, f"Given claims of a and b, yours draws {', '.join(map(str, names))}."
    ends = [(min(one, other), max(one, other), who) for one, other, who in drawn(chart, "bar", "x", "x2", "y")]
    found = sorted(ends)
    assert len(found) == 2 and abs(found[1][1] - 2005) < 1e-3, f"Claims of 3 to 9 and 5 to 2,005 are drawn as {found}."
    expect_drawn(chart, "bar", ("y",), [("a",), ("b",)])
    assert picture(chart, "bar", "x", "x2", "y")["inside"], "A claim of 5 to 2,005 runs out of your chart: its scale ends before."


def test_an_open_claim_is_not_dropped():
    """ "Up to 70" and "more than 40" are claims too: each has its bar."""
    found = bars(OPEN)
    assert len(found) == 3, f"Of two open claims and one with both ends yours draws {', '.join(map(str, found)) or 'none'}."


def test_an_open_claim_stands_at_the_number_that_was_said():
    """Where one end is missing, both ends stand at the one number that was said."""
    found = bars(OPEN)
    for who, said in (("up to", 70), ("more than", 40)):
        ends = found.get(who) or ("nowhere", "nowhere")
        assert ends != ("nowhere", "nowhere") and all(abs(end - said) < 1e-6 for end in ends), (
            f"“{who} {said}” has both ends at {said}; your bar runs from {ends[0]} to {ends[1]}."
        )


def test_the_axis_says_its_unit():
    """A reader must see what the numbers count: give the horizontal axis a title that says “thousand” (or “1,000”)."""
    expect_guide_title(spread(OTHER.copy()), "x", "thousand", "1,000", "1000", "'000", mark="bar")


# %% cases
TOLERANCE = 1e-6  # what is drawn is read back from places on the page


def cases(rng):
    tables = []
    for _ in range(10):
        made = []
        for n in range(rng.randint(3, 7)):
            low = round(rng.uniform(100, 900))
            high = low + round(rng.uniform(10, 800))
            hole = rng.random()
            hole = (0.1, 0.9, 0.5)[n] if n < 3 else hole  # an open end of each kind, and a claim that has both
            made.append((f"source {n}", None if hole < 0.2 else float(low), None if hole > 0.8 else float(high)))
        tables.append(
            {"claims": pd.DataFrame(made, columns=["claimed_by", "low", "high"]).astype({"low": float, "high": float})}
        )
    return tables


def compared(answer):
    """The bars' ends, whichever comes first, the scale and the title; all else is the learner's own."""
    from coursekit.exercise.drawn import drawn, guide_title, picture, scale

    ends = [(who, min(one, other), max(one, other)) for who, one, other in drawn(answer, "bar", "y", "x", "x2")]
    unit = any(word in guide_title(answer, "x", "bar").lower() for word in ("thousand", "1,000", "1000", "'000"))
    seen = picture(answer, "bar", "x", "x2", "y")
    return [set(ends), len(ends), seen["panels"], seen["inside"], scale(answer, "x", "bar")["type"], unit]


# %% mistakes
def mistake_drops_open_claims(claims):
    """test_an_open_claim_is_not_dropped"""
    return (
        alt.Chart(claims.dropna())
        .mark_bar()
        .encode(x=alt.X("low:Q", title="Thousand a year"), x2="high:Q", y="claimed_by:N")
    )


def mistake_fills_with_zero(claims):
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
