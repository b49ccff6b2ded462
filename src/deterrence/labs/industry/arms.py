"""Words beside an arms industry: deterrence value at equal cost and at stated size."""

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

LABELS = {"symbolic": "On paper", "tangible": "Own industry"}


def chart(curve: Any, point: Any) -> alt.LayerChart:
    """Deterrence value along what a broken word would cost the guarantor."""
    x = alt.X(
        "audience_ceiling:Q",
        title="What a broken word would cost (1 = the stake)",
        axis=alt.Axis(grid=False, tickCount=6),
    )
    title = "Points off the chance of attack"
    return curves(
        curve,
        point,
        LABELS,
        x,
        points(None, -0.05, 0.5),
        title,
        name="deterrence_value",
        along=("audience_ceiling", 0.25),
    )


INDUSTRY = {"symbolic": WORDS, "tangible": ("An industry deters", "an industry")}

LAB: Lab = Lab(
    id="arms",
    title="words beside an arms industry",
    question="The same money for words or for an arms industry: which does more against an attack?",
    model=GRAPH,
    show=("deterrence_value", "credibility", "own_strength", "words_idle"),
    compare={"symbolic": pure("words"), "tangible": pure("industry")},
    labels=LABELS,
    controls=[
        Slider("audience_ceiling", "What breaking its word would cost the guarantor", 0, 0.45, 0.01, form=".2f"),
        EQUAL_COST,
        LARGE,
        COMMITMENT,
        Slider(
            "industry_programme", "The industry", 0, 30, 0.5, "billion € a year", ".1f", when=("equal_cost", "size")
        ),
    ],
    draws=draws(),
    forms=(forms.COSTS, forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=Axis("audience_ceiling", 0, 0.45, 31),
    along=("deterrence_value",),
    chart=chart,
    main=("audience_ceiling", "budget", "industry_programme"),
    views=[
        View(
            "Value",
            "deterrence_value",
            says=deters({"symbolic": WORDS, "tangible": ("An industry deters", "an industry")}),
        ),
        crossover_view(lambda: LAB, "factories"),
    ],
    says=[
        [values("an industry")],
        IDLE,
        [ahead("this cost", "industry does")],
        [
            Say(
                "With arms of its own the protégé needs help less, and the guarantor comes with a chance of"
                " {tangible.credibility:%}; bound by its word, {symbolic.credibility:%}."
            )
        ],
    ],
    opens=opening("budget", "commitment", "industry_programme"),
    presets=[
        Preset(
            "A word that costs nothing", {"audience_ceiling": 0, "budget": 5}, "Nobody at home would punish the breach."
        ),
        Preset(
            "Budapest 1994",
            {"equal_cost": "size", "commitment": "memorandum", "industry_programme": 5},
            "A memorandum; the programme for industry is a “what if”: none was tied to it.",
        ),
        Preset("A treaty", {"equal_cost": "size", "commitment": "treaty", "industry_programme": 5}, "Firm words."),
        Preset("Twenty billion", {"budget": 20}, "More money than words can use."),
    ],
    predict=Prediction(
        id="arms",
        question="Five billion euros a year go into an arms industry. By how many points does that lower the chance of"
        " attack, in the model?",
        state={"budget": 5},
        answer=lambda r: 100 * r["tangible.deterrence_value"],
        reason="The industry makes the protégé {tangible.own_strength:.2f} times as strong as its challenger, where it"
        " was 0.45; that shifts the odds of a war, not by much. Words at this price take"
        " {symbolic.deterrence_value:points} off, if breaking them costs what the model assumes.",
        start=20,
        high=60,
        unit="points",
        unit_one="point",
    ),
    caption="Left out: endurance, which is what an industry is best at (the lab above), jobs and exports, and the years"
    " until factories stand. No one has measured how much strength a billion buys.",
)
