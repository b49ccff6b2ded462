# %% right: pivot
def escalation(rates):
    r = rates[rates["rival"] & rates["outcome"].isin(["dispute", "war"])]
    t = r.pivot_table(index=["era", "pact"], columns="outcome", values="events", aggfunc="sum").reset_index()
    t = t.rename(columns={"dispute": "disputes", "war": "wars"})
    t["share"] = t["wars"] / t["disputes"]
    return t


draw(escalation(RATES))


# %% right: groupby rows: one dictionary for each group of era and pact; sums of a masked column.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""

    def count(group, outcome):
        return int(group.loc[group["outcome"].eq(outcome), "events"].sum())

    rows = []
    for (era, pact), group in rates[rates["rival"].eq(True)].groupby(["era", "pact"]):
        d, w = count(group, "dispute"), count(group, "war")
        rows.append((era, pact, d, w, w / d if d else pd.NA))
    result = pd.DataFrame(rows, columns=["era", "pact", "disputes", "wars", "share"])
    result["share"] = result["share"].astype("Float64")
    return result


draw(escalation(RATES))


# %% right: loop: a loop over the rows that fills a dictionary by era and pact.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    counts = {}
    for row in rates.to_dict("records"):
        if row["rival"] and row["outcome"] in ("dispute", "war"):
            counts.setdefault((row["era"], row["pact"]), {})[row["outcome"]] = int(row["events"])
    table = []
    for (era, pact), found in sorted(counts.items()):
        disputes, wars = found["dispute"], found["war"]
        share = wars / disputes if disputes > 0 else float("nan")
        table.append({"era": era, "pact": pact, "disputes": disputes, "wars": wars, "share": share})
    return pd.DataFrame(table, columns=["era", "pact", "disputes", "wars", "share"])


draw(escalation(RATES))


# %% right: merge: two filtered tables that are merged on era and pact.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    rivals = rates.loc[rates["rival"], ["era", "pact", "outcome", "events"]]
    disputes = rivals[rivals["outcome"] == "dispute"].rename(columns={"events": "disputes"}).drop(columns="outcome")
    wars = rivals[rivals["outcome"] == "war"].rename(columns={"events": "wars"}).drop(columns="outcome")
    table = disputes.merge(wars, on=["era", "pact"])
    table["share"] = [w / d if d else None for w, d in zip(table["wars"], table["disputes"])]
    return table.sort_values(["era", "pact"], ignore_index=True)


draw(escalation(RATES))


# %% right: numpy divide: NumPy division where there is a dispute, NaN elsewhere.
import numpy as np


def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    rivals = rates[rates["rival"]].set_index(["era", "pact"])
    d = rivals.loc[rivals["outcome"] == "dispute", "events"].rename("disputes")
    w = rivals.loc[rivals["outcome"] == "war", "events"].rename("wars")
    both = pd.concat([d, w], axis=1).sort_index().reset_index()
    n, k = both["disputes"].to_numpy(float), both["wars"].to_numpy(float)
    both["share"] = np.divide(k, n, out=np.full(len(both), np.nan), where=n > 0)
    return both


draw(escalation(RATES))


# %% right: pivot: filters, pivots the outcomes into columns, and divides.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    rows = rates[rates["rival"] & rates["outcome"].isin(["dispute", "war"])]
    wide = rows.pivot(index=["era", "pact"], columns="outcome", values="events").reset_index()
    return pd.DataFrame(
        {
            "era": wide["era"],
            "pact": wide["pact"],
            "disputes": wide["dispute"],
            "wars": wide["war"],
            "share": (wide["war"].astype(float) / wide["dispute"].astype(float).where(wide["dispute"] > 0)),
        }
    )


draw(escalation(RATES))


# %% right: pivot table sum: pivot_table with a sum; apply row by row for the share.
def escalation(table):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    out = table[table.rival].pivot_table(index=["era", "pact"], columns="outcome", values="events", aggfunc="sum")
    out = out[["dispute", "war"]].reset_index()
    out.columns = ["era", "pact", "disputes", "wars"]
    out["share"] = out.apply(lambda r: r["wars"] / r["disputes"] if r["disputes"] != 0 else float("nan"), axis=1)
    return out


draw(escalation(RATES))


# %% wrong: index left
def escalation(rates):
    r = rates[rates["rival"] & rates["outcome"].isin(["dispute", "war"])]
    t = r.pivot_table(index=["era", "pact"], columns="outcome", values="events", aggfunc="sum")
    t = t.rename(columns={"dispute": "disputes", "war": "wars"})
    t["share"] = t["wars"] / t["disputes"]
    return t


draw(escalation(RATES))


