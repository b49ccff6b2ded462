# %% right: apply: groupby.apply with a Series for each era.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""

    def one_era(part):
        yes, no = part[part["pact"]], part[~part["pact"]]
        a = float(no["events"].sum()) / float(no["dyad_years"].sum())
        b = float(yes["events"].sum()) / float(yes["dyad_years"].sum())
        return pd.Series({"without": a, "with_pact": b, "difference": b - a})

    wars = rates[rates["outcome"].isin(["war"])]
    return wars.groupby("era")[["pact", "events", "dyad_years"]].apply(one_era).reset_index()


pooled(RATES)


# %% right: groupby unstack: groupby sum, rate, unstack and rename; a method chain.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    return (
        rates.query("outcome == 'war'")
        .groupby(["era", "pact"])[["events", "dyad_years"]]
        .sum()
        .assign(rate=lambda t: t["events"] / t["dyad_years"])["rate"]
        .unstack("pact")
        .rename(columns={False: "without", True: "with_pact"})
        .assign(difference=lambda t: t["with_pact"] - t["without"])
        .rename_axis(columns=None)
        .reset_index()
    )


pooled(RATES)


# %% right: helper masks: a helper with boolean masks, one call for each era and kind.
def rate_of(part):
    return part["events"].sum() / part["dyad_years"].sum()


def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    wars = rates.loc[rates.outcome.eq("war")]
    eras = sorted(wars.era.unique())
    table = pd.DataFrame({"era": eras})
    table["without"] = [rate_of(wars[(wars.era == era) & ~wars.pact]) for era in eras]
    table["with_pact"] = [rate_of(wars[(wars.era == era) & wars.pact]) for era in eras]
    table["difference"] = table["with_pact"] - table["without"]
    return table


pooled(RATES)


# %% right: loops: a dictionary of sums in a loop over the rows.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    sums = {}
    for era, pact, outcome, events, years in zip(
        rates["era"], rates["pact"], rates["outcome"], rates["events"], rates["dyad_years"]
    ):
        if outcome == "war":
            entry = sums.setdefault(era, {True: [0, 0], False: [0, 0]})
            entry[bool(pact)][0] += int(events)
            entry[bool(pact)][1] += int(years)
    rows = []
    for era in sorted(sums):
        without = sums[era][False][0] / sums[era][False][1]
        with_pact = sums[era][True][0] / sums[era][True][1]
        rows.append({"era": era, "without": without, "with_pact": with_pact, "difference": with_pact - without})
    return pd.DataFrame(rows)


pooled(RATES)


# %% right: merge: one table with a pact and one without, merged on the era.
def pooled(table):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    wars = table[table["outcome"] == "war"]
    sums = wars.groupby(["era", "pact"], as_index=False)[["events", "dyad_years"]].sum()
    sums["rate"] = sums["events"].astype(float) / sums["dyad_years"].astype(float)
    yes = sums[sums["pact"]][["era", "rate"]].rename(columns={"rate": "with_pact"})
    no = sums[~sums["pact"]][["era", "rate"]].rename(columns={"rate": "without"})
    both = no.merge(yes, on="era").sort_values("era", ignore_index=True)
    return both.assign(difference=both["with_pact"] - both["without"])


pooled(RATES)


# %% right: numpy weights: the mean of the rates, weighted by the years, which is the pooled rate.
import numpy as np


def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    wars = rates[rates["outcome"] == "war"]
    found = []
    for era, part in wars.groupby("era"):
        pair = []
        for flag in (False, True):
            rows = part[part["pact"] == flag]
            years = rows["dyad_years"].to_numpy(float)
            pair.append(float(np.average(rows["events"].to_numpy(float) / years, weights=years)))
        found.append([era, *pair, pair[1] - pair[0]])
    return pd.DataFrame(found, columns=["era", "without", "with_pact", "difference"])


pooled(RATES)


# %% right: pivot table: two pivot tables with sums, divided by each other.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    wars = rates[rates["outcome"] == "war"]
    n = wars.pivot_table(index="era", columns="pact", values="events", aggfunc="sum").astype(float)
    years = wars.pivot_table(index="era", columns="pact", values="dyad_years", aggfunc="sum").astype(float)
    rate = n / years
    return pd.DataFrame(
        {
            "era": list(rate.index),
            "without": rate[False].to_list(),
            "with_pact": rate[True].to_list(),
            "difference": (rate[True] - rate[False]).to_list(),
        }
    )


pooled(RATES)


# %% wrong: all outcomes: puts all outcomes together, disputes and wars.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    s = rates.groupby(["era", "pact"])[["events", "dyad_years"]].sum().astype(float)
    t = (s["events"] / s["dyad_years"]).unstack("pact").reset_index()
    t.columns = ["era", "without", "with_pact"]
    t["difference"] = t["with_pact"] - t["without"]
    return t


