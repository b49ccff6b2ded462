"""Shared standards and years of training: what share of the help can fight alongside."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.curve import curves, share
from deterrence.model import GRAPH, draws, forms

LABELS = {"nothing": "Each its own way", "mixed": "Standards, trained together"}


def chart(curve: Any, point: Any) -> alt.LayerChart:
    """Share of the help that can be used, along the years of training together."""
    scale, axis = alt.Scale(domain=[0, 15]), alt.Axis(grid=False, tickCount=6)
    x = alt.X("training_years:Q", title="Years of training together", scale=scale, axis=axis)
    title = "Share of the help that can fight alongside"
    return curves(
        curve,
        point,
        LABELS,
        x,
        share("interoperability", 0.2),
        title,
        name="interoperability",
        along=("training_years", 8),
    )


LAB = Lab(
    id="interoperability",
    title="fighting together",
    question="Allies come. How much of their help can be used, and how long does it take to learn?",
    model=GRAPH,
    show=("interoperability", "attack_probability", "usable_help"),
    compare={"nothing": {"standards": 0.0}, "mixed": {"standards": 1.0}},
    labels=LABELS,
    controls=[
        Slider("training_years", "Years of training together", 0, 15, 1, "years"),
        Slider("interoperability_start", "Share of the help that could be used at once", 0.3, 1, 0.05, form="%"),
        Slider("stake", "How much the protégé matters to the guarantor", 0.2, 1, 0.05, form=".2f"),
    ],
    draws=draws(),
    forms=(forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=Axis("training_years", 0, 15, 16),
    chart=chart,
    main=("training_years", "interoperability_start"),
    views=[
        View(
            "Share",
            "interoperability",
            says=[
                Say(
                    "Trained together {mixed.interoperability:%} of the help can fight alongside, else"
                    " {nothing.interoperability:%}"
                )
            ],
        ),
    ],
    says=[
        [
            Say(
                "All standards are signed, and nobody has trained: {mixed.interoperability:%} of the help can be used,"
                " as without them.",
                lambda r: r("training_years") <= 0,
            ),
            Say(
                "Everything fits from the first day: there is nothing to learn.",
                lambda r: r("nothing.interoperability") >= 1,
            ),
            Say(
                "After {training_years} years of training together {mixed.interoperability:%} of the help can be used,"
                " where it would have been {nothing.interoperability:%}.",
            ),
        ],
        [
            Say(
                "The chance of attack falls from {nothing.attack_probability:.3f} to {mixed.attack_probability:.3f}.",
                lambda r: r("mixed.attack_probability") < r("nothing.attack_probability") - 0.0005,
            ),
            Say("The chance of attack does not move."),
        ],
    ],
    presets=[
        Preset("Signed, not trained", {"training_years": 0}, "All agreements are signed; no one has met."),
        Preset("Ten years together", {"training_years": 10}, "A long programme, paid for every year."),
        Preset(
            "Little in common",
            {"interoperability_start": 0.4, "training_years": 10},
            "Other radios, other ammunition, other language: there is more to gain.",
        ),
        Preset("An ally who cares", {"stake": 1, "training_years": 10}, "Help counts more if it is likely to come."),
    ],
    predict=Prediction(
        id="interoperability",
        question="All standards are shared, and everyone has trained together for ten years. By how many points does"
        " the chance of attack fall, against none of it?",
        state={"training_years": 10},
        answer=lambda r: 100 * (r["nothing.attack_probability"] - r["mixed.attack_probability"]),
        reason="{mixed.interoperability:%} of the help can be used instead of {nothing.interoperability:%}. But help"
        " counts only if the guarantor comes, and here that is doubtful: so little reaches the challenger’s sum.",
        start=15,
        high=50,
        unit="points",
        unit_one="point",
    ),
    caption="No one has measured what is lost when forces do not fit together. Left out: that shared networks can fail"
    " or be read together, and what it costs to change.",
)
