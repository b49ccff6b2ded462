"""Who can go on longer? Stocks, own production, and aid that may stop."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.charts.theme import CHALLENGER
from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.curve import curves, share
from deterrence.model import INDUSTRY, draws
from deterrence.model.industry import production

LABELS = {"tangible": "Own production alone", "mixed": "Both", "nothing": "Aid alone"}
ROUNDS = "thousand a month"
GROWTH = float(production(60.0) / production(0.0))
"""How many times as much own production makes after five years as in the first month; what the chapter says too."""


def chart(curve: Any, point: Any) -> alt.LayerChart:
    """Share of what the front asks for that can be fired, month by month."""
    x = alt.X("month:Q", title="Months since the war began", axis=alt.Axis(grid=False, tickCount=6))
    half = alt.Chart(alt.InlineData(values=[{"y": 0.5, "t": "half: needed to hold"}]))
    more = [
        half.mark_rule(color=CHALLENGER, strokeWidth=1.5).encode(y="y:Q"),
        half.mark_text(align="right", dx=-4, dy=12, color=CHALLENGER, fontSize=13).encode(
            x=alt.value("width"), y="y:Q", text="t:N"
        ),
    ]
    title = "Share of the demand that can be fired"
    return curves(
        curve, point, LABELS, x, share("demand_now"), title, name="demand_now", along=("month", 36), more=more
    )


LAB = Lab(
    id="endurance",
    title="stocks, flows and endurance",
    question="Aid comes at once and may stop. Own production comes late and stays. Who can go on longer?",
    model=INDUSTRY,
    show=("demand_now", "endurance"),
    compare={
        "tangible": {"aid_level": 0.0},
        "mixed": {},
        "nothing": {"capacity_start": 0.0, "capacity_goal": 0.0},
    },
    labels=LABELS,
    controls=[
        Slider("month", "The month you look at", 0, 60, 4, "months"),
        Slider("demand", "What the front asks for", 60, 300, 10, ROUNDS),
        Slider("capacity_goal", "Own production once it is built", 0, 240, 10, ROUNDS),
        Slider("aid_level", "What allies send while they send", 0, 240, 10, ROUNDS),
        Slider("aid_stops", "Aid stops in month", 0, 48, 1, "months"),
        Slider("aid_gap", "and stays away for", 0, 36, 1, "months"),
        Slider("stock_start", "Stock at the start", 0, 2000, 50, "thousand rounds"),
    ],
    draws=draws(),
    x=Axis("month", 0, 60, 16),
    chart=chart,
    main=("month", "aid_stops"),
    views=[
        View(
            "Month by month",
            "demand_now",
            says=[
                Say(
                    "In this month both together fill {mixed.demand_now:%} of the demand: enough to hold",
                    lambda r: r("mixed.demand_now") >= 0.5,
                ),
                Say("In this month both together fill only {mixed.demand_now:%} of the demand: less than half"),
            ],
            key={"limit": "half: needed to hold"},
        ),
    ],
    says=[
        [
            Say(
                "In the first {month} months the front could fire half of what it asks for during {nothing.endurance}"
                " on aid alone, {tangible.endurance} on its own production alone, {mixed.endurance} on both.",
                lambda r: r("month") > 0,
            ),
            Say("The war has not begun: nothing is fired yet."),
        ],
        [
            Say(
                "Neither alone lasts so long; together they do.",
                lambda r: (
                    (r("mixed.endurance") >= r("month"))
                    & (r("nothing.endurance") < r("month"))
                    & (r("tangible.endurance") < r("month"))
                ),
            ),
            Say(
                "Here aid alone lasts longer than own production alone: it was there when the war began.",
                lambda r: r("nothing.endurance") > r("tangible.endurance"),
            ),
            Say(
                "Here own production alone lasts longer than aid alone.",
                lambda r: r("tangible.endurance") > r("nothing.endurance"),
            ),
            Say("Here the two alone last equally long."),
        ],
    ],
    presets=[
        Preset("Aid never stops", {"aid_gap": 0, "month": 60}, "Donors stay. Who needs a factory then?"),
        Preset(
            "Seven months without",
            {"aid_gap": 7, "month": 36},
            "A donor’s parliament argues over money for half a year.",
        ),
        Preset("Full sheds", {"stock_start": 2000, "month": 36}, "Stocks buy the time that factories need."),
        Preset("Aid only a bridge", {"aid_gap": 36, "capacity_goal": 160, "month": 60}, "Aid ends; factories remain."),
    ],
    predict=Prediction(
        id="endurance",
        question=f"War begins and no aid comes. In five years own production grows to {GROWTH:.1f} times what it was in"
        " the first month. For how many months can the front fire at least half of what it asks for, before it first"
        " falls short?",
        state={"month": 60},
        answer=lambda r: r["tangible.endurance"],
        reason="Stocks are gone long before the factories are built. Production decides who goes on, but only if"
        " something carries the first two years; with aid it is {mixed.endurance} months.",
        start=24,
        high=60,
        unit="months",
        unit_one="month",
    ),
    caption="Left out: what else wears out besides shells (barrels, people, power), that demand adapts to supply, and"
    " that a factory can be hit. Endurance ends the first time less than half can be fired.",
    badges=("illustrative", "claimed"),
)
