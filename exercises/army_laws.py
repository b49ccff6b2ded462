"""Draw what quality costs under three laws

A modern unit costs as much as `price` plain ones. To be worth that, it must do the work of `price` to the power of the exponent: 1 under
the linear law, 2 under the square law, 1.5 half way.

Complete `laws` so that it returns a chart for the prices that it is given:

- one line for each of the three exponents, told apart by colour, with its name from `LAWS` in the legend;
- the price across, the work that is needed upwards, both as quantities;
- the axis of the work has a title of its own that says what is counted, not just `work`.

The prices come in any order. `LAWS` holds the names and the exponents. A table with one row for each price and exponent, and the columns
`price`, `work` and `law`, is a good beginning.
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
from coursekit.exercise.drawn import (
    domain,
    drawn,
    expect_drawn,
    expect_guide_title,
    expect_lines_run_across,
    expect_mark,
    expect_scale_type,
)

PRICES = [1, 3, 2]


def along(chart, channel):
    """The values along a channel, each once, in order."""
    return sorted({row[0] for row in drawn(chart, "line", channel)})


def works(chart, price):
    """The work that is drawn at a price, by law."""
    return {law: work for at, work, law in drawn(chart, "line", "x", "y", "color") if abs(at - price) < 1e-6}


def test_it_is_a_line_chart():
    """Prices run on from one to the next: draw lines."""
    expect_mark(laws(PRICES), "line")


def test_what_stands_where():
    """The price goes across and the work upwards, both as quantities (`:Q`); the law decides the colour."""
    chart = laws(PRICES)
    expect_scale_type(chart, "x", "quantity", "line")
    expect_scale_type(chart, "y", "quantity", "line")
    expect_scale_type(chart, "color", "category", "line")


def test_it_draws_the_prices_it_is_given():
    """The lines stand at the prices that the function is given, across, and at no others."""
    found = along(laws([2, 5]), "x")
    assert found == [2, 5], f"Given the prices 2 and 5, across yours has {', '.join(f'{price:g}' for price in found)}."


def test_there_are_three_laws():
    """There must be three lines, and the legend calls them as `LAWS` does: linear, half way and square."""
    found = sorted(domain(laws(PRICES), "color", "line"))
    assert found == ["half way", "linear", "square"], f"Yours are {', '.join(map(str, found))}."


def test_the_work_is_a_power_of_the_price():
    """The work is the price to the power of the exponent."""
    found = works(laws(PRICES), 3)
    for law, wanted in (("linear", 3), ("square", 9), ("half way", 3**1.5)):
        work = found.get(law)
        assert work is not None and abs(work - wanted) < 1e-6, (
            f"At a price of 3 the work under the {law} law is {wanted:g}; yours is {work}."
        )
    expect_drawn(laws([2, 5]), "line", ("x", "y", "color"), [(p, p**k, law) for p in (2, 5) for law, k in LAWS.items()])
    expect_lines_run_across(laws(PRICES))


def test_the_axis_says_what_is_counted():
    """A reader must see what the work is counted in: give the vertical axis a title."""
    expect_guide_title(laws(PRICES), "y", bare=("work",), mark="line")


# %% cases
TOLERANCE = 1e-6  # what is drawn is read back from places on the page


def cases(rng):
    return [{"prices": rng.sample(range(2, 30), rng.randint(3, 8))} for _ in range(10)]


def compared(answer):
    """What the lines show, and whether the axis of the work has a title; all else is the learner's own."""
    from coursekit.exercise.drawn import guide_title, picture

    return [picture(answer, "line", "x", "y", "color"), guide_title(answer, "y", "line") in ("", "work")]


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
