"""Provocation: whether troops next door mean fewer wars and more incidents."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, Choice, CurvePrediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import Chart, lines
from deterrence.labs._shared.controls import LABELS, NO_GUARANTEE, TROOPS_ONLY, WORDS, WORDS_ONLY
from deterrence.model import GRAPH, draws, forms

THREE = {"nothing": "No guarantee", **LABELS}
AS_STATED = {"equal_cost": 0.0}
RUNGS = {
    "war_probability": "war",
    "dispute_probability": "a lesser dispute",
    "grey_probability": "pressure in the grey zone",
}
CONTINGENT = Slider("contingent", "Allied troops", 0, 60_000, 500, "troops")
AXIS = Axis("contingent", 0, 60_000, 9)


def chart(curve: Any, point: Any) -> list[Chart]:
    """Return the chance of each rung along the number of troops."""
    return [
        lines(
            curve,
            point,
            quantity,
            AXIS,
            "Allied troops",
            THREE,
            title=f"Chance of {name}",
            domain=(0, 0.8) if name == "war" else (0, 0.6),
            ends=("nothing", "symbolic"),
            height=170,
        )
        for quantity, name in RUNGS.items()
    ]


LAB = Lab(
    id="provocation",
    title="provocation",
    question="Do troops next door prevent wars, provoke incidents, or both?",
    model=GRAPH,
    show=("war_probability", "dispute_probability", "grey_probability"),
    compare={
        "nothing": NO_GUARANTEE | AS_STATED,
        "symbolic": WORDS_ONLY | AS_STATED,
        "tangible": TROOPS_ONLY | AS_STATED,
    },
    labels=THREE,
    controls=[
        CONTINGENT,
        Slider("friction", "Occasion that troops next door give", 0.0, 0.07, 0.005, "for 10,000 troops", ".3f"),
        Slider("provocation", "Threat that the challenger feels", 0.0, 0.03, 0.005, "for 10,000 troops", ".3f"),
        Slider("heavy_share", "Heavy units among them", 0.0, 1.0, 0.05, form="%"),
        Choice("commitment", "The words", WORDS),
    ],
    draws=draws(),
    forms=(forms.ENTRY, forms.CHOICE, forms.RUNGS, forms.ENDURANCE, forms.HELP),
    x=AXIS,
    chart=chart,
    main=("contingent", "friction"),
    views=[
        View("War", "war_probability"),
        View("Lesser dispute", "dispute_probability"),
        View("Grey zone", "grey_probability"),
    ],
    says=[
        [
            Say(
                "War: {nothing.war_probability:%} with no guarantee, {symbolic.war_probability:%} on paper,"
                " {tangible.war_probability:%} with the troops. A lesser dispute: {nothing.dispute_probability:%},"
                " {symbolic.dispute_probability:%} and {tangible.dispute_probability:%}."
            )
        ],
        [
            Say("There are no troops, so they change nothing.", lambda r: r("contingent") < 1),
            Say(
                "The troops raise the chance of war: they provoke more than they deter.",
                lambda r: r("tangible.war_probability") > r("nothing.war_probability"),
            ),
            Say(
                "Fewer wars and more disputes, though the troops here give no occasion for them: who does not choose"
                " war must choose something. That is arithmetic, not a finding.",
                lambda r: (
                    (r("friction") < 0.001) & (r("tangible.dispute_probability") > r("nothing.dispute_probability"))
                ),
            ),
            Say(
                "Fewer wars and more disputes: in part because the troops give occasion, in part because who does not"
                " choose war must choose something.",
                lambda r: r("tangible.dispute_probability") > r("nothing.dispute_probability"),
            ),
            Say("Fewer wars, and no more disputes than without a guarantee."),
        ],
    ],
    presets=[
        Preset(
            "No friction at all",
            {"friction": 0, "provocation": 0, "contingent": 20_000},
            "The troops give no occasion and frighten no one. Disputes rise all the same.",
        ),
        Preset(
            "A large light force",
            {"contingent": 50_000, "heavy_share": 0, "friction": 0.07},
            "RAND finds light forces inside an ally with more lesser disputes.",
        ),
        Preset(
            "A smaller heavy one",
            {"contingent": 20_000, "heavy_share": 1, "friction": 0.02},
            "Heavy forces, which RAND finds with fewer wars, and less occasion for incidents.",
        ),
    ],
    predict=CurvePrediction(
        id="provocation",
        question="Allied troops arrive, more and more of them. Draw how likely a lesser dispute is: an incident, short"
        " of war.",
        series="tangible",
        quantity="dispute_probability",
        state={"contingent": 20_000},
        at="with {x} troops",
        measure="Chance of a lesser dispute, in %",
        points=5,
        reason="With twenty thousand troops war falls from {nothing.war_probability:%} to {tangible.war_probability:%},"
        " lesser disputes rise from {nothing.dispute_probability:%} to {tangible.dispute_probability:%}. Part of the"
        " rise is arithmetic.",
    ),
    caption="The four rungs shut one another out, so what is taken off one is spread over the others. Whether"
    " real troops bring more incidents is a question for evidence, and the chapter shows what there is.",
)
