"""Promised and delivered: the European Union's million shells."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from coursekit.lab.charts.theme import INK
from coursekit.lab.declare import Axis, CurvePrediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.evidence import promise_delivery
from deterrence.labs._shared.curve import curves
from deterrence.model import INDUSTRY, draws

LABELS = {"symbolic": "On paper", "tangible": "What arrives"}


def claims() -> list[dict[str, Any]]:
    """Return what was said to have arrived of the million, by month since the promise; open-ended claims as arrows."""
    table = promise_delivery().query("promise == 'eu_shells' and kind == 'delivered' and standing == 'claimed'")
    months = (table["as_of"] - table["promised_on"]).dt.days / 30.44
    who = table["said_by"].str.contains("Zelenskyy").map({True: "the receiver’s count", False: ""})
    rows = pd.DataFrame({"m": months.round(2), "low": table["low"] / 1000, "who": who, "open": table["high"].isna()})
    return [{str(k): v for k, v in row.items()} for row in rows.to_dict("records")]


def chart(curve: Any, point: Any) -> alt.LayerChart:
    """Rounds due and rounds arrived, with the claims of the time."""
    x = alt.X(
        "promise_month:Q",
        title="Months since the promise of March 2023",
        scale=alt.Scale(domain=[0, 24]),
        axis=alt.Axis(grid=False, tickCount=6),
    )
    y = alt.Y("delivered:Q", title="Thousand rounds", scale=alt.Scale(domain=[0, 1100], clamp=True))
    said = alt.Chart(alt.InlineData(values=claims()))
    at = {"x": alt.X("m:Q"), "y": alt.Y("low:Q")}
    more = [
        said.mark_point(shape="cross", size=60, color=INK, filled=True).encode(**at),
        said.transform_filter("datum.open").mark_text(text="↑", dy=-11, color=INK, fontSize=15).encode(**at),
        said.mark_text(align="left", dx=7, dy=12, color=INK, fontSize=13).encode(**at, text="who:N"),
    ]
    title = "Due, arrived, and claimed at the time (+)"
    return curves(curve, point, LABELS, x, y, title, name="delivered", along=("promise_month", 12), more=more)


LAB = Lab(
    id="delivery",
    title="promise and delivery",
    question="A million shells in a year: what does it take for a promise to arrive?",
    model=INDUSTRY,
    show=("delivered", "made_so_far"),
    compare={"symbolic": {"on_paper": 1.0}, "tangible": {"on_paper": 0.0}},
    labels=LABELS,
    controls=[
        Slider("promise_month", "Months since the promise", 0, 24, 1, "months"),
        Slider("stocks_given", "What givers take out of their stocks", 0, 1000, 25, "thousand rounds"),
        Slider("sent_share", "Share of new output that is sent", 0, 1, 0.05, form="%"),
        Slider("capacity_goal", "Output once factories have grown", 20, 240, 10, "thousand rounds a month"),
        Slider("ramp_midpoint", "Half of that growth is reached in month", 6, 36, 1, "months"),
    ],
    draws=draws(),
    x=Axis("promise_month", 0, 24, 25),
    chart=chart,
    main=("promise_month", "sent_share"),
    views=[
        View(
            "Rounds",
            "delivered",
            says=[
                Say(
                    "{tangible.delivered:,} thousand rounds have arrived of {symbolic.delivered:,} thousand due",
                    lambda r: r("tangible.delivered") < r("symbolic.delivered") - 0.5,
                ),
                Say("All that was due has arrived: {symbolic.delivered:,} thousand rounds"),
            ],
            key={"claimed": "claimed at the time"},
        ),
    ],
    says=[
        [
            Say(
                "After {promise_month} months {symbolic.delivered} thousand rounds were due; in this model"
                " {tangible.delivered} thousand have arrived"
                " ({tangible.delivered.low} to {tangible.delivered.high}).",
                lambda r: r("promise_month") > 0,
            ),
            Say("The promise has just been made."),
        ],
        [
            Say(
                "The promise is kept, and in time.",
                lambda r: (r("tangible.delivered") >= 999.5) & (r("promise_month") <= 12),
            ),
            Say("The promise is kept, late.", lambda r: r("tangible.delivered") >= 999.5),
            Say(
                "Deliveries run ahead of the promise.",
                lambda r: r("tangible.delivered") > r("symbolic.delivered") + 0.5,
            ),
            Say("The rest is late, not yet broken.", lambda r: r("promise_month") > 0),
        ],
        [Say("The givers’ factories have made {tangible.made_so_far} thousand since.")],
    ],
    presets=[
        Preset("March 2024: due", {"promise_month": 12}, "By the due date givers spoke of about half."),
        Preset("All output sent", {"promise_month": 12, "sent_share": 1}, "What if nothing went to other buyers?"),
        Preset(
            "Orders first",
            {"promise_month": 12, "ramp_midpoint": 8},
            "What if factories had been paid to grow before the promise?",
        ),
    ],
    predict=CurvePrediction(
        id="delivery",
        question="In March 2023 the European Union promised a million rounds within a year. Draw how many thousand have"
        " arrived month by month, in the model.",
        series="tangible",
        quantity="delivered",
        at="after {x} months",
        measure="Rounds that have arrived, in thousands",
        high=1200,
        step=50,
        times=1,
        unit="thousand rounds",
        reason="Stocks are given first, then the promise waits for factories that are still being built. The claims of"
        " the time, the crosses, ran from 300 to 500 thousand in early 2024, depending on who counted.",
    ),
    caption="Left out: orders elsewhere, quality, and shells that single states gave beside the promise. The crosses"
    " are claims by givers, press and receiver, who count differently; none has been audited.",
    badges=("claimed", "illustrative"),
)
