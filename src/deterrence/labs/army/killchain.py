"""A column before the border: every link must hold, and links can fail together."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.curve import curves, share
from deterrence.model import ARMY, draws

LABELS = {"tangible": "Links fail one by one", "mixed": "They can fail together"}


def chart(curve: Any, point: Any) -> alt.LayerChart:
    """Chance that the column stops, along how often it can be tried."""
    x = alt.X("attempts:Q", title="Attempts before the border is reached", axis=alt.Axis(grid=False, tickCount=6))
    title = "Chance that the column stops"
    return curves(
        curve, point, LABELS, x, share("stopped_together"), title, name="stopped_together", along=("attempts", 350)
    )


LAB = Lab(
    id="killchain",
    title="a chain of chances",
    question="Five links, each good. How good is the chain, and what if all links hang on the same thread?",
    model=ARMY,
    show=("stopped_together", "kill_chance", "column_left"),
    compare={"tangible": {"outage": 0.0}, "mixed": {}},
    labels=LABELS,
    controls=[
        Slider("attempts", "Attempts before the border is reached", 0, 600, 20, "attempts"),
        Slider("detect", "Chance to see a vehicle in time", 0.3, 1, 0.05, form="%"),
        Slider("decide", "Chance to decide in time", 0.3, 1, 0.05, form="%"),
        Slider("deliver", "Chance that the weapon gets through", 0.3, 1, 0.05, form="%"),
        Slider("outage", "Chance that all links fail at once", 0, 0.6, 0.05, form="%"),
    ],
    draws=draws(),
    x=Axis("attempts", 0, 600, 31),
    chart=chart,
    main=("attempts", "outage"),
    views=[
        View(
            "Column",
            "stopped_together",
            says=[
                Say(
                    "The column stops with a chance of {mixed.stopped_together:%}, not {tangible.stopped_together:%}:"
                    " links fail together",
                    lambda r: r("mixed.stopped_together") < r("tangible.stopped_together") - 0.005,
                ),
                Say("The column stops with a chance of {mixed.stopped_together:%}, however links fail"),
            ],
        ),
    ],
    says=[
        [
            Say(
                "One attempt stops one vehicle with a chance of {tangible.kill_chance:%}. The column stops with a"
                " chance of {tangible.stopped_together:%} if links fail one by one, {mixed.stopped_together:%} if they"
                " can fail together."
            )
        ],
        [
            Say(
                "With so much to try with, what is left is the chance of the common failure.",
                lambda r: (r("tangible.stopped_together") > 0.95) & (r("outage") > 0),
            ),
            Say(
                "With so little to try with, failing together is even the better risk: on good days more succeeds.",
                lambda r: r("mixed.stopped_together") > r("tangible.stopped_together") + 0.01,
            ),
            Say("Nothing fails together here.", lambda r: r("outage") <= 0),
            Say("Common failures cost something here too."),
        ],
    ],
    presets=[
        Preset("Jamming", {"outage": 0.4}, "One thing takes all links down: jamming, weather, a lost satellite link."),
        Preset("One weak link", {"decide": 0.3}, "Everything is modern but the chain of command."),
        Preset("Too few", {"attempts": 80, "outage": 0.4}, "Good links, and too little to fire."),
        Preset(
            "All links perfect but two", {"detect": 1, "decide": 1, "deliver": 1}, "The last two links still count."
        ),
    ],
    predict=Prediction(
        id="killchain",
        question="Five links, each of which holds in about four cases of five. How often does the whole chain hold?",
        answer=lambda r: 100 * r["tangible.kill_chance"],
        reason="Chances multiply: 0.85, 0.85, 0.8, 0.8 and 0.8 make {tangible.kill_chance:%}. No link is weak, and yet"
        " the chain fails more often than it holds.",
        start=80,
        high=100,
        unit="%",
    ),
    caption="Both lines have the same average for one attempt, as far as that can be. Chances, not a plan: nothing"
    " here describes a real weapon or place. Left out: that a column adapts, hides, spreads out and shoots back, and"
    " that who fires before the border is crossed must answer for it.",
)
