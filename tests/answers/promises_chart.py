# %% right: layer level data
def kept(rates, era):
    t = rates[rates["era"] == era][["obligation", "rate", "low", "high"]]
    rule = alt.Chart().mark_rule().encode(x=alt.X("low:Q", title="share kept", scale=alt.Scale(domain=[0, 1])), x2="high:Q", y="obligation:N")
    dot = alt.Chart().mark_point().encode(x="rate:Q", y="obligation:N")
    return alt.layer(rule, dot, data=t)


kept(RATES, "1945-2003")


# %% right: ordinal y
def kept(rates, era):
    t = rates[rates["era"] == era]
    base = alt.Chart(t).encode(y="obligation:O")
    return base.mark_rule().encode(x=alt.X("low:Q", title="Share of promises kept", scale=alt.Scale(domain=[0, 1])), x2="high") + base.mark_point(filled=True).encode(x="rate:Q")


kept(RATES, "1945-2003")


# %% right: transform filter
def kept(rates, era):
    x = dict(title="Share of promises kept", scale=alt.Scale(domain=[0, 1]))
    base = alt.Chart(rates).transform_filter(alt.datum.era == era).encode(y="obligation:N")
    return base.mark_rule().encode(x=alt.X("low:Q", **x), x2="high") + base.mark_point().encode(x=alt.X("rate:Q", **x))


kept(RATES, "1945-2003")


# %% right: with tooltip colour
def kept(rates, era):
    t = rates[rates["era"] == era]
    base = alt.Chart(t).encode(y="obligation:N", color="obligation:N", tooltip=["rate", "low", "high"])
    return base.mark_rule().encode(x=alt.X("low:Q", title="Share of promises kept", scale=alt.Scale(domain=[0, 1])), x2="high") + base.mark_point(filled=True).encode(x="rate:Q")


kept(RATES, "1945-2003")


# %% right: base layer: query, common base, alt.layer, method syntax, domainMin and domainMax.
def kept(rates, era):
    base = alt.Chart(rates.query("era == @era")).encode(alt.Y("obligation:N").title("Promise").sort("-x"))
    share = alt.X("rate:Q").title("Kept, as a share of all tested").scale(domainMin=0, domainMax=1)
    return alt.layer(
        base.mark_rule(strokeWidth=2, color="gray").encode(alt.X("low:Q").title("Kept, as a share of all tested").scale(domainMin=0, domainMax=1), alt.X2("high:Q")),
        base.mark_point(size=60).encode(share),
    ).properties(width="container", title=era)


kept(RATES, "1945-2003")


# %% right: layer filter dict: a layered chart with data and filter at the top (FieldEqualPredicate), the layers without data.
def kept(rates, era):
    y = alt.Y("obligation:N", title=None)
    rule = alt.Chart().mark_rule(strokeDash=[2, 2]).encode(
        x=alt.X("low:Q", axis=alt.Axis(title="Share of promises kept", format="%"), scale=alt.Scale(domain=(0, 1))),
        x2="high",
        y=y,
    )
    point = alt.Chart().mark_point().encode(x=alt.X("rate:Q"), y=y, color=alt.value("firebrick"))
    whole = alt.layer(rule, point, data=rates)
    return whole.transform_filter(alt.FieldEqualPredicate(field="era", equal=era))


kept(RATES, "1945-2003")


# %% right: transform filter: the whole table, transform_filter with alt.datum in both layers; :O for the promise; points first, rules second.
def kept(table, which):
    chart = alt.Chart(table).transform_filter(alt.datum.era == which)
    dots = chart.mark_point(color="black", filled=True, opacity=1).encode(
        x=alt.X("rate:Q", scale=alt.Scale(domain=[0, 1]), title="Share kept (95% interval)"),
        y=alt.Y("obligation:O", title="What was promised"),
        tooltip=["obligation", "rate", "low", "high"],
    )
    lines = chart.mark_rule().encode(x="low:Q", x2="high:Q", y="obligation:O")
    return dots + lines


kept(RATES, "1945-2003")


# %% wrong: drops any
def kept(rates, era):
    t = rates[(rates["era"] == era) & (rates["obligation"] != "any")]
    base = alt.Chart(t).encode(y="obligation:N")
    return base.mark_rule().encode(x=alt.X("low:Q", title="Share kept", scale=alt.Scale(domain=[0, 1])), x2="high") + base.mark_point(filled=True).encode(x=alt.X("rate:Q", title="Share kept", scale=alt.Scale(domain=[0, 1])))


kept(RATES, "1945-2003")


# %% wrong: no title
def kept(rates, era):
    base = alt.Chart(rates[rates["era"] == era]).encode(y="obligation:N")
    return base.mark_rule().encode(x=alt.X("low:Q", scale=alt.Scale(domain=[0, 1])), x2="high") + base.mark_point(filled=True).encode(x=alt.X("rate:Q", scale=alt.Scale(domain=[0, 1])))


