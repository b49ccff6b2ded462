"""How far apart are the shares that air defence is said to stop?

`CLAIMS` is a table of real claims, one row each. You need three of its columns: `target` (what was fired), `low` and `high` (the share
stopped, from 0 to 1: at least and at most). Some claims are open: "more than" has no `high`.

Complete `spans` so that it returns a table with one row for each kind of target and these four columns, no others:

- `target`,
- `claims`: how many claims there are,
- `lowest`: the lowest share that anyone claims,
- `highest`: the highest share that anyone claims; for a claim without `high`, its `low` counts.

The row in which the claims lie farthest apart comes first; the others follow in any order. Do not round.
"""

# %% setup
import pandas as pd

from deterrence.evidence import interception_claims

CLAIMS = interception_claims()[["target", "period", "low", "high", "said_by"]]


# %% solution
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    ### BEGIN SOLUTION
    filled = claims.assign(high=claims["high"].fillna(claims["low"]))
    table = filled.groupby("target").agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max"))
    table = table.reset_index()
    wide = (table["highest"] - table["lowest"]).sort_values(ascending=False, kind="stable")
    return table.loc[wide.index]
    ### END SOLUTION


spans(CLAIMS)

# %% hints
HINTS = [
    'First fill the holes: `CLAIMS["high"].fillna(CLAIMS["low"])` is the column with each missing `high` replaced by the `low` of its row.',
    '`groupby("target").agg(lowest=("low", "min"), ...)` makes one row for each target: a new column\'s name, then from which column, and how.',
    "For the order you need the width of each span, highest minus lowest. `sort_values(..., ascending=False)` puts the largest first; `reset_index()` makes `target` a column again.",
]
# %% tests
from coursekit.exercise.answer import same
from coursekit.exercise.answer import table as table_of

COLUMNS = ("target", "claims", "lowest", "highest")
MIXED = pd.DataFrame(
    {
        "target": ["b", "a", "b", "c", "a", "a", "b"],
        "low": [0.41, 0.3, 0.2, 0.123, 0.5, 0.3, 0.2],
        "high": [0.45, None, 0.9, None, 0.6, 0.45, 0.25],
    }
)
TOY = pd.DataFrame(
    {
        "target": ["near", "near", "far", "far", "far"],
        "low": [0.5, 0.6, 0.1, 0.4, 0.7],
        "high": [0.5, 0.65, 0.1, None, None],
    }
)


def answer(claims):
    """The learner's table, after a look at its form."""
    found = table_of(spans(claims.copy()), *COLUMNS)
    more = [str(name) for name in found.columns if name not in COLUMNS]
    assert not more, f"There is a column more than asked for: `{more[0]}`."
    return found


def row(table, target):
    found = table[table["target"] == target]
    assert len(found) == 1, f"For {target!r} there are {len(found)} rows."
    return found.iloc[0]


def test_gives_a_table():
    """The answer must be a table with the columns `target`, `claims`, `lowest` and `highest`."""
    answer(TOY)


def test_one_row_for_each_target():
    """One row for each kind of target, with the number of its claims."""
    table = answer(TOY)
    assert len(table) == 2, f"For two kinds yours has {len(table)} rows."
    assert int(row(table, "far")["claims"]) == 3, (
        f"There are three claims about “far”; you count {row(table, 'far')['claims']}."
    )


def test_the_lowest_is_the_smallest_low():
    """The lowest share is the smallest `low` of the group."""
    assert abs(row(answer(TOY), "far")["lowest"] - 0.1) < 1e-9, row(answer(TOY), "far")["lowest"]


def test_an_open_claim_counts_with_its_low():
    """ "More than 0.7" has no `high`, and still it claims 0.7. For such a claim its `low` counts as the highest."""
    found = float(row(answer(TOY), "far")["highest"])
    assert abs(found - 0.7) < 1e-9, (
        f"Of 0.1, “more than 0.4” and “more than 0.7” the highest is 0.7; yours is {found:g}."
    )


def test_the_widest_span_comes_first():
    """The widest span comes first: sort by highest minus lowest, not by name and not by the highest alone."""
    order = [*answer(TOY)["target"]]
    assert order == ["far", "near"], f"Yours begins with {order[0]!r}."
    steep = pd.DataFrame({"target": ["a", "b", "b"], "low": [0.9, 0.1, 0.5], "high": [0.95, 0.1, 0.5]})
    assert [*answer(steep)["target"]] == ["b", "a"], "A span from 0.1 to 0.5 is wider than one from 0.9 to 0.95."


def test_claims_in_any_order():
    """The claims come in any order, and two may say the same."""
    found = answer(MIXED)
    wanted = pd.DataFrame([("b", 3, 0.2, 0.9), ("a", 3, 0.3, 0.6), ("c", 1, 0.123, 0.123)], columns=COLUMNS)
    assert same(found, wanted), f"The rows should be {wanted.values.tolist()}; yours are {found[[*COLUMNS]].values.tolist()}."
    assert found["target"].iloc[0] == "b", f"Yours begins with {found['target'].iloc[0]!r}; b has the widest span."


def test_missiles_are_contested_most():
    """On the real table the claims about missiles of all kinds lie farthest apart."""
    first = answer(CLAIMS).iloc[0]
    assert first["target"] == "missiles", first["target"]


# %% cases
def compared(answer):
    """The rows, how wide the first is, and that there is no column more."""
    first = answer.iloc[0]
    return [answer, round(float(first["highest"] - first["lowest"]), 9), sorted(answer.columns)]


def cases(rng):
    tables = []
    for _ in range(14):
        kinds = rng.sample(["drones", "missiles", "cruise", "ballistic", "other"], rng.randint(2, 5))
        made = []
        for kind in kinds:
            for _ in range(rng.randint(1, 5)):
                low = round(rng.random(), 3)
                made.append((kind, low, None if rng.random() < 0.3 else round(low + rng.random() * (1 - low), 3)))
        rng.shuffle(made)
        tables.append({"claims": pd.DataFrame(made, columns=["target", "low", "high"]).astype({"high": float})})
    # Two claims that say the same, a span that is not the largest number, and an open claim above all others.
    made = [("one", 0.2, 0.3), ("two", 0.9, 0.95), ("one", 0.2, 0.6), ("three", 0.5, 0.5), ("two", 0.97, None)]
    return [*tables, {"claims": pd.DataFrame(made, columns=["target", "low", "high"]).astype({"high": float})}]


# %% mistakes
def mistake_leaves_open_claims_out(claims):
    """test_an_open_claim_counts_with_its_low"""
    table = (
        claims.groupby("target")
        .agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max"))
        .reset_index()
    )
    return table.loc[(table["highest"] - table["lowest"]).sort_values(ascending=False).index]


def mistake_open_means_all(claims):
    """test_an_open_claim_counts_with_its_low"""
    filled = claims.assign(high=claims["high"].fillna(1.0))
    table = (
        filled.groupby("target")
        .agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max"))
        .reset_index()
    )
    return table.loc[(table["highest"] - table["lowest"]).sort_values(ascending=False).index]


def mistake_sorts_by_the_highest(claims):
    """test_the_widest_span_comes_first"""
    filled = claims.assign(high=claims["high"].fillna(claims["low"]))
    table = (
        filled.groupby("target")
        .agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max"))
        .reset_index()
    )
    return table.sort_values("highest", ascending=False)


def mistake_target_is_the_index(claims):
    """test_gives_a_table"""
    filled = claims.assign(high=claims["high"].fillna(claims["low"]))
    return filled.groupby("target").agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max"))
