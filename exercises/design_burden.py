"""Draw who bears it.

Complete `burden` so that it returns a bar chart of a table with the columns `provider`, `aid` (billion euros) and `stance`: one horizontal bar for each
provider, its length the aid, its colour the stance. The largest giver stands on top, the horizontal axis starts at zero, its scale is even (linear), and its title names the unit with the word
“billion”. A provider has one row. The table itself must stay as it is.
"""
# %% setup
import altair as alt
import pandas as pd

from deterrence.evidence import provider_profiles

GIVEN = provider_profiles().reset_index().rename(columns={"military aid": "aid"})[["provider", "aid", "stance"]].dropna()


# %% solution
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    ### BEGIN SOLUTION
    across = alt.X("aid:Q", title="Military aid, billion €")
    upwards = alt.Y("provider:N", sort="-x", title=None)
    return alt.Chart(table).mark_bar().encode(x=across, y=upwards, color="stance:N")
    ### END SOLUTION


burden(GIVEN)

# %% hints
HINTS = [
    "For horizontal bars the quantity goes across: `x=\"aid:Q\"`, and the providers upwards: `y=\"provider:N\"`.",
    "Altair sorts names from A to Z. `alt.Y(\"provider:N\", sort=\"-x\")` sorts by the length of the bars, the longest first.",
    "Bars start at zero by themselves, as long as you do not ask for another scale.",
]
# %% tests
from coursekit.exercise.drawn import (
    domain,
    drawn,
    expect_drawn,
    expect_guide_title,
    expect_mark,
    expect_scale_type,
    scale,
)

TOY = pd.DataFrame({"provider": ["A", "B", "C"], "aid": [2.0, 9.0, 5.0], "stance": ["no", "yes", "yes"]})
MANY = pd.DataFrame({"provider": list("KABCDEFGHIJL"), "aid": [float(n) for n in range(3, 15)], "stance": ["no", "yes"] * 6})


def test_it_has_bars():
    """Amounts are compared by length: draw bars."""
    expect_mark(burden(TOY), "bar")


def test_what_stands_where():
    """The aid goes across, as a quantity (`:Q`), the providers upwards, as categories: horizontal bars, so that their names can be read."""
    expect_scale_type(burden(TOY), "x", "quantity", "bar")
    expect_scale_type(burden(TOY), "y", "category", "bar")


def test_bars_start_at_zero():
    """A bar that does not start at zero, on an even scale, misleads about how much more one gave than another."""
    expect_scale_type(burden(TOY), "x", "linear", "bar")
    low = min(domain(burden(TOY), "x", "bar"))
    assert low == 0, f"Your axis starts at {low:g}."
    left = min(min(row) for row in drawn(burden(TOY), "bar", "x", "x2"))
    assert left == 0, f"A bar of yours starts at {left:g}."


def test_colour_shows_the_stance():
    """The colour of a bar must show the stance."""
    found = scale(burden(TOY), "color", "bar")["domain"]
    assert set(found) == {"no", "yes"}, f"Your colours stand for {', '.join(map(str, found))}; the stances are no and yes."


def test_it_draws_the_table_it_is_given():
    """One bar for each provider of the table that the function is given, as long as its aid, in the colour of its stance."""
    for table in (TOY, MANY):
        expect_drawn(burden(table), "bar", ("x2", "y", "color"), table[["aid", "provider", "stance"]].values.tolist())


def test_the_largest_on_top():
    """Sort the providers by what they gave, the largest on top."""
    found = domain(burden(TOY), "y", "bar")
    assert found == ["B", "C", "A"], f"B gave most and A least; from the top yours are {', '.join(map(str, found))}."


def test_the_axis_names_its_unit():
    """Give the horizontal axis a title that says “billion”."""
    expect_guide_title(burden(TOY), "x", "billion", mark="bar")


# %% cases
TOLERANCE = 1e-6  # what is drawn is read back from places on the page


def cases(rng):
    made = []
    for n in range(10):
        nations = "UK France Poland Norway Sweden Finland Italy Canada Latvia Greece Austria Malta Spain".split()
        names = rng.sample(nations, 12 if n == 0 else rng.randint(3, 7))
        aid = rng.sample(range(1, 300), len(names))
        rows = [(name, tenths / 10, rng.choice(["yes", "open", "no"])) for name, tenths in zip(names, aid)]
        made.append({"table": pd.DataFrame(rows, columns=["provider", "aid", "stance"])})
    return made


def compared(answer):
    """What the bars show, in which order, and from where; all else is the learner's own."""
    from coursekit.exercise.drawn import domain, guide_title, picture, scale

    order, unit = domain(answer, "y", "bar"), "billion" in guide_title(answer, "x", "bar").lower()
    start = [scale(answer, "x", "bar")["type"], min(domain(answer, "x", "bar"))]
    return [picture(answer, "bar", "x", "x2", "y", "color"), order, start, unit]


# %% mistakes
def mistake_upright(table):
    """test_what_stands_where"""
    return alt.Chart(table).mark_bar().encode(x=alt.X("provider:N", sort="-y"), y=alt.Y("aid:Q", title="billion"), color="stance:N")


def mistake_from_a_to_z(table):
    """test_the_largest_on_top"""
    return alt.Chart(table).mark_bar().encode(x=alt.X("aid:Q", title="billion €"), y="provider:N", color="stance:N")


def mistake_one_colour(table):
    """test_colour_shows_the_stance"""
    return alt.Chart(table).mark_bar().encode(x=alt.X("aid:Q", title="billion €"), y=alt.Y("provider:N", sort="-x"))
