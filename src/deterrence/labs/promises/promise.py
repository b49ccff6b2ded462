"""What is a promise worth? Credibility against what is needed, and the attack it prevents."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.charts.theme import CHALLENGER, INK, PAPER, SYMBOLIC, TANGIBLE
from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.evidence import honour_rates
from deterrence.labs._shared.charts import BAND
from deterrence.labs._shared.controls import AHEAD, BUDGET, COMMITMENT, EQUAL_COST, PRIZE, VALUES
from deterrence.labs._shared.crossover import crossover_view
from deterrence.labs._shared.findings import deters
from deterrence.labs._shared.opening import WORDS_AND_TROOPS
from deterrence.model import GRAPH, draws, forms

LABELS = {"symbolic": "On paper", "tangible": "Troops"}
COLOUR = alt.Scale(domain=["symbolic", "tangible"], range=[SYMBOLIC, TANGIBLE])
FILL = alt.Scale(domain=["symbolic", "tangible"], range=[PAPER, TANGIBLE])
DASH = alt.Scale(domain=["symbolic", "tangible"], range=[[7, 5], [1, 0]])
NAME = "datum.series == 'symbolic' ? 'On paper' : 'Troops'"


def chart(curve: Any, point: Any) -> list[alt.LayerChart | alt.FacetChart]:
    """Return two charts: has and needs credibility at the point, and deterrence value along the prize."""
    return [_value(curve, point), _needs(point)]


def _needs(point: Any) -> alt.LayerChart | alt.FacetChart:
    y = alt.Y(
        "name:N", title=None, sort=["On paper", "Troops"], axis=alt.Axis(domain=False, ticks=False, labelFontSize=14)
    )
    x = alt.X(
        "credibility:Q",
        scale=alt.Scale(domain=[0, 1]),
        title="Chance that the guarantor fights",
        axis=alt.Axis(format="%", tickCount=5),
    )
    base = alt.Chart(point).transform_calculate(name=NAME)
    colour = alt.Color("series:N", scale=COLOUR, legend=None)
    band = base.mark_rule(strokeWidth=9, opacity=0.28).encode(
        y=y, x=alt.X("credibility_low:Q"), x2="credibility_high:Q", color=colour
    )
    has = base.mark_circle(size=130, strokeWidth=2.5, opacity=1).encode(
        y=y, x=x, stroke=colour, fill=alt.Fill("series:N", scale=FILL, legend=None)
    )
    needs = base.mark_tick(thickness=3.5, size=34, color=CHALLENGER).encode(y=y, x="critical_credibility:Q")
    word = base.mark_text(dy=-24, color=CHALLENGER, fontWeight=600).encode(
        y=y, x="critical_credibility:Q", text=alt.value("needed")
    )
    return alt.layer(band, needs, word, has).properties(height=120, title="Has it the credibility it needs?")


def _value(curve: Any, point: Any) -> alt.LayerChart | alt.FacetChart:
    x = alt.X(
        "prize:Q",
        title="How much the challenger wants it (1 = the default case)",
        axis=alt.Axis(grid=False, tickCount=6),
    )
    y = alt.Y(
        "deterrence_value:Q",
        title=None,
        scale=alt.Scale(domain=[-0.1, 0.6], clamp=True),
        axis=alt.Axis(labelExpr="format(100 * datum.value, '.0f')", tickCount=6),
    )
    colour = alt.Color("series:N", scale=COLOUR, legend=None)
    lines = alt.Chart(curve)
    band = lines.mark_area(**BAND).encode(
        x=x,
        y=alt.Y("deterrence_value_low:Q"),
        y2="deterrence_value_high:Q",
        color=colour,
        stroke=alt.Stroke("series:N", scale=COLOUR, legend=None),
    )
    line = lines.mark_line(strokeWidth=2.5).encode(
        x=x, y=y, color=colour, strokeDash=alt.StrokeDash("series:N", scale=DASH, legend=None)
    )
    here = alt.Chart(point)
    rule = here.mark_rule(strokeDash=[2, 4], color=INK).encode(x="prize:Q")
    dot = here.mark_circle(size=110, strokeWidth=2.5, opacity=1).encode(
        x=x, y=y, stroke=colour, fill=alt.Fill("series:N", scale=FILL, legend=None)
    )
    # Direct labels that never collide: the higher point is named above, the lower below.
    ranked = here.transform_calculate(name=NAME).transform_window(
        rank="row_number()", sort=[alt.SortField("deterrence_value", order="descending")]
    )
    words = [
        ranked.transform_filter(f"datum.rank == {rank}")
        .mark_text(align="left", dx=10, dy=dy, fontWeight=600, fontSize=14)
        .encode(x=x, y=y, text="name:N", color=colour)
        for rank, dy in ((1, -14), (2, 16))
    ]
    return alt.layer(band, line, rule, dot, *words).properties(height=260, title="Points off the chance of attack")


def context() -> str:
    """Return the honour rates that stand beside the lab: context, never a point on the scale of credibility."""
    rates = honour_rates().set_index(["obligation", "era"]).to_dict("index")
    rows = [
        ("all promises, 1816–2003", rates[("any", "1816-2003")]),
        ("before 1945", rates[("any", "1816-1944")]),
        ("since", rates[("any", "1945-2003")]),
        ("promises to defend", rates[("defence", "1816-2003")]),
    ]
    said = "; ".join(
        f"{name}: {row['honoured']} of {row['tested']}, {row['rate']:.0%} ({row['low']:.0%}–{row['high']:.0%})"
        for name, row in rows
    )
    return (
        f"<p><b>How often were promises kept, once a war had put them to the test?</b> {said}."
        ' <span class="badge">measured</span> <span class="badge">intervals: estimated</span>'
        " Berkemeier and Fuhrmann 2018. Promises to defend are tested only where they failed to deter, so the rates are"
        " no points on the scale above.</p>"
    )


SAYS = [
    [VALUES],
    [
        Say(
            "So little is at stake that attack would not pay even without them.",
            lambda r: r("symbolic.critical_credibility") <= 0,
        ),
        Say(
            "Against the words alone attack no longer pays: they are as credible as they need to be.",
            lambda r: r("symbolic.credibility") > r("symbolic.critical_credibility"),
        ),
        Say(
            "Attack still pays against the words, and no longer against the troops.",
            lambda r: r("tangible.credibility") > r("tangible.critical_credibility"),
        ),
        Say("Attack pays against either; both make it less likely."),
    ],
    [AHEAD],
]

LAB: Lab = Lab(
    id="promise",
    title="what a promise is worth",
    question="What changes the challenger’s mind: a word, or soldiers at the same price?",
    model=GRAPH,
    show=("deterrence_value", "credibility", "critical_credibility", "attack_probability"),
    compare={
        "symbolic": {"words_share": 1.0, "troops_share": 0.0},
        "tangible": {"words_share": 0.0, "troops_share": 1.0},
    },
    labels=LABELS,
    controls=[
        PRIZE,
        EQUAL_COST,
        BUDGET,
        COMMITMENT,
        Slider("contingent", "The troops", 0, 40_000, 500, "troops", when=("equal_cost", "size")),
    ],
    draws=draws(),
    forms=(forms.ENTRY, forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=Axis("prize", 0.2, 2.0),
    chart=chart,
    main=("prize", "budget", "contingent"),
    views=[
        View("Value", "deterrence_value", says=deters()),
        View(
            "Needed and there",
            "credibility",
            says=[
                Say(
                    "Words are as credible as they need to be",
                    lambda r: r("symbolic.credibility") > r("symbolic.critical_credibility"),
                ),
                Say(
                    "Troops are as credible as they need to be, words are not",
                    lambda r: r("tangible.credibility") > r("tangible.critical_credibility"),
                ),
                Say("Neither is as credible as it needs to be"),
            ],
            key={"needed": "needed"},
        ),
        crossover_view(lambda: LAB),
    ],
    context=context,
    says=SAYS,
    opens=WORDS_AND_TROOPS,
    presets=[
        Preset(
            "Budapest 1994",
            {"equal_cost": "size", "commitment": "memorandum", "contingent": 5000, "prize": 1.0},
            "A memorandum that promised to consult. The troops are a “what if”: none were ever offered.",
        ),
        Preset(
            "A smaller prize",
            {"prize": 0.8, "budget": 1.0},
            "A challenger with a little less to win, and a billion a year for each side: here a word is enough.",
        ),
        Preset(
            "Korea 1953",
            {"equal_cost": "size", "commitment": "treaty", "contingent": 40_000, "prize": 0.9},
            "A ratified treaty or forty thousand troops."
            " In history Korea had both, which is why neither can be credited alone.",
        ),
        Preset(
            "Determined attacker",
            {"prize": 1.6, "budget": 5.0},
            "Past some point neither a word nor a brigade is enough.",
        ),
    ],
    predict=Prediction(
        id="promise",
        question="A memorandum promises to consult if there is an attack."
        " By how much does it lower the chance of attack?",
        state={"equal_cost": "size", "commitment": "memorandum"},
        answer=lambda r: 100 * r["symbolic.deterrence_value"],
        reason="In this model the memorandum takes {symbolic.deterrence_value:points} off"
        " ({symbolic.deterrence_value.low:hundredths} to {symbolic.deterrence_value.high:hundredths}):"
        " breaking it costs its signers little, and the challenger knows that.",
        start=30,
        high=100,
        unit="points",
        unit_one="point",
    ),
    caption="Left out: nuclear weapons, what words do besides deter, and time."
    " Chances are for one severe crisis, not a year. No one has measured"
    " these parameters; bands show how far honest guesses differ.",
)