kept(RATES, "1945-2003")


# %% wrong: axes swapped: the promise stands across, the share upwards.
def kept(rates, era):
    rows = rates[rates["era"] == era]
    rules = (
        alt.Chart(rows)
        .mark_rule()
        .encode(
            y=alt.Y("low:Q", title="Share of promises kept", scale=alt.Scale(domain=[0, 1])),
            y2="high:Q",
            x=alt.X("obligation:N", title=None),
        )
    )
    points = alt.Chart(rows).mark_point().encode(y="rate:Q", x="obligation:N")
    return rules + points


kept(RATES, "1945-2003")


# %% wrong: domain 100: the axis goes from 0 to 100, the shares to 1.
def kept(rates, era):
    rows = rates[rates["era"] == era]
    rules = (
        alt.Chart(rows)
        .mark_rule()
        .encode(
            x=alt.X("low:Q", title="Share of promises kept", scale=alt.Scale(domain=[0, 100])),
            x2="high:Q",
            y=alt.Y("obligation:N", title=None),
        )
    )
    points = alt.Chart(rows).mark_point().encode(x="rate:Q", y="obligation:N")
    return rules + points


kept(RATES, "1945-2003")


# %% wrong: filters argument in place: drops the rows of the other eras from the caller's table.
def kept(rates, era):
    rates.drop(rates[rates["era"] != era].index, inplace=True)
    y = alt.Y("obligation:N", title=None)
    rules = alt.Chart(rates).mark_rule().encode(
        x=alt.X("low:Q", title="Share of promises kept", scale=alt.Scale(domain=[0, 1])), x2="high:Q", y=y
    )
    return rules + alt.Chart(rates).mark_point().encode(x="rate:Q", y=y)


kept(RATES, "1945-2003")


# %% wrong: no domain: no domain: the axis ends where the data end (for 1816-2003 0 to 1 by chance, for a table with rates up to 0.4 not).
def kept(rates, era):
    rows = rates[rates["era"] == era]
    rules = (
        alt.Chart(rows)
        .mark_rule()
        .encode(
            x=alt.X("low:Q", title="Share of promises kept"),
            x2="high:Q",
            y=alt.Y("obligation:N", title=None),
        )
    )
    points = alt.Chart(rows).mark_point().encode(x="rate:Q", y="obligation:N")
    return rules + points


kept(RATES, "1945-2003")


# %% wrong: no title: no title: the axis is called “low, rate”.
def kept(rates, era):
    rows = rates[rates["era"] == era]
    rules = (
        alt.Chart(rows)
        .mark_rule()
        .encode(
            x=alt.X("low:Q", scale=alt.Scale(domain=[0, 1])),
            x2="high:Q",
            y=alt.Y("obligation:N", title=None),
        )
    )
    points = alt.Chart(rows).mark_point().encode(x="rate:Q", y="obligation:N")
    return rules + points


kept(RATES, "1945-2003")


# %% wrong: obligation quantitative: obligation:Q, the promise read as a number.
def kept(rates, era):
    rows = rates[rates["era"] == era]
    rules = (
        alt.Chart(rows)
        .mark_rule()
        .encode(
            x=alt.X("low:Q", title="Share of promises kept", scale=alt.Scale(domain=[0, 1])),
            x2="high:Q",
            y=alt.Y("obligation:Q", title=None),
        )
    )
    points = alt.Chart(rows).mark_point().encode(x="rate:Q", y="obligation:Q")
    return rules + points


kept(RATES, "1945-2003")


# %% wrong: points unfiltered: the rules are of one era, the points of all.
def kept(rates, era):
    rows = rates[rates["era"] == era]
    rules = (
        alt.Chart(rows)
        .mark_rule()
        .encode(
            x=alt.X("low:Q", title="Share of promises kept", scale=alt.Scale(domain=[0, 1])),
            x2="high:Q",
            y=alt.Y("obligation:N", title=None),
        )
    )
    points = alt.Chart(rates).mark_point().encode(x="rate:Q", y="obligation:N")
    return rules + points


kept(RATES, "1945-2003")


# %% wrong: stacked: & puts the points below the rules.
def kept(rates, era):
    rows = rates[rates["era"] == era]
    rules = (
        alt.Chart(rows)
        .mark_rule()
        .encode(
            x=alt.X("low:Q", title="Share of promises kept", scale=alt.Scale(domain=[0, 1])),
            x2="high:Q",
            y=alt.Y("obligation:N", title=None),
        )
    )
    points = alt.Chart(rows).mark_point().encode(x="rate:Q", y="obligation:N")
    return rules & points


kept(RATES, "1945-2003")
