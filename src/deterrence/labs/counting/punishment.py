"""Denial or punishment: whether to make attack fail or to make it too costly."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, CurvePrediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import Chart, lines, needs
from deterrence.labs._shared.controls import LABELS, NO_GUARANTEE, SIZES, TROOPS_ONLY, WORDS_ONLY
from deterrence.labs._shared.crossover import crossover_view
from deterrence.labs._shared.findings import ranked
from deterrence.labs._shared.opening import WORDS_AND_TROOPS
from deterrence.model import GRAPH, draws, forms

THREE = {"nothing": "No guarantee", **LABELS}
AXIS = Axis("punishment", 0.0, 1.0, 31)


def chart(curve: Any, point: Any) -> list[Chart]:
    """Return the chance of attack along the punishment, and what credibility is needed and there."""
    title, said = "Chance of attack", "Extra cost that allies can impose from afar (1 = worth as much as the prize)"
    attack = lines(
        curve, point, "attack_probability", AXIS, said, THREE, title=title, domain=(0, 1), ends=("nothing", "tangible")
    )
    return [attack, needs(point, THREE)]


LAB: Lab = Lab(
    id="punishment",
    title="denial or punishment",
    question="Is it better to make attack fail, or to make it too costly?",
    model=GRAPH,
    show=("attack_probability", "credibility", "critical_credibility"),
    compare={"nothing": NO_GUARANTEE, "symbolic": WORDS_ONLY, "tangible": TROOPS_ONLY},
    labels=THREE,
    controls=[
        Slider("punishment", "Punishment: cost imposed from afar", 0.0, 1.0, 0.02, "prizes", ".2f"),
        Slider("help_strength", "Denial: help that arrives in time", 0.0, 1.6, 0.02, "of the challenger’s", ".2f"),
        Slider("stake", "What the protégé is worth to the guarantor", 0.1, 1.2, 0.05, form=".2f"),
        *SIZES,
    ],
    draws=draws(),
    forms=(forms.ENTRY, forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=AXIS,
    chart=chart,
    main=("punishment", "help_strength"),
    views=[
        View(
            "Attack",
            "attack_probability",
            says=ranked(
                "attack_probability",
                {
                    "nothing": ("with no guarantee", "with no guarantee"),
                    "symbolic": ("on paper", "on paper"),
                    "tangible": ("with troops", "with troops"),
                },
                "Attack is likeliest <first>, {<high>:%}, and least likely <last>, {<low>:%}",
                "Attack is as likely with any of them: {<high>:%}",
            ),
        ),
        View("Needed and there", "credibility", key={"needed": "needed"}),
        crossover_view(lambda: LAB),
    ],
    says=[
        [
            Say(
                "With no guarantee the chance of attack is {nothing.attack_probability:%};"
                " on paper {symbolic.attack_probability:%} ({symbolic.attack_probability.low:hundredths} to"
                " {symbolic.attack_probability.high:hundredths}), with troops {tangible.attack_probability:%}"
                " ({tangible.attack_probability.low:hundredths} to {tangible.attack_probability.high:hundredths})."
            )
        ],
        [
            Say(
                "The guarantor is so little believed that even this punishment decides nothing.",
                lambda r: (
                    (r("punishment") > 0.4)
                    & (r("symbolic.credibility") < r("symbolic.critical_credibility"))
                    & (r("tangible.credibility") < r("tangible.critical_credibility"))
                ),
            ),
            Say(
                "Help would come too weak to matter: all rests on what allies impose from afar.",
                lambda r: r("help_strength") < 0.1,
            ),
            Say("Both ways count only as far as the guarantor is believed: {symbolic.credibility:%} on paper."),
        ],
    ],
    opens=WORDS_AND_TROOPS,
    presets=[
        Preset("Only denial", {"punishment": 0.0, "help_strength": 1.4}, "Strong help, and nothing imposed from afar."),
        Preset("Only punishment", {"punishment": 0.7, "help_strength": 0.0}, "No help that fights, and a heavy price."),
        Preset("A threat by the unconcerned", {"punishment": 1.0, "stake": 0.2}, "A huge threat, hardly believed."),
    ],
    predict=CurvePrediction(
        id="punishment",
        question="Allies promise to punish an attack, up to a cost as large as the prize itself. But the protégé"
        " matters little to them. Draw how likely the attack stays.",
        series="symbolic",
        quantity="attack_probability",
        state={"punishment": 1.0, "stake": 0.2},
        at="with a punishment of {x}",
        form=".1f",
        measure="Chance of attack, in %, along the punishment (1 = as large as the prize)",
        points=6,
        reason="With the largest punishment still {symbolic.attack_probability:%}: it counts only if it comes, and the"
        " challenger puts that chance at {symbolic.credibility:%}.",
    ),
    caption="In this model whoever fights also punishes; in life allies may punish without fighting, or threaten a"
    " nuclear war that no one would choose. Left out too: what the punishment costs those who impose it.",
)
