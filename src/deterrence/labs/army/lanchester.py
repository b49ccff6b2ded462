"""Fewer and better, or many and plain? Lanchester's laws, from linear to square."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.curve import curves, share
from deterrence.model import ARMY, draws

LABELS = {"nothing": "Many and plain", "tangible": "Few and modern"}


def chart(curve: Any, point: Any) -> alt.LayerChart:
    """Who is left along the exponent: above zero the defender, below it the attacker."""
    x = alt.X(
        "lanchester_exponent:Q",
        title="How numbers count: 1 linear, 2 squared",
        scale=alt.Scale(domain=[0.75, 2]),
        axis=alt.Axis(grid=False, tickCount=6),
    )
    title = "Who is left: defender (+), attacker (−)"
    return curves(
        curve,
        point,
        LABELS,
        x,
        share("battle_margin", -1.15, 1),
        title,
        name="battle_margin",
        along=("lanchester_exponent", 1.5),
    )


LAB = Lab(
    id="lanchester",
    title="from the linear to the square law",
    question="One modern unit costs as much as several plain ones. How much better must it be?",
    model=ARMY,
    show=("battle_margin", "fielded", "fielded_effect", "worth_its_price"),
    compare={"nothing": {"unit_price": 1.0, "defender_effect": 1.0}, "tangible": {}},
    labels=LABELS,
    controls=[
        Slider("lanchester_exponent", "How much numbers count", 0.75, 2, 0.05, form=".2f"),
        Slider("unit_price", "Price of a modern unit", 1, 6, 0.5, "plain units", ".1f"),
        Slider("defender_effect", "Effect of a modern unit", 0.5, 20, 0.5, "plain units", ".1f"),
        Slider("defenders", "Plain units that the money would buy", 100, 1000, 20, "units"),
        Slider("attackers", "The attacker’s units", 100, 1000, 20, "units"),
    ],
    draws=draws(),
    x=Axis("lanchester_exponent", 0.75, 2, 26),
    chart=chart,
    main=("lanchester_exponent", "defender_effect"),
    views=[
        View(
            "Left",
            "battle_margin",
            says=[
                Say(
                    "Few and modern win; many and plain would lose",
                    lambda r: (r("tangible.battle_margin") > 0) & (r("nothing.battle_margin") <= 0),
                ),
                Say(
                    "Many and plain win; few and modern would lose",
                    lambda r: (r("nothing.battle_margin") > 0) & (r("tangible.battle_margin") <= 0),
                ),
                Say("Both win", lambda r: (r("nothing.battle_margin") > 0) & (r("tangible.battle_margin") > 0)),
                Say("Both lose to this attacker"),
            ],
        ),
    ],
    says=[
        [
            Say(
                "The money fields {nothing.fielded} plain units or {tangible.fielded} modern ones. To be worth its"
                " price, a modern unit must do the work of {tangible.worth_its_price:.1f}; it does that of"
                " {tangible.fielded_effect:.1f}."
            )
        ],
        [
            Say(
                "Few and modern hold; many and plain do not.",
                lambda r: (r("tangible.battle_margin") > 0) & (r("nothing.battle_margin") <= 0),
            ),
            Say(
                "Many and plain hold; few and modern do not.",
                lambda r: (r("nothing.battle_margin") > 0) & (r("tangible.battle_margin") <= 0),
            ),
            Say(
                "Both hold; the modern keep more of their strength.",
                lambda r: (
                    (r("tangible.battle_margin") > 0) & (r("tangible.battle_margin") > r("nothing.battle_margin"))
                ),
            ),
            Say("Both hold; the plain keep more of theirs.", lambda r: r("tangible.battle_margin") > 0),
            Say("Neither holds against this attacker."),
        ],
        [
            Say(
                "How well the modern arms are used decides it: over the draws the margin runs from"
                " {tangible.battle_margin.low:.2f} to {tangible.battle_margin.high:.2f}.",
                lambda r: (r("tangible.battle_margin.low") < 0) & (r("tangible.battle_margin.high") > 0),
            ),
            Say("How well the modern arms are used does not turn the outcome here."),
        ],
    ],
    presets=[
        Preset("Numbers count as themselves", {"lanchester_exponent": 1, "defender_effect": 8}, "The linear law."),
        Preset(
            "Numbers count squared", {"lanchester_exponent": 2, "defender_effect": 8}, "The square law: the same arms."
        ),
        Preset("Bought, not mastered", {"defender_effect": 2, "defenders": 600}, "Modern arms, used hardly better."),
        Preset(
            "A mass that would have held",
            {"lanchester_exponent": 2, "defenders": 700, "defender_effect": 5},
            "Five times better at three times the price: too little, where numbers count squared.",
        ),
    ],
    predict=Prediction(
        id="lanchester",
        question="A modern unit costs as much as three plain ones. If numbers count squared, how many times better must"
        " it be to be worth its price?",
        state={"lanchester_exponent": 2, "unit_price": 3},
        answer=lambda r: r["tangible.worth_its_price"],
        reason="Three times fewer means nine times less under the square law, which was written for aimed fire at a"
        " distance. Under the linear law three times better would do. Battles on land fit neither well.",
        start=3,
        high=20,
        unit="times",
        unit_one="time",
    ),
    caption="No law of this kind fits land battles well; the slider is a question, not a setting. Left out: ground,"
    " surprise, reserves, supply and the will to go on. Units are abstract and stand for no real army.",
)
