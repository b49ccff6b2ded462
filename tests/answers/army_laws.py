# %% right: also dashes
def laws(prices):
    rows = [{"price": p, "work": p ** e, "law": n} for n, e in LAWS.items() for p in prices]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(x="price:Q", y=alt.Y("work:Q", title="work needed"), color="law:N", strokeDash="law:N")


laws([1, 2, 3, 4, 5, 6])


# %% right: color ordinal
def laws(prices):
    rows = [{"price": p, "work": p ** e, "law": n} for n, e in LAWS.items() for p in prices]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(x="price:Q", y=alt.Y("work:Q", title="work needed"), color=alt.Color("law:O", sort=list(LAWS)))


laws([1, 2, 3, 4, 5, 6])


# %% right: layered three lines
def laws(prices):
    layers = []
    for n, e in LAWS.items():
        t = pd.DataFrame({"price": list(prices), "work": [p ** e for p in prices], "law": n})
        layers.append(alt.Chart(t).mark_line().encode(x="price:Q", y=alt.Y("work:Q", title="work needed"), color="law:N"))
    return alt.layer(*layers)


laws([1, 2, 3, 4, 5, 6])


# %% right: alt data values: hands Altair the rows as alt.Data values instead of a DataFrame.
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    values = [dict(price=p, work=p**k, law=name) for p in prices for name, k in LAWS.items()]
    return alt.Chart(alt.Data(values=values)).mark_line().encode(
        x="price:Q", y=alt.Y("work:Q", title="Work, in plain units"), color="law:N"
    )


laws([1, 2, 3, 4, 5, 6])


# %% right: concat sorted legend: one frame for each law put together with concat; legend in the order of LAWS; title in the axis.
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    series = pd.Series(list(prices), dtype=float)
    parts = [pd.DataFrame({"price": series, "work": series**power, "law": label}) for label, power in LAWS.items()]
    data = pd.concat(parts, ignore_index=True)
    return (
        alt.Chart(data)
        .mark_line(strokeWidth=3)
        .encode(
            x=alt.X("price:Q", axis=alt.Axis(title="Price of a modern unit", grid=False)),
            y=alt.Y("work:Q", axis=alt.Axis(title="Work (times a plain unit)")),
            color=alt.Color("law:N", sort=list(LAWS)),
        )
        .properties(width=400)
    )


laws([1, 2, 3, 4, 5, 6])


# %% right: extra dash: dashes repeat what the colour says; the scale of the price starts at the first price.
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    table = {"price": [], "work": [], "law": []}
    for law in LAWS:
        for price in prices:
            table["price"].append(price)
            table["work"].append(pow(price, LAWS[law]))
            table["law"].append(law)
    return (
        alt.Chart(pd.DataFrame(table))
        .mark_line()
        .encode(
            x=alt.X("price:Q").scale(zero=False),
            y=alt.Y("work:Q").title("Work needed to be worth its price"),
            color="law:N",
            strokeDash="law:N",
        )
        .interactive()
    )


laws([1, 2, 3, 4, 5, 6])


# %% right: melt shorthand: a wide table that is melted before it is drawn; types are inferred from the data.
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    wide = pd.DataFrame({"price": list(prices)})
    for name in LAWS:
        wide[name] = wide["price"] ** LAWS[name]
    long = wide.melt(id_vars="price", var_name="law", value_name="work")
    return alt.Chart(long).mark_line().encode(
        x="price", y=alt.Y("work", title="Work needed, in units of a plain one"), color="law"
    )


laws([1, 2, 3, 4, 5, 6])


# %% wrong: counts prices: takes the place in the list for the price (1, 2, 3 ...); shows for laws([2, 4, 8]).
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    rows = []
    for i in range(len(prices)):
        for law in LAWS:
            rows.append({"price": i + 1, "work": (i + 1) ** LAWS[law], "law": law})
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(
        x="price:Q", y=alt.Y("work:Q", title="Work needed (plain units)"), color="law:N"
    )


laws([1, 2, 3, 4, 5, 6])


# %% wrong: exponent to price: raises the exponent to the price (base and power swapped).
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    rows = [{"price": p, "work": e**p, "law": law} for p in prices for law, e in LAWS.items()]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(
        x="price:Q", y=alt.Y("work:Q", title="Work needed (plain units)"), color="law:N"
    )


laws([1, 2, 3, 4, 5, 6])


# %% wrong: ignores prices: always draws the prices 1 to 6; shows for laws([2, 4, 8]).
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    rows = [{"price": p, "work": p**e, "law": law} for p in range(1, 7) for law, e in LAWS.items()]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(
        x="price:Q", y=alt.Y("work:Q", title="Work needed (plain units)"), color="law:N"
    )


laws([1, 2, 3, 4, 5, 6])


# %% wrong: no colour: the laws are told apart by dashes (all lines have one colour).
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    rows = [{"price": p, "work": p**e, "law": law} for p in prices for law, e in LAWS.items()]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(
        x="price:Q", y=alt.Y("work:Q", title="Work needed (plain units)"), strokeDash="law:N"
    )


laws([1, 2, 3, 4, 5, 6])


# %% wrong: ordinal price: the price is an ordered category, so unequal steps look equal (shows for 1, 2, 10).
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    rows = [{"price": p, "work": p**e, "law": law} for p in prices for law, e in LAWS.items()]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(
        x="price:O", y=alt.Y("work:Q", title="Work needed (plain units)"), color="law:N"
    )


laws([1, 2, 3, 4, 5, 6])


# %% wrong: returns table: returns the table and no chart.
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    rows = [{"price": p, "work": p**e, "law": law} for p in prices for law, e in LAWS.items()]
    return pd.DataFrame(rows)


laws([1, 2, 3, 4, 5, 6])


# %% wrong: sorts argument: sorts the list of prices in place; shows as a changed argument for laws([2, 8, 4]).
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    prices.sort()
    rows = [{"price": p, "work": p**e, "law": law} for p in prices for law, e in LAWS.items()]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(
        x="price:Q", y=alt.Y("work:Q", title="Work needed (plain units)"), color="law:N"
    )


laws([1, 2, 3, 4, 5, 6])


# %% wrong: swapped axes: the work lies across and the price upwards.
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    rows = [{"price": p, "work": p**e, "law": law} for p in prices for law, e in LAWS.items()]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(
        y="price:Q", x=alt.X("work:Q", title="Work needed (plain units)"), color="law:N"
    )


laws([1, 2, 3, 4, 5, 6])


# %% wrong: title none: the axis of the work has its title switched off.
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    rows = [{"price": p, "work": p**e, "law": law} for p in prices for law, e in LAWS.items()]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(
        x="price:Q", y=alt.Y("work:Q", title=None), color="law:N"
    )


laws([1, 2, 3, 4, 5, 6])


# %% wrong: title on price: the title stands at the axis of the price, the axis of the work has an empty one.
def laws(prices):
    """Return a line chart: price on x, work on y, law as colour."""
    rows = [{"price": p, "work": p**e, "law": law} for p in prices for law, e in LAWS.items()]
    return alt.Chart(pd.DataFrame(rows)).mark_line().encode(
        x=alt.X("price:Q", title="Work needed (plain units)"), y=alt.Y("work:Q", title=""), color="law:N"
    )


laws([1, 2, 3, 4, 5, 6])
