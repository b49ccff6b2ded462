# %% right: apply quantile: rolling quantile 0.5, then shift, mask with loc, dropna.
def thin_months(aid):
    usual = aid["military"].rolling(12).quantile(0.5).shift()
    ratio = aid["military"] / usual
    keep = (ratio < 0.5) & usual.notna()
    return pd.concat([aid.loc[keep, ["month", "military"]], usual[keep].rename("usual")], axis="columns")


draw(thin_months(AID))


# %% right: deque: a deque of the last twelve, itertuples, helper for the median by sorting.
from collections import deque


def middle(values):
    s = sorted(values)
    return (s[5] + s[6]) / 2


def thin_months(aid):
    last = deque(maxlen=12)
    rows = []
    for row in aid.itertuples(index=False):
        if len(last) == 12 and row.military < middle(last) / 2:
            rows.append((row.month, row.military, middle(last)))
        last.append(row.military)
    return pd.DataFrame(rows, columns=["month", "military", "usual"])


draw(thin_months(AID))


# %% right: lags concat: twelve lagged columns side by side, the median across; sorts a copy by month first.
def thin_months(table):
    table = table.sort_values("month")
    lags = pd.concat([table["military"].shift(k) for k in range(1, 13)], axis=1)
    usual = lags.median(axis=1, skipna=False)
    found = table.assign(usual=usual).loc[lambda t: t["military"].lt(t["usual"].div(2))]
    return found.filter(["month", "military", "usual"])


draw(thin_months(AID))


# %% right: loop iloc: a loop over positions, collects dictionaries; columns named so that an empty table has them too.
def thin_months(aid):
    rows = []
    for i in range(12, len(aid)):
        before = aid["military"].iloc[i - 12 : i]
        usual = before.median()
        now = aid.iloc[i]
        if now["military"] < usual / 2:
            rows.append({"month": now["month"], "military": now["military"], "usual": usual})
    return pd.DataFrame(rows, columns=["month", "military", "usual"])


draw(thin_months(AID))


# %% right: numpy window: NumPy, sliding_window_view and np.median.
import numpy as np


def thin_months(aid):
    money = aid["military"].to_numpy(dtype=float)
    usual = np.full(len(money), np.nan)
    if len(money) > 12:
        windows = np.lib.stride_tricks.sliding_window_view(money, 12)[:-1]
        usual[12:] = np.median(windows, axis=1)
    with np.errstate(invalid="ignore"):
        thin = 2 * money < usual
    return pd.DataFrame({"month": aid["month"].to_numpy()[thin], "military": money[thin], "usual": usual[thin]})


draw(thin_months(AID))


# %% right: rolling: shift, rolling median, boolean filter; row labels of the filtered table are kept.
def thin_months(aid):
    """Return the thin months of a table like AID."""
    usual = aid["military"].shift(1).rolling(12).median()
    table = aid.assign(usual=usual)
    return table[table["military"] < table["usual"] / 2][["month", "military", "usual"]]


draw(thin_months(AID))


# %% right: rolling closed left: rolling with closed="left", query, fresh row numbers.
def thin_months(aid):
    t = aid[["month", "military"]].copy()
    t["usual"] = t["military"].rolling(window=12, closed="left", min_periods=12).median()
    return t.query("military < 0.5 * usual").reset_index(drop=True)


draw(thin_months(AID))


# %% wrong: mutates
def thin_months(aid):
    aid["usual"] = aid["military"].rolling(12).median().shift(1)
    return aid[aid["military"] < 0.5 * aid["usual"]]


draw(thin_months(AID))


# %% wrong: off by one loop
from statistics import median
def thin_months(aid):
    m, v = list(aid["month"]), list(aid["military"])
    rows = [(m[i], v[i], median(v[i - 12:i])) for i in range(13, len(v)) if v[i] < median(v[i - 12:i]) / 2]
    return pd.DataFrame(rows, columns=["month", "military", "usual"])


draw(thin_months(AID))


# %% wrong: rounded
def thin_months(aid):
    t = aid.assign(usual=aid["military"].rolling(12).median().shift(1).round(1))
    return t[t["military"] < 0.5 * t["usual"]]


draw(thin_months(AID))


# %% wrong: adds column to argument: writes the column usual into the caller's table.
def thin_months(aid):
    aid["usual"] = aid["military"].shift(1).rolling(12).median()
    return aid[aid["military"] < aid["usual"] / 2]


draw(thin_months(AID))


# %% wrong: eleven months: window of eleven months before.
def thin_months(aid):
    rows = []
    for i in range(12, len(aid)):
        usual = aid["military"].iloc[i - 12 : i - 1].median()
        if aid["military"].iloc[i] < usual / 2:
            rows.append([aid["month"].iloc[i], aid["military"].iloc[i], usual])
    return pd.DataFrame(rows, columns=["month", "military", "usual"])


draw(thin_months(AID))


# %% wrong: helper column left: leaves a helper column, thin, in the table.
def thin_months(aid):
    table = aid.assign(usual=aid["military"].shift(1).rolling(12).median())
    table["thin"] = table["military"] < table["usual"] / 2
    return table[table["thin"]]


draw(thin_months(AID))


# %% wrong: includes month itself: no shift, the window holds the month itself and eleven before; month 12 is judged too and medians differ.
def thin_months(aid):
    table = aid.assign(usual=aid["military"].rolling(12).median())
    return table[table["military"] < table["usual"] / 2]


draw(thin_months(AID))


# %% wrong: not strict: <= in place of <; shows for a month of exactly half (2 after twelve months of 4).
def thin_months(aid):
    table = aid.assign(usual=aid["military"].shift(1).rolling(12).median())
    return table[table["military"] <= table["usual"] / 2]


draw(thin_months(AID))


# %% wrong: old index column: reset_index() without drop leaves a fourth column, index.
def thin_months(aid):
    table = aid.assign(usual=aid["military"].shift(1).rolling(12).median())
    return table[table["military"] < table["usual"] / 2].reset_index()


draw(thin_months(AID))


# %% wrong: thirteenth skipped: the loop starts at position 13, so the thirteenth month, which has twelve before it, is never judged.
def thin_months(aid):
    rows = []
    for i in range(13, len(aid)):
        usual = aid["military"].iloc[i - 12 : i].median()
        if aid["military"].iloc[i] < usual / 2:
            rows.append([aid["month"].iloc[i], aid["military"].iloc[i], usual])
    return pd.DataFrame(rows, columns=["month", "military", "usual"])


draw(thin_months(AID))
