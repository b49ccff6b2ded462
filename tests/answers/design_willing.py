# %% right: copy and filter: copies that are changed in place, list of records at the end.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    fig, sta = figures.copy(), statements.copy()
    fig.sort_values("as_of", inplace=True)
    sta.sort_values("as_of", inplace=True)
    aid = {p: v for p, m, v in zip(fig["provider"], fig["measure"], fig["value"]) if m == "military aid"}
    stance = dict(zip(sta["provider"], sta["stance"]))
    names = sorted(aid.keys() & stance.keys(), key=lambda p: -aid[p])
    records = [
        {"provider": p, "aid": aid[p], "stance": stance[p]} for p in names if stance[p] != "no troops in Ukraine"
    ]
    return pd.DataFrame(records, columns=["provider", "aid", "stance"])


willing(FIGURES, STATEMENTS)


# %% right: drop duplicates: drop_duplicates(keep="last") after sorting, map instead of merge.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    latest = statements.sort_values("as_of").drop_duplicates("provider", keep="last").set_index("provider")["stance"]
    table = (
        figures.loc[figures["measure"].eq("military aid")]
        .sort_values("as_of", ascending=False)
        .drop_duplicates(subset="provider", keep="first")
        .loc[:, ["provider", "value"]]
        .rename(columns={"value": "aid"})
    )
    table["stance"] = table["provider"].map(latest)
    table = table.dropna(subset=["stance"])
    return table.loc[table["stance"].ne("no troops in Ukraine")].sort_values("aid", ascending=False, ignore_index=True)


willing(FIGURES, STATEMENTS)


# %% right: idxmax: idxmax of the date in each group (on a fresh index), join on the provider.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""

    def latest(table, column):
        table = table.reset_index(drop=True)
        rows = table.groupby("provider")["as_of"].idxmax()
        return table.loc[rows].set_index("provider")[column]

    aid = latest(figures.query("measure == 'military aid'"), "value").rename("aid")
    result = aid.to_frame().join(latest(statements, "stance"), how="inner")
    result = result[~result["stance"].isin(["no troops in Ukraine"])]
    return result.nlargest(len(result), "aid").reset_index()[["provider", "aid", "stance"]]


willing(FIGURES, STATEMENTS)


# %% right: last concat: groupby().last() on sorted tables and concat(join="inner").
def willing(f, s):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = f[f.measure == "military aid"].sort_values(["provider", "as_of"]).groupby("provider")["value"].last()
    stance = s.sort_values(["provider", "as_of"]).groupby("provider")["stance"].last()
    table = pd.concat({"aid": aid, "stance": stance}, axis=1, join="inner").rename_axis("provider").reset_index()
    table = table[table.stance != "no troops in Ukraine"]
    order = (-table["aid"]).argsort()
    return table.iloc[order].reset_index(drop=True)


willing(FIGURES, STATEMENTS)


# %% right: loops: plain dictionaries of the latest row for each provider, sorted() at the end.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    given = {}
    for row in figures.itertuples():
        if row.measure != "military aid":
            continue
        if row.provider not in given or row.as_of > given[row.provider][0]:
            given[row.provider] = (row.as_of, row.value)
    said = {}
    for row in statements.itertuples():
        if row.provider not in said or row.as_of > said[row.provider][0]:
            said[row.provider] = (row.as_of, row.stance)
    rows = [
        (provider, value, said[provider][1])
        for provider, (_, value) in given.items()
        if provider in said and said[provider][1] != "no troops in Ukraine"
    ]
    rows = sorted(rows, key=lambda r: r[1], reverse=True)
    return pd.DataFrame(rows, columns=["provider", "aid", "stance"])


willing(FIGURES, STATEMENTS)


# %% right: tail merge: sort, groupby().tail(1), merge, query.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = figures[figures["measure"] == "military aid"].sort_values("as_of").groupby("provider").tail(1)
    word = statements.sort_values("as_of").groupby("provider").tail(1)
    both = aid[["provider", "value"]].merge(word[["provider", "stance"]], on="provider")
    both = both[both["stance"] != "no troops in Ukraine"].rename(columns={"value": "aid"})
    return both.sort_values("aid", ascending=False).reset_index(drop=True)


willing(FIGURES, STATEMENTS)


# %% right: transform mask: keeps the rows whose date is the latest of their provider (transform).
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    money = figures[figures["measure"] == "military aid"]
    money = money[money["as_of"] == money.groupby("provider")["as_of"].transform("max")]
    words = statements[statements["as_of"] == statements.groupby("provider")["as_of"].transform("max")]
    words = words[words["stance"] != "no troops in Ukraine"]
    table = pd.merge(money, words, on="provider", how="inner", suffixes=("_money", "_words"))
    out = pd.DataFrame({"provider": table["provider"], "aid": table["value"], "stance": table["stance"]})
    return out.sort_values(by="aid", ascending=False).reset_index(drop=True)


willing(FIGURES, STATEMENTS)


