"""How permanent is permanent?

The article asks for presence "for decades to come". How long has one country's presence lasted without a break? Complete `longest_spells`
so that it returns a table with one row for each host that ever had enough troops, and the columns

- `host`,
- `start` and `end`: first and last year of its **longest** row of consecutive years with at least `enough` troops
  (of two equally long ones, the earlier),
- `years`: how many years that is.

`TROOPS` holds US personnel by `host` and `year`; `low` is the smallest number not known to be wrong, and is missing where every number
is doubtful. A year without a number, or without a row, breaks a spell: what we do not know we do not count. Hosts that never had enough get no row.
The rows of `TROOPS` may come in any order, and the table must stay as it is.
"""

# %% setup
import altair as alt
import pandas as pd

from deterrence.evidence import troop_presence

TROOPS = troop_presence()[["host", "year", "low"]]


def draw(table):
    """Chart each host's longest spell as a bar from its first to its last year."""
    if not isinstance(table, pd.DataFrame) or not {"host", "start", "end", "years"} <= set(table.columns):
        return "Nothing to draw yet: longest_spells must return a table with the columns host, start, end and years."
    rows = table.assign(until=table["end"] + 1).sort_values("years", ascending=False)
    return alt.Chart(rows).mark_bar().encode(
        x=alt.X("start:Q", title="Year", axis=alt.Axis(format="d"), scale=alt.Scale(zero=False)), x2="until",
        y=alt.Y("host:N", sort=list(rows["host"]), title=None), tooltip=["host", "start", "end", "years"],
    ).properties(width="container", title="At least 1,000 US personnel without a break")


# %% solution
def longest_spells(troops, enough=1000):
    """Return host, start, end and years of each host's longest unbroken spell with at least so many troops."""
    ### BEGIN SOLUTION
    there = troops[troops["low"].fillna(-1) >= enough].sort_values(["host", "year"])
    broken = (there["year"].diff() != 1) | (there["host"] != there["host"].shift())
    spells = there.groupby(["host", broken.cumsum().rename("spell")])["year"].agg(start="min", end="max")
    spells["years"] = spells["end"] - spells["start"] + 1
    spells = spells.reset_index().sort_values(["host", "years", "start"], ascending=[True, False, True])
    return spells.groupby("host", as_index=False).first()[["host", "start", "end", "years"]]
    ### END SOLUTION


draw(longest_spells(TROOPS))

# %% hints
HINTS = [
    "First the rows that count: a comparison chooses them, and a missing number is not at least anything (`fillna(-1)` makes that plain). Sort them by host and year.",
    "A spell goes on where the year is one more than the year before, in the same host. `diff()` gives the step from row to row.",
    "Turn breaks into numbers of spells: `cumsum()` over a column of true and false counts up at each break. Then group by host and that number.",
]
# %% tests
from coursekit.exercise.answer import same
from coursekit.exercise.answer import table as table_of

COLUMNS = ("host", "start", "end", "years")
MIXED = pd.DataFrame(
    [("E", 1962, 1500.0), ("D", 1961, 1500.0), ("D", 1951, 1500.0), ("E", 1964, 10.0), ("D", 1960, 1500.0), ("D", 1950, 1000.0)]
    + [("E", 1963, 1200.0), ("F", 1965, 5.0), ("G", 1970, 2500.0)],
    columns=["host", "year", "low"],
)
TOY = pd.DataFrame(
    [("A", y, n) for y, n in [(1950, 500), (1951, 2000), (1952, 2000), (1953, 10), (1954, 1000), (1955, 3000), (1956, 1500), (1957, 1500)]]
    + [("B", y, n) for y, n in [(1957, 4000), (1958, None), (1959, 4000), (1960, 4000)]]
    + [("C", y, 900) for y in range(1950, 1960)],
    columns=["host", "year", "low"],
)


def answer(troops, **more):
    """The learner's table by host, after a look at its form."""
    return table_of(longest_spells(troops, **more), *COLUMNS).set_index("host")


def test_gives_a_table():
    """The answer must be a table (a `DataFrame`) with the columns `host`, `start`, `end` and `years`."""
    answer(TOY)


def test_one_row_for_each_host_with_enough():
    """Each host that ever had enough troops gets one row, the others none. In the test's table these are A and B."""
    hosts = sorted(answer(TOY).index)
    assert hosts == ["A", "B"], f"Yours are {', '.join(map(str, hosts)) or 'none'}."


def test_at_least_includes_the_limit():
    """“At least 1,000” includes 1,000 itself."""
    start = int(answer(TOY).loc["A", "start"])
    assert start != 1955, "A's longest spell begins in 1954, with 1,000 troops; yours leaves that year out."


def test_a_gap_breaks_the_spell():
    """The *longest unbroken* row of years counts, not all years together. A has two spells, of two and of four years."""
    row = answer(TOY).loc["A"]
    assert (int(row["start"]), int(row["end"]), int(row["years"])) == (1954, 1957, 4), f"Yours: {row['start']} to {row['end']}, {row['years']} years."


def test_an_unknown_year_breaks_the_spell():
    """A missing number breaks a spell: B has 1957, then 1959 to 1960. What we do not know we do not count."""
    row = answer(TOY).loc["B"]
    assert (int(row["start"]), int(row["years"])) == (1959, 2), f"Yours: from {row['start']}, {row['years']} years."


