"""The front page's lab: one control, three bars, no chart library."""

from __future__ import annotations

from coursekit.lab.declare import Say, Slider
from coursekit.lab.display import Lab
from deterrence.model import GRAPH, draws

PRICE = {"equal_cost": 1.0, "budget": 3.0}
POSTED = round(GRAPH.behind("troops").evaluate(troops_share=1.0, **PRICE)["troops"], -3)

LAB = Lab(
    id="worth",
    title="a first look",
    question="An attacker wants something. What would hold it back?",
    model=GRAPH,
    show=("attack_probability", "deterrence_value"),
    compare={
        "nothing": {"words_share": 0.0, "troops_share": 0.0},
        "symbolic": {"words_share": 1.0, "troops_share": 0.0, **PRICE},
        "tangible": {"words_share": 0.0, "troops_share": 1.0, **PRICE},
    },
    labels={"nothing": "No guarantee", "symbolic": "A promise on paper", "tangible": f"{POSTED:,.0f} allied troops"},
    controls=[Slider("prize", "How much the attacker wants it", 0.2, 2.0, 0.05, form=".2f")],
    draws=draws(),
    bars="attack_probability",
    says=[
        [
            Say(
                "Little is at stake: attack is unlikely anyway, and a promise on paper does about as much as troops.",
                lambda r: r("nothing.attack_probability") < 0.45,
            ),
            Say(
                "Now neither words nor these troops are enough: the attack comes in"
                " {symbolic.attack_probability:%} and {tangible.attack_probability:%} of such cases.",
                lambda r: (r("symbolic.attack_probability") > 0.8) & (r("tangible.attack_probability") > 0.8),
            ),
            Say(
                "With no guarantee the chance of attack is {nothing.attack_probability:%}; with a promise on paper"
                " {symbolic.attack_probability:%}; with troops at the same price {tangible.attack_probability:%}."
            ),
        ],
        [Say("How sure is that? In {ahead:%} of the model’s draws the paper does better.")],
    ],
    caption="An illustrative model, not a forecast. Both guarantees cost three billion euros a year;"
    " the thin bars show where nine in ten draws of its unknown numbers lie.",
)
