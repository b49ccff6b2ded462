# %% right: points layer too
def draw(prizes):
    p = np.asarray(prizes, float)
    t = pd.DataFrame({"prize": p, "surplus": SURPLUS.evaluate(**THREE, budget=20.0, prize=p)["synergy"] * 100})
    b = alt.Chart(t).encode(x="prize:Q", y=alt.Y("surplus:Q", title="Surplus, points"))
    return b.mark_line() + b.mark_point() + alt.Chart(pd.DataFrame({"surplus": [0]})).mark_rule().encode(y="surplus:Q")


draw([0.4 + 0.1 * i for i in range(17)])


# %% right: rule with y datum on data
def draw(prizes):
    p = np.asarray(prizes, float)
    t = pd.DataFrame({"prize": p, "surplus": SURPLUS.evaluate(**THREE, budget=20.0, prize=p)["synergy"] * 100})
    base = alt.Chart(t)
    return base.mark_line().encode(x="prize", y=alt.Y("surplus", axis=alt.Axis(title="points"))) + base.mark_rule(color="gray").encode(y=alt.YDatum(0))


draw([0.4 + 0.1 * i for i in range(17)])


# %% right: array: the whole array at once, a DataFrame, line plus rule with alt.datum.
def draw(prizes):
    """Return a chart of the surplus, in points, along the prizes, with a rule at nought."""
    found = SURPLUS.evaluate(**THREE, budget=20.0, prize=np.array(prizes, dtype=float))
    data = pd.DataFrame({"prize": prizes, "surplus": 100 * found["synergy"]})
    line = (
        alt.Chart(data)
        .mark_line()
        .encode(x=alt.X("prize:Q", title="Prize"), y=alt.Y("surplus:Q", title="Surplus (points)"))
    )
    rule = alt.Chart().mark_rule(color="gray").encode(y=alt.datum(0))
    return line + rule


draw([0.4 + 0.1 * i for i in range(17)])


# %% right: config tooltip: method syntax, axis format and tooltip, title of the chart; the prizes as a pandas Series first.
def draw(prizes):
    t = pd.Series(prizes, name="prize", dtype=float).to_frame()
    t["surplus"] = SURPLUS.evaluate(**THREE, budget=20.0, prize=t["prize"].to_numpy())["synergy"]
    t["surplus"] *= 100
    line = alt.Chart(t, title="Sum or more?").mark_line(strokeWidth=3).encode(
        alt.X("prize:Q").title("What the challenger would win").scale(zero=False),
        alt.Y("surplus:Q").title("Surplus, points").axis(format="+.0f"),
        tooltip=["prize:Q", alt.Tooltip("surplus:Q", format=".1f")],
    )
    zero = alt.Chart(pd.DataFrame({"zero": [0.0]})).mark_rule().encode(y="zero:Q")
    return (line + zero).properties(width="container", height=250)


draw([0.4 + 0.1 * i for i in range(17)])


# %% right: helper sorted: a helper for the points, a sorted copy, labels and points as extra layers.
def points(prize):
    return 100 * SURPLUS.evaluate(**THREE, budget=20.0, prize=prize)["synergy"]


def draw(prizes):
    table = pd.DataFrame({"prize": sorted(prizes)})
    table = table.assign(surplus=points(table["prize"].to_numpy(dtype=float)))
    base = alt.Chart(table).encode(
        x=alt.X("prize:Q", title="Prize"), y=alt.Y("surplus:Q", title=["Surplus", "(percentage points)"])
    )
    zero = alt.Chart(table.head(1)).transform_calculate(z="0").mark_rule(opacity=0.6).encode(y=alt.Y("z:Q"))
    return alt.layer(zero, base.mark_line(), base.mark_circle(size=20))


draw([0.4 + 0.1 * i for i in range(17)])


