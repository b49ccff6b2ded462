"""Draw what quality costs under three laws

A modern unit costs as much as `price` plain ones. To be worth that, it must do the work of `price` to the power of the exponent: 1 under
the linear law, 2 under the square law, 1.5 half way.

Complete `laws` so that it returns a chart for the prices that it is given:

- one line for each of the three exponents, told apart by colour;
- the price across, the work that is needed upwards, both as quantities;
- the axis of the work has a title that says what is counted.

The table behind the chart has one row for each price and exponent, with the columns `price`, `work` and `law`. `LAWS` holds the names
and the exponents.
"""

# %% setup
import altair as alt
import pandas as pd

LAWS = {"linear": 1.0, "half way": 1.5, "square": 2.0}


# %% solution
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    ### BEGIN SOLUTION
    rows = [{"price": price, "work": price**power, "law": name} for name, power in LAWS.items() for price in prices]
    upwards = alt.Y("work:Q", title="Work of so many plain units")
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(x="price:Q", y=upwards, color="law:N")
    ### END SOLUTION


laws([1, 2, 3, 4, 5, 6])

# %% hints
HINTS = [
    'First the table. A list of dictionaries `{"price": ..., "work": ..., "law": ...}` becomes a table with `pd.DataFrame(rows)`.',
    "Two loops, one in the other: over `LAWS.items()`, which gives name and exponent, and over the prices. In Python `price**2` is the square.",
    'Then the chart: `alt.Chart(table).mark_line()` and `encode` with x, y and color. `alt.Y("work:Q", title=...)` names the axis.',
]
# %% tests
from coursekit.exercise.chart import expect_axis_title, expect_encoding, expect_mark, rows

PRICES = [1, 2, 3]


def by_law(chart):
    """The work at each price, law by law."""
    found = {}
    for one in rows(chart):
        found.setdefault(one.get("law"), {})[one.get("price")] = one.get("work")
    return found


def test_it_is_a_line_chart():
    """Prices run on from one to the next: draw lines."""
    expect_mark(laws(PRICES), "line")


def test_what_stands_where():
    """The price goes across and the work upwards, both as quantities (`:Q`); the law is the colour, a category (`:N`)."""
    expect_encoding(laws(PRICES), x="price:Q", y="work:Q", color="law:N")


def test_it_draws_the_prices_it_is_given():
    """One point for each price that the function is given, and for each law. Does it draw prices of its own?"""
    found = by_law(laws([2, 5]))
    drawn = sorted({price for works in found.values() for price in works})
    assert drawn == [2, 5], f"Given the prices 2 and 5, yours draws {drawn}."


def test_there_are_three_laws():
    """There must be three lines, named as in `LAWS`."""
    found = by_law(laws(PRICES))
    assert set(found) == {"linear", "half way", "square"}, f"Yours are {', '.join(map(str, found))}."


def test_the_work_is_a_power_of_the_price():
    """At a price of 3 the work is 3 under the linear law and 9 under the square law: the price to the power of the exponent, not the price times the exponent."""
    found = by_law(laws(PRICES))
    for law, wanted in (("linear", 3), ("square", 9), ("half way", 3**1.5)):
        assert abs(found[law][3] - wanted) < 1e-6, (
            f"Under the {law} law yours is {found[law][3]:g}; it should be {wanted:g}."
        )


def test_the_axis_says_what_is_counted():
    """A reader must see what the work is counted in: give the vertical axis a title."""
    expect_axis_title(laws(PRICES), "y")


# %% cases
def cases(rng):
    return [{"prices": sorted(rng.sample(range(1, 30), rng.randint(2, 8)))} for _ in range(12)]


# %% mistakes
def mistake_times_the_exponent(prices):
    """test_the_work_is_a_power_of_the_price"""
    rows = [{"price": p, "work": p * power, "law": name} for name, power in LAWS.items() for p in prices]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(x="price:Q", y=alt.Y("work:Q", title="Work"), color="law:N")


def mistake_points(prices):
    """test_it_is_a_line_chart"""
    rows = [{"price": p, "work": p**power, "law": name} for name, power in LAWS.items() for p in prices]
    return (
        alt.Chart(pd.DataFrame(rows)).mark_point().encode(x="price:Q", y=alt.Y("work:Q", title="Work"), color="law:N")
    )


def mistake_prices_of_its_own(prices):
    """test_it_draws_the_prices_it_is_given"""
    rows = [{"price": p, "work": p**power, "law": name} for name, power in LAWS.items() for p in range(1, 7)]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(x="price:Q", y=alt.Y("work:Q", title="Work"), color="law:N")


def mistake_one_law_only(prices):
    """test_there_are_three_laws"""
    rows = [{"price": p, "work": p**2.0, "law": "square"} for p in prices]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(x="price:Q", y=alt.Y("work:Q", title="Work"), color="law:N")
