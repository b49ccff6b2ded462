"""What labs on whole packages share: the packages compared, the controls of their size, and a chart."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.charts.theme import INK
from coursekit.lab.declare import Choice, Slider
from deterrence.labs._shared.charts import COLOUR, FILL, POINTS, Chart, named
from deterrence.labs._shared.controls import COMMITMENT, CONTINGENT, EQUAL_COST

LABELS = {"symbolic": "Words", "tangible": "Three pillars", "mixed": "All four"}
THIRD = 1 / 3
PACKAGES = {
    "symbolic": {"words_share": 1.0, "troops_share": 0.0, "industry_share": 0.0, "army_share": 0.0},
    "tangible": {"words_share": 0.0, "troops_share": THIRD, "industry_share": THIRD, "army_share": THIRD},
    "mixed": {"words_share": 0.25, "troops_share": 0.25, "industry_share": 0.25, "army_share": 0.25},
}
PRIZE = Slider("prize", "How much the challenger wants it", 0.4, 2.0, 0.05, form=".2f")
BUDGET = Slider("budget", "What each may cost", 0.5, 40.0, 0.5, "billion € a year", ".1f", when=("equal_cost", "cost"))
SIZES: list[Slider | Choice] = [
    EQUAL_COST,
    BUDGET,
    COMMITMENT,
    CONTINGENT,
    Slider("industry_programme", "The industry", 0, 40, 0.5, "billion € a year", ".1f", when=("equal_cost", "size")),
    Slider("army_programme", "The army", 0, 40, 0.5, "billion € a year", ".1f", when=("equal_cost", "size")),
]


def whole_and_parts(point: Any) -> Chart:
    """Return each package's deterrence value with its interval, and a tick at the sum of its parts alone."""
    rows = alt.Chart(point).transform_calculate(name=named(LABELS))
    y = alt.Y(
        "name:N", title=None, sort=list(LABELS.values()), axis=alt.Axis(domain=False, ticks=False, labelFontSize=14)
    )
    x = alt.X(
        "deterrence_value:Q",
        scale=alt.Scale(domain=[-0.1, 0.8], clamp=True),
        title="Points off the chance of attack: dot, together; bar, one by one and added up",
        axis=alt.Axis(labelExpr=POINTS, tickCount=6),
    )
    colour = alt.Color("series:N", scale=COLOUR, legend=None)
    band = rows.mark_rule(strokeWidth=9, opacity=0.28).encode(
        y=y, x=alt.X("deterrence_value_low:Q"), x2="deterrence_value_high:Q", color=colour
    )
    dot = rows.mark_circle(size=130, strokeWidth=2.5, opacity=1).encode(
        y=y, x=x, stroke=colour, fill=alt.Fill("series:N", scale=FILL, legend=None)
    )
    added = rows.mark_tick(thickness=3.5, size=30, color=INK).encode(y=y, x="apart_value:Q")
    return alt.layer(band, added, dot).properties(height=150, title="The whole, and its parts added up")
