"""Fewer disputes, or fewer wars in a dispute?

After 1945 wars were rarer among rivals whose target had a pact with an outsider. Is that because fewer disputes began, or because
fewer of those that began became wars? And before 1945? Complete `escalation` so that it returns a table with one row for each era and kind of target:

- `era` and `pact` as in the table you are given,
- `disputes` and `wars`: how many of each there were among **rivals**,
- `share`: wars for each dispute, from 0 to 1, not rounded (missing where there was no dispute).

`RATES` holds one row for each era, `rival`, `pact` and `outcome`, with the number of `events` and of `dyad_years`. Count the
outcomes `dispute` and `war`; the other two (`force`, `war begun (recount)`) are other ways to count, and not asked for.
"""

# %% setup
import altair as alt
import pandas as pd

from deterrence.evidence import base_rates

RATES = base_rates()


def draw(table):
    """Chart the share of disputes that became wars, with and without a pact, in both eras."""
    if not isinstance(table, pd.DataFrame) or not {"era", "pact", "share"} <= set(table.columns):
        return "Nothing to draw yet: escalation must return a table with the columns era, pact, disputes, wars and share."
    rows = table.assign(target=["with a pact" if pact else "with none" for pact in table["pact"]])
    return alt.Chart(rows[["era", "target", "share"]]).mark_point(filled=True, size=110).encode(
        x=alt.X("share:Q", title="Wars for each dispute", axis=alt.Axis(format="%"), scale=alt.Scale(zero=True)),
        y=alt.Y("target:N", title=None), row=alt.Row("era:N", title=None),
    ).properties(width=300, height=60)


# %% solution
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    ### BEGIN SOLUTION
    rivals = rates[rates["rival"]]
    counts = rivals.pivot_table(index=["era", "pact"], columns="outcome", values="events", aggfunc="sum")
    counts = counts.reset_index().rename(columns={"dispute": "disputes", "war": "wars"})
    counts["share"] = counts["wars"] / counts["disputes"].where(counts["disputes"] > 0)
    return counts[["era", "pact", "disputes", "wars", "share"]]
    ### END SOLUTION


draw(escalation(RATES))

# %% hints
HINTS = [
    "`rival` is a column of true and false, so it can choose rows: put it inside the brackets after the table's name.",
    "One row for each era and pact, one column for each outcome: that is what `pivot_table` is for. Or take the disputes and the wars apart and `merge` them on era and pact.",
    "A share of nothing is missing, not zero. `.where(condition)` keeps what fulfils a condition and makes the rest missing.",
]
# %% tests
from coursekit.exercise.answer import same
from coursekit.exercise.answer import table as table_of

COLUMNS = ("era", "pact", "disputes", "wars", "share")
TOY = pd.DataFrame(
    [
        (era, rival, pact, outcome, events, 1000)
        for era, rival, pact, counted in [
            ("early", True, False, (20, 5)), ("early", True, True, (10, 1)),
            ("late", True, False, (8, 2)), ("late", True, True, (40, 2)),
            ("early", False, False, (500, 7)), ("late", False, True, (600, 3)),
        ]
        for outcome, events in zip(("dispute", "war", "force", "war begun (recount)"), (*counted, 99, counted[1] + 3))
    ],
    columns=["era", "rival", "pact", "outcome", "events", "dyad_years"],
)


def answer(rates):
    """The learner's table by era and pact, after a look at its form."""
    return table_of(escalation(rates.copy()), *COLUMNS).set_index(["era", "pact"])


def test_gives_a_table():
    """The answer must be a table (a `DataFrame`) with the columns `era`, `pact`, `disputes`, `wars` and `share`."""
    answer(TOY)


def test_takes_rivals_only():
    """Only rivals count: among states that want nothing from each other a pact can deter nobody."""
    disputes = answer(TOY).loc[("early", False), "disputes"]
    assert disputes != 520, "In the test's table 20 disputes are between rivals; yours also counts 500 others."


def test_gives_one_row_for_each_era_and_pact():
    """There must be one row for each era and kind of target, four in all."""
    table = answer(TOY)
    assert len(table) == 4, f"Yours has {len(table)}."


