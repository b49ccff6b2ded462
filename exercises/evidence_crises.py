"""Draw what a historian sees beside what only we can see.

`DYADS` is the simulated population of a thousand pairs. Its columns: `bin` (credibility of the guarantor, put into four bins and named
by their middles: 0.2, 0.4, 0.6 and 0.8), and `crisis` and `attack` (0 or 1).

Complete `seen` so that it returns a **line** chart with two lines, told apart by `color`: the share of pairs attacked in each bin, among
`all pairs` and among `crises only`. Prepare a table with the columns `bin`, `share` and `among` first, and then draw it: `bin` across,
`share` upwards, as quantities.
"""
# %% setup
import altair as alt
import pandas as pd

from deterrence.analysis.population import dyads

DYADS = dyads().assign(
    bin=lambda t: pd.cut(t["credibility"], [0.1, 0.3, 0.5, 0.7, 0.9], labels=[0.2, 0.4, 0.6, 0.8], include_lowest=True)
    .astype(float)
)[["bin", "crisis", "attack"]]


# %% solution
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    ### BEGIN SOLUTION
    parts = []
    for among, part in (("all pairs", pairs), ("crises only", pairs[pairs["crisis"] == 1])):
        share = part.groupby("bin", as_index=False)["attack"].mean()
        parts.append(share.rename(columns={"attack": "share"}).assign(among=among))
    across = alt.X("bin:Q", title="How credible the guarantor looks")
    upwards = alt.Y("share:Q", title="Share attacked")
    return alt.Chart(pd.concat(parts)).mark_line(point=True).encode(x=across, y=upwards, color="among:N")
    ### END SOLUTION


seen(DYADS)

# %% hints
HINTS = [
    "In a column of noughts and ones the mean is a share: `pairs.groupby(\"bin\", as_index=False)[\"attack\"].mean()`.",
    "Do that twice: for `pairs`, and for `pairs[pairs[\"crisis\"] == 1]`. Give each a column that says which it is: `.assign(among=\"all pairs\")`. `pd.concat([one, other])` puts them under each other.",
    "The mean is called `attack`; `.rename(columns={\"attack\": \"share\"})` gives it its name. Then `alt.Chart(table).mark_line().encode(x=…, y=…, color=…)`.",
]
# %% tests
from coursekit.exercise.chart import expect_axis_title, expect_encoding, expect_mark, expect_rows

FEW = pd.DataFrame(
    [[0.2, 1, 1], [0.2, 0, 0], [0.2, 1, 0], [0.2, 0, 0], [0.8, 1, 1], [0.8, 0, 0], [0.8, 0, 0], [0.8, 0, 0]],
    columns=["bin", "crisis", "attack"],
)


def test_it_is_a_line_chart():
    """A share that goes along with credibility is best seen as a line."""
    expect_mark(seen(FEW), "line")


def test_what_stands_where():
    """`bin` goes across, `share` upwards, both as quantities (`:Q`); `among` decides the colour."""
    expect_encoding(seen(FEW), mark="line", x="bin:Q", y="share:Q", color="among:N")


def test_all_pairs_are_counted():
    """Among all pairs the share counts those without a crisis too: in the test's first bin one of four is attacked, 0.25. Did you divide by the crises only?"""
    chart = [row for row in drawn(seen(FEW)) if row["among"] == "all pairs"]
    assert close(chart, {0.2: 0.25, 0.8: 0.25}), f"Yours: {said(chart)}."


def test_crises_only_are_crises_only():
    """Among crises the share counts crises alone: in the test's first bin one of two, 0.5, in its last one of one."""
    chart = [row for row in drawn(seen(FEW)) if row["among"] == "crises only"]
    assert close(chart, {0.2: 0.5, 0.8: 1.0}), f"Yours: {said(chart)}."


def test_nothing_else_is_drawn():
    """Two lines with a point for each bin, and no more. Do you draw `DYADS`, whatever comes in?"""
    expect_rows(seen(FEW), [{"bin": b, "among": a} for b in (0.2, 0.8) for a in ("all pairs", "crises only")])


