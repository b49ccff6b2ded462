"""Restraint: whether a guarantee makes its protégé bolder, and how often the guarantor fights in its war."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, Choice, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import Chart, lines
from deterrence.labs._shared.controls import LABELS, NO_GUARANTEE, TROOPS_ONLY, WORDS, WORDS_ONLY
from deterrence.labs._shared.findings import ranked
from deterrence.labs._shared.opening import PROPOSED
from deterrence.model import GRAPH, draws, forms

THREE = {"nothing": "No guarantee", **LABELS}
AS_STATED = {"equal_cost": 0.0}
AXIS = Axis("claim", 0.0, 1.5, 16)
NAMES = {
    "nothing": ("with no guarantee", "with no guarantee"),
    "symbolic": ("on paper", "on paper"),
    "tangible": ("with troops", "with troops"),
}


def chart(curve: Any, point: Any) -> list[Chart]:
    """Return the guarantor's chance of war, and the chance that the protégé begins a crisis, along what it claims."""
    said = "What the protégé would gain (1 = what the challenger wants)"
    return [
        lines(curve, point, quantity, AXIS, said, THREE, title=title, domain=(0, 1), ends=("nothing", "symbolic"),
              height=200)
        for quantity, title in (
            ("war_either_way", "Chance that the guarantor is at war, whoever began"),
            ("crisis_begun", "Chance that the protégé begins a crisis"),
        )
    ]  # fmt: skip


LAB = Lab(
    id="restraint",
    title="restraint",
    question="Does a guarantee make its protégé bolder, and whose war is it then?",
    model=GRAPH,
    show=("war_either_way", "crisis_begun", "entrapped", "drawn_in", "overrun"),
    compare={
        "nothing": NO_GUARANTEE | AS_STATED,
        "symbolic": WORDS_ONLY | AS_STATED,
        "tangible": TROOPS_ONLY | AS_STATED,
    },
    labels=THREE,
    controls=[
        Slider("claim", "What the protégé would gain by a crisis", 0.0, 1.5, 0.05, form=".2f"),
        Slider("crisis_cost", "What a crisis costs the protégé", 0.1, 1.0, 0.05, form=".2f"),
        Choice("commitment", "The words", WORDS),
        Slider("contingent", "The troops", 0, 60_000, 500, "troops"),
        Slider("protege_strength", "The protégé’s strength (1 = the challenger’s)", 0.1, 1.2, 0.05, form=".2f"),
    ],
    draws=draws(),
    forms=(forms.PROTEGE, forms.ENTRY, forms.CHOICE, forms.ENDURANCE, forms.HELP),
    x=AXIS,
    along=("war_either_way", "crisis_begun"),
    chart=chart,
    main=("claim", "protege_strength"),
    opens={name: PROPOSED[name] for name in ("commitment", "contingent")},
    views=[
        View("The guarantor", "war_either_way", says=ranked(
            "war_either_way", NAMES,
            "The guarantor is likeliest at war <first>, {<high>:%}, and least likely <last>, {<low>:%}",
            "The guarantor is at war as often with any of them: {<high>:%}")),
        View("The protégé", "crisis_begun", says=ranked(
            "crisis_begun", NAMES,
            "The protégé begins a crisis most often <first>, {<high>:%}, and least often <last>, {<low>:%}",
            "The protégé begins a crisis as often with any of them: {<high>:%}")),
    ],
    says=[
        [Say("With no guarantee the protégé begins a crisis in {nothing.crisis_begun:%} of cases, on paper in"
             " {symbolic.crisis_begun:%}, with troops in {tangible.crisis_begun:%}.")],
        [Say("The guarantor fights in a war that its protégé began (entrapment) in {symbolic.entrapped:%} on paper,"
             " {tangible.entrapped:%} with troops; that the challenger began, in {symbolic.drawn_in:%} and"
             " {tangible.drawn_in:%}.",
             lambda r: (r("symbolic.entrapped") > 0.005) | (r("tangible.entrapped") > 0.005)),
         Say("The guarantor does not fight in a war that its protégé began; in one that the challenger began, in"
             " {symbolic.drawn_in:%} on paper, {tangible.drawn_in:%} with troops.")],
    ],
    presets=[
        Preset("A protégé that wants much", {"claim": 1.2}, "There is much that it would get by a crisis."),
        Preset("A strong protégé", {"protege_strength": 1.0, "claim": 1.0}, "A match for the challenger: it can begin a"
               " crisis without help."),
        Preset("Help in defence only", {"claim": 1.2, "form_protege": "conditional"}, "The same protégé, under a"
               " promise that covers only an attack on it."),
    ],
    predict=Prediction(
        id="restraint",
        question="A protégé would gain as much as the challenger wants, and may count on help whoever begins. Thirty"
        " thousand troops are posted. Does it begin a crisis more often than without them?",
        state={"claim": 1.0},
        options={"more": "more often, by five points at least", "same": "about as often", "less": "less often"},
        answer=lambda r: (
            "more" if r["tangible.crisis_begun"] > r["nothing.crisis_begun"] + 0.05
            else "less" if r["tangible.crisis_begun"] < r["nothing.crisis_begun"] - 0.005 else "same"
        ),
        reason="From {nothing.crisis_begun:%} to {tangible.crisis_begun:%}: the better its chances, the more it dares."
        " If help came in defence only, part of that would go (“Assume otherwise”).",
    ),
    caption="After Benson (2012) and Leeds (2003), in a form of our own; nobody has measured what a protégé would gain."
    " Left out: a bold protégé may itself deter, since the challenger meets one that will not yield (Benson, Meirowitz"
    " and Ramsay 2014); bargaining; and that it is often in dispute who began.",
)  # fmt: skip
