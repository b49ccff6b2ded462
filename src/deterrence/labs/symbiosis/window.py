"""The window of vulnerability: what is there while the guarantee is being built."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.charts.theme import CHALLENGER
from coursekit.lab.declare import Axis, CurvePrediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import POINTS, lines
from deterrence.labs._shared.crossover import crossover_view
from deterrence.labs._shared.findings import WORDS, deters
from deterrence.labs._shared.opening import IDLE, PACKAGE_OPENS
from deterrence.labs._shared.package import LABELS, PACKAGES, SIZES
from deterrence.model import GRAPH, draws, forms

YEARS = "Years since the building began"
ALONG = Axis("buildup_years", 0, 16, steps=17)


def chart(curve: Any, point: Any) -> list[Any]:
    """Return two charts along the years: what deters by then, and what the challenger loses by waiting."""
    there, shift = (
        lines(curve, point, quantity, ALONG, YEARS, LABELS, title=title, domain=domain, form=POINTS, ends=("symbolic",))
        for quantity, title, domain in (
            ("building_value", "Points off the chance of attack by then", (-0.05, 0.6)),
            ("shift", "What the challenger loses by waiting, in points of its chance to win", (-0.02, 0.8)),
        )
    )
    limit = alt.Chart(point).transform_filter("datum.series == 'tangible'")
    y = alt.Y("preventive_threshold:Q")
    rule = limit.mark_rule(color=CHALLENGER, strokeWidth=2.5).encode(y=y)
    word = limit.mark_text(color=CHALLENGER, align="right", dy=-9, fontWeight=600).encode(
        y=y, x=alt.datum(16), text=alt.value("above this, striking first pays")
    )
    return [there, alt.layer(*shift.layer, rule, word).properties(height=240, title=shift.title)]


LAB: Lab = Lab(
    id="window",
    title="the window of vulnerability",
    question="Is the most dangerous year the one before the guarantee is ready?",
    model=GRAPH,
    show=("building_value", "shift", "preventive_threshold", "deterrence_value", "words_idle"),
    compare=PACKAGES,
    labels=LABELS,
    controls=[
        Slider("buildup_years", YEARS, 0, 16, 0.25, "years", ".2f"),
        Slider("prize", "How much the challenger wants it", 0.4, 3.0, 0.05, form=".2f"),
        Slider("cost_both", "What war costs both sides together", 0.2, 1.0, 0.05, form=".2f"),
        *SIZES,
    ],
    draws=draws(),
    forms=(forms.ENTRY, forms.COSTS, forms.CHOICE, forms.WORDS, forms.ENDURANCE, forms.HELP),
    x=ALONG,
    along=("building_value", "shift"),
    chart=chart,
    main=("buildup_years", "budget", "industry_programme"),
    views=[
        View(
            "Value by then",
            "building_value",
            says=deters(
                {
                    "symbolic": WORDS,
                    "tangible": ("The three pillars deter", "the three pillars"),
                    "mixed": ("All four deter", "all four"),
                },
                "building_value",
            ),
        ),
        View(
            "The window",
            "shift",
            says=[
                Say(
                    "The window is open: the challenger loses {tangible.shift:points} by waiting",
                    lambda r: r("tangible.shift") > r("tangible.preventive_threshold"),
                ),
                Say("The window is shut: the challenger loses {tangible.shift:points} by waiting"),
            ],
            key={"limit": "above this, striking first pays"},
        ),
        crossover_view(lambda: LAB, "the three pillars"),
    ],
    says=[
        [
            Say(
                "After {buildup_years:.1f} years the three pillars take {tangible.building_value:points} off"
                " the chance of attack, of {tangible.deterrence_value:points} when all is built; words bind at once"
                " ({symbolic.building_value:points})."
            )
        ],
        IDLE,
        [
            Say(
                "The window is open: by waiting the challenger would lose {tangible.shift:points} of its chance to win,"
                " more than the {tangible.preventive_threshold:points} at which striking first pays.",
                lambda r: r("tangible.shift") > r("tangible.preventive_threshold"),
            ),
            Say(
                "The window is shut: by waiting it would lose {tangible.shift:points} of its chance to win, and"
                " striking first pays above {tangible.preventive_threshold:points}.",
            ),
        ],
    ],
    opens=PACKAGE_OPENS,
    presets=[
        Preset(
            "A great and sudden shift",
            {"buildup_years": 0, "budget": 40.0, "prize": 2.5, "cost_both": 0.4},
            "Very much at stake, cheap war, and a programme announced before anything is there.",
        ),
        Preset(
            "The same, a year on",
            {"buildup_years": 1, "budget": 40.0, "prize": 2.5, "cost_both": 0.4},
            "Troops arrive first; most of the shift is behind.",
        ),
        Preset("A small programme", {"buildup_years": 0, "budget": 3.0}, "Too small a shift to be worth a war."),
    ],
    predict=CurvePrediction(
        id="window",
        question="Ten billion euros a year go to troops, industry and army in equal parts. Draw how many points they"
        " take off the chance of attack, year by year.",
        series="tangible",
        quantity="building_value",
        state={"budget": 10.0},
        at="after {x} years",
        measure="Points off the chance of attack",
        points=9,
        high=60,
        step=2,
        unit="points",
        unit_one="point",
        reason="In the end they are worth {tangible.deterrence_value:points}. The troops are there after a year or two;"
        " industry and army take longer.",
    ),
    caption="One round only, which is the most cautious form: where the game goes on, a far smaller shift is enough."
    " Left out: diplomacy, surprise, and a challenger that mistakes its chances.",
)
