"""Draw what a historian sees beside what only we can see.

`DYADS` is the simulated population of a thousand pairs. Its columns: `bin` (credibility of the guarantor, put into four bins and named
by their middles: 0.2, 0.4, 0.6 and 0.8), and `crisis` and `attack` (0 or 1).

Complete `seen` so that it returns a **line** chart with two lines, told apart by `color`: the share of pairs attacked in each bin, among
`all pairs` and among `crises only` (so the legend calls them). The bin stands across, the share (from 0 to 1, not rounded) upwards, both as
quantities. A table with the columns `bin`, `share` and `among` is a good beginning. The table `pairs` itself must stay as it is.
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
    "In a column of zeros and ones the mean is a share: `pairs.groupby(\"bin\", as_index=False)[\"attack\"].mean()`.",
    "Do that twice: for `pairs`, and for `pairs[pairs[\"crisis\"] == 1]`. Give each a column that says which it is: `.assign(among=\"all pairs\")`. `pd.concat([one, other])` puts them under each other.",
    "The mean is called `attack`; `.rename(columns={\"attack\": \"share\"})` gives it its name. Then `alt.Chart(table).mark_line().encode(x=…, y=…, color=…)`.",
]
# %% tests
from coursekit.exercise.drawn import drawn, expect_drawn, expect_lines_run_across, expect_mark, expect_scale_type

FEW = pd.DataFrame(
    [[0.2, 1, 1], [0.2, 0, 0], [0.2, 1, 0], [0.2, 0, 0], [0.8, 1, 1], [0.8, 0, 0], [0.8, 0, 0], [0.8, 0, 0]],
    columns=["bin", "crisis", "attack"],
)


def line(among):
    """The points of the line of that name: share by bin."""
    return {round(at, 6): share for at, share, name in drawn(seen(FEW), "line", "x", "y", "color") if name == among}


def expect_line(among, wanted):
    found = line(among)
    for at, share in wanted.items():
        got = found.get(at)
        assert got is not None and abs(got - share) < 1e-6, (
            f"In the test's bin {at} the share among {among} is {share}; yours is {'not there' if got is None else got}."
        )


def test_it_is_a_line_chart():
    """A share that goes along with credibility is best seen as a line."""
    expect_mark(seen(FEW), "line")


def test_what_stands_where():
    """`bin` goes across, `share` upwards, both as quantities (`:Q`); `among` decides the colour."""
    chart = seen(FEW)
    expect_scale_type(chart, "x", "quantity", "line")
    expect_scale_type(chart, "y", "quantity", "line")
    across = sorted({at for (at,) in drawn(chart, "line", "x")})
    assert across == [0.2, 0.8], f"The test's bins are 0.2 and 0.8; across yours has {across}."


def test_all_pairs_are_counted():
    """Among all pairs the share counts those without a crisis too."""
    expect_line("all pairs", {0.2: 0.25, 0.8: 0.25})


def test_crises_only_are_crises_only():
    """Among crises the share counts crises alone."""
    expect_line("crises only", {0.2: 0.5, 0.8: 1.0})


def test_nothing_else_is_drawn():
    """Two lines with a point for each bin, of the table that the function is given, and no more."""
    points = [(0.2, 0.25, "all pairs"), (0.8, 0.25, "all pairs"), (0.2, 0.5, "crises only"), (0.8, 1.0, "crises only")]
    expect_drawn(seen(FEW), "line", ("x", "y", "color"), points)
    expect_lines_run_across(seen(FEW))


# %% cases
TOLERANCE = 1e-6  # what is drawn is read back from places on the page


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
    """What the two lines show; titles, sizes and whatever else is drawn are the learner's own."""
    from coursekit.exercise.drawn import picture

    return picture(answer, "line", "x", "y", "color")


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
