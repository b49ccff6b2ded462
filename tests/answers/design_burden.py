# %% right: stance ordinal
def burden(table):
    return alt.Chart(table).mark_bar().encode(x=alt.X("aid:Q", title="Military aid, billion €"), y=alt.Y("provider:N", sort="-x"), color="stance:O")


burden(GIVEN)


# %% right: with labels
def burden(table):
    base = alt.Chart(table).encode(x=alt.X("aid:Q", title="Military aid, billion €"), y=alt.Y("provider:N", sort="-x"))
    return base.mark_bar().encode(color="stance:N") + base.mark_text(align="left", dx=3).encode(text=alt.Text("aid:Q", format=".1f"))


burden(GIVEN)


# %% right: labels: bars and, as a second layer, the number at the end of each bar.
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    names = table.sort_values("aid", ascending=False)["provider"].tolist()
    base = alt.Chart(table).encode(
        x=alt.X("aid:Q", title="Aid (billion euros)"), y=alt.Y("provider:N", sort=names, title="Provider")
    )
    bars = base.mark_bar().encode(color=alt.Color("stance:N", scale=alt.Scale(scheme="set2")))
    return bars + base.mark_text(align="left", dx=3).encode(text=alt.Text("aid:Q", format=".1f"))


burden(GIVEN)


# %% right: methods: method-style encodings, scale from zero written out, tooltip and legend below.
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    return (
        alt.Chart(table, title="Who bears it")
        .mark_bar(cornerRadiusEnd=3)
        .encode(
            alt.X("aid").type("quantitative").title("Billion euros").scale(zero=True),
            alt.Y("provider").type("nominal").sort("-x"),
            alt.Color("stance").type("nominal").legend(orient="bottom"),
            tooltip=["provider", "aid", "stance"],
        )
    )


burden(GIVEN)


# %% right: ordinal config: the provider as an ordinal field, configured, with a fixed step.
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    encoding = {
        "x": alt.X("aid:Q", title="Billion euros of military aid", axis=alt.Axis(grid=True)),
        "y": alt.Y("provider:O", sort="-x", title="", axis=alt.Axis(labelLimit=200)),
        "color": alt.Color("stance:N", legend=alt.Legend(title="Stance", labelLimit=300)),
    }
    return alt.Chart(table).mark_bar(orient="horizontal").encode(**encoding).properties(height=alt.Step(18)).configure_view(stroke=None)


burden(GIVEN)


# %% right: sort list: the order as a list that is computed from the table, in a loop.
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    pairs = [(aid, name) for aid, name in zip(table["aid"], table["provider"])]
    pairs.sort(reverse=True)
    names = []
    for _, name in pairs:
        names.append(name)
    return alt.Chart(table).mark_bar().encode(
        x=alt.X("aid:Q", title="Aid in billion €"), y=alt.Y("provider:N", sort=names), color=alt.Color("stance:N")
    )


burden(GIVEN)


# %% right: sort minus x: sort="-x" and keyword arguments.
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    return (
        alt.Chart(table)
        .mark_bar()
        .encode(
            x=alt.X("aid:Q", title="Military aid (billion euros)"),
            y=alt.Y("provider:N", sort="-x", title=None),
            color="stance:N",
        )
    )


burden(GIVEN)


# %% wrong: log
def burden(table):
    return alt.Chart(table).mark_bar().encode(x=alt.X("aid:Q", title="Military aid, billion €", scale=alt.Scale(type="log")), y=alt.Y("provider:N", sort="-x"), color="stance:N")


burden(GIVEN)


# %% wrong: only top ten
def burden(table):
    return alt.Chart(table.nlargest(10, "aid")).mark_bar().encode(x=alt.X("aid:Q", title="Military aid, billion €"), y=alt.Y("provider:N", sort="-x"), color="stance:N")


burden(GIVEN)


# %% wrong: provider on y hard coded order
def burden(table):
    order = list(GIVEN.sort_values("aid", ascending=False)["provider"])
    return alt.Chart(table).mark_bar().encode(x=alt.X("aid:Q", title="Military aid, billion €"), y=alt.Y("provider:N", sort=order), color="stance:N")


burden(GIVEN)


# %% wrong: alphabetical: leaves the providers in alphabetical order.
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    return alt.Chart(table).mark_bar().encode(
        x=alt.X("aid:Q", title="Military aid (billion euros)"), y="provider:N", color="stance:N"
    )


burden(GIVEN)


# %% wrong: colour of provider: the colour says the provider once more and not the stance.
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    return alt.Chart(table).mark_bar().encode(
        x=alt.X("aid:Q", title="Military aid (billion euros)"), y=alt.Y("provider:N", sort="-x"), color="provider:N"
    )


burden(GIVEN)


# %% wrong: log scale: a logarithmic axis, which never starts at nought; the lengths are not the aid.
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    return alt.Chart(table).mark_bar().encode(
        x=alt.X("aid:Q", title="Military aid (billion euros)", scale=alt.Scale(type="log")),
        y=alt.Y("provider:N", sort="-x"),
        color="stance:N",
    )


burden(GIVEN)


# %% wrong: no unit: the title of the horizontal axis names no unit.
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    return alt.Chart(table).mark_bar().encode(
        x=alt.X("aid:Q", title="Military aid"), y=alt.Y("provider:N", sort="-x"), color="stance:N"
    )


burden(GIVEN)


# %% wrong: not from zero: the axis starts at the smallest aid and not at nought.
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    return alt.Chart(table).mark_bar(clip=True).encode(
        x=alt.X(
            "aid:Q",
            title="Military aid (billion euros)",
            scale=alt.Scale(zero=False, domain=[float(table["aid"].min()), float(table["aid"].max())]),
        ),
        y=alt.Y("provider:N", sort="-x"),
        color="stance:N",
    )


burden(GIVEN)


# %% wrong: smallest on top: sort="x": the smallest giver stands on top.
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    return alt.Chart(table).mark_bar().encode(
        x=alt.X("aid:Q", title="Military aid (billion euros)"), y=alt.Y("provider:N", sort="x"), color="stance:N"
    )


burden(GIVEN)


# %% wrong: top ten: only the ten largest givers; shows for the data shown (15).
def burden(table):
    """Return horizontal bars: aid (x) by provider (y, the largest on top), coloured by stance."""
    return alt.Chart(table.nlargest(10, "aid")).mark_bar().encode(
        x=alt.X("aid:Q", title="Military aid (billion euros)"), y=alt.Y("provider:N", sort="-x"), color="stance:N"
    )


burden(GIVEN)
