"""Draw who bears it.

Complete `burden` so that it returns a bar chart of a table with the columns `provider`, `aid` (billion euros) and `stance`: one horizontal bar for each
provider, its length the aid, its colour the stance. The largest giver stands on top, the horizontal axis starts at nought and its title names the unit, “billion”.
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
    "Bars start at nought by themselves, as long as you do not ask for another scale.",
]
# %% tests
from coursekit.exercise.chart import encoding, expect_axis_title, expect_encoding, expect_mark, expect_rows

TOY = pd.DataFrame({"provider": ["A", "B", "C"], "aid": [2.0, 9.0, 5.0], "stance": ["no", "yes", "yes"]})


def test_it_has_bars():
    """Amounts are compared by length: draw bars."""
    expect_mark(burden(TOY), "bar")


def test_what_stands_where():
    """The aid goes across (`:Q`), the providers upwards (`:N`): horizontal bars, so that their names can be read."""
    expect_encoding(burden(TOY), x="aid:Q", y="provider:N")


def test_colour_shows_the_stance():
    """The colour of a bar must show the stance."""
    expect_encoding(burden(TOY), color="stance:N")


def test_it_draws_the_table_it_is_given():
    """The chart must draw the table that the function is given, not always `GIVEN`."""
    expect_rows(burden(TOY), TOY.to_dict("records"))


def test_the_largest_on_top():
    """Sort the providers by what they gave, the largest on top."""
    found = encoding(burden(TOY), "y").get("sort")
    listed = found == ["B", "C", "A"]
    by_length = found in ("-x", {"encoding": "x", "order": "descending"}, {"field": "aid", "order": "descending"})
    assert listed or by_length, f"Your `sort` is {found!r}."


def test_bars_start_at_nought():
    """A bar that does not start at nought misleads about how much more one gave than another."""
    assert (encoding(burden(TOY), "x").get("scale") or {}).get("zero", True) is not False


def test_the_axis_names_its_unit():
    """Give the horizontal axis a title that says “billion”."""
    expect_axis_title(burden(TOY), "x", "billion")


# %% cases
from coursekit.exercise.chart import encoding, marks, rows


def compared(answer):
    """Marks, columns and data; of the order only whether there is one, since there are several ways to ask for it."""
    columns = [encoding(answer, channel).get("field") for channel in ("x", "y", "color")]
    drawn = sorted([row["provider"], row["aid"], row["stance"]] for row in rows(answer))
    return [list(marks(answer)), columns, bool(encoding(answer, "y").get("sort")), drawn]


def cases(rng):
    made = []
    for _ in range(12):
        names = rng.sample(["UK", "France", "Poland", "Norway", "Sweden", "Finland", "Italy", "Canada"], rng.randint(3, 7))
        rows = [(name, round(rng.uniform(0.1, 30), 1), rng.choice(["yes", "open", "no"])) for name in names]
        made.append({"table": pd.DataFrame(rows, columns=["provider", "aid", "stance"])})
    return made


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
