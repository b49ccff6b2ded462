# %% right: transform calculate
def spread(claims):
    return alt.Chart(claims).transform_calculate(low="isValid(datum.low) ? datum.low : datum.high", high="isValid(datum.high) ? datum.high : datum.low").mark_bar().encode(x=alt.X("low:Q", title="Thousand shells a year"), x2="high:Q", y="claimed_by:N")


spread(CLAIMS)


# %% right: combine first styled: combine_first; the category as :O, sorted by size; tooltip, colour, a stroke so that a bar without length is seen, scale that need not start at 0.
def spread(table):
    t = table.copy()
    t["from"] = t["low"].combine_first(t["high"])
    t["to"] = t["high"].combine_first(t["low"])
    return (
        alt.Chart(t, title="Claims about one year")
        .mark_bar(color="teal", stroke="teal", strokeWidth=2, cornerRadius=2)
        .encode(
            alt.X("from", type="quantitative", title="thousand/year", scale=alt.Scale(zero=False)),
            alt.X2("to"),
            alt.Y("claimed_by", type="ordinal", sort=alt.EncodingSortField("from"), axis=alt.Axis(labelLimit=300)),
            tooltip=["claimed_by", "low", "high"],
        )
    )


spread(CLAIMS)


# %% right: fillna: each end filled from the other, long-form channels.
def spread(claims):
    """Return one bar for each claim: low to high on x."""
    rows = claims.assign(low=claims["low"].fillna(claims["high"]), high=claims["high"].fillna(claims["low"]))
    return (
        alt.Chart(rows)
        .mark_bar()
        .encode(x=alt.X("low:Q", title="Thousand a year"), x2="high:Q", y=alt.Y("claimed_by:N", title=None))
    )


spread(CLAIMS)


# %% right: loop dicts: plain loop over the rows, new list of dictionaries, pd.isna.
def spread(claims):
    bars = []
    for _, row in claims.iterrows():
        low, high = row["low"], row["high"]
        if pd.isna(low):
            low = high
        if pd.isna(high):
            high = low
        bars.append({"claimed_by": row["claimed_by"], "low": low, "high": high})
    chart = alt.Chart(pd.DataFrame(bars)).mark_bar()
    return chart.encode(x=alt.X("low", title="Shells (thousand a year)"), x2="high", y="claimed_by")


spread(CLAIMS)


# %% right: min max axis: the row-wise smallest and largest of the two numbers (NaN is skipped); inline Axis title.
def spread(claims):
    ends = claims[["low", "high"]]
    t = pd.DataFrame({"claimed_by": claims["claimed_by"], "least": ends.min(axis=1), "most": ends.max(axis=1)})
    return alt.Chart(t).mark_bar(size=10, opacity=0.7).encode(
        y=alt.Y("claimed_by:N", sort="x"),
        x=alt.X("least:Q", axis=alt.Axis(title=["Production", "in thousands a year"])),
        x2="most:Q",
    )


spread(CLAIMS)


# %% right: transform calculate: the missing ends are filled by the chart itself, with transform_calculate and isValid.
def spread(claims):
    return (
        alt.Chart(claims)
        .transform_calculate(
            start="isValid(datum.low) ? datum.low : datum.high",
            end="isValid(datum.high) ? datum.high : datum.low",
        )
        .mark_bar()
        .encode(
            x=alt.X("start:Q").title("Claimed output (thousand shells per year)"),
            x2="end:Q",
            y=alt.Y("claimed_by:N").title("Claimed by"),
        )
        .properties(width="container")
    )


spread(CLAIMS)


# %% right: transform datum: transform_calculate with alt.expr and alt.datum.
def spread(claims):
    a = alt.expr.if_(alt.expr.isValid(alt.datum.low), alt.datum.low, alt.datum.high)
    b = alt.expr.if_(alt.expr.isValid(alt.datum.high), alt.datum.high, alt.datum.low)
    return (
        alt.Chart(claims)
        .transform_calculate(a=a, b=b)
        .mark_bar(height=8, stroke="black")
        .encode(x=alt.X("a:Q", title="1,000 shells a year"), x2=alt.X2("b"), y="claimed_by:O")
    )


spread(CLAIMS)