def test_a_year_without_a_row_breaks_the_spell():
    """A year that has no row at all breaks a spell as well."""
    row = answer(TOY[TOY["year"] != 1956]).loc["A"]
    assert int(row["years"]) == 2, f"Without the row of 1956 A's longest spell has 2 years; yours has {row['years']}."


def test_the_limit_can_be_set():
    """With `enough=4000` only B is left."""
    hosts = list(answer(TOY, enough=4000).index)
    assert hosts == ["B"], f"Yours are {', '.join(map(str, hosts)) or 'none'}."


def test_no_host_has_enough():
    """Where no host ever had enough troops, the table has its four columns and no rows."""
    found = answer(TOY, enough=9000)
    assert len(found) == 0, f"Yours has {len(found)}."


def test_rows_in_any_order_and_the_earlier_of_two():
    """The rows may come in any order, a spell ends with its host, and of two equally long ones the earlier counts."""
    found = table_of(longest_spells(MIXED), *COLUMNS)[[*COLUMNS]]
    rows = [("D", 1950, 1951, 2), ("E", 1962, 1963, 2), ("G", 1970, 1970, 1)]
    wanted = pd.DataFrame(rows, columns=COLUMNS)
    assert same(found, wanted), f"The rows should be {rows}; yours are {found.values.tolist()}."


def test_germany_since_1953():
    """On the real table Germany's longest spell runs from 1953 to 2024: 72 years. (The numbers of 1951 and 1952 are known to be copies.)"""
    row = answer(TROOPS).loc["Germany"]
    assert (int(row["start"]), int(row["years"])) == (1953, 72), f"Yours: from {row['start']}, {row['years']} years."


# %% cases
def cases(rng):
    tables = []
    for _ in range(12):
        rows = [
            (f"host {n}", year, rng.choice([None, 200.0, 999.0, 1000.0, 5000.0, 20_000.0, 30_000.0]))
            for n in range(rng.randint(1, 6))
            for year in range(1950, 1950 + rng.randint(4, 30))
            if rng.random() < 0.93
        ]
        rng.shuffle(rows)
        frame = pd.DataFrame(rows, columns=["host", "year", "low"]).astype({"low": "Float64"})
        tables.append({"troops": frame, "enough": rng.choice([500, 1000, 20_000])})
    # Never left to chance: two equally long spells, one host that goes on where another ends, none with enough, the limit itself.
    fixed = [("b", 1962, 1500.0), ("a", 1961, 1500.0), ("a", 1951, 1500.0), ("b", 1963, 10.0), ("a", 1960, 1500.0)]
    fixed += [("a", 1950, 1000.0), ("c", 1964, 5.0), ("d", 1970, 2500.0), ("b", 1964, None), ("e", 1971, 2500.0)]
    frame = pd.DataFrame(fixed, columns=["host", "year", "low"]).astype({"low": "Float64"})
    # The limit of its own accord, and one that no host reaches: a table without rows.
    return [*tables, {"troops": frame}, {"troops": frame, "enough": 9000}]


# %% mistakes
def _spells(there, broken):
    spells = there.groupby(["host", broken.cumsum().rename("spell")])["year"].agg(start="min", end="max", years="size")
    spells = spells.reset_index().sort_values(["host", "years", "start"], ascending=[True, False, True])
    return spells.groupby("host", as_index=False).first()[["host", "start", "end", "years"]]


def mistake_all_years_together(troops, enough=1000):
    """test_a_gap_breaks_the_spell"""
    there = troops[troops["low"].fillna(-1) >= enough]
    table = there.groupby("host", as_index=False)["year"].agg(["min", "max", "size"])
    return table.set_axis(["host", "start", "end", "years"], axis=1)


def mistake_more_than(troops, enough=1000):
    """test_at_least_includes_the_limit"""
    there = troops[troops["low"].fillna(-1) > enough].sort_values(["host", "year"])
    return _spells(there, (there["year"].diff() != 1) | (there["host"] != there["host"].shift()))


def mistake_rows_not_years(troops, enough=1000):
    """test_a_year_without_a_row_breaks_the_spell"""
    rows = troops.sort_values(["host", "year"])
    enough_there = rows["low"].fillna(-1) >= enough
    broken = ~enough_there.shift(fill_value=False) | (rows["host"] != rows["host"].shift())
    return _spells(rows[enough_there], broken[enough_there])


def mistake_unknown_years_go_on(troops, enough=1000):
    """test_an_unknown_year_breaks_the_spell"""
    rows = troops.sort_values(["host", "year"])
    rows = rows.assign(low=rows.groupby("host")["low"].ffill())
    there = rows[rows["low"].fillna(-1) >= enough]
    return _spells(there, (there["year"].diff() != 1) | (there["host"] != there["host"].shift()))


def mistake_always_a_thousand(troops, enough=1000):
    """test_the_limit_can_be_set"""
    there = troops[troops["low"].fillna(-1) >= 1000].sort_values(["host", "year"])
    return _spells(there, (there["year"].diff() != 1) | (there["host"] != there["host"].shift()))
