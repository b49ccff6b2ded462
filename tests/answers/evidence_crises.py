# %% right: groupby concat
def seen(pairs):
    everyone = pairs.groupby("bin")["attack"].mean().reset_index(name="share").assign(among="all pairs")
    crises = pairs[pairs["crisis"] == 1].groupby("bin")["attack"].mean().reset_index(name="share").assign(among="crises only")
    t = pd.concat([everyone, crises])
    return alt.Chart(t).mark_line().encode(x="bin:Q", y="share:Q", color="among:N")


seen(DYADS)


# %% right: inferred types
def seen(pairs):
    a = pairs.groupby("bin", as_index=False).agg(share=("attack", "mean"))
    c = pairs.query("crisis == 1").groupby("bin", as_index=False).agg(share=("attack", "mean"))
    a["among"], c["among"] = "all pairs", "crises only"
    return alt.Chart(pd.concat([a, c], ignore_index=True)).mark_line().encode(x="bin", y=alt.Y("share", scale=alt.Scale(domain=[0, 1])), color="among")


seen(DYADS)


# %% right: loop rows
def seen(pairs):
    rows = []
    for b in sorted(pairs["bin"].unique()):
        part = pairs[pairs["bin"] == b]
        rows.append({"bin": b, "share": part["attack"].sum() / len(part), "among": "all pairs"})
        c = part[part["crisis"] > 0]
        if len(c):
            rows.append({"bin": b, "share": c["attack"].mean(), "among": "crises only"})
    return alt.Chart(pd.DataFrame(rows)).mark_line(point=True).encode(alt.X("bin:Q").title("Credibility"), alt.Y("share:Q").axis(format="%"), alt.Color("among:N"))


seen(DYADS)


# %% right: melt wide keeps nan
def seen(pairs):
    wide = pd.DataFrame({"all pairs": pairs.groupby("bin")["attack"].mean(), "crises only": pairs[pairs.crisis == 1].groupby("bin")["attack"].mean()}).reset_index()
    t = wide.melt("bin", var_name="among", value_name="share")
    return alt.Chart(t).mark_line().encode(x="bin:Q", y="share:Q", color="among:N")


seen(DYADS)


# %% right: concat groupby: groupby means of two subsets, put together with concat and assign.
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    parts = {"all pairs": pairs, "crises only": pairs[pairs["crisis"] == 1]}
    table = pd.concat(
        [
            part.groupby("bin", as_index=False)["attack"].mean().rename(columns={"attack": "share"}).assign(among=name)
            for name, part in parts.items()
        ]
    )
    return alt.Chart(table).mark_line().encode(x="bin:Q", y="share:Q", color="among:N")


seen(DYADS)


# %% right: melt: two columns side by side that are melted; method-style encodings.
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    wide = pd.DataFrame(
        {
            "all pairs": pairs.groupby("bin")["attack"].mean(),
            "crises only": pairs.query("crisis == 1").groupby("bin")["attack"].mean(),
        }
    )
    long = wide.reset_index().melt(id_vars="bin", var_name="among", value_name="share").dropna()
    return alt.Chart(long[["bin", "share", "among"]]).mark_line().encode(
        alt.X("bin").type("quantitative").scale(domain=[0, 1]),
        alt.Y("share").type("quantitative").scale(domainMin=0).title("Attacked"),
        alt.Color("among").type("nominal"),
        tooltip=["among", "bin", "share"],
    )


seen(DYADS)


# %% right: sum over size: sums divided by counts after stacking the population on its crises; inferred types.
def seen(population):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    stacked = pd.concat(
        [population.assign(among="all pairs"), population[population.crisis.eq(1)].assign(among="crises only")]
    )
    groups = stacked.groupby(["among", "bin"])["attack"]
    table = (groups.sum() / groups.count()).rename("share").reset_index()
    return alt.Chart(table).mark_line().encode(x="bin", y="share", color="among")


seen(DYADS)


# %% wrong: ordinal bin
def seen(pairs):
    a = pairs.groupby("bin", as_index=False).agg(share=("attack", "mean")).assign(among="all pairs")
    c = pairs.query("crisis == 1").groupby("bin", as_index=False).agg(share=("attack", "mean")).assign(among="crises only")
    return alt.Chart(pd.concat([a, c])).mark_line().encode(x="bin:O", y="share:Q", color="among:N")


