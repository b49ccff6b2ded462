# %% right: interactive config: a highlight on hover, a configured axis, the scale as a dictionary, the legend with a title of its own.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    hover = alt.selection_point(on="mouseover", empty=False)
    return (
        alt.Chart(table.copy())
        .mark_rect()
        .encode(
            x=alt.X("prize:O", title="Prize", axis=alt.Axis(format=".1f")),
            y=alt.Y("budget:O", sort="descending", title="Budget (bn EUR per year)"),
            color=alt.Color("lead:Q", scale={"domainMid": 0, "scheme": "purplegreen"}, legend=alt.Legend(title="Lead")),
            strokeWidth=alt.condition(hover, alt.value(2), alt.value(0)),
        )
        .add_params(hover)
        .configure_axis(grid=False)
    )


atlas(TABLE)


# %% right: keywords: keyword arguments for everything.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    return (
        alt.Chart(table)
        .mark_rect()
        .encode(
            x=alt.X("prize:O", title="Prize"),
            y=alt.Y("budget:O", sort="descending", title="Budget (billion euros a year)"),
            color=alt.Color("lead:Q", title="Lead of troops (points)", scale=alt.Scale(domainMid=0)),
        )
    )


atlas(TABLE)


# %% right: methods: method-style encodings, a diverging scheme, a tooltip and a title.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    return (
        alt.Chart(table, title="Troops less words")
        .mark_rect(stroke="white")
        .encode(
            alt.X("prize").type("ordinal").title("How much the challenger wants it").axis(labelAngle=0),
            alt.Y("budget").type("ordinal").sort("descending").title("Budget, bn € a year"),
            alt.Color("lead").type("quantitative").scale(scheme="blueorange", domainMid=0).title("Points"),
            tooltip=["prize", "budget", "lead"],
        )
        .properties(width=360, height=280)
    )


atlas(TABLE)


# %% right: reverse scale: turns the ordered scale of the budget round (reverse) instead of sorting it: the same look, largest on top.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    return alt.Chart(table).mark_rect().encode(
        x="prize:O",
        y=alt.Y("budget:O", scale=alt.Scale(reverse=True), title="Budget (billion euros a year)"),
        color=alt.Color("lead:Q", scale=alt.Scale(domainMid=0)),
    )


atlas(TABLE)


# %% right: sort field: sorts by the field budget with an EncodingSortField.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    chart = alt.Chart(table).mark_rect()
    chart = chart.encode(x=alt.X(field="prize", type="ordinal"))
    chart = chart.encode(
        y=alt.Y(
            field="budget",
            type="ordinal",
            sort=alt.EncodingSortField(field="budget", order="descending"),
            title="Budget [billion euros/year]",
        )
    )
    return chart.encode(color=alt.Color(field="lead", type="quantitative", scale=alt.Scale(domainMid=0)))


atlas(TABLE)


# %% right: sort list: the order of the budgets as an explicit list that is computed from the table.
def atlas(t):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    largest_first = sorted(t["budget"].unique().tolist(), reverse=True)
    colours = alt.Scale(domainMid=0, range=["#b2182b", "#f7f7f7", "#2166ac"])
    return alt.Chart(t).mark_rect().encode(
        x="prize:O",
        y=alt.Y("budget:O", sort=largest_first, title="Cost of the guarantee in billion euros a year"),
        color=alt.Color("lead:Q", scale=colours),
    )


atlas(TABLE)


# %% right: text layer: rectangles with the number written into each as a second layer.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    base = alt.Chart(table).encode(
        x=alt.X("prize:O"), y=alt.Y("budget:O", sort="descending", axis=alt.Axis(title="Billion euros a year"))
    )
    heat = base.mark_rect().encode(color=alt.Color("lead:Q", scale=alt.Scale(domainMid=0, scheme="redblue")))
    numbers = base.mark_text(fontSize=9).encode(text=alt.Text("lead:Q", format="+.1f"))
    return heat + numbers


