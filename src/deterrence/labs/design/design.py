"""Whose guarantee would you sign? A package, a coalition and three seats: the capstone."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, Budget, Choice, Prediction, Preset, Say, Toggle, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import POINTS, lines
from deterrence.labs._shared.crossover import crossover_view
from deterrence.labs._shared.findings import deters
from deterrence.labs._shared.opening import PACKAGE_OPENS
from deterrence.labs._shared.package import PACKAGES, PRIZE, SIZES
from deterrence.labs._shared.seats import SAYS, context, seats
from deterrence.model import GRAPH, draws, forms

LABELS = {"nothing": "No guarantee", "symbolic": "Words only", "tangible": "Three pillars", "mixed": "Yours"}
EVEN = {"words_share": 0.25, "troops_share": 0.25, "industry_share": 0.25, "army_share": 0.25}
ABSENT = dict.fromkeys(("with_poland", "with_nordics", "with_germany", "with_others", "with_us"), "0")

ALONG = Axis("budget", 0.5, 30.0, steps=15)


def chart(curve: Any, point: Any) -> list[Any]:
    """Return two charts: deterrence value along the budget, and what each seat looks at."""
    along = lines(
        curve,
        point,
        "deterrence_value",
        ALONG,
        "Billion € a year",
        {series: name for series, name in LABELS.items() if series != "nothing"},
        title="Points off the chance of attack",
        domain=(-0.1, 0.75),
        form=POINTS,
        ends=("symbolic",),
    )
    return [along, seats(point)]


LAB: Lab = Lab(
    id="design",
    title="whose guarantee would you sign",
    question="Compose a guarantee. Who would sign it, and who would not?",
    model=GRAPH,
    show=(
        "deterrence_value",
        "guarantee_cost",
        "credibility",
        "critical_credibility",
        "win_expected",
        "drawn_in",
        "overrun",
        "seat_fear",
        "coalition_share",
        "largest_member",
        "words_idle",
    ),
    compare={
        "nothing": dict.fromkeys(EVEN, 0.0),
        "symbolic": PACKAGES["symbolic"],
        "tangible": PACKAGES["tangible"],
        "mixed": {},
    },
    labels=LABELS,
    controls=[
        Choice(
            "seat",
            "Your seat",
            {
                "protege": ("the protégé’s", 2.0),
                "guarantor": ("the guarantor’s", 1.0),
                "challenger": ("the challenger’s", 0.0),
            },
        ),
        Budget(
            "split",
            "How you spend it",
            {"words_share": "Words", "troops_share": "Presence", "industry_share": "Industry", "army_share": "Army"},
            step=0.05,
            words=("words_share",),
        ),
        *SIZES,
        Toggle("with_uk", "United Kingdom"),
        Toggle("with_france", "France"),
        Toggle("with_poland", "Poland"),
        Toggle("with_nordics", "Nordic states"),
        Toggle("with_germany", "Germany"),
        Toggle("with_others", "Netherlands, Italy, Baltic states, Canada"),
        Toggle("with_us", "United States"),
        Choice(
            "by_spending",
            "What they can bring goes with",
            {"given": ("the aid they have given", 0.0), "spent": ("what they spend on their forces", 1.0)},
        ),
        PRIZE,
    ],
    draws=draws(),
    forms=(forms.ENTRY, forms.COSTS, forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=ALONG,
    along=("deterrence_value",),
    chart=chart,
    main=("seat", "budget", "contingent"),
    views=[
        View(
            "Value",
            "deterrence_value",
            says=deters(
                {
                    "symbolic": ("Words deter", "words"),
                    "tangible": ("Three pillars deter", "three pillars"),
                    "mixed": ("Yours deters", "yours"),
                }
            ),
            series=("symbolic", "tangible", "mixed"),
        ),
        View(
            "Three seats",
            says=[
                Say(
                    "With your package the protégé is beaten in {mixed.overrun:%} of cases, with none in"
                    " {nothing.overrun:%}"
                )
            ],
        ),
        crossover_view(lambda: LAB, "the three pillars"),
    ],
    context=context,
    says=SAYS,
    opens=PACKAGE_OPENS | EVEN,
    presets=[
        Preset(
            "The article’s list",
            {**EVEN, **ABSENT, "with_poland": "1", "with_nordics": "1", "budget": 10.0},
            "Britain, Poland, France and the Nordic states, and all four pillars in equal parts.",
        ),
        Preset(
            "Two signatures",
            {**ABSENT, "words_share": 0.4, "troops_share": 0.6, "industry_share": 0, "army_share": 0, "budget": 6.0},
            "Britain and France alone, as in the declaration of January 2026: words and troops.",
        ),
        Preset(
            "Arms, no promise",
            {"words_share": 0, "troops_share": 0, "industry_share": 0.5, "army_share": 0.5, "budget": 20.0},
            "Industry and army only: nobody has promised anything.",
        ),
        Preset("The guarantor’s fear", {**EVEN, "seat": "guarantor", "budget": 5.0, "prize": 1.6}, "Much at stake."),
    ],
    predict=Prediction(
        id="design",
        question="Five billion euros a year, a quarter to each pillar, lower the chance of attack. What do they do to"
        " the guarantor’s own chance to find itself at war?",
        state={**EVEN, "seat": "guarantor", "budget": 5.0},
        answer=lambda r: "up" if r["mixed.drawn_in"] > r["nothing.drawn_in"] + 0.005 else "down",
        options={"up": "it rises", "down": "it falls, or stays"},
        reason="From {nothing.drawn_in:%} to {mixed.drawn_in:%}: attack is less likely, but where it comes all the same"
        " the guarantor is much more likely to be in it.",
    ),
    caption="Left out: nuclear weapons, trust within the coalition, and that each provider decides alone. What each"
    " could bring is not known: aid given and money spent stand in for it. Türkiye is missing: no figure on its aid.",
)
