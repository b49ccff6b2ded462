"""Consent withdrawn: who can send the soldiers home, and what is left of a guarantee after years."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, CurvePrediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import POINTS, Chart, lines
from deterrence.labs._shared.controls import SIZES, TROOPS_ONLY, WORDS_ONLY
from deterrence.labs._shared.crossover import crossover_view
from deterrence.labs._shared.findings import ranked
from deterrence.labs._shared.opening import WORDS_AND_TROOPS
from deterrence.model import GRAPH, draws, forms

LABELS = {"symbolic": "On paper", "mixed": "Peacekeepers", "tangible": "Allied troops"}
PEACEKEEPERS = {"words_share": 0.1, "troops_share": 0.9, "mandate": 0.3, "heavy_share": 0.0, "consent_need": 1.0}
AXIS = Axis("presence_years", 0, 40, 21)


def chart(curve: Any, point: Any) -> list[Chart]:
    """Return what is left of the value, and the chance that it is still there, along the years."""
    left = lines(
        curve,
        point,
        "lasting_value",
        AXIS,
        "Years since it was given",
        LABELS,
        title="Points off the chance of attack that are left",
        domain=(-0.1, 0.4),
        form=POINTS,
        ends=("symbolic",),
        height=300,
    )
    both = {"mixed": "Peacekeepers", "tangible": "Allied troops, and paper"}
    title, said = "Chance that it is still there", "Years since it was given"
    return [left, lines(curve, point, "presence_kept", AXIS, said, both, title=title, domain=(0, 1), height=170)]


LAB: Lab = Lab(
    id="consent",
    title="consent withdrawn",
    question="Who can send them home, and what is left by then?",
    model=GRAPH,
    show=("lasting_value", "presence_kept"),
    compare={
        "symbolic": WORDS_ONLY | {"consent_need": 0.0},
        "mixed": PEACEKEEPERS,
        "tangible": TROOPS_ONLY | {"consent_need": 0.0},
    },
    labels=LABELS,
    controls=[
        Slider("presence_years", "Years since it was given", 0, 40, 1, "years"),
        Slider("consent_loss", "A party sends peacekeepers home, chance a year", 0.0, 0.2, 0.002, form=".3f"),
        Slider("giver_loss", "The giver itself ends it, chance a year", 0.0, 0.2, 0.002, form=".3f"),
        *SIZES,
    ],
    draws=draws(),
    forms=(forms.ENTRY, forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=AXIS,
    chart=chart,
    main=("presence_years", "consent_loss"),
    views=[
        View(
            "Value left",
            "lasting_value",
            says=ranked(
                "lasting_value",
                {
                    "symbolic": ("Words keep", "words"),
                    "mixed": ("Peacekeepers keep", "peacekeepers"),
                    "tangible": ("Allied troops keep", "allied troops"),
                },
                "<first> most of their value: {<high>:points}; <last> least: {<low>:points}",
                "All keep as little or as much: {<high>:points}",
            ),
        ),
        View("Still there", "presence_kept", series=("mixed", "tangible")),
        crossover_view(lambda: LAB, "allied troops"),
    ],
    says=[
        [
            Say(
                "After {presence_years:,} years the allied troops are still there in {tangible.presence_kept:%} of"
                " cases, peacekeepers in {mixed.presence_kept:%}."
            )
        ],
        [
            Say(
                "What is left of the value then: on paper {symbolic.lasting_value:points}, peacekeepers"
                " {mixed.lasting_value:points}, allied troops {tangible.lasting_value:points}."
            )
        ],
        [
            Say(
                "Whoever gives it may also take it back: that wears out all three alike.",
                lambda r: r("giver_loss") > r("consent_loss"),
            ),
            Say("Here the parties’ consent is the weak link, and only peacekeepers hang on it."),
        ],
    ],
    opens=WORDS_AND_TROOPS,
    presets=[
        Preset(
            "UNEF 1956–67",
            {"presence_years": 11, "consent_loss": 0.06, "equal_cost": "size", "contingent": 3400},
            "The UN’s force in Sinai stood ten quiet years by Egypt’s consent, and left within weeks when Egypt"
            " withdrew it in May 1967.",
        ),
        Preset(
            "A giver that goes home",
            {"presence_years": 4, "giver_loss": 0.2, "consent_loss": 0},
            "American forces left Korea by 1949; the North attacked in 1950.",
        ),
        Preset("Decades", {"presence_years": 40, "giver_loss": 0.004}, "As in Korea or Germany: nobody has ended it."),
    ],
    predict=CurvePrediction(
        id="consent",
        question="Each year the giver goes home with a chance of one in fifty. Draw how likely it is that its troops"
        " are still there after ten, twenty, thirty and forty years.",
        series="tangible",
        quantity="presence_kept",
        state={"giver_loss": 0.02},
        at="after {x} years",
        measure="Chance that the troops are still there, in %",
        points=5,
        reason="Small chances add up. “Permanent” has to mean decades of small chances.",
    ),
    caption="Peacekeepers here: a tenth of the means in words, the rest in light troops who may defend themselves."
    " Yearly chances are illustrative and constant. Left out: what peacekeepers are for, which is to keep a peace that"
    " both sides want; research finds that they do. They are no shield against an invader.",
)