seen(DYADS)


# %% wrong: adds column to argument: right chart, but writes a column "among" into the table that it is given.
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    pairs["among"] = "all pairs"
    crises = pairs[pairs["crisis"] == 1].assign(among="crises only")
    table = pd.concat([pairs, crises]).groupby(["among", "bin"])["attack"].mean().rename("share").reset_index()
    return alt.Chart(table).mark_line().encode(x="bin:Q", y="share:Q", color="among:N")


seen(DYADS)


# %% wrong: always the data shown: draws DYADS and ignores its parameter.
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    parts = {"all pairs": DYADS, "crises only": DYADS[DYADS["crisis"] == 1]}
    table = pd.concat(
        [p.groupby("bin")["attack"].mean().rename("share").reset_index().assign(among=name) for name, p in parts.items()]
    )
    return alt.Chart(table).mark_line().encode(x="bin:Q", y="share:Q", color="among:N")


seen(DYADS)


# %% wrong: bin as category: the bin is an ordered category and no quantity.
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    parts = {"all pairs": pairs, "crises only": pairs[pairs["crisis"] == 1]}
    table = pd.concat(
        [p.groupby("bin")["attack"].mean().rename("share").reset_index().assign(among=name) for name, p in parts.items()]
    )
    return alt.Chart(table).mark_line().encode(x="bin:O", y="share:Q", color="among:N")


seen(DYADS)


# %% wrong: crises over all pairs: divides the attacks in crises by all pairs of the bin and not by its crises.
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    size = pairs.groupby("bin").size()
    every = pairs.groupby("bin")["attack"].sum() / size
    crises = pairs[pairs["crisis"] == 1].groupby("bin")["attack"].sum() / size
    table = pd.concat(
        [every.rename("share").reset_index().assign(among="all pairs"), crises.rename("share").reset_index().assign(among="crises only")]
    )
    return alt.Chart(table).mark_line().encode(x="bin:Q", y="share:Q", color="among:N")


seen(DYADS)


# %% wrong: dashes only: the lines are told apart by dashes and not by colour.
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    parts = {"all pairs": pairs, "crises only": pairs[pairs["crisis"] == 1]}
    table = pd.concat(
        [p.groupby("bin")["attack"].mean().rename("share").reset_index().assign(among=name) for name, p in parts.items()]
    )
    return alt.Chart(table).mark_line().encode(x="bin:Q", y="share:Q", strokeDash="among:N")


seen(DYADS)


# %% wrong: no colour: no colour, so that all points hang on one zigzag line.
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    parts = {"all pairs": pairs, "crises only": pairs[pairs["crisis"] == 1]}
    table = pd.concat(
        [p.groupby("bin")["attack"].mean().rename("share").reset_index().assign(among=name) for name, p in parts.items()]
    )
    return alt.Chart(table).mark_line().encode(x="bin:Q", y="share:Q")


seen(DYADS)


# %% wrong: only crises: one line only, the crises.
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    table = pairs[pairs["crisis"] == 1].groupby("bin")["attack"].mean().rename("share").reset_index().assign(among="crises only")
    return alt.Chart(table).mark_line().encode(x="bin:Q", y="share:Q", color="among:N")


seen(DYADS)


# %% wrong: quiet instead of all: the first line leaves the crises out, so that it is not of all pairs.
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    table = pairs.groupby(["crisis", "bin"])["attack"].mean().rename("share").reset_index()
    table["among"] = table["crisis"].map({0: "all pairs", 1: "crises only"})
    return alt.Chart(table[["bin", "share", "among"]]).mark_line().encode(x="bin:Q", y="share:Q", color="among:N")


seen(DYADS)


# %% wrong: swapped axes: the share lies across and the bin upwards.
def seen(pairs):
    """Return a line chart: bin on x, share attacked on y, one colour for all pairs and one for crises only."""
    parts = {"all pairs": pairs, "crises only": pairs[pairs["crisis"] == 1]}
    table = pd.concat(
        [p.groupby("bin")["attack"].mean().rename("share").reset_index().assign(among=name) for name, p in parts.items()]
    )
    return alt.Chart(table).mark_line().encode(x="share:Q", y="bin:Q", color="among:N")


seen(DYADS)
