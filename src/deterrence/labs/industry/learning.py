"""Wright's learning curve: what steady orders save, and what a pause costs."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.curve import curves
from deterrence.model import INDUSTRY, draws

LABELS = {"nothing": "Nothing learnt", "mixed": "Orders that pause", "tangible": "Steady orders"}


def chart(curve: Any, point: Any) -> alt.LayerChart:
    """Cost of the next unit along the number made, both in steps of the same factor."""
    x = alt.X(
        "units_made:Q",
        title="Units made so far",
        scale=alt.Scale(type="log", nice=False, domain=[100, 100_000]),
        axis=alt.Axis(grid=False, values=[100, 1000, 10_000, 100_000], format=","),
    )
    y = alt.Y(
        "cost_after_pause:Q",
        title=None,
        scale=alt.Scale(type="log", nice=False, domain=[5, 125], clamp=True),
        axis=alt.Axis(values=[5, 10, 20, 50, 100]),
    )
    title = "Cost of the next unit (first = 100)"
    return curves(curve, point, LABELS, x, y, title, name="cost_after_pause", along=("units_made", 3000))


LAB = Lab(
    id="learning",
    title="the learning curve",
    question="Shell number 100 is expensive. What does number 100,000 cost if orders go on, and if they stop?",
    model=INDUSTRY,
    show=("cost_after_pause",),
    compare={"nothing": {"learning_rate": 0.0}, "mixed": {}, "tangible": {"idle_months": 0.0}},
    labels=LABELS,
    controls=[
        Slider("units_made", "Units made so far", 100, 100_000, 100, "units"),
        Slider("learning_rate", "Fall in cost at each doubling", 0, 0.3, 0.01, form="%"),
        Slider("idle_months", "Then no orders for", 0, 36, 1, "months"),
    ],
    draws=draws(),
    x=Axis("units_made", 100, 100_000),
    chart=chart,
    main=("units_made", "learning_rate"),
    views=[
        View(
            "Cost",
            "cost_after_pause",
            says=[
                Say(
                    "The next unit costs {tangible.cost_after_pause:,} of 100; after a pause"
                    " {mixed.cost_after_pause:,}",
                )
            ],
        ),
    ],
    says=[
        [
            Say("Where nothing is learnt, a pause costs nothing.", lambda r: r("learning_rate") <= 0),
            Say(
                "If the first unit cost 100, the next costs {tangible.cost_after_pause} with steady orders; after"
                " {idle_months} months without orders it costs {mixed.cost_after_pause}"
                " ({mixed.cost_after_pause.low} to {mixed.cost_after_pause.high}, as opinions on forgetting differ).",
                lambda r: r("idle_months") > 0,
            ),
            Say("If the first unit cost 100, the next costs {tangible.cost_after_pause}. There has been no pause."),
        ],
    ],
    presets=[
        Preset(
            "Airframes, 1936", {"learning_rate": 0.2}, "Wright’s rate, by later accounts: a fifth at each doubling."
        ),
        Preset("Stop and go", {"idle_months": 24}, "A programme ends, and two years later the next begins."),
        Preset("Hardly any learning", {"learning_rate": 0.03}, "Some goods are made today as they always were."),
    ],
    predict=Prediction(
        id="learning",
        question="The first unit costs 100, and each doubling of output takes 15% off. What does the unit after the"
        " ten-thousandth cost?",
        state={"units_made": 10_000, "learning_rate": 0.15, "idle_months": 0},
        answer=lambda r: r["tangible.cost_after_pause"],
        reason="Ten thousand is a little more than thirteen doublings, and 0.85 multiplied by itself thirteen times is"
        " about 0.12. Most of the fall comes early: from there the next halving takes four doublings more.",
        start=50,
        high=100,
    ),
    caption="The form is for single units; Wright had the average. Left out: how much of the fall is machines and not"
    " experience (some of the best-known cases were mostly machines), inputs that cost more, and floors.",
    badges=("estimated", "illustrative"),
)
