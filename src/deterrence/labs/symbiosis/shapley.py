"""Who gets the credit? Each pillar's Shapley share of what an even package is worth."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.charts.theme import INK, PAPER, SYMBOLIC, TANGIBLE
from coursekit.lab.declare import Axis, Prediction, Preset, Say, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.opening import PACKAGE_OPENS
from deterrence.labs._shared.package import PACKAGES, PRIZE, SIZES
from deterrence.model import GRAPH, draws, forms

CREDITS = {"words_credit": "Words", "troops_credit": "Presence", "industry_credit": "Industry", "army_credit": "Army"}


def chart(curve: Any, point: Any) -> alt.LayerChart | alt.FacetChart:
    """Return one dot a pillar, with its interval, on a scale of points off the chance of attack."""
    y = alt.Y(
        "name:N", title=None, sort=list(CREDITS.values()), axis=alt.Axis(domain=False, ticks=False, labelFontSize=14)
    )
    layers: list[Any] = [alt.Chart(point).mark_rule(color=INK, strokeDash=[2, 4], aria=False).encode(x=alt.datum(0))]
    for credit, name in CREDITS.items():
        colour, fill = (SYMBOLIC, PAPER) if name == "Words" else (TANGIBLE, TANGIBLE)
        row = alt.Chart(point).transform_calculate(name=f"'{name}'")
        x = alt.X(
            f"{credit}:Q",
            scale=alt.Scale(domain=[-0.05, 0.35], clamp=True),
            title="Credit: points off the chance of attack",
            axis=alt.Axis(labelExpr="format(100 * datum.value, '.0f')", tickCount=6),
        )
        band = row.mark_rule(strokeWidth=9, opacity=0.28, color=colour)
        layers.append(band.encode(y=y, x=alt.X(f"{credit}_low:Q"), x2=f"{credit}_high:Q"))
        layers.append(row.mark_circle(size=130, strokeWidth=2.5, stroke=colour, fill=fill, opacity=1).encode(y=y, x=x))
    return alt.layer(*layers).properties(height=190, title="Who gets the credit for the package")


def _most(name: str, others: list[str]) -> Any:
    def when(r: Any) -> Any:
        found = r(f"mixed.{name}") > r(f"mixed.{others[0]}")
        for other in others[1:]:
            found = found & (r(f"mixed.{name}") > r(f"mixed.{other}"))
        return found

    return when


MOST = [
    Say(
        f"Most of the credit goes to {label.lower()}: {{mixed.{name}:points}}"
        f" ({{mixed.{name}.low:hundredths}} to {{mixed.{name}.high:hundredths}}).",
        _most(name, [other for other in CREDITS if other != name]),
    )
    for name, label in CREDITS.items()
]

LAB = Lab(
    id="shapley",
    title="who gets the credit",
    question="If four pillars deter together, which of them did it?",
    model=GRAPH,
    show=("deterrence_value", *CREDITS),
    compare={"mixed": PACKAGES["mixed"]},
    labels={"mixed": "All four"},
    controls=[PRIZE, *SIZES],
    draws=draws(),
    forms=(forms.ENTRY, forms.COSTS, forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=Axis("prize", 0.4, 2.0, steps=9),
    along=("deterrence_value",),
    chart=chart,
    main=("prize", "budget", "industry_programme"),
    views=[
        View(
            "Credit",
            says=[
                Say(f"Most of the credit goes to {name.lower()}: {{mixed.{credit}:points}}", said.when)
                for said, (credit, name) in zip(MOST, CREDITS.items(), strict=True)
            ]
            + [Say("No pillar has more credit than another")],
            series=("none",),
        ),
    ],
    says=[
        [
            Say(
                "The package takes {mixed.deterrence_value:points} off the chance of attack;"
                " the four shares add up to that."
            )
        ],
        [*MOST, Say("No pillar has the most credit alone.")],
        [
            Say(
                "A pillar below zero provokes more than it deters.",
                lambda r: (r("mixed.troops_credit") < -0.001) | (r("mixed.words_credit") < -0.001),
            ),
            Say("The bars show how far honest guesses differ."),
        ],
    ],
    opens=PACKAGE_OPENS,
    presets=[
        Preset("A large budget", {"budget": 30.0}, "Words are soon used up; troops go on adding."),
        Preset("Much at stake", {"prize": 1.6, "budget": 20.0}, "The more it wants, the less words hold it back."),
        Preset(
            "A memorandum",
            {"equal_cost": "size", "commitment": "memorandum", "contingent": 5000},
            "Words as loose as a promise to consult, five thousand troops and two programmes.",
        ),
    ],
    predict=Prediction(
        id="shapley",
        question="Thirty billion euros a year, a quarter to each pillar. Which gets the most credit?",
        state={"budget": 30.0},
        answer=lambda r: max(CREDITS, key=lambda name: r[f"mixed.{name}"]),
        options=CREDITS,
        reason="Presence has {mixed.troops_credit:points}, words {mixed.words_credit:points}, industry"
        " {mixed.industry_credit:points} and the army {mixed.army_credit:points}.",
    ),
    caption="Credit is what each pillar adds, averaged over all orders in which the four could have come (Shapley)."
    " Left out: what industry and army are worth besides deterring, above all if deterrence fails.",
)