def test_the_axis_says_of_what():
    """Give the vertical axis a title that says what share it is."""
    expect_axis_title(seen(FEW), "y", "attack", mark="line")


def drawn(chart):
    """The rows behind the lines, with the three columns that must be there."""
    from coursekit.exercise.chart import rows

    found = rows(chart, "line")
    missing = [name for name in ("bin", "share", "among") if not found or name not in found[0]]
    assert not missing, f"The table behind the lines has no column {' and no '.join(f'`{name}`' for name in missing)}."
    return found


def close(found, wanted):
    have = {round(float(row["bin"]), 2): float(row["share"]) for row in found}
    return have.keys() == wanted.keys() and all(abs(have[b] - wanted[b]) < 1e-9 for b in wanted)


def said(found):
    return ", ".join(f"{row['share']:.2f} at {row['bin']}" for row in found) or "nothing of that name"


# %% cases
def cases(rng):
    tables = []
    for _ in range(10):
        rows = []
        for middle in (0.2, 0.4, 0.6, 0.8):
            for _ in range(rng.randint(3, 20)):
                crisis = int(rng.random() < 0.6)
                rows.append([middle, crisis, int(crisis and rng.random() < 0.5)])
            rows.append([middle, 1, rng.randint(0, 1)])
            rows.append([middle, 0, 0])
        tables.append({"pairs": pd.DataFrame(rows, columns=["bin", "crisis", "attack"])})
    return tables


def compared(answer):
    """Titles and sizes are the learner's own: the encodings and the rows behind the lines are compared."""
    from coursekit.exercise.chart import encoding, rows

    fields = [encoding(answer, channel, "line").get("field") for channel in ("x", "y", "color")]
    names = ("among", "bin", "share")
    return {"fields": fields, "rows": sorted([row[name] for name in names] for row in rows(answer, "line"))}


# %% mistakes
def mistake_attacks_of_crises_for_all(pairs):
    """test_all_pairs_are_counted"""
    crises = pairs[pairs["crisis"] == 1].groupby("bin", as_index=False)["attack"].mean()
    table = pd.concat([crises.assign(among="all pairs"), crises.assign(among="crises only")])
    table = table.rename(columns={"attack": "share"})
    y = alt.Y("share:Q", title="Share attacked")
    return alt.Chart(table).mark_line().encode(x="bin:Q", y=y, color="among:N")


def mistake_share_of_all_in_both(pairs):
    """test_crises_only_are_crises_only"""
    share = pairs.groupby("bin", as_index=False)["attack"].mean().rename(columns={"attack": "share"})
    table = pd.concat([share.assign(among="all pairs"), share.assign(among="crises only")])
    y = alt.Y("share:Q", title="Share attacked")
    return alt.Chart(table).mark_line().encode(x="bin:Q", y=y, color="among:N")


def mistake_counts(pairs):
    """test_all_pairs_are_counted"""
    parts = []
    for among, part in (("all pairs", pairs), ("crises only", pairs[pairs["crisis"] == 1])):
        share = part.groupby("bin", as_index=False)["attack"].sum()
        parts.append(share.rename(columns={"attack": "share"}).assign(among=among))
    y = alt.Y("share:Q", title="Share attacked")
    return alt.Chart(pd.concat(parts)).mark_line().encode(x="bin:Q", y=y, color="among:N")


def mistake_points(pairs):
    """test_it_is_a_line_chart"""
    share = pairs.groupby("bin", as_index=False)["attack"].mean().rename(columns={"attack": "share"})
    return alt.Chart(share.assign(among="all pairs")).mark_point().encode(x="bin:Q", y="share:Q", color="among:N")


def mistake_one_line(pairs):
    """test_crises_only_are_crises_only"""
    share = pairs.groupby("bin", as_index=False)["attack"].mean().rename(columns={"attack": "share"})
    y = alt.Y("share:Q", title="Share attacked")
    return alt.Chart(share.assign(among="all pairs")).mark_line().encode(x="bin:Q", y=y, color="among:N")
