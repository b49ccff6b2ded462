"""The still figure of the chapter *army*."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.charts import theme
from deterrence.evidence import interception_claims
from deterrence.text.figures import Figure

AXIS: dict[str, Any] = {"labelFontSize": 14, "titleFontSize": 14}


def interception_figure() -> Figure:
    """Return what has been claimed of the share that air defence stops, one row for each kind of target."""
    claims = interception_claims()
    order = ["drones", "missiles and drones", "cruise missiles", "missiles", "ballistic missiles"]
    claims = claims.assign(rank=claims["target"].map(order.index)).sort_values(["rank", "low"], ascending=[True, False])
    claims["label"] = claims["target"].str.capitalize() + ", " + claims["period"]
    base = alt.Chart(claims[["label", "low"]].assign(nought=0)).encode(
        y=alt.Y("label:N", sort=list(claims["label"]), axis=None)
    )
    x = alt.X(
        "low:Q",
        title="Share stopped, as claimed by the side that shoots",
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format="%", values=[0, 0.5, 1], **AXIS),
    )
    stem = base.mark_rule(strokeWidth=2, opacity=0.4, color=theme.INK).encode(x=alt.X("nought:Q"), x2="low:Q")
    dot = base.mark_circle(size=90, opacity=1, color=theme.INK).encode(x=x)
    words = base.mark_text(align="left", dy=-14, fontSize=14, color=theme.INK).encode(x=alt.value(0), text="label:N")
    chart = (stem + dot + words).properties(
        width=400, height=alt.Step(42), title=alt.Title("One air defence, many shares", fontSize=16)
    )
    table = claims[["target", "period", "low", "said_by"]]
    table = table.assign(low=(100 * table["low"]).round().astype(int).astype(str) + "%")
    said = "; ".join(f"{row.target}, {row.period}: {row.low}" for row in table.itertuples())
    return Figure(
        chart, f"Claims about interception. {said}.", table.set_axis(["Target", "Period", "Share", "Said by"], axis=1)
    )
