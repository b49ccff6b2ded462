"""Sum or product? Words, three pillars, and all four: each alone, and together."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import POINTS, lines, needs
from deterrence.labs._shared.crossover import crossover_view
from deterrence.labs._shared.findings import WORDS, deters
from deterrence.labs._shared.opening import IDLE, PACKAGE_OPENS
from deterrence.labs._shared.package import LABELS, PACKAGES, PRIZE, SIZES, whole_and_parts
from deterrence.model import GRAPH, draws, forms

ALONG = Axis("prize", 0.4, 2.0, steps=21)


def chart(curve: Any, point: Any) -> list[Any]:
    """Return three charts: whole and sum of parts, deterrence value along the prize, credibility had and needed."""
    along = lines(
        curve,
        point,
        "deterrence_value",
        ALONG,
        "How much the challenger wants it (1 = the default case)",
        LABELS,
        title="Points off the chance of attack",
        domain=(-0.1, 0.8),
        form=POINTS,
        ends=("mixed",),
    )
    return [along, whole_and_parts(point), needs(point, LABELS)]


LAB: Lab = Lab(
    id="together",
    title="the pillars together",
    question="Are the pillars worth more together than one by one?",
    model=GRAPH,
    show=(
        "deterrence_value",
        "apart_value",
        "synergy",
        "credibility",
        "critical_credibility",
        "help_matters",
        "words_idle",
    ),
    compare=PACKAGES,
    labels=LABELS,
    controls=[
        PRIZE,
        *SIZES,
        Slider("protege_strength", "The protégé’s strength before (1 = the challenger’s)", 0.1, 1.5, 0.05, form=".2f"),
    ],
    draws=draws(),
    forms=(forms.ENTRY, forms.COSTS, forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=ALONG,
    along=("deterrence_value",),
    chart=chart,
    main=("prize", "budget", "industry_programme"),
    views=[
        View(
            "Value",
            "deterrence_value",
            says=deters(
                {
                    "symbolic": WORDS,
                    "tangible": ("The three pillars deter", "the three pillars"),
                    "mixed": ("All four deter", "all four"),
                }
            ),
        ),
        View(
            "Whole and parts",
            "deterrence_value",
            says=[
                Say(
                    "Together: {tangible.deterrence_value:points}; the three pillars added up:"
                    " {tangible.apart_value:points}"
                )
            ],
            key={"added": "one by one, added up"},
        ),
        View("Needed and there", "credibility", key={"needed": "needed"}),
        crossover_view(lambda: LAB, "the three pillars"),
    ],
    says=[
        [
            Say(
                "Together the three pillars take {tangible.deterrence_value:points} off the chance of attack"
                " ({tangible.deterrence_value.low:hundredths} to {tangible.deterrence_value.high:hundredths});"
                " one by one they add up to {tangible.apart_value:points}."
            )
        ],
        IDLE,
        [
            Say("That is more than their sum.", lambda r: r("tangible.synergy") > 0.01),
            Say(
                "That is less than their sum: each does work that another would have done.",
                lambda r: r("tangible.synergy") < -0.01,
            ),
            Say("That is about their sum, no more."),
        ],
        [
            Say(
                "The guarantor’s help then decides {tangible.help_matters:points} of the challenger’s chance to win,"
                " not {symbolic.help_matters:hundredths}: a stronger protégé needs it less, and can count on it less.",
                lambda r: r("tangible.help_matters") < r("symbolic.help_matters") - 0.005,
            ),
            Say("The guarantor’s help decides as much as with words alone: {tangible.help_matters:points}."),
        ],
    ],
    opens=PACKAGE_OPENS,
    presets=[
        Preset(
            "Little at stake", {"prize": 0.5, "budget": 20.0}, "Each pillar would have been enough: less than the sum."
        ),
        Preset("Much at stake", {"prize": 1.6, "budget": 20.0}, "No pillar is enough alone: more than the sum."),
        Preset(
            "A strong protégé",
            {"protege_strength": 1.2, "budget": 6.0},
            "One that is a match for the challenger: it needs help less, and can count on it less.",
        ),
    ],
    predict=Prediction(
        id="together",
        question="Twenty billion euros a year go to troops, industry and army in equal parts; the challenger has little"
        " to gain (0.5). Is the whole worth more than its parts added up?",
        state={"prize": 0.5, "budget": 20.0},
        answer=lambda r: (
            "more" if r["tangible.synergy"] > 0.01 else "less" if r["tangible.synergy"] < -0.01 else "same"
        ),
        options={"more": "more than their sum", "same": "about their sum", "less": "less than their sum"},
        reason="Together {tangible.deterrence_value:points}, one by one {tangible.apart_value:points}."
        " Where attack hardly pays, the first pillar already does most of the work that is left to do.",
    ),
    caption="Left out: trust between allies, what one pillar does to the cost of another, and time. How strength adds"
    " up is assumed: industry and army multiply, troops add.",
)
