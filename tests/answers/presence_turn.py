# %% right: explicit
def turn(table):
    return alt.Chart(table).mark_line().encode(x=alt.X(field="troops", type="quantitative", axis=alt.Axis(title="Troops, thousands", format=",d")), y=alt.Y(field="chance", type="quantitative", axis=alt.Axis(title="Chance", format="%"), scale=alt.Scale(domainMin=0, domainMax=1)), color=alt.Color(field="of", type="nominal"), strokeDash=alt.StrokeDash(field="of", type="nominal"))


turn(TABLE)


# %% right: layer points
def turn(table):
    b = alt.Chart(table).encode(x=alt.X("troops:Q", title="Troops"), y=alt.Y("chance:Q", title="Chance", scale=alt.Scale(domain=[0, 1])), color="of:N")
    return b.mark_line().encode(strokeDash="of:N") + b.mark_circle()


turn(TABLE)


# %% right: ordinal of
def turn(table):
    return alt.Chart(table).mark_line().encode(x=alt.X("troops:Q", title="Troops"), y=alt.Y("chance:Q", title="Chance", scale=alt.Scale(domain=[0, 1])), color="of:O", strokeDash="of:O")


turn(TABLE)


# %% right: channels: long-form channels with types, one chart.
def turn(table):
    """Return a line chart: troops on x, chance on y from 0 to 1, one coloured and dashed line for each kind."""
    return (
        alt.Chart(table)
        .mark_line()
        .encode(
            x=alt.X("troops:Q", title="Allied troops"),
            y=alt.Y("chance:Q", title="Chance (0 to 1)", scale=alt.Scale(domain=[0, 1])),
            color=alt.Color("of:N", title=None),
            strokeDash=alt.StrokeDash("of:N", title=None),
        )
        .properties(width="container", height=250)
    )


turn(TABLE)


# %% right: dict types: shorthand= and type= written out, dash patterns by hand, sorted copy of the table, interactive.
def turn(table):
    ordered = table.sort_values(["of", "troops"])
    return (
        alt.Chart(ordered)
        .mark_line(interpolate="monotone")
        .encode(
            x=alt.X(field="troops", type="quantitative", title="How many allied troops"),
            y=alt.Y(field="chance", type="quantitative", title="How likely", scale={"domain": [0, 1]}),
            color=alt.Color(field="of", type="nominal"),
            strokeDash=alt.StrokeDash(field="of", type="nominal", scale=alt.Scale(range=[[1, 0], [6, 3]])),
            detail="of:N",
        )
        .interactive()
    )


turn(TABLE)


# %% right: layer labels: layer with the name of each line at its end as text; legend off, since the names stand at the lines.
def turn(table):
    lines = (
        alt.Chart(table)
        .mark_line()
        .encode(
            x=alt.X("troops:Q", title="Troops posted", scale=alt.Scale(nice=True)),
            y=alt.Y("chance:Q", title="Chance, from 0 to 1", scale=alt.Scale(domain=[0, 1])),
            color=alt.Color("of:N", legend=None),
            strokeDash=alt.StrokeDash("of:N", legend=None),
        )
    )
    names = (
        alt.Chart(table)
        .transform_joinaggregate(last="max(troops)", groupby=["of"])
        .transform_filter("datum.troops == datum.last")
        .mark_text(align="right", dy=-8)
        .encode(x="troops:Q", y="chance:Q", text="of:N", color=alt.Color("of:N", legend=None))
    )
    return alt.layer(lines, names)


turn(TABLE)


# %% right: method syntax: method syntax, domainMin and domainMax, :O for the category, format in per cent on the axis (the scale stays 0 to 1).
def turn(table):
    return alt.Chart(table).mark_line(strokeWidth=3).encode(
        alt.X("troops:Q").title("Number of troops"),
        alt.Y("chance:Q").title("Chance of each").scale(domainMin=0, domainMax=1).axis(format=".0%"),
        alt.Color("of:O").legend(orient="bottom"),
        alt.StrokeDash("of:O"),
    )


turn(TABLE)


# %% wrong: colour only title equal to column
def turn(table):
    return alt.Chart(table).mark_line().encode(x=alt.X("troops:Q", title="troops"), y=alt.Y("chance:Q", title="chance", scale=alt.Scale(domain=[0, 1])), color="of:N", strokeDash="of:N")


turn(TABLE)


# %% wrong: no titles
def turn(table):
    return alt.Chart(table).mark_line().encode(x="troops:Q", y=alt.Y("chance:Q", scale=alt.Scale(domain=[0, 1])), color="of:N", strokeDash="of:N")


turn(TABLE)


# %% wrong: no x title
def turn(table):
    return alt.Chart(table).mark_line().encode(x="troops:Q", y=alt.Y("chance:Q", title="Chance, 0 to 1", scale=alt.Scale(domain=[0, 1])), color="of:N", strokeDash="of:N")


turn(TABLE)


# %% wrong: title none
def turn(table):
    return alt.Chart(table).mark_line().encode(x=alt.X("troops:Q", title=None), y=alt.Y("chance:Q", title=None, scale=alt.Scale(domain=[0, 1])), color="of:N", strokeDash="of:N")


turn(TABLE)


# %% wrong: area: areas (stacked) in place of lines: the upper one shows the sum.
def turn(table):
    return (
        alt.Chart(table)
        .mark_area()
        .encode(
            x=alt.X("troops:Q", title="Allied troops"),
            y=alt.Y("chance:Q", title="Chance", scale=alt.Scale(domain=[0, 1])),
            color="of:N",
        )
    )


turn(TABLE)


# %% wrong: dash value: alt.value for the dash: both lines alike.
def turn(table):
    return (
        alt.Chart(table)
        .mark_line()
        .encode(
            x=alt.X("troops:Q", title="Allied troops"),
            y=alt.Y("chance:Q", title="Chance", scale=alt.Scale(domain=[0, 1])),
            color="of:N",
            strokeDash=alt.value([6, 3]),
        )
    )


turn(TABLE)


# %% wrong: no colour: no colour.
def turn(table):
    return (
        alt.Chart(table)
        .mark_line()
        .encode(
            x=alt.X("troops:Q", title="Allied troops"),
            y=alt.Y("chance:Q", title="Chance", scale=alt.Scale(domain=[0, 1])),
            strokeDash="of:N",
        )
    )


turn(TABLE)


# %% wrong: no titles: no titles of their own, the axes are called troops and chance.
def turn(table):
    return (
        alt.Chart(table)
        .mark_line()
        .encode(
            x=alt.X("troops:Q"),
            y=alt.Y("chance:Q", scale=alt.Scale(domain=[0, 1])),
            color="of:N",
            strokeDash="of:N",
        )
    )


turn(TABLE)


# %% wrong: points: points in place of lines.
def turn(table):
    return (
        alt.Chart(table)
        .mark_point()
        .encode(
            x=alt.X("troops:Q", title="Allied troops"),
            y=alt.Y("chance:Q", title="Chance", scale=alt.Scale(domain=[0, 1])),
            color="of:N",
            strokeDash="of:N",
        )
    )


turn(TABLE)


# %% wrong: titles exchanged: the titles stand at the wrong axes.
def turn(table):
    return (
        alt.Chart(table)
        .mark_line()
        .encode(
            x=alt.X("troops:Q", title="Chance"),
            y=alt.Y("chance:Q", title="Allied troops", scale=alt.Scale(domain=[0, 1])),
            color="of:N",
            strokeDash="of:N",
        )
    )


turn(TABLE)
