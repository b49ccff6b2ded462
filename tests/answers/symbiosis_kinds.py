# %% right: counters: two Counters over zip, plain Python.
from collections import Counter


def by_kind(cases):
    challenged, attacked = Counter(), Counter()
    for kind, was, how in zip(cases["kind"], cases["challenged"], cases["attacked"]):
        if was == "yes":
            challenged[kind] += 1
            if how in ("yes", "partial"):
                attacked[kind] += 1
    kinds = sorted(challenged)
    return pd.DataFrame(
        {
            "kind": kinds,
            "challenged": [challenged[k] for k in kinds],
            "attacked": [attacked[k] for k in kinds],
            "share": [attacked[k] / challenged[k] for k in kinds],
        }
    )


by_kind(CASES)


# %% right: crosstab: crosstab with the missing columns filled.
def by_kind(cases):
    c = cases.query("challenged == 'yes'")
    t = pd.crosstab(c["kind"], c["attacked"]).reindex(columns=["yes", "partial", "no"], fill_value=0)
    out = pd.DataFrame({"challenged": t.sum(axis=1), "attacked": t["yes"] + t["partial"]})
    return out.assign(share=out["attacked"] / out["challenged"]).rename_axis("kind").reset_index()


by_kind(CASES)


# %% right: loop: plain loop over the kinds that occur, list of dictionaries.
def by_kind(cases):
    tested = cases[cases["challenged"] == "yes"]
    rows = []
    for kind in tested["kind"].unique():
        mine = tested[tested["kind"] == kind]
        attacked = int((mine["attacked"] != "no").sum())
        rows.append({"kind": kind, "challenged": len(mine), "attacked": attacked, "share": attacked / len(mine)})
    return pd.DataFrame(rows, columns=["kind", "challenged", "attacked", "share"])


by_kind(CASES)


# %% right: map mean: a map to 0 and 1, the share as a mean; sorted by share.
def by_kind(cases):
    yes = cases[cases["challenged"].isin(["yes"])]
    one = yes["attacked"].map({"yes": 1, "partial": 1, "no": 0})
    g = one.groupby(yes["kind"])
    table = pd.concat([g.count(), g.sum(), g.mean()], axis=1, keys=["challenged", "attacked", "share"])
    return table.reset_index().sort_values("share", ascending=False, ignore_index=True)


by_kind(CASES)


# %% right: merge: two grouped tables, left merge, fillna, whole numbers restored.
def by_kind(table):
    tested = table.loc[table["challenged"] == "yes", ["kind", "attacked"]]
    a = tested.groupby("kind").size().rename("challenged").reset_index()
    b = tested[tested["attacked"] != "no"].groupby("kind").size().rename("attacked").reset_index()
    both = a.merge(b, on="kind", how="left").fillna({"attacked": 0}).astype({"attacked": int})
    return both.assign(share=both["attacked"] / both["challenged"])


by_kind(CASES)


# %% right: named agg: filter, helper column on a copy, groupby with named aggregation.
def by_kind(cases):
    """Return one row for each kind among challenged cases: kind, challenged, attacked, share."""
    rows = cases[cases["challenged"] == "yes"].assign(hit=lambda t: t["attacked"].isin(["yes", "partial"]))
    table = rows.groupby("kind", as_index=False).agg(challenged=("hit", "size"), attacked=("hit", "sum"))
    table["share"] = table["attacked"] / table["challenged"]
    return table


by_kind(CASES)


# %% right: value counts: two value_counts, the second reindexed on the first with 0.
def by_kind(cases):
    was = cases["challenged"].eq("yes")
    hit = was & cases["attacked"].isin({"yes", "partial"})
    n = cases.loc[was, "kind"].value_counts()
    k = cases.loc[hit, "kind"].value_counts().reindex(n.index, fill_value=0)
    return pd.DataFrame({"kind": n.index, "challenged": n.to_numpy(), "attacked": k.to_numpy(), "share": (k / n).to_numpy()})


by_kind(CASES)