atlas(TABLE)


# %% wrong: title without unit
def atlas(table):
    return alt.Chart(table).mark_rect().encode(x="prize:O", y=alt.Y("budget:O", sort="descending", title="Budget"), color=alt.Color("lead:Q", scale=alt.Scale(domainMid=0)))


atlas(TABLE)


# %% wrong: title wrong unit
def atlas(table):
    return alt.Chart(table).mark_rect().encode(x="prize:O", y=alt.Y("budget:O", sort="descending", title="Budget in million dollars"), color=alt.Color("lead:Q", scale=alt.Scale(domainMid=0)))


atlas(TABLE)


# %% wrong: always the table shown: draws TABLE and ignores its parameter; shows for another table.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    return alt.Chart(TABLE).mark_rect().encode(
        x="prize:O",
        y=alt.Y("budget:O", sort="descending", title="Budget (billion euros a year)"),
        color=alt.Color("lead:Q", scale=alt.Scale(domainMid=0)),
    )


atlas(TABLE)


# %% wrong: circles: circles whose size is the lead as well; rectangles are asked for.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    return alt.Chart(table).mark_circle(size=300).encode(
        x="prize:O",
        y=alt.Y("budget:O", sort="descending", title="Budget (billion euros a year)"),
        color=alt.Color("lead:Q", scale=alt.Scale(domainMid=0)),
    )


atlas(TABLE)


# %% wrong: drops words: leaves out the rows in which the words do better.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    return alt.Chart(table[table["lead"] >= 0]).mark_rect().encode(
        x="prize:O",
        y=alt.Y("budget:O", sort="descending", title="Budget (billion euros a year)"),
        color=alt.Color("lead:Q", scale=alt.Scale(domainMid=0)),
    )


atlas(TABLE)


# %% wrong: middle is mean: the middle of the colours is the mean lead and not zero.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    return alt.Chart(table).mark_rect().encode(
        x="prize:O",
        y=alt.Y("budget:O", sort="descending", title="Budget (billion euros a year)"),
        color=alt.Color("lead:Q", scale=alt.Scale(domainMid=float(table["lead"].mean()))),
    )


atlas(TABLE)


# %% wrong: only signs: draws the sign of the lead only, not the lead.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    return alt.Chart(table.assign(lead=np.sign(table["lead"]))).mark_rect().encode(
        x="prize:O",
        y=alt.Y("budget:O", sort="descending", title="Budget (billion euros a year)"),
        color=alt.Color("lead:Q", scale=alt.Scale(domainMid=0)),
    )


atlas(TABLE)


# %% wrong: quantities on axes: prize and budget as quantities, so that the rectangles are thin strokes.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    return alt.Chart(table).mark_rect().encode(
        x="prize:Q",
        y=alt.Y("budget:Q", title="Budget (billion euros a year)"),
        color=alt.Color("lead:Q", scale=alt.Scale(domainMid=0)),
    )


atlas(TABLE)


# %% wrong: sorts argument: right chart, but sorts the table that it is given in place.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    table.sort_values(["budget", "prize"], ascending=[False, True], inplace=True)
    return alt.Chart(table).mark_rect().encode(
        x="prize:O",
        y=alt.Y("budget:O", sort="descending", title="Budget (billion euros a year)"),
        color=alt.Color("lead:Q", scale=alt.Scale(domainMid=0)),
    )


atlas(TABLE)


# %% wrong: title without unit: the vertical axis is called "Budget", without the unit.
def atlas(table):
    """Return a chart of rectangles: prize on x, budget on y (largest on top), lead as colour around zero."""
    return alt.Chart(table).mark_rect().encode(
        x="prize:O",
        y=alt.Y("budget:O", sort="descending", title="Budget"),
        color=alt.Color("lead:Q", scale=alt.Scale(domainMid=0)),
    )


atlas(TABLE)
