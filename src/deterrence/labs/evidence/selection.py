"""A thousand pairs of states, and the few whose crises we see: what selection does to what history shows."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.charts.theme import CHALLENGER, INK, SOFT
from coursekit.lab.declare import Axis, Population, Prediction, Preset, Say, Slider, Toggle, View
from coursekit.lab.display import Lab
from deterrence.analysis.population import GIVEN, dyads
from deterrence.labs._shared.charts import named as series_named
from deterrence.model import SELECTION

LABELS = {"all": "all pairs", "crises": "crises only"}
COLOUR = alt.Scale(domain=list(LABELS), range=[INK, CHALLENGER])
DASH = alt.Scale(domain=list(LABELS), range=[[1, 0], [7, 5]])


def chart(curve: Any, point: Any, people: Any) -> list[alt.LayerChart]:
    """Return the pairs one by one, and the share attacked by credibility: among all, and among crises."""
    x = alt.X("dyad_credibility:Q", scale=alt.Scale(domain=[0.1, 0.9]), title="How credible the guarantor looks",
              axis=alt.Axis(format="%", grid=False, tickCount=4))  # fmt: skip
    fate = alt.Color("fate:N", legend=None, scale=alt.Scale(
        domain=["no crisis", "crisis, no attack", "attack"], range=[SOFT, INK, CHALLENGER]))  # fmt: skip
    named = "datum.crisis < 0.5 ? 'no crisis' : datum.crisis_attack > 0.5 ? 'attack' : 'crisis, no attack'"
    y = alt.Y("fate:N", title=None, axis=alt.Axis(domain=False, ticks=False, labelFontSize=14))
    dots = alt.Chart(people).transform_calculate(fate=named).mark_circle(size=26, opacity=0.7).encode(
        x=x, y=y, yOffset="jitter:Q", color=fate)  # fmt: skip
    share = alt.Y("crisis_attack:Q", title=None, scale=alt.Scale(domain=[0, 1], clamp=True),
                  axis=alt.Axis(format="%", tickCount=5))  # fmt: skip
    colour = alt.Color("series:N", scale=COLOUR, legend=None)
    bins = alt.Chart(curve)
    rules = bins.mark_rule(strokeWidth=6, opacity=0.25).encode(
        x=x, y=alt.Y("crisis_attack_low:Q"), y2="crisis_attack_high:Q", color=colour)  # fmt: skip
    marks = bins.mark_point(filled=True, size=60, opacity=1).encode(x=x, y=share, color=colour)
    lines = bins.mark_line(strokeWidth=2.5, clip=True).encode(
        x=x, y="fit:Q", color=colour, strokeDash=alt.StrokeDash("series:N", scale=DASH, legend=None))  # fmt: skip
    last = bins.transform_filter("abs(datum.dyad_credibility - 0.65) < 0.04").transform_calculate(
        name=series_named(LABELS)
    )
    words = last.mark_text(align="left", dx=7, dy=-13, fontWeight=600, fontSize=14).encode(
        x=x, y="fit:Q", text="name:N", color=colour)  # fmt: skip
    return [alt.layer(rules, lines, marks, words).properties(height=240, title="Share attacked"),
            dots.properties(height=150, title="Two hundred of the thousand pairs")]  # fmt: skip


# fmt: off
TABLE = dyads()
LAB = Lab(
    id="selection",
    title="what we never see",
    question="If you saw only the crises, would you think that credible promises work?",
    model=SELECTION,
    show=("crisis_attack",),
    compare={},
    labels=LABELS,
    controls=[
        Slider("motive_spread", "How much challengers differ in what they want", 0.0, 1.5, 0.1, form=".1f"),
        Slider("news_weight", "How much a crisis teaches about the guarantor", 0.0, 1.0, 0.1, form="%"),
        Slider("probe_cost", "What starting a crisis costs", 0.0, 0.5, 0.05, form=".2f"),
        Slider("choice_noise", "How far chance decides", 0.05, 0.6, 0.05, form=".2f"),
        Toggle("by_lot", "Crises break out by lot, not by choice"),
    ],
    draws={},
    x=Axis("dyad_credibility", 0.1, 0.9, 8),
    population=Population(
        {name: TABLE[column].to_numpy(float) for column, name in GIVEN.items()}, {"all": None, "crises": "crisis"}
    ),
    chart=chart,
    main=("news_weight", "motive_spread"),
    views=[
        View(
            "Share attacked",
            says=[
                Say(
                    "Credible guarantors are attacked less, and crises alone do not show it",
                    lambda r: (r("all.slope") < 0) & (r("crises.slope.high") > 0),
                ),
                Say("Credible guarantors are attacked less, and crises show it too", lambda r: r("all.slope") < 0),
                Say("Here credibility does not make attack rarer"),
            ],
        ),
        View("Pairs", says=[Say("Of {all.count:,} pairs {crises.count:,} come to a crisis")], series=("none",)),
    ],
    says=[
        [Say("Of {all.count:,} pairs {crises.count:,} come to a crisis; the others are never in the books.")],
        [Say("Among all pairs attack falls with credibility. Among crises it seems to rise.",
             lambda r: (r("all.slope.high") < 0) & (r("crises.slope.low") > 0)),
         Say("Among all pairs attack falls with credibility. Among crises that is gone, or not to be seen.",
             lambda r: (r("all.slope.high") < 0) & (r("crises.slope.high") > 0)),
         Say("Among crises, too, credible promises are attacked less, and the line is flatter.",
             lambda r: (r("crises.slope") < 0) & (r("crises.slope") > r("all.slope"))),
         Say("Among crises, too, credible promises are attacked less: here nothing misleads.")],
        [Say("Slope of the line, from no credibility to full: {all.slope:.2f} among all, {crises.slope:.2f}"
             " ({crises.slope.low:.2f} to {crises.slope.high:.2f}) among crises.")],
    ],
    presets=[
        Preset("By lot", {"by_lot": "1"}, "If nobody chose, crises would be a fair sample. Nobody is so lucky."),
        Preset("All want the same", {"motive_spread": 0.0}, "Without hidden motives, less is hidden from us."),
        Preset("A crisis teaches nothing", {"news_weight": 0.0}, "Then what deterred before the crisis deters in it."),
        Preset("Cool heads", {"choice_noise": 0.05}, "The better they calculate, the more their choice misleads us."),
    ],
    predict=Prediction(
        id="selection", question="Among these pairs, credible guarantors are attacked less. And if we look only at the"
        " pairs that came to a crisis?", options={"less": "there, too, less", "same": "about the same, or more"},
        answer=lambda r: "less" if r["crises.slope.high"] < 0 else "same",
        reason="Among all pairs the slope is {all.slope:.2f}, among crises {crises.slope:.2f}. Whoever tries a"
        " credible guarantor wants the prize badly; those whom its credibility deterred are not in the sample.",
    ),
    caption="Made up, and only one of many possible populations: whether the sign turns depends on it. After an idea of"
    " Fearon (2002), in a form of our own. Intervals hold nine in ten.",
)