# %% wrong: adds column to argument: right table, but renames and filters the table that it is given in place.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    rates.drop(rates[~rates["rival"]].index, inplace=True)
    rows = rates[rates["outcome"].isin(["dispute", "war"])]
    out = rows.pivot(index=["era", "pact"], columns="outcome", values="events").reset_index().rename_axis(columns=None)
    out.columns = ["era", "pact", "disputes", "wars"]
    out["share"] = out["wars"].astype(float) / out["disputes"].astype(float)
    return out


draw(escalation(RATES))


# %% wrong: by pact only: puts the two eras together.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    rivals = rates[rates["rival"]]
    out = rivals.pivot_table(index="pact", columns="outcome", values="events", aggfunc="sum").reset_index()
    out = out[["pact", "dispute", "war"]].rename(columns={"dispute": "disputes", "war": "wars"}).rename_axis(columns=None)
    out.insert(0, "era", "both")
    out["share"] = out["wars"].astype(float) / out["disputes"].astype(float)
    return out


draw(escalation(RATES))


# %% wrong: by row position: pairs the rows of disputes and wars by position; shows if the rows of RATES are in another order.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    d = rates[rates["rival"] & (rates["outcome"] == "dispute")].reset_index(drop=True)
    w = rates[rates["rival"] & (rates["outcome"] == "war")].reset_index(drop=True)
    out = d[["era", "pact"]].assign(disputes=d["events"], wars=w["events"])
    out["share"] = [k / n if n else float("nan") for k, n in zip(out["wars"], out["disputes"])]
    return out.sort_values(["era", "pact"], ignore_index=True)


draw(escalation(RATES))


# %% wrong: contains war: takes every outcome that has "war" in its name, so that the recount is added to the wars.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    rivals = rates[rates["rival"]]
    d = rivals[rivals["outcome"] == "dispute"].groupby(["era", "pact"])["events"].sum()
    w = rivals[rivals["outcome"].str.contains("war")].groupby(["era", "pact"])["events"].sum()
    out = pd.DataFrame({"disputes": d, "wars": w}).reset_index()
    out["share"] = out["wars"].astype(float) / out["disputes"].astype(float)
    return out


draw(escalation(RATES))


# %% wrong: drops no dispute: drops the rows without a dispute; the prompt wants them with a missing share.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    rows = rates[rates["rival"] & rates["outcome"].isin(["dispute", "war"])]
    out = rows.pivot(index=["era", "pact"], columns="outcome", values="events").reset_index().rename_axis(columns=None)
    out.columns = ["era", "pact", "disputes", "wars"]
    out["share"] = out["wars"].astype(float) / out["disputes"].astype(float)
    return out.dropna().reset_index(drop=True)


draw(escalation(RATES))


# %% wrong: force as dispute: adds the disputes with force to the disputes.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    rivals = rates[rates["rival"]]
    d = rivals[rivals["outcome"].isin(["dispute", "force"])].groupby(["era", "pact"])["events"].sum()
    w = rivals[rivals["outcome"] == "war"].groupby(["era", "pact"])["events"].sum()
    out = pd.DataFrame({"disputes": d, "wars": w}).reset_index()
    out["share"] = out["wars"].astype(float) / out["disputes"].astype(float)
    return out


draw(escalation(RATES))


# %% wrong: index left: era and pact stay in the index and are no columns.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    rows = rates[rates["rival"] & rates["outcome"].isin(["dispute", "war"])]
    out = rows.pivot(index=["era", "pact"], columns="outcome", values="events")
    out.columns = ["disputes", "wars"]
    out["share"] = out["wars"].astype(float) / out["disputes"].astype(float)
    return out


draw(escalation(RATES))


# %% wrong: per dyad year: divides the wars by the dyad years and not by the disputes.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    rivals = rates[rates["rival"]].set_index(["era", "pact"])
    war = rivals[rivals["outcome"] == "war"]
    out = pd.DataFrame({"disputes": rivals[rivals["outcome"] == "dispute"]["events"], "wars": war["events"]})
    out["share"] = war["events"].astype(float) / war["dyad_years"].astype(float)
    return out.sort_index().reset_index()


draw(escalation(RATES))


# %% wrong: singular names: the columns are called dispute and war, as the outcomes are.
def escalation(rates):
    """Return a table of era, pact, disputes, wars and share (wars for each dispute), for rivals only."""
    rows = rates[rates["rival"] & rates["outcome"].isin(["dispute", "war"])]
    out = rows.pivot(index=["era", "pact"], columns="outcome", values="events").reset_index().rename_axis(columns=None)
    out["share"] = out["war"].astype(float) / out["dispute"].astype(float)
    return out


draw(escalation(RATES))