def test_counts_events():
    """`disputes` and `wars` are numbers of events, not rates a year. In the test's table early rivals without a pact had 20 disputes and 5 wars."""
    row = answer(TOY).loc[("early", False)]
    assert (row["disputes"], row["wars"]) == (20, 5), f"Yours says {row['disputes']:g} and {row['wars']:g}."


def test_share_is_wars_for_each_dispute():
    """`share` is wars for each dispute: 5 wars in 20 disputes are 0.25."""
    share = answer(TOY).loc[("early", False), "share"]
    assert abs(share - 0.25) < 1e-6, f"Yours is {share:.4g}."


def test_a_share_of_nothing_is_missing():
    """Where there was no dispute the share is missing (NaN): nothing to escalate is not the same as no escalation."""
    quiet = TOY.copy()
    quiet.loc[(quiet["era"] == "late") & quiet["pact"], "events"] = 0
    share = answer(quiet).loc[("late", True), "share"]
    assert pd.isna(share), f"Yours is {share}."


def test_uses_the_table_it_is_given():
    """The function must work on the table it is given, its rows in any order."""
    other = TOY.assign(events=3 * TOY["events"])
    other = pd.concat([other[other["outcome"] == "war"], other[other["outcome"] != "war"].iloc[::-1]])
    rows = [("early", False, 60, 15, 0.25), ("early", True, 30, 3, 0.1), ("late", False, 24, 6, 0.25), ("late", True, 120, 6, 0.05)]
    found = table_of(escalation(other), *COLUMNS)[[*COLUMNS]]
    wanted = pd.DataFrame(rows, columns=COLUMNS)
    assert same(found, wanted), f"With three times the events the rows should be {rows}; yours are {found.values.tolist()}."


# %% cases
RECOUNT = "war begun (recount)"


def cases(rng):
    tables = []
    for _ in range(12):
        rows = [
            (era, rival, pact, outcome, events, years)
            for n, era in enumerate(("first", "second", "third")[: rng.randint(2, 3)])
            for rival in (True, False)
            for pact in (True, False)
            # A war is a dispute too: never more wars than disputes. In one place there was no dispute.
            for disputes in [0 if n == 0 and pact and rival else rng.randint(3, 60)]
            for years in [100 * rng.randint(5, 90)]
            for outcome, events in (("dispute", disputes), ("war", rng.randint(0, disputes)), ("force", rng.randint(1, 90)), (RECOUNT, rng.randint(1, 20)))
        ]
        rng.shuffle(rows)
        names = ["era", "rival", "pact", "outcome", "events", "dyad_years"]
        tables.append({"rates": pd.DataFrame(rows, columns=names)})
    return tables


# %% mistakes
def _table(rows, share):
    wide = rows.pivot_table(index=["era", "pact"], columns="outcome", values="events", aggfunc="sum").reset_index()
    wide = wide.rename(columns={"dispute": "disputes", "war": "wars"})
    return wide.assign(share=share(wide))[["era", "pact", "disputes", "wars", "share"]]


def mistake_everyone_is_a_rival(rates):
    """test_takes_rivals_only"""
    return _table(rates, lambda t: t["wars"] / t["disputes"])


def mistake_turned_round(rates):
    """test_share_is_wars_for_each_dispute"""
    return _table(rates[rates["rival"]], lambda t: t["disputes"] / t["wars"])


def mistake_share_of_both(rates):
    """test_share_is_wars_for_each_dispute"""
    return _table(rates[rates["rival"]], lambda t: t["wars"] / (t["wars"] + t["disputes"]))


def mistake_rates_for_counts(rates):
    """test_counts_events"""
    rivals = rates[rates["rival"]].assign(events=lambda t: t["events"] / t["dyad_years"])
    return _table(rivals, lambda t: t["wars"] / t["disputes"])


def mistake_zero_for_nothing(rates):
    """test_a_share_of_nothing_is_missing"""
    return _table(rates[rates["rival"]], lambda t: (t["wars"] / t["disputes"]).fillna(0))


def mistake_eras_together(rates):
    """test_gives_one_row_for_each_era_and_pact"""
    rivals = rates[rates["rival"]]
    return _table(rivals, lambda t: t["wars"] / t["disputes"]).groupby("pact", as_index=False).first().assign(era="early")
