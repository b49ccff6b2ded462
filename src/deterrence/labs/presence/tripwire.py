"""Tripwire or shield? What presence buys: resolve, or a better local balance."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, Choice, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import PER_CENT, POINTS, Chart, dots, lines
from deterrence.labs._shared.controls import LABELS, NO_GUARANTEE, SIZES, TROOPS_ONLY, VALUES, WORDS_ONLY, ahead
from deterrence.labs._shared.crossover import crossover_view
from deterrence.labs._shared.findings import deters
from deterrence.labs._shared.opening import WORDS_AND_TROOPS
from deterrence.model import GRAPH, draws, forms

THREE = {"nothing": "No guarantee", **LABELS}
MANDATE = {"observe": ("only observe", 0.0), "limited": ("defend themselves", 0.3), "defend": ("defend the land", 1.0)}
PARTS = {"credibility": "Resolve: the guarantor fights", "win_alone": "Local balance: the challenger wins at once"}
AXIS = Axis("tripwire_pull", 0.0, 0.45, 31)


def chart(curve: Any, point: Any) -> list[Chart]:
    """Return resolve and local balance at the point, and the value along the tripwire's pull."""
    parts = dots(point, PARTS, THREE, domain=(0, 1), said="Chance", form=PER_CENT, zero=False)
    title, said = "Points off the chance of attack", "Push to fight once many of one’s own are hit (0 = none)"
    value = lines(curve, point, "deterrence_value", AXIS, said, LABELS, title=title, domain=(-0.1, 0.5), form=POINTS)
    return [value, *parts]


LAB: Lab = Lab(
    id="tripwire",
    title="tripwire or shield",
    question="What do soldiers on the spot change: the guarantor’s resolve, or the local balance?",
    model=GRAPH,
    show=("deterrence_value", "credibility", "win_alone"),
    compare={"nothing": NO_GUARANTEE, "symbolic": WORDS_ONLY, "tangible": TROOPS_ONLY},
    labels=THREE,
    controls=[
        *SIZES,
        Slider("heavy_share", "Heavy units among them", 0.0, 1.0, 0.05, form="%"),
        Choice("mandate", "They may", MANDATE),
        Slider("tripwire_pull", "Pull of the tripwire", 0.0, 0.45, 0.01, form=".2f"),
    ],
    draws=draws(),
    forms=(forms.ENTRY, forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=AXIS,
    chart=chart,
    main=("tripwire_pull", "contingent", "budget"),
    views=[
        View("Value", "deterrence_value", says=deters(), series=("symbolic", "tangible")),
        View(
            "Resolve and balance",
            says=[
                Say(
                    "The guarantor fights with a chance of {tangible.credibility:%}; the challenger wins at once with"
                    " {tangible.win_alone:%}"
                )
            ],
            charts=2,
        ),
        crossover_view(lambda: LAB),
    ],
    says=[
        [VALUES],
        [
            Say("The troops provoke more than they deter.", lambda r: r("tangible.deterrence_value") < -0.005),
            Say("These troops make hardly any difference.", lambda r: r("tangible.deterrence_value") < 0.015),
            Say(
                "The troops lower the challenger’s chance of winning at once to {tangible.win_alone:%}, and the"
                " guarantor’s resolve with it, to {tangible.credibility:%}: help matters less where the troops hold.",
                lambda r: r("tangible.credibility") < r("nothing.credibility") - 0.005,
            ),
            Say(
                "The troops change the local balance by little and lift credibility to {tangible.credibility:%}:"
                " a tripwire.",
                lambda r: r("nothing.win_alone") - r("tangible.win_alone") < 0.05,
            ),
            Say(
                "The troops lower the challenger’s chance of winning at once to {tangible.win_alone:%} and hardly"
                " touch the guarantor’s resolve: a shield.",
                lambda r: r("tangible.credibility") - r("nothing.credibility") < 0.03,
            ),
            Say(
                "The troops lift credibility to {tangible.credibility:%} and lower the challenger’s chance of winning"
                " at once to {tangible.win_alone:%}: tripwire and shield in one."
            ),
        ],
        [ahead("this pull")],
    ],
    opens=WORDS_AND_TROOPS,
    presets=[
        Preset(
            "Korea 1950",
            {"equal_cost": "size", "contingent": 500, "commitment": "memorandum"},
            "About five hundred American advisers and no treaty. The North attacked; the United States then fought.",
        ),
        Preset(
            "Korea after 1953",
            {"equal_cost": "size", "contingent": 60_000, "commitment": "treaty"},
            "A treaty and, by 1960, some 56,000 troops: both, so neither can be credited alone.",
        ),
        Preset(
            "Baltics 2022",
            {"equal_cost": "size", "contingent": 1500, "commitment": "treaty"},
            "About 1,400 to 1,900 allied soldiers in each state in June 2022, and Article 5. No attack came,"
            " which is not proof that they deterred one.",
        ),
        Preset(
            "Srebrenica 1995",
            {
                "equal_cost": "size",
                "contingent": 400,
                "heavy_share": 0,
                "mandate": "limited",
                "commitment": "memorandum",
            },
            "Some 370 lightly armed Dutch soldiers of the UN. The safe area fell. What followed was genocide, as the"
            " International Court of Justice found.",
        ),
    ],
    predict=Prediction(
        id="tripwire",
        question="Suppose that the death of its soldiers does not pull a guarantor into war at all."
        " What is left of the value of 20,000 troops, in points off the chance of attack?",
        state={"equal_cost": "size", "contingent": 20_000, "tripwire_pull": 0.0},
        answer=lambda r: 100 * r["tangible.deterrence_value"],
        reason="What they do to the local balance remains.",
        start=20,
        high=40,
        unit="points",
        unit_one="point",
    ),
    caption="No one knows how strong the pull is, so it is the axis. Left out: what the troops do to"
    " the host’s politics and to their own morale, and a challenger that holds nuclear weapons.",
)
