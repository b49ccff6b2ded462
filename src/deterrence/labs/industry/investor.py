"""What would bring an investor into a country at war, and what its coming says."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.curve import curves, share
from deterrence.model import INDUSTRY, draws

LABELS = {"nothing": "Uninsured", "mixed": "Insured as set below"}


def chart(curve: Any, point: Any) -> list[alt.LayerChart]:
    """Share of projects worth it, and what capital that comes says of trust, along the danger."""
    x = alt.X(
        "strike_chance:Q",
        title="Chance a year that the plant is hit",
        axis=alt.Axis(grid=False, tickCount=6, format="%"),
    )
    along = ("strike_chance", 0.15)
    return [
        curves(
            curve,
            point,
            LABELS,
            x,
            share("projects_viable"),
            "Share of projects that are worth it",
            name="projects_viable",
            along=along,
            height=220,
        ),
        curves(
            curve,
            point,
            LABELS,
            x,
            share("trust_shown", 0.5),
            "Chance that capital which comes trusts",
            name="trust_shown",
            along=along,
            height=180,
        ),
    ]


LAB = Lab(
    id="investor",
    title="risk, insurance and the investor",
    question="Rules, power, people, insurance: what brings capital, and does its coming show trust?",
    model=INDUSTRY,
    show=("projects_viable", "required_return", "public_outlay", "trust_shown"),
    compare={"nothing": {"insured_share": 0.0}, "mixed": {}},
    labels=LABELS,
    controls=[
        Slider("strike_chance", "Chance a year that the plant is hit", 0, 0.3, 0.01, form="%"),
        Slider("insured_share", "Share of the loss that is insured", 0, 1, 0.05, form="%"),
        Slider("public_share", "Share of the premium that the state pays", 0, 1, 0.05, form="%"),
        Slider("rule_loss", "Yearly loss expected from rules that change", 0, 0.1, 0.01, form="%"),
        Slider("uptime", "Share of the year that power and people let it run", 0.3, 1, 0.05, form="%"),
    ],
    draws=draws(),
    x=Axis("strike_chance", 0, 0.3, 31),
    chart=chart,
    main=("strike_chance", "insured_share"),
    views=[
        View(
            "Projects",
            "projects_viable",
            says=[
                Say(
                    "Insured, {mixed.projects_viable:%} of projects are worth it; uninsured,"
                    " {nothing.projects_viable:%}"
                )
            ],
        ),
        View(
            "Trust",
            "trust_shown",
            says=[
                Say(
                    "Uninsured capital shows trust in {nothing.trust_shown:%} of cases, insured in"
                    " {mixed.trust_shown:%}"
                )
            ],
        ),
    ],
    says=[
        [
            Say(
                "Nothing is insured: {nothing.projects_viable:%} of projects are worth it, at a return of"
                " {nothing.required_return:%} or more.",
                lambda r: r("insured_share") <= 0,
            ),
            Say(
                "Insurance lifts the share of projects that are worth it from {nothing.projects_viable:%} to"
                " {mixed.projects_viable:%}; the state pays {mixed.public_outlay:%} of the investment each year.",
                lambda r: r("mixed.projects_viable") > r("nothing.projects_viable") + 0.005,
            ),
            Say(
                "Insurance hardly changes the share of projects that are worth it: {nothing.projects_viable:%} without,"
                " {mixed.projects_viable:%} with it."
            ),
        ],
        [
            Say(
                "Capital that comes uninsured shows trust with a chance of {nothing.trust_shown:%}; insured like this,"
                " {mixed.trust_shown:%}.",
                lambda r: r("insured_share") > 0,
            ),
            Say("Capital that comes shows trust with a chance of {nothing.trust_shown:%}."),
        ],
    ],
    presets=[
        Preset("Uninsured", {"insured_share": 0}, "The firm bears the whole risk."),
        Preset("Two thirds by the state", {"public_share": 0.65}, "Insured, and the state pays most of the premium."),
        Preset(
            "Clear rules, steady power",
            {"insured_share": 0, "rule_loss": 0, "uptime": 1},
            "No insurance, but everything else right.",
        ),
        Preset("Far from the front", {"strike_chance": 0.02}, "Where hardly anything is ever hit."),
    ],
    predict=Prediction(
        id="investor",
        question="A foreign firm builds a plant, after the state has insured nine tenths of its loss and pays two"
        " thirds of the premium. Compared with a firm that comes uninsured, its coming is",
        options={
            "stronger": "a stronger sign of trust",
            "same": "just as much a sign of trust",
            "weaker": "a weaker sign of trust",
        },
        state={"public_share": 0.65},
        answer=lambda r: "weaker" if r["mixed.trust_shown"] < r["nothing.trust_shown"] - 0.01 else "same",
        reason="Insured, those who doubt come too: capital that comes shows trust with a chance of"
        " {mixed.trust_shown:%}, uninsured {nothing.trust_shown:%}. There is more capital, and it says less:"
        " {mixed.projects_viable:%} of projects are worth it instead of {nothing.projects_viable:%}.",
    ),
    caption="Left out: taxes, markets, labour that is called up, and losses at the border. Behaviour and loss are"
    " assumed; prices that insurers and states have named are in the text.",
)
