"""Draw what is known, with how well it is known.

`RATES` is the course's table of kept promises, one row for each duty and era. The columns that you need: `obligation` (what was
promised), `era`, `rate` (the share that was kept, from 0 to 1), and `low` and `high`, its 95% interval when whole wars are resampled.

Complete `kept` so that it returns a chart of the rows of one `era`: a **point** at each rate, and for each a **rule** from `low` to
`high`. The promise stands on the vertical axis, the share on the horizontal one, from 0 to 1, with a title that says what it is.
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
from coursekit.exercise.chart import expect_axis_title, expect_encoding, expect_mark, expect_rows, expect_scale, marks

SMALL = pd.DataFrame(
    [
        ["defence", "then", 0.6, 0.4, 0.7],
        ["neutrality", "then", 0.8, 0.6, 0.9],
        ["defence", "now", 0.2, 0.1, 0.4],
    ],
    columns=["obligation", "era", "rate", "low", "high"],
)


def test_rates_are_points():
    """Each rate is one number: draw a point (or a circle)."""
    expect_mark(kept(SMALL, "then"), "point", "circle")


def test_the_interval_is_drawn():
    """A rate without its interval says too much: add a rule, and put both charts together with `+`."""
    expect_mark(kept(SMALL, "then"), "rule")


def test_what_the_points_show():
    """A point stands at its rate (across) and its promise (upwards)."""
    dots = "point" if "point" in marks(kept(SMALL, "then")) else "circle"
    expect_encoding(kept(SMALL, "then"), mark=dots, x="rate:Q", y="obligation:N")


def test_what_the_rules_show():
    """A rule reaches from `low` to `high`: `x` is its one end, `x2` the other."""
    expect_encoding(kept(SMALL, "then"), mark="rule", x="low", x2="high", y="obligation:N")


def test_only_the_era_asked_for():
    """Only the rows of the era that is asked for belong in the chart. Did you use `era`, and the table that the function is given?"""
    expect_rows(kept(SMALL, "now"), [{"obligation": "defence", "rate": 0.2}], mark="rule")


def test_the_scale_shows_all_shares():
    """A share lies between 0 and 1. Show the whole scale (`domain=[0, 1]`), so that two charts can be compared."""
    dots = "point" if "point" in marks(kept(SMALL, "then")) else "circle"
    expect_scale(kept(SMALL, "then"), "x", mark=dots, domain=[0, 1])


def test_the_axis_says_what_it_is():
    """Give the horizontal axis a title of its own: share of *what*?"""
    dots = "point" if "point" in marks(kept(SMALL, "then")) else "circle"
    expect_axis_title(kept(SMALL, "then"), "x", "kept", mark=dots)


# %% cases
def cases(rng):
    duties = ["defence", "offence", "neutrality", "nonaggression"]
    made = []
    for _ in range(10):
        rows = []
        for duty in rng.sample(duties, rng.randint(2, 4)):
            for era in ("1816-1944", "1945-2003"):
                low, rate, high = sorted(round(rng.random(), 3) for _ in range(3))
                rows.append([duty, era, rate, low, high])
        table = pd.DataFrame(rows, columns=["obligation", "era", "rate", "low", "high"])
        made.append({"rates": table, "era": rng.choice(["1816-1944", "1945-2003"])})
    return made


def compared(answer):
    """Title and size are the learner's own: what is drawn, of which rows, on which scale is compared."""
    from coursekit.exercise.chart import encoding, marks, rows

    dots = "point" if "point" in marks(answer) else "circle"
    channels = (("x", dots), ("y", dots), ("x", "rule"), ("x2", "rule"), ("y", "rule"))
    fields = [encoding(answer, channel, mark).get("field") for channel, mark in channels]
    names = ("obligation", "rate", "low", "high")
    scale = (encoding(answer, "x", dots).get("scale") or {}).get("domain")
    return {"fields": fields, "scale": scale, "rows": sorted([row[n] for n in names] for row in rows(answer, "rule"))}


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


def mistake_rule_from_nought(rates, era):
    """test_what_the_rules_show"""
    base = alt.Chart(rates[rates["era"] == era]).encode(y="obligation:N")
    share = alt.X("rate:Q", title="Share kept", scale=alt.Scale(domain=[0, 1]))
    return base.mark_rule().encode(x="rate:Q") + base.mark_point().encode(x=share)
