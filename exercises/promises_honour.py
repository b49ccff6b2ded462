"""How much of “half of all promises are kept” hangs on one war?

Of 146 alliance promises that a war put to the test, 73 were kept. But 43 of the 146 come from one war, and promises
tested by the same war stand or fall together. So: leave out one war at a time, and see how far the share moves.

Complete `without_each_war` so that it returns a table with one row for each war and three columns, no others:

- `war`: the war that is left out,
- `left`: how many promises are left without it,
- `rate`: the share of those that were kept, from 0 to 1, not rounded.

`PROMISES` is the table, one row for each promise; its columns `war` (text) and `honoured` (true or false) are all you
need. Keep in mind what the table is: every promise *to defend* in it had failed to prevent its war. It says how often
promises were kept *once a war had come*, not how often promises deter.
"""

# %% setup
import altair as alt
import pandas as pd

from deterrence.evidence import promises_tested

PROMISES = promises_tested()


def draw(table):
    """Chart the eight wars that move the share most, against the share with every war in."""
    if not isinstance(table, pd.DataFrame):
        return "Nothing to draw yet: without_each_war returned no table."
    missing = [c for c in ("war", "left", "rate") if c not in table.columns]
    if missing:
        return f"Nothing to draw yet: the table lacks {' and '.join(missing)}."
    overall = float(PROMISES["honoured"].mean())
    rows = table.assign(
        left_out=lambda t: "without " + t["war"].astype(str), shift=lambda t: (t["rate"] - overall).abs()
    )
    rows = rows.nlargest(8, "shift").sort_values("rate")
    farthest = rows.iloc[(rows["rate"] - overall).abs().argmax()]
    side = alt.Y("left_out:N", title=None, sort=list(rows["left_out"]), axis=alt.Axis(labelLimit=220))
    dots = (
        alt.Chart(rows)
        .mark_point(filled=True, size=90, opacity=1)
        .encode(
            x=alt.X(
                "rate:Q",
                title=["Share of tested promises kept", "(dashed: with every war)"],
                axis=alt.Axis(format=".0%", tickCount=5),
                scale=alt.Scale(zero=False, padding=20),
            ),
            y=side,
            tooltip=["left_out", "left", alt.Tooltip("rate", format=".3f")],
        )
    )
    line = alt.Chart(pd.DataFrame({"rate": [overall]})).mark_rule(color="gray", strokeDash=[4, 4]).encode(x="rate:Q")
    title = f"Without {farthest['war']}: {farthest['rate']:.0%} kept, not {overall:.0%}"
    return (line + dots).properties(width="container", height=230, title=title)


# %% solution
def without_each_war(promises):
    """Return a table with one row for each war that occurs in promises.

    Columns: war; left, the number of promises left without it;
    rate, the share of those kept, from 0 to 1 (NaN if none is left).
    """
    ### BEGIN SOLUTION
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": rest["honoured"].mean()})
    return pd.DataFrame(rows)
    ### END SOLUTION


draw(without_each_war(PROMISES))

# %% hints
HINTS = [
    'Begin with one war. Which rows are *not* that war? `PROMISES["war"] != "Korean"` answers row by row with true or false.',
    "Such answers choose rows: `PROMISES[...]` with them inside the brackets. And in a column of true and false the mean is a share, for true counts as 1.",
    'Now the same for every war in `promises["war"].unique()`. Collect a dictionary for each, with the keys `war`, `left` and `rate`; `pd.DataFrame(rows)` makes a list of them into a table.',
]
# %% tests
from coursekit.exercise.answer import table as table_of

COLUMNS = ("war", "left", "rate")
TOY = pd.DataFrame(
    [("first", True)] * 3 + [("second", True), ("second", False)] + [("third", False)], columns=["war", "honoured"]
)


def answer(promises):
    """The learner's table, by war, after a look at its form."""
    found = table_of(without_each_war(promises.copy()), *COLUMNS)
    more = [str(name) for name in found.columns if name not in COLUMNS]
    assert not more, f"There is a column more than asked for: `{more[0]}`."
    return found.set_index("war")


def close(value, expected):
    return abs(float(value) - expected) < 1e-9


def test_gives_a_table():
    """The answer must be a table (a `DataFrame`) with the columns `war`, `left` and `rate`."""
    answer(TOY)


def test_uses_the_table_it_is_given():
    """The function must work on the table it is given, whatever that holds."""
    strange = set(answer(TOY).index) - set(TOY["war"])
    assert not strange, f"Given a table of three other wars, it speaks of {sorted(strange, key=str)[0]}."


def test_gives_one_row_for_each_war():
    """There must be one row for each war, however many promises it tested."""
    table = answer(TOY)
    assert sorted(table.index) == ["first", "second", "third"], f"For three wars yours has {len(table)} rows."


