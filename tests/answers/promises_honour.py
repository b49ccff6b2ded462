# %% right: apply: a small function for one war, a Series of wars, apply.
def leave_out(promises, war):
    rest = promises.loc[~promises["war"].eq(war), "honoured"]
    return pd.Series({"war": war, "left": rest.size, "rate": rest.sum() / rest.size if rest.size else float("nan")})


def without_each_war(promises):
    wars = promises["war"].drop_duplicates()
    return pd.DataFrame([leave_out(promises, w) for w in wars]).reset_index(drop=True).astype({"left": int, "rate": float})


draw(without_each_war(PROMISES))


# %% right: counter: plain Python with Counter, division guarded by hand.
from collections import Counter


def without_each_war(promises):
    wars = list(promises["war"])
    kept = [bool(h) for h in promises["honoured"]]
    tested_by = Counter(wars)
    kept_by = Counter(w for w, k in zip(wars, kept) if k)
    out = {"war": [], "left": [], "rate": []}
    for w in tested_by:
        left = len(wars) - tested_by[w]
        out["war"].append(w)
        out["left"].append(left)
        out["rate"].append((sum(kept) - kept_by[w]) / left if left else float("nan"))
    return pd.DataFrame(out)


draw(without_each_war(PROMISES))


# %% right: crosstab: crosstab of war and honoured, assign with lambdas; sorted by rate.
def without_each_war(promises):
    t = pd.crosstab(promises["war"], promises["honoured"].astype(bool)).reindex(columns=[False, True], fill_value=0)
    table = pd.DataFrame({"kept": t[True].sum() - t[True], "broken": t[False].sum() - t[False]})
    table["left"] = table["kept"] + table["broken"]
    table["rate"] = table["kept"].astype(float).div(table["left"].astype(float))
    return table.rename_axis("war").reset_index()[["war", "left", "rate"]].sort_values("rate")


draw(without_each_war(PROMISES))


# %% right: groupby subtract: groupby, then totals less each war's own; reset_index.
def without_each_war(promises):
    each = promises.groupby("war")["honoured"].agg(["size", "sum"])
    left = len(promises) - each["size"]
    kept = promises["honoured"].sum() - each["sum"]
    return pd.DataFrame({"left": left, "rate": kept / left.where(left > 0)}).reset_index()


draw(without_each_war(PROMISES))


# %% right: loop: a loop over the wars, filter, mean (NaN of an empty column comes by itself).
def without_each_war(promises):
    """Return a table with one row for each war that occurs in promises."""
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": rest["honoured"].mean()})
    return pd.DataFrame(rows, columns=["war", "left", "rate"])


draw(without_each_war(PROMISES))


# %% right: numpy: NumPy, a matrix of which promise is left without which war.
import numpy as np


def without_each_war(promises):
    names = promises["war"].to_numpy(dtype=object)
    honoured = promises["honoured"].to_numpy(dtype=float)
    wars = np.array(sorted(set(names)), dtype=object)
    stays = names[None, :] != wars[:, None]
    left = stays.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        rate = (stays @ honoured) / left
    return pd.DataFrame({"war": wars, "left": left, "rate": rate})


draw(without_each_war(PROMISES))


# %% right: transform dedupe: transform on a copy, then one row for each war; merge of sizes.
def without_each_war(promises):
    p = promises[["war", "honoured"]].assign(honoured=lambda t: t["honoured"].astype(int))
    g = p.groupby("war")["honoured"]
    p = p.assign(left=len(p) - g.transform("count"), kept=p["honoured"].sum() - g.transform("sum"))
    p["rate"] = (p["kept"] / p["left"].replace(0, float("nan"))).astype(float)
    return p.drop_duplicates("war").drop(columns=["honoured", "kept"])


draw(without_each_war(PROMISES))


# %% wrong: 146: 146 written into the function.
def without_each_war(promises):
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": 146 - (promises["war"] == war).sum(), "rate": rest["honoured"].mean()})
    return pd.DataFrame(rows, columns=["war", "left", "rate"])


draw(without_each_war(PROMISES))


# %% wrong: big wars only: only wars that tested more than one promise get a row.
def without_each_war(promises):
    rows = []
    for war in promises["war"].value_counts().loc[lambda n: n > 1].index:
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": rest["honoured"].mean()})
    return pd.DataFrame(rows, columns=["war", "left", "rate"])


draw(without_each_war(PROMISES))


# %% wrong: column name: the share is called share, not rate.
def without_each_war(promises):
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "share": rest["honoured"].mean()})
    return pd.DataFrame(rows, columns=["war", "left", "share"])


draw(without_each_war(PROMISES))


# %% wrong: each row: one row for each promise, not for each war (no unique).
def without_each_war(promises):
    rows = []
    for war in promises["war"]:
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": rest["honoured"].mean()})
    return pd.DataFrame(rows, columns=["war", "left", "rate"])


draw(without_each_war(PROMISES))


# %% wrong: fourth column: a fourth column, kept; the prompt says three columns.
def without_each_war(promises):
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "kept": int(rest["honoured"].sum()), "left": len(rest), "rate": rest["honoured"].mean()})
    return pd.DataFrame(rows, columns=["war", "kept", "left", "rate"])


draw(without_each_war(PROMISES))


# %% wrong: kept count: rate is the number of kept promises.
def without_each_war(promises):
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": rest["honoured"].sum()})
    return pd.DataFrame(rows, columns=["war", "left", "rate"])


draw(without_each_war(PROMISES))


# %% wrong: mean of wars: averages the wars' own rates, so that a war with one promise weighs as much as one with 43.
def without_each_war(promises):
    by_war = promises.groupby("war")["honoured"].mean()
    rows = []
    for war in by_war.index:
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": by_war.drop(war).mean()})
    return pd.DataFrame(rows, columns=["war", "left", "rate"])


draw(without_each_war(PROMISES))


# %% wrong: name contained: leaves out every war whose name contains the given one (World War I also takes World War II out).
def without_each_war(promises):
    rows = []
    for war in promises["war"].unique():
        rest = promises[~promises["war"].str.contains(war, regex=False)]
        rows.append({"war": war, "left": len(rest), "rate": rest["honoured"].mean()})
    return pd.DataFrame(rows, columns=["war", "left", "rate"])


draw(without_each_war(PROMISES))


# %% wrong: percent: rate in per cent.
def without_each_war(promises):
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": rest["honoured"].mean() * 100})
    return pd.DataFrame(rows, columns=["war", "left", "rate"])


draw(without_each_war(PROMISES))


# %% wrong: top eight: only eight wars are returned, as in the chart.
def without_each_war(promises):
    rows = []
    for war in promises["war"].unique():
        rest = promises[promises["war"] != war]
        rows.append({"war": war, "left": len(rest), "rate": rest["honoured"].mean()})
    return pd.DataFrame(rows, columns=["war", "left", "rate"]).head(8)


draw(without_each_war(PROMISES))
