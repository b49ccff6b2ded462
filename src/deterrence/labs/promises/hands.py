"""Tying hands or sinking costs? A word that would be costly to break, beside a cost paid at once."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import POINTS, Chart, lines
from deterrence.labs._shared.controls import PRIZE
from deterrence.labs._shared.findings import deters
from deterrence.model import GRAPH, draws, forms

X = Axis("signal_cost", 0.0, 0.6)
LABELS = {"symbolic": "Hands tied", "tangible": "Costs sunk"}


def chart(curve: Any, point: Any) -> list[Chart]:
    """Return two charts along the size of the signal: what it takes off the chance of attack, and what it costs."""
    said = "Size of the signal (1 = all that the protégé is worth to the guarantor)"
    value = lines(curve, point, "signal_value", X, said, LABELS, title="Points off the chance of attack",
                  domain=(0, 0.75), form=POINTS, ends=tuple(LABELS))  # fmt: skip
    price = lines(curve, point, "signal_price", X, said, LABELS, title="What the sender must expect to pay for it",
                  domain=(-0.1, 0.65), form="format(datum.value, '.1f')", ends=tuple(LABELS), height=170)  # fmt: skip
    return [value, price]


LAB = Lab(
    id="hands",
    title="tying hands or sinking costs",
    question="Which convinces more: a word you cannot break, or money you cannot get back?",
    model=GRAPH,
    show=("signal_value", "signal_belief", "signal_price", "signal_war"),
    compare={"symbolic": {"hands_tied": 1.0}, "tangible": {"hands_tied": 0.0}},
    labels=LABELS,
    controls=[
        Slider("signal_cost", "Size of the signal", 0.0, 0.6, 0.01, form=".2f"),
        Slider("prior_resolve", "Belief in the guarantor beforehand", 0.05, 0.95, 0.05, form="%"),
        Slider("bluff_gain", "What a believed bluff would gain", 0.1, 0.6, 0.05, form=".2f"),
        PRIZE,
    ],
    draws=draws(),
    forms=(forms.SIGNALS, forms.CHOICE, forms.ENDURANCE),
    x=X,
    chart=chart,
    main=("signal_cost", "prior_resolve"),
    views=[
        View(
            "Value",
            "signal_value",
            says=deters(
                {"symbolic": ("Tied hands deter", "tied hands"), "tangible": ("Sunk costs deter", "sunk costs")},
                "signal_value",
            ),
        ),
        View("Price", "signal_price", form=".2f"),
    ],
    says=[
        [Say("After the promise the guarantor is believed to fight with {symbolic.signal_belief:%}, after the sunk cost"
             " with {tangible.signal_belief:%}; before either it was {prior_resolve:%}.")],
        [Say("The sunk cost convinces more: few who do not mean it would pay that much.",
             lambda r: r("tangible.signal_value") > r("symbolic.signal_value") + 0.005),
         Say("The promise convinces more: it gives the sender itself a reason to fight.",
             lambda r: r("symbolic.signal_value") > r("tangible.signal_value") + 0.005),
         Say("Both convince about equally.")],
        [Say("The promise is expected to cost {symbolic.signal_price:.2f}, paid only if it is tested and broken;"
             " the sunk cost {tangible.signal_price:.2f}, whatever happens.")],
        [Say("The chance to end up at war is {symbolic.signal_war:%} with the promise, {tangible.signal_war:%} with the"
             " sunk cost.")],
    ],
    presets=[
        Preset("A small signal", {"signal_cost": 0.1}, "Cheap enough for a bluffer: paying it proves little."),
        Preset("More than a bluff is worth", {"signal_cost": 0.4}, "Nobody who does not mean it pays as much as a"
               " believed bluff would gain."),
        Preset("A trusted ally", {"prior_resolve": 0.8, "signal_cost": 0.2}, "Where the guarantor is believed anyway,"
               " either signal has little left to do."),
        Preset("Bluffing pays", {"bluff_gain": 0.6, "signal_cost": 0.4}, "Much to win: even a costly signal"
               " leaves doubt."),
    ],
    predict=Prediction(
        id="hands",
        question="A guarantor can spend 0.4 at once, or stake a promise that would cost 0.4 to break."
        " Which lowers the chance of attack more?",
        state={"signal_cost": 0.4},
        options={"tied": "the promise", "sunk": "the money spent", "same": "both alike"},
        answer=lambda r: "sunk" if r["tangible.signal_value"] > r["symbolic.signal_value"] + 0.005 else "tied",
        reason="The money takes {tangible.signal_value:points} off, the promise {symbolic.signal_value:points}: at that"
        " size no bluffer pays. But the promise is expected to cost {symbolic.signal_price:.2f}, the money"
        " {tangible.signal_price:.2f}.",
    ),
    caption="After Fearon (1997), in a form of our own. Left out: words that can be taken back, sunk costs that also"
    " strengthen (a brigade fights), and audiences that do not care. A cost sunk in something useless would signal as"
    " well. Compared at equal stated size; the lower picture shows that their expected costs differ.",
)  # fmt: skip