def test_counts_the_promises_that_are_left():
    """`left` counts the promises that remain. Of six promises, three of them in the first war, three are left without it."""
    table = answer(TOY)
    assert int(table.loc["first", "left"]) == 3, f"Your count is {table.loc['first', 'left']}."
    assert int(table.loc["third", "left"]) == 5, (
        f"Without a war of one promise, five are left; your count is {table.loc['third', 'left']}."
    )


def test_rate_is_a_share():
    """A rate is a share between 0 and 1."""
    rates = answer(TOY)["rate"]
    assert rates.between(0, 1).all(), f"Your largest is {rates.max():g}."


def test_rate_is_of_the_promises_left():
    """Without the first war three promises are left, and one of them was kept: a third."""
    rate = answer(TOY).loc["first", "rate"]
    assert not close(rate, 1.0), "Yours is 1, the rate of the first war itself."
    assert close(rate, 1 / 3) or close(rate, 1 / 4), f"Yours is {rate:.3f}."


def test_each_promise_counts_once():
    """Each promise counts once, whatever its war. Take the share over all promises left, not the mean of each war's own share: that would give a war with one promise the weight of one with forty-three."""
    rate = answer(TOY).loc["first", "rate"]
    assert close(rate, 1 / 3), f"Without the first war one promise of three was kept, 0.333; yours is {rate!r}."


def test_nothing_left_is_missing():
    """When a table knows a single war, nothing is left without it: the rate is missing (NaN), not 0. Nothing counted is not the same as nothing kept."""
    rate = answer(TOY[TOY["war"] == "first"]).loc["first", "rate"]
    assert pd.isna(rate), f"Yours is {rate}."


def test_only_that_war_is_left_out():
    """A war is left out, not all those whose names begin alike: without World War I, World War II stays in."""
    table = answer(TOY.replace({"war": {"first": "World War II", "second": "World War I"}}))
    left = {war: int(table.loc[war, "left"]) for war in ("World War I", "World War II")}
    assert left == {"World War I": 4, "World War II": 3}, f"4 and 3 of six promises are left; yours are {list(left.values())}."


def test_half_hangs_on_no_single_war():
    """On the real table, the share without World War II is 46 of 103, or 0.447."""
    table = answer(PROMISES)
    assert close(table.loc["World War II", "rate"], 46 / 103), f"Yours is {table.loc['World War II', 'rate']:.3f}."


# %% cases
def compared(answer):
    """The table, and that it has no column more."""
    return [answer, sorted(answer.columns)]


def cases(rng):
    tables = []
    for turn in range(12):
        # The first table knows a single war: nothing is then left without it. The second has more than a chart shows.
        many = {0: 1, 1: rng.randint(10, 14)}.get(turn, rng.randint(2, 9))
        wars = ["war " + "I" * n for n in range(many)]
        rows = [(war, rng.random() < 0.5) for war in wars for _ in range(rng.randint(1, 12))]
        rng.shuffle(rows)
        tables.append({"promises": pd.DataFrame(rows, columns=["war", "honoured"])})
    return tables


# %% mistakes
def mistake_rate_of_the_war_itself(promises):
    """test_rate_is_of_the_promises_left"""
    table = promises.groupby("war", as_index=False).agg(rate=("honoured", "mean"), n=("honoured", "size"))
    return table.assign(left=len(promises) - table["n"])[["war", "left", "rate"]]


def mistake_counts_the_war_itself(promises):
    """test_counts_the_promises_that_are_left"""
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": int((promises["war"] == war).sum()), "rate": rest["honoured"].mean()})
    return pd.DataFrame(rows)


def mistake_percent(promises):
    """test_rate_is_a_share"""
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": 100 * rest["honoured"].mean()})
    return pd.DataFrame(rows)


def mistake_mean_of_means(promises):
    """test_each_promise_counts_once"""
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": rest.groupby("war")["honoured"].mean().mean()})
    return pd.DataFrame(rows)


def mistake_zero_for_nothing(promises):
    """test_nothing_left_is_missing"""
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": rest["honoured"].sum() / max(len(rest), 1)})
    return pd.DataFrame(rows)


def mistake_ignores_its_argument(promises):
    """test_uses_the_table_it_is_given"""
    rows = []
    for war in PROMISES["war"].unique():
        rest = PROMISES[PROMISES["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": rest["honoured"].mean()})
    return pd.DataFrame(rows)


def mistake_a_row_for_each_promise(promises):
    """test_gives_one_row_for_each_war"""
    rows = []
    for war in promises["war"]:
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": rest["honoured"].mean()})
    return pd.DataFrame(rows)


def mistake_no_return(promises):
    """test_gives_a_table"""
    pd.DataFrame({"war": promises["war"].unique()})
