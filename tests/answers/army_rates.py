# %% right: only first is widest rest alphabetical
def spans(claims):
    t = claims.assign(high=claims.high.fillna(claims.low))
    r = t.groupby("target").agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max")).reset_index()
    first = (r.highest - r.lowest).idxmax()
    return pd.concat([r.loc[[first]], r.drop(index=first)])


spans(CLAIMS)


# %% right: copy: works on a copy that it changes in place, with apply per group.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    df = claims.copy()
    df.loc[df["high"].isnull(), "high"] = df.loc[df["high"].isnull(), "low"]
    result = df.groupby("target").agg({"low": ["count", "min"], "high": "max"})
    result.columns = ["claims", "lowest", "highest"]
    result = result.reset_index()
    result = result.sort_values(
        by="target", key=lambda names: names.map(dict(zip(result["target"], result["lowest"] - result["highest"])))
    )
    result.index = range(len(result))
    return result


spans(CLAIMS)


# %% right: for group: iterates over the groups and takes the maximum of both columns together.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    rows = []
    for target, group in claims.groupby("target"):
        rows.append(
            {
                "target": target,
                "claims": len(group),
                "lowest": group["low"].min(),
                "highest": group[["low", "high"]].max().max(),
            }
        )
    table = pd.DataFrame(rows, columns=["target", "claims", "lowest", "highest"])
    order = (table["lowest"] - table["highest"]).sort_values().index
    return table.loc[order].reset_index(drop=True)


spans(CLAIMS)


# %% right: loop dict: plain loops over the rows and a dictionary; sorted() with a key.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    found = {}
    for target, low, high in zip(claims["target"], claims["low"], claims["high"]):
        if pd.isna(high):
            high = low
        if target in found:
            n, lo, hi = found[target]
            found[target] = (n + 1, min(lo, low), max(hi, high))
        else:
            found[target] = (1, low, high)
    rows = [(target, n, lo, hi) for target, (n, lo, hi) in found.items()]
    rows.sort(key=lambda row: row[3] - row[2], reverse=True)
    return pd.DataFrame(rows, columns=["target", "claims", "lowest", "highest"])


spans(CLAIMS)


# %% right: melt: low and high are melted into one column, of which the smallest and largest value is taken.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    long = claims.melt(id_vars="target", value_vars=["low", "high"], value_name="share").dropna(subset=["share"])
    ends = long.groupby("target")["share"].agg(lowest="min", highest="max")
    counts = claims["target"].value_counts().rename("claims")
    table = ends.join(counts).reset_index()[["target", "claims", "lowest", "highest"]]
    return table.iloc[(table.highest - table.lowest).argsort()[::-1]].reset_index(drop=True)


spans(CLAIMS)


# %% right: named agg: assign, groupby with named aggregation, sort on a helper column that is dropped again.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    return (
        claims.assign(high=claims["high"].fillna(claims["low"]))
        .groupby("target", as_index=False)
        .agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max"))
        .assign(width=lambda t: t["highest"] - t["lowest"])
        .sort_values("width", ascending=False)
        .drop(columns="width")
        .reset_index(drop=True)
    )


spans(CLAIMS)


# %% right: numpy: NumPy masks for each of the unique targets, argsort on the negative width.
import numpy as np


def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    low = claims["low"].to_numpy(float)
    high = claims["high"].to_numpy(float)
    high = np.where(np.isnan(high), low, high)
    names = claims["target"].to_numpy()
    kinds = list(dict.fromkeys(names))
    lowest = np.array([low[names == k].min() for k in kinds])
    highest = np.array([high[names == k].max() for k in kinds])
    order = np.argsort(lowest - highest, kind="stable")
    return pd.DataFrame(
        {
            "target": [kinds[i] for i in order],
            "claims": [int((names == kinds[i]).sum()) for i in order],
            "lowest": lowest[order],
            "highest": highest[order],
        }
    )


spans(CLAIMS)


# %% wrong: mutates input
def spans(claims):
    claims["high"] = claims["high"].fillna(claims["low"])
    r = claims.groupby("target").agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max")).reset_index()
    return r.assign(w=r.highest - r.lowest).sort_values("w", ascending=False).drop(columns="w")


spans(CLAIMS)


# %% wrong: changes claims: right table, but fills in the missing high in the table that it is given.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    claims["high"] = claims["high"].fillna(claims["low"])
    table = claims.groupby("target", as_index=False).agg(
        claims=("low", "size"), lowest=("low", "min"), highest=("high", "max")
    )
    return table.iloc[(table.lowest - table.highest).argsort()].reset_index(drop=True)


spans(CLAIMS)


# %% wrong: column names: the columns of the answer are called low and high.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    table = (
        claims.assign(high=claims["high"].fillna(claims["low"]))
        .groupby("target", as_index=False)
        .agg(claims=("low", "size"), low=("low", "min"), high=("high", "max"))
    )
    return table.iloc[(table.low - table.high).argsort()].reset_index(drop=True)


spans(CLAIMS)


# %% wrong: distinct lows: counts different lows and not claims; shows if two claims for a target have the same low.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    table = (
        claims.assign(high=claims["high"].fillna(claims["low"]))
        .groupby("target", as_index=False)
        .agg(claims=("low", "nunique"), lowest=("low", "min"), highest=("high", "max"))
    )
    return table.iloc[(table.lowest - table.highest).argsort()].reset_index(drop=True)


spans(CLAIMS)


# %% wrong: first and last: takes the first low and the last high of each target, as if the rows were sorted by share.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    table = (
        claims.assign(high=claims["high"].fillna(claims["low"]))
        .groupby("target", as_index=False)
        .agg(claims=("low", "size"), lowest=("low", "first"), highest=("high", "last"))
    )
    return table.iloc[(table.lowest - table.highest).argsort()].reset_index(drop=True)


spans(CLAIMS)


# %% wrong: ignores open claims: takes the maximum of high alone; shows for drones, whose open claim of more than 0.9 is the highest.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    table = claims.groupby("target", as_index=False).agg(
        claims=("low", "size"), lowest=("low", "min"), highest=("high", "max")
    )
    return table.iloc[(table.lowest - table.highest).argsort()].reset_index(drop=True)


spans(CLAIMS)


# %% wrong: narrowest first: sorts the other way, the narrowest span first.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    table = (
        claims.assign(high=claims["high"].fillna(claims["low"]))
        .groupby("target", as_index=False)
        .agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max"))
    )
    return table.iloc[(table.highest - table.lowest).argsort()].reset_index(drop=True)


spans(CLAIMS)


# %% wrong: not sorted: leaves the rows in the alphabetical order of groupby.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    return (
        claims.assign(high=claims["high"].fillna(claims["low"]))
        .groupby("target", as_index=False)
        .agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max"))
    )


spans(CLAIMS)


# %% wrong: skips single claims: leaves out the targets with one claim only (no span); shows for cruise missiles.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    table = (
        claims.assign(high=claims["high"].fillna(claims["low"]))
        .groupby("target", as_index=False)
        .agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max"))
    )
    table = table[table["claims"] > 1]
    return table.iloc[(table.lowest - table.highest).argsort()].reset_index(drop=True)


spans(CLAIMS)


# %% wrong: target as index: the target stays in the index and is no column.
def spans(claims):
    """Return target, claims, lowest, highest: widest first."""
    table = (
        claims.assign(high=claims["high"].fillna(claims["low"]))
        .groupby("target")
        .agg(claims=("low", "size"), lowest=("low", "min"), highest=("high", "max"))
    )
    return table.iloc[(table.lowest - table.highest).argsort()]


spans(CLAIMS)