pooled(RATES)


# %% wrong: changes argument: right table, but writes a column "rate" of its own into the table that it is given.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    rates["rate"] = rates["events"].astype(float)
    wars = rates[rates["outcome"] == "war"]
    s = wars.groupby(["era", "pact"])[["rate", "dyad_years"]].sum().astype(float)
    t = (s["rate"] / s["dyad_years"]).unstack("pact").reset_index()
    t.columns = ["era", "without", "with_pact"]
    t["difference"] = t["with_pact"] - t["without"]
    return t


pooled(RATES)


# %% wrong: contains war: takes the recount as well (every outcome with "war" in its name).
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    wars = rates[rates["outcome"].str.contains("war")]
    s = wars.groupby(["era", "pact"])[["events", "dyad_years"]].sum().astype(float)
    t = (s["events"] / s["dyad_years"]).unstack("pact").reset_index()
    t.columns = ["era", "without", "with_pact"]
    t["difference"] = t["with_pact"] - t["without"]
    return t


pooled(RATES)


# %% wrong: difference turned: the difference is without less with a pact.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    wars = rates[rates["outcome"] == "war"]
    s = wars.groupby(["era", "pact"])[["events", "dyad_years"]].sum().astype(float)
    t = (s["events"] / s["dyad_years"]).unstack("pact").reset_index()
    t.columns = ["era", "without", "with_pact"]
    t["difference"] = t["without"] - t["with_pact"]
    return t


pooled(RATES)


# %% wrong: eras fixed: knows the two eras by name; shows for a table with other eras.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    wars = rates[rates["outcome"] == "war"]
    rows = []
    for era in ["1816-1944", "1946-2010"]:
        x = {flag: wars[(wars["era"] == era) & (wars["pact"] == flag)][["events", "dyad_years"]].sum() for flag in (False, True)}
        a, b = (float(x[f]["events"]) / float(x[f]["dyad_years"]) if x[f]["dyad_years"] else float("nan") for f in (False, True))
        rows.append((era, a, b, b - a))
    return pd.DataFrame(rows, columns=["era", "without", "with_pact", "difference"])


pooled(RATES)


# %% wrong: fixed positions: takes rows 16 to 23 of the table by position; shows for a table in another order.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    w = rates.iloc[16:24]
    rows = []
    for start in (0, 4):
        four = w.iloc[start : start + 4]
        n, y = four["events"].tolist(), four["dyad_years"].tolist()
        a, b = (n[0] + n[2]) / (y[0] + y[2]), (n[1] + n[3]) / (y[1] + y[3])
        rows.append((four["era"].iloc[0], a, b, b - a))
    return pd.DataFrame(rows, columns=["era", "without", "with_pact", "difference"])


pooled(RATES)


# %% wrong: mean of rates: the plain mean of the rates of rivals and others instead of all wars for all years.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    wars = rates[rates["outcome"] == "war"]
    wars = wars.assign(r=wars["events"].astype(float) / wars["dyad_years"].astype(float))
    t = wars.groupby(["era", "pact"])["r"].mean().unstack("pact").reset_index()
    t.columns = ["era", "without", "with_pact"]
    t["difference"] = t["with_pact"] - t["without"]
    return t


pooled(RATES)


# %% wrong: only rivals: rivals only.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    wars = rates[(rates["outcome"] == "war") & rates["rival"]]
    s = wars.groupby(["era", "pact"])[["events", "dyad_years"]].sum().astype(float)
    t = (s["events"] / s["dyad_years"]).unstack("pact").reset_index()
    t.columns = ["era", "without", "with_pact"]
    t["difference"] = t["with_pact"] - t["without"]
    return t


pooled(RATES)


# %% wrong: relative difference: the difference as a ratio (with a pact for each without).
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    wars = rates[rates["outcome"] == "war"]
    s = wars.groupby(["era", "pact"])[["events", "dyad_years"]].sum().astype(float)
    t = (s["events"] / s["dyad_years"]).unstack("pact").reset_index()
    t.columns = ["era", "without", "with_pact"]
    t["difference"] = t["with_pact"] / t["without"] - 1
    return t


pooled(RATES)


# %% wrong: true false names: the columns are called False and True.
def pooled(rates):
    """Return one row for each era: era, without, with_pact, difference, for wars of all pairs together."""
    wars = rates[rates["outcome"] == "war"]
    s = wars.groupby(["era", "pact"])[["events", "dyad_years"]].sum().astype(float)
    t = (s["events"] / s["dyad_years"]).unstack("pact")
    t["difference"] = t[True] - t[False]
    return t.reset_index()


pooled(RATES)
