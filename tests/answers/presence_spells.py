# %% right: diff cumsum: dropna, diff and cumsum number the spells; idxmax takes the first of the longest.
def longest_spells(troops, enough=1000):
    t = troops.dropna(subset=["low"]).query("low >= @enough").sort_values(["host", "year"])
    if t.empty:
        return pd.DataFrame(columns=["host", "start", "end", "years"])
    t = t.assign(new=t.groupby("host")["year"].diff().ne(1).fillna(True).astype(int))
    t["number"] = t["new"].cumsum()
    spells = t.groupby("number").agg(host=("host", "first"), start=("year", "first"), end=("year", "last"))
    spells["years"] = spells["end"] - spells["start"] + 1
    return spells.loc[spells.groupby("host")["years"].idxmax()].reset_index(drop=True)


draw(longest_spells(TROOPS))


# %% right: groupby state: groupby the host, sorted years, the best spell so far in a dictionary.
def longest_spells(troops, enough=1000):
    best = {}
    for host, rows in troops.dropna(subset=["low"]).groupby("host"):
        years = sorted(int(y) for y in rows.loc[rows["low"] >= enough, "year"])
        start = None
        for i, year in enumerate(years):
            if i == 0 or year != years[i - 1] + 1:
                start = year
            if host not in best or year - start + 1 > best[host][2]:
                best[host] = (start, year, year - start + 1)
    rows = [(host, *spell) for host, spell in best.items()]
    return pd.DataFrame(rows, columns=["host", "start", "end", "years"])


draw(longest_spells(TROOPS))


# %% right: islands: the usual trick, year less its rank is constant within a spell; groupby twice.
def longest_spells(troops, enough=1000):
    """Return host, start, end and years of each host's longest unbroken spell with at least so many troops."""
    t = troops[(troops["low"] >= enough).fillna(False)].sort_values(["host", "year"])
    spell = t["year"] - t.groupby("host").cumcount()
    found = (
        t.groupby([t["host"], spell.rename("spell")])
        .agg(start=("year", "min"), end=("year", "max"), years=("year", "size"))
        .reset_index()
        .sort_values(["host", "years", "start"], ascending=[True, False, True])
    )
    return found.drop_duplicates("host")[["host", "start", "end", "years"]].reset_index(drop=True)


draw(longest_spells(TROOPS))


# %% right: itertools: itertools.groupby on (year - position), max with a key (max keeps the first of equals).
from itertools import groupby


def spells_of(years):
    for _, run in groupby(enumerate(sorted(years)), key=lambda pair: pair[1] - pair[0]):
        run = [year for _, year in run]
        yield run[0], run[-1]


def longest_spells(troops, enough=1000):
    result = {"host": [], "start": [], "end": [], "years": []}
    for host, rows in troops.groupby("host"):
        years = [int(y) for y, n in zip(rows["year"], rows["low"]) if pd.notna(n) and n >= enough]
        if years:
            start, end = max(spells_of(years), key=lambda s: s[1] - s[0])
            result["host"].append(host)
            result["start"].append(start)
            result["end"].append(end)
            result["years"].append(end - start + 1)
    return pd.DataFrame(result)


draw(longest_spells(TROOPS))


# %% right: numpy split: NumPy, np.split where the difference of years is more than one, np.argmax.
import numpy as np


