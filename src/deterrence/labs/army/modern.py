"""Words beside a high-tech army: deterrence value at equal cost and at stated size."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.controls import COMMITMENT, EQUAL_COST, ahead, values
from deterrence.labs._shared.crossover import crossover_view
from deterrence.labs._shared.curve import curves, points
from deterrence.labs._shared.findings import WORDS, deters
from deterrence.labs._shared.opening import IDLE, opening
from deterrence.labs._shared.pure import LARGE, pure
from deterrence.model import GRAPH, draws, forms

LABELS = {"symbolic": "On paper", "tangible": "High-tech army"}


def chart(curve: Any, point: Any) -> alt.LayerChart:
    """Deterrence value along the strength that is there already."""
    x = alt.X(
        "protege_strength:Q",
        title="Protégé’s strength (1 = the challenger’s)",
        axis=alt.Axis(grid=False, tickCount=6),
    )
    title = "Points off the chance of attack"
    along = ("protege_strength", 0.6)
    return curves(curve, point, LABELS, x, points(None, -0.05, 0.4), title, name="deterrence_value", along=along)


LAB: Lab = Lab(
    id="modern",
    title="words beside a high-tech army",
    question="The same money for words or for a modern army: which does more against an attack?",
    model=GRAPH,
    show=("deterrence_value", "win_alone", "credibility", "words_idle"),
    compare={"symbolic": pure("words"), "tangible": pure("army")},
    labels=LABELS,
    controls=[
        Slider("protege_strength", "Protégé’s strength before", 0.1, 1.2, 0.05, form=".2f"),
        Slider("decisiveness", "How much an edge in strength decides", 0.5, 2.5, 0.1, form=".1f"),
        EQUAL_COST,
        LARGE,
        COMMITMENT,
        Slider("army_programme", "The army", 0, 30, 0.5, "billion € a year", ".1f", when=("equal_cost", "size")),
    ],
    draws=draws(),
    forms=(forms.COSTS, forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=Axis("protege_strength", 0.1, 1.2, 31),
    along=("deterrence_value",),
    chart=chart,
    main=("protege_strength", "budget", "army_programme"),
    views=[
        View(
            "Value", "deterrence_value", says=deters({"symbolic": WORDS, "tangible": ("The army deters", "the army")})
        ),
        crossover_view(lambda: LAB, "arms of its own"),
    ],
    says=[
        [values("a modern army")],
        [
            Say(
                "The army makes an attack less likely to win: {tangible.win_alone:%} instead of"
                " {symbolic.win_alone:%}, if no one helps."
            )
        ],
        IDLE,
        [ahead("these strengths", "the army does")],
    ],
    opens=opening("budget", "commitment", "army_programme"),
    presets=[
        Preset("Ten billion each", {"budget": 10}, "Ten billion euros a year, for one or for the other."),
        Preset("Nearly equal already", {"protege_strength": 0.9, "budget": 10}, "Quality multiplies what is there."),
        Preset(
            "Next to nothing there", {"protege_strength": 0.1, "budget": 10}, "Half as much again of little is little."
        ),
        Preset(
            "Budapest 1994",
            {"equal_cost": "size", "commitment": "memorandum", "army_programme": 10},
            "A memorandum; the programme for the army is a “what if”: none was tied to it.",
        ),
    ],
    predict=Prediction(
        id="modern",
        question="Ten billion euros a year for either. The protégé has 0.45 of its challenger’s strength. Which takes"
        " more off the chance of attack, in the model?",
        state={"budget": 10},
        options={"words": "Words", "army": "A modern army"},
        answer=lambda r: "words" if r["symbolic.deterrence_value"] > r["tangible.deterrence_value"] else "army",
        reason="Words take {symbolic.deterrence_value:points} off, the army {tangible.deterrence_value:points}; but in"
        " {ahead:%} of the draws the army is ahead. Which it is hangs on what breaking a word costs, and on how much"
        " strength money buys: neither has been measured.",
    ),
    caption="Left out: the years in which an army is rebuilt, in which it may tempt an attack; what it deters besides"
    " war; and whether better arms frighten the neighbour.",
)