# %% wrong: drops zero attacked
def by_kind(cases):
    c = cases[cases["challenged"] == "yes"]
    a = c.groupby("kind").size().rename("challenged")
    b = c[c.attacked.ne("no")].groupby("kind").size().rename("attacked")
    t = pd.concat([a, b], axis=1, join="inner")
    return t.assign(share=t.attacked / t.challenged).rename_axis("kind").reset_index()


by_kind(CASES)


# %% wrong: mutates
def by_kind(cases):
    cases.drop(cases[cases["challenged"] != "yes"].index, inplace=True)
    cases["attacked"] = cases["attacked"] != "no"
    t = cases.groupby("kind").agg(challenged=("attacked", "size"), attacked=("attacked", "sum")).reset_index()
    return t.assign(share=t.attacked / t.challenged)


by_kind(CASES)


# %% wrong: zero rows
def by_kind(cases):
    rows = []
    for kind in ["symbolic", "tangible", "mixed"]:
        part = cases[(cases["kind"] == kind) & (cases["challenged"] == "yes")]
        n = int((part["attacked"] != "no").sum())
        rows.append([kind, len(part), n, n / len(part) if len(part) else float("nan")])
    return pd.DataFrame(rows, columns=["kind", "challenged", "attacked", "share"])


by_kind(CASES)


# %% wrong: all cases: no filter: cases that nobody challenged are counted too.
def by_kind(cases):
    rows = cases.assign(hit=lambda t: t["attacked"].isin(["yes", "partial"]))
    table = rows.groupby("kind", as_index=False).agg(challenged=("hit", "size"), attacked=("hit", "sum"))
    table["share"] = table["attacked"] / table["challenged"]
    return table


by_kind(CASES)


# %% wrong: column name: the share is called rate.
def by_kind(cases):
    rows = cases[cases["challenged"] == "yes"].assign(hit=lambda t: t["attacked"].isin(["yes", "partial"]))
    table = rows.groupby("kind", as_index=False).agg(challenged=("hit", "size"), attacked=("hit", "sum"))
    table["rate"] = table["attacked"] / table["challenged"]
    return table


by_kind(CASES)


# %% wrong: crosstab key error: crosstab without filling: stops with a KeyError where no challenged case was attacked in part.
def by_kind(cases):
    c = cases[cases["challenged"] == "yes"]
    t = pd.crosstab(c["kind"], c["attacked"])
    out = pd.DataFrame({"challenged": t.sum(axis=1), "attacked": t["yes"] + t["partial"]})
    out["share"] = out["attacked"] / out["challenged"]
    return out.reset_index()


by_kind(CASES)


# %% wrong: kind as index: the kind stands in the index, not in a column.
def by_kind(cases):
    rows = cases[cases["challenged"] == "yes"].assign(hit=lambda t: t["attacked"].isin(["yes", "partial"]))
    table = rows.groupby("kind").agg(challenged=("hit", "size"), attacked=("hit", "sum"))
    table["share"] = table["attacked"] / table["challenged"]
    return table


by_kind(CASES)


# %% wrong: not attacked: counts those that were not attacked.
def by_kind(cases):
    rows = cases[cases["challenged"] == "yes"].assign(hit=lambda t: t["attacked"].eq("no"))
    table = rows.groupby("kind", as_index=False).agg(challenged=("hit", "size"), attacked=("hit", "sum"))
    table["share"] = table["attacked"] / table["challenged"]
    return table


by_kind(CASES)


# %% wrong: percent: share in per cent.
def by_kind(cases):
    rows = cases[cases["challenged"] == "yes"].assign(hit=lambda t: t["attacked"].isin(["yes", "partial"]))
    table = rows.groupby("kind", as_index=False).agg(challenged=("hit", "size"), attacked=("hit", "sum"))
    table["share"] = 100 * table["attacked"] / table["challenged"]
    return table


by_kind(CASES)


# %% wrong: share of attacked: each kind's part of all attacked cases.
def by_kind(cases):
    rows = cases[cases["challenged"] == "yes"].assign(hit=lambda t: t["attacked"].isin(["yes", "partial"]))
    table = rows.groupby("kind", as_index=False).agg(challenged=("hit", "size"), attacked=("hit", "sum"))
    table["share"] = table["attacked"] / table["attacked"].sum()
    return table


by_kind(CASES)
