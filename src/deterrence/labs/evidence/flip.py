"""Find the assumption that flips the result: of the numbers that nobody knows, which decides who is ahead."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import POINTS, Chart, lines
from deterrence.labs._shared.controls import LABELS, PRIZE, SIZES, TROOPS_ONLY, VALUES, WORDS_ONLY
from deterrence.labs._shared.crossover import crossover_view
from deterrence.labs._shared.findings import deters
from deterrence.labs._shared.opening import WORDS_AND_TROOPS
from deterrence.model import GRAPH, draws, forms

X = Axis("audience_ceiling", 0.0, 0.45)


def chart(curve: Any, point: Any) -> Chart:
    """Return deterrence value along what a broken promise costs: where the lines cross, the result flips."""
    said = "What breaking the firmest promise costs its giver"
    title = "Points off the chance of attack along one guess"
    return lines(curve, point, "deterrence_value", X, said, LABELS, title=title,
                 domain=(-0.1, 0.6), form=POINTS, ends=tuple(LABELS), height=280)  # fmt: skip


# fmt: off
LAB: Lab = Lab(
    id="flip",
    title="find the assumption that flips it",
    question="Words or troops? Move one guess at a time until the answer turns over.",
    model=GRAPH,
    show=("deterrence_value", "war_deterrence"),
    compare={"symbolic": WORDS_ONLY, "tangible": TROOPS_ONLY},
    labels=LABELS,
    controls=[
        Slider("audience_ceiling", "What breaking the firmest promise costs its giver", 0.0, 0.45, 0.01, form=".2f"),
        Slider("tripwire_pull", "How strongly its own dead pull a guarantor in", 0.0, 0.45, 0.01, form=".2f"),
        Slider("war_cost", "What fighting costs the guarantor", 0.35, 0.7, 0.01, form=".2f"),
        Slider("strength_posted", "Strength of 10,000 light troops on the spot", 0.02, 0.14, 0.005, form=".3f"),
        PRIZE,
        *SIZES,
    ],
    draws=draws(),
    forms=(forms.ENTRY, forms.CHOICE, forms.RUNGS, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=X,
    chart=chart,
    main=("audience_ceiling", "tripwire_pull"),
    views=[
        View("Value", "deterrence_value", says=deters()),
        crossover_view(lambda: LAB),
    ],
    says=[
        [VALUES],
        [Say("On these guesses the troops are ahead.",
             lambda r: r("tangible.deterrence_value") > r("symbolic.deterrence_value") + 0.005),
         Say("On these guesses the words are ahead.",
             lambda r: r("symbolic.deterrence_value") > r("tangible.deterrence_value") + 0.005),
         Say("On these guesses neither is ahead by as much as half a point.")],
        [Say("If war alone is counted, and lesser steps are open too, it is the other way round.",
             lambda r: (r("tangible.deterrence_value") - r("symbolic.deterrence_value"))
             * (r("tangible.war_deterrence") - r("symbolic.war_deterrence")) < 0),
         Say("Counting war alone, with lesser steps open too, gives the same order.")],
        [Say("With these guesses fixed and all others drawn, troops do better in {ahead:%} of the draws.")],
    ],
    opens=WORDS_AND_TROOPS,
    presets=[
        Preset("Broken words cost nothing", {"audience_ceiling": 0.0},
               "Snyder and Borghard (2011) find that leaders seldom pay for backing down from a threat."),
        Preset("Voters punish", {"audience_ceiling": 0.4, "budget": 5.0},
               "Tomz (2007) finds in survey experiments that citizens do punish leaders who back down."),
        Preset("The dead do not pull", {"tripwire_pull": 0.0, "budget": 5.0},
               "Musgrave and Ward (2023) find the pull of a tripwire far weaker than is commonly assumed."),
        Preset("The dead pull hard", {"tripwire_pull": 0.4}, "What the idea of the tripwire takes for granted."),
    ],
    predict=Prediction(
        id="flip",
        question="At a billion euros a year the words are ahead. Which of these guesses, moved alone as far as is"
        " plausible, puts the troops ahead?",
        state={"audience_ceiling": 0.05, "budget": 1.0},
        options={"audience": "what a broken promise costs its giver", "price": "what troops cost",
                 "stake": "what the protégé is worth to the guarantor", "none": "none of them"},
        answer=lambda r: "audience" if r["tangible.deterrence_value"] > r["symbolic.deterrence_value"] else "none",
        reason="If a broken word costs only {audience_ceiling:.2f}, words take {symbolic.deterrence_value:points} off"
        " and troops {tangible.deterrence_value:points}. Price and stake, moved alone, do not turn the order over.",
    ),
    caption="The result rests on numbers that no one has measured: a lab that shows a winner shows its guesses. Moved"
    " here one at a time; moved together, much smaller steps are enough.",
)
