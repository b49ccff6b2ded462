"""Draw what is known, with how well it is known.

`RATES` is the course's table of kept promises, one row for each duty and era. The columns that you need: `obligation` (what was
promised), `era`, `rate` (the share that was kept, from 0 to 1), and `low` and `high`, its 95% interval when whole wars are resampled.

Complete `kept` so that it returns a chart of the rows of one `era`: a **point** at each rate (`any`, all duties together, is a row like the others), and for each a **rule** from `low` to
`high`. The promise stands on the vertical axis, the share on the horizontal one, which goes from 0 to 1 and has a title that says what it is
the share of, with the word “kept”. Points and rules share one frame and one scale; the table itself must stay as it is.
"""

# %% setup
import altair as alt
import pandas as pd

from deterrence.evidence import honour_rates

RATES = honour_rates()


# %% solution
def kept(rates, era):
    """Return a chart of one era's rows: rules from low to high, points at rate; obligation on y, share on x."""
    ### BEGIN SOLUTION
    rows = rates[rates["era"] == era]
    base = alt.Chart(rows).encode(y=alt.Y("obligation:N", title=None))
    share = alt.X("rate:Q", title="Share of tested promises kept", scale=alt.Scale(domain=[0, 1]))
    points = base.mark_point(filled=True, size=80).encode(x=share)
    rules = base.mark_rule().encode(x="low:Q", x2="high:Q")
    return rules + points
    ### END SOLUTION


kept(RATES, "1945-2003")

# %% hints
HINTS = [
    'First choose the rows: `rates[rates["era"] == era]`. Then make a chart of them with a mark and an encoding.',
    'A rule from one number to another has both ends in its encoding: `.mark_rule().encode(x="low:Q", x2="high:Q", y="obligation:N")`.',
    'Two charts become one with `+`. A scale from 0 to 1 is `alt.X("rate:Q", title=…, scale=alt.Scale(domain=[0, 1]))`.',
]
# %% tests
from coursekit.exercise.drawn import (
    domain,
    drawn,
    expect_drawn,
    expect_full_scale,
    expect_guide_title,
    expect_mark,
    expect_one_scale,
    expect_scale_type,
)

SMALL = pd.DataFrame(
    [
        ["defence", "then", 0.6, 0.4, 0.7],
        ["neutrality", "then", 0.8, 0.6, 0.9],
        ["any", "then", 0.7, 0.5, 0.8],
        ["defence", "now", 0.2, 0.1, 0.4],
    ],
    columns=["obligation", "era", "rate", "low", "high"],
)


def test_rates_are_points():
    """Each rate is one number: draw a point (or a circle)."""
    expect_mark(kept(SMALL, "then"), "point")


def test_the_interval_is_drawn():
    """A rate without its interval says too much: add a rule, and put both charts together with `+`."""
    expect_mark(kept(SMALL, "then"), "rule")


def test_only_the_era_asked_for():
    """Only the rows of the era that is asked for belong in the chart, and of the table that the function is given."""
    for mark in ("point", "rule"):
        many = len(drawn(kept(SMALL, "now"), mark, "y"))
        assert many == 1, f"Asked for “now”, for which the test's table has one row, yours draws a {mark} {many} times."


def test_what_the_points_show():
    """A point stands at its rate (across) and its promise (upwards)."""
    expect_scale_type(kept(SMALL, "then"), "y", "category", "point")
    expect_scale_type(kept(SMALL, "then"), "x", "linear", "point")
    expect_drawn(kept(SMALL, "now"), "point", ("x", "y"), [(0.2, "defence")])
    expect_drawn(kept(SMALL, "then"), "point", ("x", "y"), [(0.6, "defence"), (0.8, "neutrality"), (0.7, "any")])