# %% right: loop: one prize at a time in a loop, a list of dictionaries; the rule has its own little table.
def draw(prizes):
    rows = []
    for prize in prizes:
        value = SURPLUS.evaluate(**THREE, budget=20.0, prize=float(prize))["synergy"]
        rows.append({"prize": float(prize), "surplus": 100 * float(value)})
    rows = pd.DataFrame(rows)
    nought = pd.DataFrame({"surplus": [0]})
    axis = alt.Y("surplus:Q", title="Whole less parts, in points")
    return alt.layer(
        alt.Chart(nought).mark_rule(strokeDash=[4, 4]).encode(y=axis),
        alt.Chart(rows).mark_line(point=True).encode(x="prize:Q", y=axis),
    )


draw([0.4 + 0.1 * i for i in range(17)])


# %% right: map: map over the prizes, rule with size and colour, types not written out, config at the end.
def draw(prizes):
    one = lambda x: SURPLUS.evaluate(**THREE, budget=20.0, prize=x)["synergy"]
    surplus = [100 * float(one(x)) for x in prizes]
    data = pd.DataFrame(list(zip(prizes, surplus)), columns=["prize", "surplus"])
    curve = alt.Chart(data).mark_line(interpolate="monotone", clip=True).encode(
        x=alt.X("prize", title="Prize", scale=alt.Scale(nice=False, zero=False)),
        y=alt.Y("surplus", title="What the whole is worth above the parts (points)"),
    )
    nought = alt.Chart(pd.DataFrame([{"at": 0}])).mark_rule(size=2, color="firebrick").encode(y="at")
    return (curve + nought).configure_axis(grid=False)


draw([0.4 + 0.1 * i for i in range(17)])


# %% wrong: no points in title
def draw(prizes):
    p = np.asarray(prizes, float)
    t = pd.DataFrame({"prize": p, "surplus": SURPLUS.evaluate(**THREE, budget=20.0, prize=p)["synergy"] * 100})
    return alt.Chart(t).mark_line().encode(x="prize:Q", y=alt.Y("surplus:Q", title="Surplus")) + alt.Chart(pd.DataFrame({"surplus": [0]})).mark_rule().encode(y="surplus:Q")


draw([0.4 + 0.1 * i for i in range(17)])


# %% wrong: rule vertical
def draw(prizes):
    p = np.asarray(prizes, float)
    t = pd.DataFrame({"prize": p, "surplus": SURPLUS.evaluate(**THREE, budget=20.0, prize=p)["synergy"] * 100})
    return alt.Chart(t).mark_line().encode(x="prize:Q", y=alt.Y("surplus:Q", title="Surplus, points")) + alt.Chart(pd.DataFrame({"prize": [0]})).mark_rule().encode(x="prize:Q")


draw([0.4 + 0.1 * i for i in range(17)])


# %% wrong: absolute: the absolute value: what lies below nought is folded upwards.
def draw(prizes):
    found = SURPLUS.evaluate(**THREE, budget=20.0, prize=np.array(prizes))
    data = pd.DataFrame({"prize": prizes, "surplus": np.abs(100 * found["synergy"])})
    line = (
        alt.Chart(data)
        .mark_line()
        .encode(x=alt.X("prize:Q", title="Prize"), y=alt.Y("surplus:Q", title="Surplus (points)"))
    )
    rule = alt.Chart(pd.DataFrame({"zero": [0]})).mark_rule().encode(y="zero:Q")
    return line + rule


draw([0.4 + 0.1 * i for i in range(17)])


# %% wrong: budget: a budget of 40, not 20.
def draw(prizes):
    found = SURPLUS.evaluate(**THREE, budget=40.0, prize=np.array(prizes))
    data = pd.DataFrame({"prize": prizes, "surplus": 100 * found["synergy"]})
    line = (
        alt.Chart(data)
        .mark_line()
        .encode(x=alt.X("prize:Q", title="Prize"), y=alt.Y("surplus:Q", title="Surplus (points)"))
    )
    rule = alt.Chart(pd.DataFrame({"zero": [0]})).mark_rule().encode(y="zero:Q")
    return line + rule


draw([0.4 + 0.1 * i for i in range(17)])


