"""Does the flip survive if rivals and all others are put together?

`RATES` is the course's table of base rates. The columns that you need: `era`; `rival` and `pact` (true or false); `outcome`; `events`
(how many) and `dyad_years` (among how many pairs and years). Among rivals wars were more frequent with a pact before 1945, and less
frequent after it.

Complete `pooled` so that it returns a table with one row for each era, for `outcome == "war"`, rivals and all other pairs put
together, with the columns `era`, `without` and `with_pact` (wars for each pair and year, not
rounded), and `difference` (with a pact less without). The rows may stand in any order.
"""
# %% setup
import pandas as pd

from deterrence.evidence import base_rates

RATES = base_rates()


# %% solution
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    ### BEGIN SOLUTION
    wars = rates[rates["outcome"] == "war"]
    counts = wars.groupby(["era", "pact"])[["events", "dyad_years"]].sum()
    rate = (counts["events"] / counts["dyad_years"]).unstack("pact")
    table = pd.DataFrame({"without": rate[False], "with_pact": rate[True]})
    return table.assign(difference=table["with_pact"] - table["without"]).reset_index()
    ### END SOLUTION


pooled(RATES)

# %% hints
HINTS = [
    "Keep the wars only: `rates[rates[\"outcome\"] == \"war\"]`. The table holds disputes too, and wars counted a second way.",
    "Rates cannot be added or averaged; counts can. Group by `era` and `pact`, add up `events` and `dyad_years`, and divide the sums.",
    "`.unstack(\"pact\")` turns the two values of `pact` into two columns, named `False` and `True`. `.reset_index()` makes `era` a column again.",
]
# %% tests
from coursekit.exercise.answer import same
from coursekit.exercise.answer import table as table_of

COLUMNS = ("era", "without", "with_pact", "difference")
TOY = pd.DataFrame(
    [
        ["then", False, False, "war", 1, 1000],
        ["then", False, True, "war", 1, 500],
        ["then", True, False, "war", 3, 100],
        ["then", True, True, "war", 2, 100],
        ["now", False, False, "war", 2, 400],
        ["now", False, True, "war", 1, 900],
        ["now", True, False, "war", 4, 100],
        ["now", True, True, "war", 2, 100],
        ["then", True, True, "dispute", 50, 100],
        ["now", False, False, "war begun (recount)", 9, 400],
    ],
    columns=["era", "rival", "pact", "outcome", "events", "dyad_years"],
)


def answer(rates):
    """The learner's table by era, after a look at its form."""
    return table_of(pooled(rates.copy()), *COLUMNS).set_index("era")


def test_gives_one_row_for_each_era():
    """The answer is a table with one row for each era, and the columns `era`, `without`, `with_pact` and `difference`."""
    table = answer(TOY)
    assert sorted(table.index) == ["now", "then"], f"Yours has the rows {list(table.index)}."


def test_counts_wars_only():
    """Only `outcome == "war"` counts. In the test's first era three wars fell in 600 pair-years with a pact: 0.005."""
    rate = float(answer(TOY).loc["then", "with_pact"])
    assert rate < 0.05, f"Your rate is {rate:.4f}."


def test_adds_counts_before_dividing():
    """Rivals and others are put together by adding events and years, and dividing then: 3 of 600 is 0.005. A mean of the two groups' rates would give the few rivals the weight of the many others."""
    rate = float(answer(TOY).loc["then", "with_pact"])
    assert abs(rate - 0.005) < 1e-9, f"Your rate is {rate:.4f}."


def test_rates_are_shares():
    """A rate is wars for each pair and year: 4 of 1100 is 0.0036363…, not rounded."""
    rate = float(answer(TOY).loc["then", "without"])
    assert abs(rate - 4 / 1100) < 1e-9, f"Your rate is {rate:.7g}."


