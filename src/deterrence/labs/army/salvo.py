"""Salvo after salvo: what air defence stops, and when its stock is gone."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.declare import Axis, CurvePrediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.curve import curves, share
from deterrence.model import ARMY, draws

LABELS = {"nothing": "Stock alone", "tangible": "Stock and production"}


def chart(curve: Any, point: Any) -> alt.LayerChart:
    """Share of the targets still standing, salvo by salvo."""
    x = alt.X("salvos:Q", title="Salvos so far", axis=alt.Axis(grid=False, tickCount=6))
    title = "Share of the targets still standing"
    return curves(curve, point, LABELS, x, share("targets_left"), title, name="targets_left", along=("salvos", 18))


LAB = Lab(
    id="salvo",
    title="salvo and air defence",
    question="An air defence is as good as its last interceptor. How long does it last?",
    model=ARMY,
    show=("targets_left", "leakers", "interceptors_left"),
    compare={"nothing": {"resupply": 0.0}, "tangible": {}},
    labels=LABELS,
    controls=[
        Slider("salvos", "Salvos so far", 0, 30, 1, "salvos"),
        Slider("salvo", "Missiles and drones in a salvo", 0, 200, 5, "missiles"),
        Slider("intercept_chance", "Chance that one interceptor stops one of them", 0.05, 0.95, 0.05, form="%"),
        Slider("interceptors", "Interceptors in stock", 0, 2000, 50, "interceptors"),
        Slider("resupply", "Interceptors that arrive between salvos", 0, 200, 5, "interceptors"),
    ],
    draws=draws(),
    x=Axis("salvos", 0, 30, 31),
    chart=chart,
    main=("salvos", "resupply"),
    views=[
        View(
            "Targets",
            "targets_left",
            says=[
                Say(
                    "With production {tangible.targets_left:%} of the targets stand, on stock alone"
                    " {nothing.targets_left:%}"
                )
            ],
        ),
    ],
    says=[
        [
            Say(
                "After {salvos} salvos {nothing.leakers} missiles have come through on stock alone,"
                " {tangible.leakers} with production; {nothing.targets_left:%} and {tangible.targets_left:%} of the"
                " targets stand.",
                lambda r: (r("salvos") > 0) & (r("salvo") > 0),
            ),
            Say("Nothing has been fired."),
        ],
        [
            Say(
                "The stock is gone; production still feeds the defence.",
                lambda r: (r("nothing.interceptors_left") < 0.5) & (r("tangible.interceptors_left") >= 2 * r("salvo")),
            ),
            Say(
                "The stock is gone, and what arrives is too little for a whole salvo.",
                lambda r: (r("nothing.interceptors_left") < 0.5) & (r("resupply") > 0),
            ),
            Say("The stock is gone.", lambda r: r("nothing.interceptors_left") < 0.5),
            Say("{nothing.interceptors_left} interceptors are left of the stock."),
        ],
    ],
    presets=[
        Preset("Drones", {"intercept_chance": 0.8, "salvo": 100}, "Many and slow: four in five is what was claimed."),
        Preset(
            "Ballistic missiles",
            {"intercept_chance": 0.2, "salvo": 20, "salvos": 20},
            "Few and fast: hardly one in five.",
        ),
        Preset("No more deliveries", {"resupply": 0, "salvos": 20}, "The day on which the last crate is opened."),
        Preset("Production doubled", {"resupply": 80, "salvos": 20}, "As many arrive as are fired."),
    ],
    predict=CurvePrediction(
        id="salvo",
        question="A stock of 400 interceptors, 40 missiles in a salvo, two interceptors fired at each; nothing arrives."
        " Draw what share of the targets still stands, salvo by salvo.",
        series="nothing",
        quantity="targets_left",
        state={"resupply": 0},
        at="after {x} salvos",
        measure="Targets that still stand, in %",
        reason="Two at each of forty is eighty a salvo, and 400 are gone after five. From then on everything comes"
        " through, however good the interceptor was: {nothing.leakers} in ten salvos.",
    ),
    caption="After a model of ships firing missiles at each other: on land an analogy. Left out: decoys, cheap guns and"
    " jamming, what is aimed at, and repair. Shares shot down are claims by the side that shoots.",
    badges=("illustrative", "claimed"),
)