# %% wrong: fixed prizes: ignores prizes and draws 0.4 to 2 always.
def draw(prizes):
    prizes = [0.4 + 0.1 * i for i in range(17)]
    found = SURPLUS.evaluate(**THREE, budget=20.0, prize=np.array(prizes))
    data = pd.DataFrame({"prize": prizes, "surplus": 100 * found["synergy"]})
    line = (
        alt.Chart(data)
        .mark_line()
        .encode(x=alt.X("prize:Q", title="Prize"), y=alt.Y("surplus:Q", title="Surplus (points)"))
    )
    rule = alt.Chart(pd.DataFrame({"zero": [0]})).mark_rule().encode(y="zero:Q")
    return line + rule


draw([0.4 + 0.1 * i for i in range(17)])


# %% wrong: no rule: no rule at nought.
def draw(prizes):
    found = SURPLUS.evaluate(**THREE, budget=20.0, prize=np.array(prizes))
    data = pd.DataFrame({"prize": prizes, "surplus": 100 * found["synergy"]})
    line = (
        alt.Chart(data)
        .mark_line()
        .encode(x=alt.X("prize:Q", title="Prize"), y=alt.Y("surplus:Q", title="Surplus (points)"))
    )
    rule = alt.Chart(pd.DataFrame({"zero": [0]})).mark_rule().encode(y="zero:Q")
    return line


draw([0.4 + 0.1 * i for i in range(17)])


# %% wrong: other quantity: deterrence_value, what they are worth together, not the surplus.
def draw(prizes):
    found = SURPLUS.evaluate(**THREE, budget=20.0, prize=np.array(prizes))
    data = pd.DataFrame({"prize": prizes, "surplus": 100 * found["deterrence_value"]})
    line = (
        alt.Chart(data)
        .mark_line()
        .encode(x=alt.X("prize:Q", title="Prize"), y=alt.Y("surplus:Q", title="Surplus (points)"))
    )
    rule = alt.Chart(pd.DataFrame({"zero": [0]})).mark_rule().encode(y="zero:Q")
    return line + rule


draw([0.4 + 0.1 * i for i in range(17)])


# %% wrong: prize ordinal: the prize as a category: uneven steps look even.
def draw(prizes):
    found = SURPLUS.evaluate(**THREE, budget=20.0, prize=np.array(prizes))
    data = pd.DataFrame({"prize": prizes, "surplus": 100 * found["synergy"]})
    line = (
        alt.Chart(data)
        .mark_line()
        .encode(x=alt.X("prize:O", title="Prize"), y=alt.Y("surplus:Q", title="Surplus (points)"))
    )
    rule = alt.Chart(pd.DataFrame({"zero": [0]})).mark_rule().encode(y="zero:Q")
    return line + rule


draw([0.4 + 0.1 * i for i in range(17)])


# %% wrong: rule at one: the rule stands at 1 point.
def draw(prizes):
    found = SURPLUS.evaluate(**THREE, budget=20.0, prize=np.array(prizes))
    data = pd.DataFrame({"prize": prizes, "surplus": 100 * found["synergy"]})
    line = (
        alt.Chart(data)
        .mark_line()
        .encode(x=alt.X("prize:Q", title="Prize"), y=alt.Y("surplus:Q", title="Surplus (points)"))
    )
    rule = alt.Chart(pd.DataFrame({"zero": [1]})).mark_rule().encode(y="zero:Q")
    return line + rule


draw([0.4 + 0.1 * i for i in range(17)])


# %% wrong: side by side: | puts line and rule side by side.
def draw(prizes):
    found = SURPLUS.evaluate(**THREE, budget=20.0, prize=np.array(prizes))
    data = pd.DataFrame({"prize": prizes, "surplus": 100 * found["synergy"]})
    line = (
        alt.Chart(data)
        .mark_line()
        .encode(x=alt.X("prize:Q", title="Prize"), y=alt.Y("surplus:Q", title="Surplus (points)"))
    )
    rule = alt.Chart(pd.DataFrame({"zero": [0]})).mark_rule().encode(y="zero:Q")
    return line | rule


draw([0.4 + 0.1 * i for i in range(17)])
