"""Still figures of the chapter *industry*."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from coursekit.lab.charts import theme
from deterrence.evidence import aid_months, production_claims
from deterrence.text.figures import Figure

AXIS: dict[str, Any] = {"labelFontSize": 14, "titleFontSize": 14}


def aid_figure() -> Figure:
    """Return military aid month by month, with the months marked that brought less than half of the usual."""
    table = aid_months()[["month", "military"]]
    usual = table["military"].rolling(12).median().shift()
    table = table.assign(thin=table["military"] < usual / 2)
    colour = alt.Color(
        "thin:N", scale=alt.Scale(domain=[False, True], range=[theme.SOFT, theme.CHALLENGER]), legend=None
    )
    fill = alt.FillOpacity("thin:N", scale=alt.Scale(domain=[False, True], range=[0.35, 1]), legend=None)
    shown = table.assign(month=table["month"].dt.strftime("%Y-%m-%d"))
    chart = (
        alt.Chart(shown)
        .mark_bar(width=6)
        .encode(
            x=alt.X("month:T", title=None, axis=alt.Axis(format="%Y", tickCount="year", grid=False, **AXIS)),
            y=alt.Y("military:Q", title="Billion € allocated in the month", axis=alt.Axis(tickCount=5, **AXIS)),
            color=colour,
            fillOpacity=fill,
        )
        .properties(
            width=400,
            height=200,
            title=alt.Title(
                f"{int(table['thin'].sum())} of {int(usual.notna().sum())} months brought less than half the usual",
                fontSize=16,
                subtitle="Dark: under half the median of the twelve months before",
                subtitleFontSize=14,
                subtitleColor=theme.SOFT,
            ),
        )
    )
    thin = ", ".join(table.loc[table["thin"], "month"].dt.strftime("%B %Y"))
    listed = pd.DataFrame(
        {"Month": table["month"].dt.strftime("%Y-%m"), "Billion €": table["military"], "Thin": table["thin"]}
    )
    return Figure(chart, f"Military aid to Ukraine by month. Less than half of the usual: {thin}.", listed)


def shells_figure() -> Figure:
    """Return what has been claimed of the EU's capacity for shells at one time."""
    claims = production_claims()
    claims = claims[(claims["item"] == "155 mm shells") & (claims["year"] == 2024) & (claims["measure"] == "capacity")]
    claims = claims.assign(low=claims["low"] / 1000, high=claims["high"] / 1000).sort_values("high")
    claims["label"] = claims["claimed_by"]
    base = alt.Chart(claims[["label", "low", "high"]]).encode(y=alt.Y("label:N", sort=list(claims["label"]), axis=None))
    x = alt.X(
        "low:Q",
        title="Thousand shells a year, 2024",
        scale=alt.Scale(domain=[0, 1800]),
        axis=alt.Axis(tickCount=4, **AXIS),
    )
    chart = (
        base.mark_rule(strokeWidth=6, opacity=0.4, color=theme.INK).encode(x=x, x2="high:Q")
        + base.mark_circle(size=90, opacity=1, color=theme.INK).encode(x=alt.X("high:Q"))
        + base.mark_text(align="left", dy=-16, fontSize=14, color=theme.INK).encode(x=alt.value(0), text="label:N")
    ).properties(
        width=400,
        height=alt.Step(46),
        title=alt.Title("One union, one year, one kind of shell", fontSize=16),
    )
    low, high = claims["low"].min(), claims["high"].max()
    table = claims[["claimed_by", "low", "high"]].set_axis(["Who says so", "At least", "At most"], axis=1)
    said = "; ".join(f"{row.claimed_by}: {row.low:,.0f} to {row.high:,.0f}" for row in claims.itertuples())
    return Figure(chart, f"Claims from {low:,.0f} to {high:,.0f} thousand shells a year. {said}.", table)
