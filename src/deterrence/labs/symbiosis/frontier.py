"""What does money buy at best? The best split of a budget, as the budget grows."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.charts.theme import PAPER, SYMBOLIC, TANGIBLE
from coursekit.lab.declare import Axis, Choice, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import POINTS, lines
from deterrence.labs._shared.crossover import crossover_view
from deterrence.labs._shared.opening import PROPOSED
from deterrence.model import GRAPH, draws, forms

SHARES = {"best_words": "Words", "best_troops": "Presence", "best_industry": "Industry", "best_army": "Army"}
LABELS = {"symbolic": "Words only", "tangible": "Things only", "mixed": "Best of both"}

ALONG = Axis("budget", 0.5, 30.0, steps=21)


def _split(point: Any) -> Any:
    """Return the best split of all four as bars."""
    names, blue = list(SHARES.values()), [TANGIBLE] * 3
    called = " : ".join(f"datum.key == '{key}' ? '{name}'" for key, name in SHARES.items()) + " : ''"
    rows = alt.Chart(point).transform_filter("datum.series == 'mixed'").transform_fold(list(SHARES))
    return (
        rows.transform_calculate(name=called)
        .mark_bar(size=20, strokeWidth=2.5)
        .encode(
            y=alt.Y(
                "name:N",
                title=None,
                sort=names,
                axis=alt.Axis(domain=False, ticks=False, labelFontSize=14),
            ),
            x=alt.X(
                "value:Q",
                scale=alt.Scale(domain=[0, 1]),
                title="Share of the budget",
                axis=alt.Axis(format="%", tickCount=5),
            ),
            stroke=alt.Stroke("name:N", scale=alt.Scale(domain=names, range=[SYMBOLIC, *blue]), legend=None),
            fill=alt.Fill("name:N", scale=alt.Scale(domain=names, range=[PAPER, *blue]), legend=None),
        )
        .properties(height=150, title="How the best of both is split")
    )


def chart(curve: Any, point: Any) -> list[Any]:
    """Return two charts: what the best splits give along the budget, and the split at the point."""
    along = lines(
        curve,
        point,
        "best_value",
        ALONG,
        "Billion € a year",
        LABELS,
        title="Points off the chance of attack",
        domain=(-0.05, 0.75),
        form=POINTS,
        ends=("symbolic",),
    )
    return [along, _split(point)]


LAB: Lab = Lab(
    id="frontier",
    title="the cost frontier",
    question="How would you spend it, and what does more money buy?",
    model=GRAPH,
    show=("best_value", *SHARES),
    compare={"symbolic": {"pillars_open": 0.0}, "tangible": {"pillars_open": 1.0}, "mixed": {"pillars_open": 2.0}},
    labels=LABELS,
    controls=[
        Slider("budget", "What the guarantee may cost", 0.5, 30.0, 0.5, "billion € a year", ".1f"),
        Choice(
            "prize",
            "How much the challenger wants it",
            {
                "less": ("less (0.8)", 0.8),
                "default": ("as usual (1.0)", 1.0),
                "more": ("more (1.3)", 1.3),
                "most": ("very much (1.6)", 1.6),
            },
        ),
    ],
    draws=draws(),
    forms=(forms.ENTRY, forms.COSTS, forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=ALONG,
    along=("best_value",),
    chart=chart,
    main=("budget", "prize"),
    views=[
        View(
            "Value",
            "best_value",
            says=[
                Say(
                    "The best of both takes {mixed.best_value:points} off the chance of attack: words alone"
                    " {symbolic.best_value:points}, things alone {tangible.best_value:points}"
                )
            ],
        ),
        View(
            "Split",
            says=[
                Say("Most of the money goes on words: {mixed.best_words:%}", lambda r: r("mixed.best_words") >= 0.5),
                Say("Most of the money goes on things: words get {mixed.best_words:%}"),
            ],
        ),
        crossover_view(lambda: LAB, "things"),
    ],
    says=[
        [
            Say(
                "Spent best, {budget:.1f} billion a year take {mixed.best_value:points} off the chance of attack"
                " ({mixed.best_value.low:hundredths} to {mixed.best_value.high:hundredths}):"
                " {mixed.best_words:%} on words, {mixed.best_troops:%} on presence,"
                " {mixed.best_industry:%} on industry, {mixed.best_army:%} on the army."
            )
        ],
        [
            Say(
                "Words only would give {symbolic.best_value:points}, things only {tangible.best_value:points}.",
            )
        ],
    ],
    opens={"budget": PROPOSED["budget"]},
    presets=[
        Preset("First billion", {"budget": 1.0}, "More than half of it goes into words."),
        Preset("Ten billion", {"budget": 10.0}, "Presence first, then industry and army; words still get something."),
        Preset("Very much at stake", {"budget": 20.0, "prize": "most"}, "Presence takes most of it."),
    ],
    predict=Prediction(
        id="frontier",
        question="Ten billion euros a year, split so that it deters most. How much of it goes to words, in per cent?",
        state={"budget": 10.0},
        answer=lambda r: 100 * r["mixed.best_words"],
        reason="Words are cheap and soon used up: a little buys most of what they can do, and"
        " without that little the rest does less.",
        start=30,
        high=100,
        unit="%",
    ),
    caption="The splits are best at the model’s middle numbers, which no one has measured; the bands keep those splits."
    " Left out: that industry and army also serve if deterrence fails, and that money does not buy willingness.",
)