def test_what_the_rules_show():
    """A rule reaches from `low` to `high`: `x` is its one end, `x2` the other."""
    rules = drawn(kept(SMALL, "then"), "rule", "y", "x", "x2")
    found = {name: sorted(end for end in ends if end is not None) for name, *ends in rules}
    for name, wanted in (("defence", [0.4, 0.7]), ("neutrality", [0.6, 0.9]), ("any", [0.5, 0.8])):
        ends = found.get(name, [])
        fits = len(ends) == 2 and all(abs(one - other) < 1e-6 for one, other in zip(ends, wanted))
        assert fits, f"The interval of {name} is {wanted[0]} to {wanted[1]}; yours is drawn at {ends}."


def test_the_scale_shows_all_shares():
    """A share lies between 0 and 1. Show the whole scale (`domain=[0, 1]`), so that two charts can be compared."""
    for era in ("then", "now"):
        expect_full_scale(kept(SMALL, era), "x", 0, 1, "point")
    expect_one_scale(kept(SMALL, "then"), "x")


def test_the_axis_says_what_it_is():
    """Give the horizontal axis a title that says what it is the share of: promises “kept” (or “honoured”)."""
    expect_guide_title(kept(SMALL, "then"), "x", "kept", "keep", "honour", "honor", mark="point")


# %% cases
TOLERANCE = 1e-6  # what is drawn is read back from places on the page


def cases(rng):
    duties = ["defence", "offence", "neutrality", "nonaggression"]
    made = []
    for _ in range(10):
        rows = []
        for duty in ["any", *rng.sample(duties, rng.randint(1, 4))]:
            for era in ("1816-1944", "1945-2003"):
                low, rate, high = sorted(round(rng.random(), 3) for _ in range(3))
                rows.append([duty, era, rate, low, high])
        table = pd.DataFrame(rows, columns=["obligation", "era", "rate", "low", "high"])
        made.append({"rates": table, "era": rng.choice(["1816-1944", "1945-2003"])})
    return made


def compared(answer):
    """What points and rules show, and on which scale; titles in other words, sizes and colours are the learner's own."""
    from coursekit.exercise.drawn import domain, drawn, guide_title, picture, scale

    rules = {(name, min(one, other), max(one, other)) for name, one, other in drawn(answer, "rule", "y", "x", "x2")}
    said = any(word in guide_title(answer, "x", "point").lower() for word in ("kept", "keep", "honour", "honor"))
    across = [[scale(answer, "x", mark)["type"], domain(answer, "x", mark)] for mark in ("point", "rule")]
    return [picture(answer, "point", "x", "y"), rules, across, said]


# %% mistakes
def mistake_points_alone(rates, era):
    """test_the_interval_is_drawn"""
    share = alt.X("rate:Q", title="Share kept", scale=alt.Scale(domain=[0, 1]))
    return alt.Chart(rates[rates["era"] == era]).mark_point().encode(x=share, y="obligation:N")


def mistake_all_eras_at_once(rates, era):
    """test_only_the_era_asked_for"""
    base = alt.Chart(rates).encode(y="obligation:N")
    share = alt.X("rate:Q", title="Share kept", scale=alt.Scale(domain=[0, 1]))
    return base.mark_rule().encode(x="low:Q", x2="high:Q") + base.mark_point().encode(x=share)


def mistake_bars(rates, era):
    """test_rates_are_points"""
    base = alt.Chart(rates[rates["era"] == era]).encode(y="obligation:N")
    return base.mark_bar().encode(x="rate:Q") + base.mark_rule().encode(x="low:Q", x2="high:Q")


def mistake_scale_left_to_itself(rates, era):
    """test_the_scale_shows_all_shares"""
    base = alt.Chart(rates[rates["era"] == era]).encode(y="obligation:N")
    rules = base.mark_rule().encode(x="low:Q", x2="high:Q")
    return rules + base.mark_point().encode(x=alt.X("rate:Q", title="Share kept"))


def mistake_rule_from_zero(rates, era):
    """test_what_the_rules_show"""
    base = alt.Chart(rates[rates["era"] == era]).encode(y="obligation:N")
    share = alt.X("rate:Q", title="Share kept", scale=alt.Scale(domain=[0, 1]))
    return base.mark_rule().encode(x="rate:Q") + base.mark_point().encode(x=share)
