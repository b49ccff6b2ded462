"""The comparator: what is needed, what is there, and what a guarantee takes off each rung."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import POINTS, Chart, dots, lines, needs
from deterrence.labs._shared.controls import LABELS, PRIZE, SIZES, TROOPS_ONLY, VALUES, WORDS_ONLY, ahead
from deterrence.labs._shared.crossover import crossover_view
from deterrence.labs._shared.findings import deters
from deterrence.labs._shared.opening import IDLE, opening
from deterrence.model import GRAPH, draws, forms

STRENGTH = Slider("protege_strength", "Own strength of the one protected", 0.1, 1.2, 0.05, "of the challenger’s", ".2f")
RUNGS = {
    "war_deterrence": "Off the chance of war",
    "dispute_deterrence": "Off the chance of a lesser dispute",
    "grey_deterrence": "Off the chance of grey-zone pressure",
}
AXIS = Axis("protege_strength", 0.1, 1.2, 23)


def chart(curve: Any, point: Any) -> list[Chart]:
    """Return what is needed and there, the value on each rung, and the value along the protégé's strength."""
    rungs = dots(point, RUNGS, LABELS, domain=(-0.4, 0.6), said="Points off its chance (left of 0: added to it)")
    said, title = (
        "Own strength of the one protected (1 = as strong as the challenger)",
        "Points off the chance of attack",
    )
    value = lines(
        curve, point, "deterrence_value", AXIS, said, LABELS, title=title, domain=(-0.1, 0.5), form=POINTS, height=200
    )
    return [value, needs(point, LABELS), *rungs]


LAB: Lab = Lab(
    id="comparator",
    title="the comparator",
    question="How much does a guarantee take off the chance of attack, and off what kind of attack?",
    model=GRAPH,
    show=("deterrence_value", "credibility", "critical_credibility", *RUNGS, "words_idle"),
    compare={"symbolic": WORDS_ONLY, "tangible": TROOPS_ONLY},
    labels=LABELS,
    controls=[PRIZE, STRENGTH, *SIZES],
    draws=draws(),
    forms=(forms.ENTRY, forms.CHOICE, forms.RUNGS, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=AXIS,
    along=("deterrence_value",),
    chart=chart,
    main=("protege_strength", "prize"),
    views=[
        View("Value", "deterrence_value", says=deters()),
        View("Needed and there", "credibility", key={"needed": "needed"}),
        View("War and less", says=deters(quantity="war_deterrence"), charts=3),
        crossover_view(lambda: LAB),
    ],
    says=[
        [VALUES],
        [
            Say("Attack does not pay even with no guarantee.", lambda r: r("symbolic.critical_credibility") <= 0),
            Say(
                "On paper it is as credible as it needs to be; the troops are not.",
                lambda r: (
                    (r("symbolic.credibility") > r("symbolic.critical_credibility"))
                    & (r("tangible.credibility") <= r("tangible.critical_credibility"))
                ),
            ),
            Say(
                "Both are as credible as they need to be.",
                lambda r: (
                    (r("symbolic.credibility") > r("symbolic.critical_credibility"))
                    & (r("tangible.credibility") > r("tangible.critical_credibility"))
                ),
            ),
            Say(
                "The troops are as credible as they need to be; the paper is not.",
                lambda r: r("tangible.credibility") > r("tangible.critical_credibility"),
            ),
            Say("Neither is as credible as it needs to be: attack pays, though less often."),
        ],
        [
            Say(
                "If lesser steps are open too, troops make war rarer and lesser disputes more frequent.",
                lambda r: (r("tangible.war_deterrence") > 0.005) & (r("tangible.dispute_deterrence") < -0.005),
            ),
            Say("If lesser steps are open too, the troops change how often they are taken by little."),
        ],
        IDLE,
        [ahead("this strength")],
    ],
    opens=opening("budget", "commitment", "contingent"),
    presets=[
        Preset("A weak protégé", {"protege_strength": 0.15}, "It could hardly hold out alone, whatever is promised."),
        Preset("An equal", {"protege_strength": 1.0}, "As strong as the challenger: less is left for anyone to deter."),
        Preset(
            "Much at stake", {"prize": 1.6, "budget": 6.0}, "A prize so large that no guarantee here makes it safe."
        ),
    ],
    predict=Prediction(
        id="comparator",
        question="The challenger would probably win alone, and probably lose if the guarantor fights."
        " How sure of the guarantor must it be before attack stops paying?",
        answer=lambda r: 100 * r["symbolic.critical_credibility"],
        reason="In the default case {symbolic.critical_credibility:%}. A guarantee need not be certain: attack stops"
        " paying once the risk outweighs the gain. Here the challenger puts the chance"
        " of help on paper at {symbolic.credibility:%}.",
        start=75,
        unit="%",
    ),
    caption="“Attack” is a choice between war and leaving things alone; the three rungs let the challenger choose among"
    " four. Chances are for one severe crisis, not a year. Left out: nuclear weapons, time, and what is learnt.",
)