def test_difference_is_with_less_without():
    """The difference is the rate with a pact less the rate without: above 0 where wars were more frequent with a pact."""
    table = answer(TOY)
    assert abs(float(table.loc["then", "difference"]) - (0.005 - 4 / 1100)) < 1e-9, (
        f"It should be {0.005 - 4 / 1100:.6f}; yours is {float(table.loc['then', 'difference']):.6f}."
    )


def test_the_flip_is_gone():
    """On the real table the difference is below 0 in both eras: all pairs together show no flip. Rivals are few, and how many of them have pacts differs from the rest."""
    found = answer(RATES)["difference"].tolist()
    assert all(one < 0 for one in found), f"Yours are {found}."


def test_rows_in_any_order():
    """The table's rows come in any order, and an era may have any name."""
    other = TOY.replace({"era": {"now": "a", "then": "b"}}).iloc[::-1]
    found = table_of(pooled(other), *COLUMNS)[[*COLUMNS]]
    rows = [("a", 6 / 500, 3 / 1000, 3 / 1000 - 6 / 500), ("b", 4 / 1100, 3 / 600, 3 / 600 - 4 / 1100)]
    wanted = pd.DataFrame(rows, columns=COLUMNS)
    assert same(found, wanted), f"The rows should be {rows}; yours are {found.values.tolist()}."


# %% cases
def cases(rng):
    tables = []
    for _ in range(12):
        rows = [
            [era, rival, pact, outcome, rng.randint(1, 40), rng.randint(50, 5000)]
            for era in ("1816-1944", "1946-2010", "later")[: rng.randint(1, 3)]
            for rival in (False, True)
            for pact in (False, True)
            for outcome in ("war", "dispute", "war begun (recount)")
        ]
        rng.shuffle(rows)
        columns = ["era", "rival", "pact", "outcome", "events", "dyad_years"]
        tables.append({"rates": pd.DataFrame(rows, columns=columns)})
    return tables


# %% mistakes
def mistake_mean_of_rates(rates):
    """test_adds_counts_before_dividing"""
    wars = rates[rates["outcome"] == "war"].assign(rate=lambda t: t["events"] / t["dyad_years"])
    rate = wars.groupby(["era", "pact"])["rate"].mean().unstack("pact")
    table = pd.DataFrame({"without": rate[False], "with_pact": rate[True]})
    return table.assign(difference=table["with_pact"] - table["without"]).reset_index()


def mistake_all_outcomes(rates):
    """test_counts_wars_only"""
    counts = rates.groupby(["era", "pact"])[["events", "dyad_years"]].sum()
    rate = (counts["events"] / counts["dyad_years"]).unstack("pact")
    table = pd.DataFrame({"without": rate[False], "with_pact": rate[True]})
    return table.assign(difference=table["with_pact"] - table["without"]).reset_index()


def mistake_the_wrong_way_round(rates):
    """test_difference_is_with_less_without"""
    counts = rates[rates["outcome"] == "war"].groupby(["era", "pact"])[["events", "dyad_years"]].sum()
    rate = (counts["events"] / counts["dyad_years"]).unstack("pact")
    table = pd.DataFrame({"without": rate[False], "with_pact": rate[True]})
    return table.assign(difference=table["without"] - table["with_pact"]).reset_index()


def mistake_rivals_only(rates):
    """test_adds_counts_before_dividing"""
    wars = rates[(rates["outcome"] == "war") & rates["rival"]]
    rate = (wars.set_index(["era", "pact"])["events"] / wars.set_index(["era", "pact"])["dyad_years"]).unstack("pact")
    table = pd.DataFrame({"without": rate[False], "with_pact": rate[True]})
    return table.assign(difference=table["with_pact"] - table["without"]).reset_index()


def mistake_era_left_in_the_index(rates):
    """test_gives_one_row_for_each_era"""
    counts = rates[rates["outcome"] == "war"].groupby(["era", "pact"])[["events", "dyad_years"]].sum()
    rate = (counts["events"] / counts["dyad_years"]).unstack("pact")
    return pd.DataFrame({"without": rate[False], "with_pact": rate[True]}).eval("difference = with_pact - without")
