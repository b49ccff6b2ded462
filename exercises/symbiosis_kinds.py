"""Were guarantees with more than words attacked less?

`CASES` has one row for each guarantee in the course's case archive that is fit to be counted. Three columns matter: `kind` (*symbolic*, *tangible*
or *mixed*), `challenged` (*yes* or *no*) and `attacked` (*yes*, *partial* or *no*).

Complete `by_kind` so that it returns a table with one row for each kind that occurs among the challenged cases:

- `kind`,
- `challenged`: how many cases of that kind were challenged,
- `attacked`: how many of those were attacked, in part or wholly,
- `share`: attacked among challenged, from 0 to 1, not rounded.

Then read the numbers with the codebook's warning in mind: cases come to mind because something happened. A share counted here says nothing of how often
guarantees work.
"""
# %% setup
import pandas as pd

from deterrence.evidence import guarantee_cases

CASES = guarantee_cases("guarantee")


# %% solution
def by_kind(cases):
    """Return one row for each kind among challenged cases: kind, challenged, attacked, share."""
    ### BEGIN SOLUTION
    tested = cases[cases["challenged"] == "yes"]
    attacked = tested["attacked"] != "no"
    table = attacked.groupby(tested["kind"]).agg(challenged="size", attacked="sum", share="mean")
    return table.reset_index()
    ### END SOLUTION


by_kind(CASES)

# %% hints
HINTS = [
    "Choose the rows first: `cases[\"challenged\"] == \"yes\"` answers row by row with true or false.",
    "“In part or wholly” means: not `no`. A column of true and false can be grouped by another column; its size, sum and mean are the three numbers.",
    "`.groupby(tested[\"kind\"]).agg(challenged=\"size\", …)` names the columns as it makes them; `.reset_index()` turns the kind back into a column.",
]
# %% tests
from coursekit.exercise.answer import same
from coursekit.exercise.answer import table as table_of

COLUMNS = ("kind", "challenged", "attacked", "share")
MIXED = pd.DataFrame(
    [("tangible", "yes", "no"), ("mixed", "no", "yes"), ("symbolic", "yes", "partial"), ("tangible", "yes", "no")]
    + [("symbolic", "yes", "no"), ("symbolic", "yes", "no")],
    columns=["kind", "challenged", "attacked"],
)
TOY = pd.DataFrame(
    [
        ("symbolic", "yes", "yes"),
        ("symbolic", "yes", "no"),
        ("symbolic", "no", "no"),
        ("mixed", "yes", "partial"),
        ("mixed", "yes", "no"),
        ("mixed", "yes", "no"),
        ("mixed", "yes", "yes"),
        ("tangible", "no", "no"),
    ],
    columns=["kind", "challenged", "attacked"],
)


def answer(cases):
    """The learner's table, by kind, after a look at its form."""
    return table_of(by_kind(cases), *COLUMNS).set_index("kind")


def test_gives_a_table():
    """The answer must be a table with the columns `kind`, `challenged`, `attacked` and `share`."""
    answer(TOY)


def test_counts_challenged_cases_only():
    """A guarantee that nobody challenged was not attacked either, but that tells nothing. Leave it out: of the three symbolic cases here two were challenged."""
    found = answer(TOY)
    assert found.loc["symbolic", "challenged"] == 2, f"You count {found.loc['symbolic', 'challenged']}."


def test_no_row_for_a_kind_that_was_never_challenged():
    """The one tangible case here was never challenged, so it has no row: nothing divided by nothing is no share."""
    kinds = list(answer(TOY).index)
    assert "tangible" not in kinds, f"Your rows are {', '.join(map(str, kinds))}."


def test_a_partial_attack_is_an_attack():
    """“Partial” counts as attacked: of four challenged mixed cases here two were."""
    found = answer(TOY).loc["mixed", "attacked"]
    assert int(found) == 2, f"You count {found}."


def test_the_share_is_of_the_challenged():
    """Two of four is a half: the share is taken of the challenged cases of the same kind."""
    found = float(answer(TOY).loc["mixed", "share"])
    assert abs(found - 0.5) < 1e-9, f"Yours is {found:g}."


def test_none_attacked_is_a_row_too():
    """A kind that was challenged and never attacked has a row, with a share of 0; shares are not rounded."""
    found = table_of(by_kind(MIXED), *COLUMNS)[[*COLUMNS]]
    rows = [("tangible", 2, 0, 0.0), ("symbolic", 3, 1, 1 / 3)]
    wanted = pd.DataFrame(rows, columns=COLUMNS)
    assert same(found, wanted), f"The rows should be {rows}; yours are {found.values.tolist()}."


def test_on_the_archive():
    """In the archive, three in four challenged mixed guarantees, or nearly so, were attacked."""
    found = float(answer(CASES).loc["mixed", "share"])
    assert 0.65 < found < 0.85, f"Yours is {found:.2f}."


# %% cases
def cases(rng):
    def row():
        return (rng.choice(["symbolic", "mixed", "tangible"]), rng.choice(["yes", "yes", "no"]), rng.choice(["yes", "partial", "no"]))

    return [
        {"cases": pd.DataFrame([row() for _ in range(rng.randint(8, 40))], columns=["kind", "challenged", "attacked"])}
        for _ in range(12)
    ] + [
        # Never left to chance: a kind that was never challenged, one never attacked, a part of an attack, thirds.
        {
            "cases": pd.DataFrame(
                [("a", "yes", "no"), ("b", "no", "yes"), ("c", "yes", "partial"), ("a", "yes", "no"), ("c", "yes", "no")]
                + [("c", "yes", "no"), ("d", "yes", "yes"), ("d", "no", "yes")],
                columns=["kind", "challenged", "attacked"],
            )
        },
        {"cases": pd.DataFrame([("a", "yes", "no"), ("b", "yes", "no")], columns=["kind", "challenged", "attacked"])},
    ]


# %% mistakes
def mistake_all_cases(cases):
    """test_counts_challenged_cases_only"""
    attacked = cases["attacked"] != "no"
    return attacked.groupby(cases["kind"]).agg(challenged="size", attacked="sum", share="mean").reset_index()


def mistake_partial_is_no_attack(cases):
    """test_a_partial_attack_is_an_attack"""
    tested = cases[cases["challenged"] == "yes"]
    attacked = tested["attacked"] == "yes"
    return attacked.groupby(tested["kind"]).agg(challenged="size", attacked="sum", share="mean").reset_index()


def mistake_per_cent(cases):
    """test_the_share_is_of_the_challenged"""
    tested = cases[cases["challenged"] == "yes"]
    attacked = tested["attacked"] != "no"
    table = attacked.groupby(tested["kind"]).agg(challenged="size", attacked="sum", share="mean").reset_index()
    return table.assign(share=100 * table["share"])
