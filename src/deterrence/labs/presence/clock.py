"""The fait-accompli clock: time to seize against time to react."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import PLAIN, Chart, dots, lines
from deterrence.labs._shared.controls import LABELS
from deterrence.model import GRAPH, draws, forms

AXIS = Axis("deploy_days", 0.0, 30.0)


def chart(curve: Any, point: Any) -> list[Chart]:
    """Return the two clocks at the point, and the chance of a fait accompli along the time to move."""
    clocks = {"seize_days": "Seized (dots), and help there (upright line)"}
    seize = dots(point, clocks, LABELS, domain=(0, 45), said="Days", form=PLAIN, mark="react_days")
    title, said = "Chance that it is over before help comes", "Days that help needs to move"
    return [lines(curve, point, "fait_accompli", AXIS, said, LABELS, title=title, domain=(0, 1.15)), *seize]


LAB = Lab(
    id="clock",
    title="the fait-accompli clock",
    question="Which is shorter: the time to seize, or the time to react?",
    model=GRAPH,
    show=("fait_accompli", "seize_days", "react_days"),
    compare={
        "symbolic": {"troops_share": 0.0, "equal_cost": 0.0},
        "tangible": {"troops_share": 1.0, "equal_cost": 0.0},
    },
    labels=LABELS,
    controls=[
        Slider("decision_days", "The allies decide within", 0.0, 10.0, 0.5, "days", ".1f"),
        Slider("deploy_days", "Help moves within", 0.0, 30.0, 0.5, "days", ".1f"),
        Slider("contingent", "Allied troops in the way", 0, 60_000, 500, "troops"),
        Slider("heavy_share", "Heavy units among them", 0.0, 1.0, 0.05, form="%"),
        Slider("protege_strength", "Own strength of the one protected", 0.0, 1.0, 0.05, "of the challenger’s", ".2f"),
        Slider("seize_distance", "Distance to what it wants", 20, 800, 10, "km"),
    ],
    draws=draws(),
    forms=(forms.ENDURANCE,),
    x=AXIS,
    chart=chart,
    main=("deploy_days", "contingent"),
    views=[
        View(
            "Chance",
            "fait_accompli",
            says=[
                Say(
                    "Too late: with troops in the way it is over first in {tangible.fait_accompli:%} of cases",
                    lambda r: r("tangible.fait_accompli") > 0.5,
                ),
                Say("In time: with troops in the way it is over first in only {tangible.fait_accompli:%} of cases"),
            ],
        ),
        View(
            "Days",
            "seize_days",
            says=[
                Say(
                    "Seized after {tangible.seize_days:.1f} days with troops in the way,"
                    " {symbolic.seize_days:.1f} without; help is there after {tangible.react_days:.1f}"
                )
            ],
            key={"limit": "help is there"},
            form=".1f",
        ),
    ],
    says=[
        [
            Say(
                "With words alone the challenger has what it wants after {symbolic.seize_days:.1f} days, with the"
                " troops in its way after {tangible.seize_days:.1f}; help is there after {tangible.react_days:.1f}."
            )
        ],
        [
            Say(
                "Help is there first, with or without them.",
                lambda r: r("symbolic.react_days") < r("symbolic.seize_days"),
            ),
            Say("The troops win just enough time.", lambda r: r("tangible.react_days") < r("tangible.seize_days")),
            Say(
                "Either way it is likely to be over before help comes: with the troops the chance of that is"
                " {tangible.fait_accompli:%}."
            ),
        ],
    ],
    presets=[
        Preset(
            "Baltic war game",
            {"protege_strength": 0.05, "seize_distance": 200, "contingent": 1500, "heavy_share": 0.2},
            "A weak defender and two hundred kilometres: the case that RAND’s games of 2014–15 played.",
        ),
        Preset("Ready to move", {"decision_days": 0.5, "deploy_days": 4}, "Decided in advance, close by, and ready."),
        Preset(
            "A brigade at the border",
            {"contingent": 5000, "heavy_share": 0.8, "decision_days": 0.5, "deploy_days": 5},
            "A heavy brigade and quick help: each alone would not be enough.",
        ),
        Preset(
            "A defender that holds",
            {"protege_strength": 0.8, "seize_distance": 600},
            "Depth and an army of one’s own buy more days than any contingent here.",
        ),
    ],
    predict=Prediction(
        id="clock",
        question="Ten thousand allied soldiers, half of them heavy units, are in the way. How many days do they buy?",
        state={"contingent": 10_000},
        answer=lambda r: r["tangible.seize_days"] - r["symbolic.seize_days"],
        reason="Less than one here: {symbolic.seize_days:.1f} days become {tangible.seize_days:.1f}. In this model a"
        " day saved in deciding is worth more than that.",
        start=7,
        high=21,
        unit="days",
        unit_one="day",
    ),
    context=lambda: (
        "<p><b>Where the sixty hours come from.</b> In RAND’s war games of 2014 and 2015 Russian forces reached the"
        " outskirts of Tallinn or Riga in at most 60 hours; a force of about seven brigades, three of them heavy, might"
        ' have prevented that (Shlapak and Johnson 2016). <span class="badge">claimed</span> RAND later wrote that such'
        " games had credited Russia with more competence than it showed (Gentile and others 2023).</p>"
    ),
    caption="Days are illustrative. Left out: whether anyone would fight to take it back, fortifications, the air, and"
    " warning before the first day.",
)