# %% wrong: all measures: forgets the measure and takes the latest row of any (financial aid, shares of GDP ...).
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = figures.sort_values("as_of", kind="stable").groupby("provider").tail(1)
    word = statements.sort_values("as_of").groupby("provider").tail(1)
    both = aid[["provider", "value"]].merge(word[["provider", "stance"]], on="provider")
    both = both[both["stance"] != "no troops in Ukraine"].rename(columns={"value": "aid"})
    return both.sort_values("aid", ascending=False).reset_index(drop=True)


willing(FIGURES, STATEMENTS)


# %% wrong: earliest: keeps the earliest word and figure of each provider.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = figures[figures["measure"] == "military aid"].sort_values("as_of").drop_duplicates("provider")
    word = statements.sort_values("as_of").drop_duplicates("provider")
    both = aid[["provider", "value"]].merge(word[["provider", "stance"]], on="provider")
    both = both[both["stance"] != "no troops in Ukraine"].rename(columns={"value": "aid"})
    return both.sort_values("aid", ascending=False).reset_index(drop=True)


willing(FIGURES, STATEMENTS)


# %% wrong: extra columns: leaves the date and the measure in the answer.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = figures[figures["measure"] == "military aid"].sort_values("as_of").groupby("provider").tail(1)
    word = statements.sort_values("as_of").groupby("provider").tail(1)
    both = aid[["provider", "measure", "as_of", "value"]].merge(word[["provider", "stance"]], on="provider")
    both = both[both["stance"] != "no troops in Ukraine"].rename(columns={"value": "aid"})
    return both.sort_values("aid", ascending=False).reset_index(drop=True)


willing(FIGURES, STATEMENTS)


# %% wrong: largest figure: takes the largest figure of a provider and not the latest.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = figures[figures["measure"] == "military aid"].groupby("provider", as_index=False)["value"].max()
    word = statements.sort_values("as_of").groupby("provider").tail(1)
    both = aid[["provider", "value"]].merge(word[["provider", "stance"]], on="provider")
    both = both[both["stance"] != "no troops in Ukraine"].rename(columns={"value": "aid"})
    return both.sort_values("aid", ascending=False).reset_index(drop=True)


willing(FIGURES, STATEMENTS)


# %% wrong: latest date of all: keeps only the rows of the latest date in the whole table; shows for providers whose last word is older.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = figures[figures["measure"] == "military aid"].sort_values("as_of").groupby("provider").tail(1)
    word = statements[statements["as_of"] == statements["as_of"].max()]
    both = aid[["provider", "value"]].merge(word[["provider", "stance"]], on="provider")
    both = both[both["stance"] != "no troops in Ukraine"].rename(columns={"value": "aid"})
    return both.sort_values("aid", ascending=False).reset_index(drop=True)


willing(FIGURES, STATEMENTS)


# %% wrong: left join: a left join keeps providers without a statement.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = figures[figures["measure"] == "military aid"].sort_values("as_of").groupby("provider").tail(1)
    word = statements.sort_values("as_of").groupby("provider").tail(1)
    both = aid[["provider", "value"]].merge(word[["provider", "stance"]], on="provider", how="left")
    both = both[both["stance"] != "no troops in Ukraine"].rename(columns={"value": "aid"})
    return both.sort_values("aid", ascending=False).reset_index(drop=True)


willing(FIGURES, STATEMENTS)


# %% wrong: no latest: merges all rows, so that a provider with several statements appears several times.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = figures[figures["measure"] == "military aid"]
    word = statements[statements["stance"] != "no troops in Ukraine"]
    both = aid[["provider", "value"]].merge(word[["provider", "stance"]], on="provider")
    return both.rename(columns={"value": "aid"}).sort_values("aid", ascending=False).reset_index(drop=True)


willing(FIGURES, STATEMENTS)


# %% wrong: provider as index: the provider stays in the index and is no column.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = figures[figures["measure"] == "military aid"].sort_values("as_of").groupby("provider")["value"].last()
    word = statements.sort_values("as_of").groupby("provider")["stance"].last()
    both = pd.DataFrame({"aid": aid, "stance": word}).dropna()
    return both[both["stance"] != "no troops in Ukraine"].sort_values("aid", ascending=False)


willing(FIGURES, STATEMENTS)


# %% wrong: smallest first: the smallest giver comes first.
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = figures[figures["measure"] == "military aid"].sort_values("as_of").groupby("provider").tail(1)
    word = statements.sort_values("as_of").groupby("provider").tail(1)
    both = aid[["provider", "value"]].merge(word[["provider", "stance"]], on="provider")
    both = both[both["stance"] != "no troops in Ukraine"].rename(columns={"value": "aid"})
    return both.sort_values("aid").reset_index(drop=True)


willing(FIGURES, STATEMENTS)


# %% wrong: starts with no: takes every stance that begins with "no" for a no; shows for a stance such as "not decided yet".
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    aid = figures[figures["measure"] == "military aid"].sort_values("as_of").groupby("provider").tail(1)
    word = statements.sort_values("as_of").groupby("provider").tail(1)
    both = aid[["provider", "value"]].merge(word[["provider", "stance"]], on="provider")
    both = both[~both["stance"].str.startswith("no")].rename(columns={"value": "aid"})
    return both.sort_values("aid", ascending=False).reset_index(drop=True)


willing(FIGURES, STATEMENTS)