# %% wrong: mutates
def spread(claims):
    claims["low"] = claims["low"].fillna(claims["high"]); claims["high"] = claims["high"].fillna(claims["low"])
    return alt.Chart(claims).mark_bar().encode(x=alt.X("low:Q", title="Thousand shells a year"), x2="high", y="claimed_by:N")


spread(CLAIMS)


# %% wrong: axes swapped: bars stand upright, the claimants along x and the numbers on y and y2.
def spread(claims):
    rows = claims.assign(low=claims["low"].fillna(claims["high"]), high=claims["high"].fillna(claims["low"]))
    return (
        alt.Chart(rows)
        .mark_bar()
        .encode(y=alt.Y("low:Q", title="Thousand a year"), y2="high:Q", x=alt.X("claimed_by:N", title=None))
    )


spread(CLAIMS)


# %% wrong: claimant quantitative: claimed_by:Q, who claims it is drawn as a number, all bars fall on one spot.
def spread(claims):
    rows = claims.assign(low=claims["low"].fillna(claims["high"]), high=claims["high"].fillna(claims["low"]))
    return alt.Chart(rows).mark_bar().encode(x=alt.X("low:Q", title="Thousand a year"), x2="high:Q", y="claimed_by:Q")


spread(CLAIMS)


# %% wrong: clipped domain: a fixed domain of 0 to 1,000 made for other numbers; bars beyond it run out of the chart (1,400 and 1,700 in the shown data).
def spread(claims):
    rows = claims.assign(low=claims["low"].fillna(claims["high"]), high=claims["high"].fillna(claims["low"]))
    return (
        alt.Chart(rows)
        .mark_bar(clip=True)
        .encode(
            x=alt.X("low:Q", title="Thousand a year", scale=alt.Scale(domain=[0, 1000])), x2="high:Q", y="claimed_by:N"
        )
    )


spread(CLAIMS)


# %% wrong: filled with extremes: a missing low becomes the least low of all claims and a missing high the greatest high, so that open bars get long.
def spread(claims):
    rows = claims.assign(low=claims["low"].fillna(claims["low"].min()), high=claims["high"].fillna(claims["high"].max()))
    return (
        alt.Chart(rows)
        .mark_bar()
        .encode(x=alt.X("low:Q", title="Thousand a year"), x2="high:Q", y=alt.Y("claimed_by:N", title=None))
    )


spread(CLAIMS)


# %% wrong: no title: the horizontal axis keeps the default title (low, high), which names no unit.
def spread(claims):
    rows = claims.assign(low=claims["low"].fillna(claims["high"]), high=claims["high"].fillna(claims["low"]))
    return alt.Chart(rows).mark_bar().encode(x="low:Q", x2="high:Q", y="claimed_by:N")


spread(CLAIMS)


# %% wrong: only high filled: fills a missing high but not a missing low.
def spread(claims):
    rows = claims.assign(high=claims["high"].fillna(claims["low"]))
    return (
        alt.Chart(rows)
        .mark_bar()
        .encode(x=alt.X("low:Q", title="Thousand a year"), x2="high:Q", y=alt.Y("claimed_by:N", title=None))
    )


spread(CLAIMS)


# %% wrong: points: a point at the middle of each claim in place of a bar.
def spread(claims):
    rows = claims.assign(middle=claims[["low", "high"]].mean(axis=1))
    return alt.Chart(rows).mark_point().encode(x=alt.X("middle:Q", title="Thousand a year"), y="claimed_by:N")


spread(CLAIMS)


# %% wrong: title without unit: a title without the unit.
def spread(claims):
    rows = claims.assign(low=claims["low"].fillna(claims["high"]), high=claims["high"].fillna(claims["low"]))
    return alt.Chart(rows).mark_bar().encode(x=alt.X("low:Q", title="Claimed production"), x2="high:Q", y="claimed_by:N")


spread(CLAIMS)


# %% wrong: unit million: the title says million a year, the numbers are thousands.
def spread(claims):
    rows = claims.assign(low=claims["low"].fillna(claims["high"]), high=claims["high"].fillna(claims["low"]))
    return alt.Chart(rows).mark_bar().encode(x=alt.X("low:Q", title="Million a year"), x2="high:Q", y="claimed_by:N")


spread(CLAIMS)