def longest_spells(table, enough=1000):
    numbers = table["low"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    fit = table.loc[numbers >= enough]
    out = []
    for host in fit["host"].unique():
        years = np.sort(fit.loc[fit["host"] == host, "year"].to_numpy(dtype=int))
        parts = np.split(years, np.where(np.diff(years) != 1)[0] + 1)
        best = parts[int(np.argmax([len(p) for p in parts]))]
        out.append({"host": host, "start": int(best[0]), "end": int(best[-1]), "years": len(best)})
    return pd.DataFrame(out, columns=["host", "start", "end", "years"])


draw(longest_spells(TROOPS))


# %% right: pivot: a pivot with a row for every year, counts the length of the spell up to each year.
def longest_spells(troops, enough=1000):
    wide = troops.pivot(index="year", columns="host", values="low")
    wide = wide.reindex(range(int(troops["year"].min()), int(troops["year"].max()) + 1))
    ok = (wide >= enough).fillna(False).astype(bool)
    rows = []
    for host in ok.columns:
        length, best, end = 0, 0, None
        for year, yes in ok[host].items():
            length = length + 1 if yes else 0
            if length > best:
                best, end = length, year
        if best:
            rows.append([host, end - best + 1, end, best])
    return pd.DataFrame(rows, columns=["host", "start", "end", "years"])


draw(longest_spells(TROOPS))


# %% right: plain loops: plain Python, a set of good years for each host, walks through the sorted years.
def longest_spells(troops, enough=1000):
    good = {}
    for host, year, low in zip(troops["host"], troops["year"], troops["low"]):
        if not pd.isna(low) and low >= enough:
            good.setdefault(host, set()).add(int(year))
    rows = []
    for host, years in good.items():
        best = None
        for first in sorted(years):
            if first - 1 in years:
                continue
            last = first
            while last + 1 in years:
                last += 1
            if best is None or last - first > best[1] - best[0]:
                best = (first, last)
        rows.append((host, best[0], best[1], best[1] - best[0] + 1))
    return pd.DataFrame(rows, columns=["host", "start", "end", "years"])


draw(longest_spells(TROOPS))


# %% wrong: across hosts
def longest_spells(troops, enough=1000):
    t = troops[troops["low"].fillna(-1) >= enough].sort_values(["host", "year"])
    t["block"] = (t["year"].diff() != 1).cumsum()
    s = t.groupby("block").agg(host=("host", "first"), start=("year", "min"), end=("year", "max"), years=("year", "size"))
    return s.sort_values(["host", "years", "start"], ascending=[True, False, True]).drop_duplicates("host")


draw(longest_spells(TROOPS))


# %% wrong: assumes sorted
def longest_spells(troops, enough=1000):
    t = troops[troops["low"].fillna(-1) >= enough]
    t = t.assign(block=t["year"] - t.groupby("host").cumcount())
    s = t.groupby(["host", "block"]).agg(start=("year", "min"), end=("year", "max"), years=("year", "size")).reset_index()
    return s.sort_values(["host", "years", "start"], ascending=[True, False, True]).drop_duplicates("host")[["host", "start", "end", "years"]]


draw(longest_spells(TROOPS))


# %% wrong: later of ties
def longest_spells(troops, enough=1000):
    t = troops[troops["low"].fillna(-1) >= enough].sort_values(["host", "year"])
    t = t.assign(block=t["year"] - t.groupby("host").cumcount())
    s = t.groupby(["host", "block"]).agg(start=("year", "min"), end=("year", "max"), years=("year", "size")).reset_index()
    s = s.sort_values(["years", "start"]).drop_duplicates("host", keep="last")
    return s[["host", "start", "end", "years"]]


draw(longest_spells(TROOPS))


# %% wrong: zero rows for others
def longest_spells(troops, enough=1000):
    t = troops[troops["low"].fillna(-1) >= enough].sort_values(["host", "year"])
    t = t.assign(block=t["year"] - t.groupby("host").cumcount())
    s = t.groupby(["host", "block"]).agg(start=("year", "min"), end=("year", "max"), years=("year", "size")).reset_index()
    s = s.sort_values(["host", "years", "start"], ascending=[True, False, True]).drop_duplicates("host").set_index("host")[["start", "end", "years"]]
    return s.reindex(troops["host"].unique()).rename_axis("host").reset_index()


draw(longest_spells(TROOPS))


# %% wrong: across hosts: the differences of years are taken without groupby: a host whose first good year follows the last one of the host before is joined to it.
def longest_spells(troops, enough=1000):
    t = troops[(troops["low"] >= enough).fillna(False)].sort_values(["host", "year"])
    t = t.assign(spell=t["year"].diff().ne(1).fillna(True).cumsum())
    found = t.groupby("spell").agg(host=("host", "first"), start=("year", "min"), end=("year", "max"), years=("year", "size"))
    found = found.sort_values(["host", "years", "start"], ascending=[True, False, True]).drop_duplicates("host")
    return found[["host", "start", "end", "years"]]


draw(longest_spells(TROOPS))


# %% wrong: all spells: every spell of every host, not the longest alone.
def longest_spells(troops, enough=1000):
    t = troops[(troops["low"] >= enough).fillna(False)].sort_values(["host", "year"])
    spell = (t["year"] - t.groupby("host").cumcount()).rename("spell")
    found = t.groupby(["host", spell]).agg(start=("year", "min"), end=("year", "max"), years=("year", "size"))
    return found.reset_index()[["host", "start", "end", "years"]]


draw(longest_spells(TROOPS))


# %% wrong: empty without columns: a list of dictionaries without names; where no host had enough the table has no columns.
def longest_spells(troops, enough=1000):
    rows = []
    for host, t in troops.groupby("host"):
        years = {int(y) for y, n in zip(t["year"], t["low"]) if pd.notna(n) and n >= enough}
        best = None
        for first in sorted(years):
            n = 1
            while first + n in years:
                n += 1
            if best is None or n > best["years"]:
                best = {"host": host, "start": first, "end": first + n - 1, "years": n}
        if best:
            rows.append(best)
    return pd.DataFrame(rows)


draw(longest_spells(TROOPS))


# %% wrong: later of ties: of two equally long spells the later.
def longest_spells(troops, enough=1000):
    best = {}
    for host, rows in troops.dropna(subset=["low"]).groupby("host"):
        years = sorted(int(y) for y in rows.loc[rows["low"] >= enough, "year"])
        start = None
        for i, year in enumerate(years):
            if i == 0 or year != years[i - 1] + 1:
                start = year
            if host not in best or year - start + 1 >= best[host][2]:
                best[host] = (start, year, year - start + 1)
    rows = [(host, *spell) for host, spell in best.items()]
    return pd.DataFrame(rows, columns=["host", "start", "end", "years"])


draw(longest_spells(TROOPS))


# %% wrong: missing dropped first: drops the rows without a number and then goes by neighbouring rows; a year without a number breaks no spell.
def longest_spells(troops, enough=1000):
    t = troops.dropna().sort_values(["host", "year"]).reset_index(drop=True)
    ok = t["low"] >= enough
    t["spell"] = (ok != ok.groupby(t["host"]).shift()).cumsum()
    t = t[ok]
    found = t.groupby(["host", "spell"]).agg(start=("year", "min"), end=("year", "max"), years=("year", "size")).reset_index()
    found = found.sort_values(["host", "years", "start"], ascending=[True, False, True]).drop_duplicates("host")
    return found[["host", "start", "end", "years"]]


draw(longest_spells(TROOPS))


# %% wrong: no default: the default of enough is 10,000, not 1,000.
def longest_spells(troops, enough=10_000):
    best = {}
    for host, rows in troops.dropna(subset=["low"]).groupby("host"):
        years = sorted(int(y) for y in rows.loc[rows["low"] >= enough, "year"])
        start = None
        for i, year in enumerate(years):
            if i == 0 or year != years[i - 1] + 1:
                start = year
            if host not in best or year - start + 1 > best[host][2]:
                best[host] = (start, year, year - start + 1)
    rows = [(host, *spell) for host, spell in best.items()]
    return pd.DataFrame(rows, columns=["host", "start", "end", "years"])


draw(longest_spells(TROOPS))
