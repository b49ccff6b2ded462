"""What the capstone's lab says, and what it shows of the three seats and of those who might guarantee."""

from __future__ import annotations

from html import escape
from typing import Any

import altair as alt

from coursekit.lab.charts.theme import INK, MIXED, PAPER, SYMBOLIC, TANGIBLE
from coursekit.lab.declare import Say
from deterrence.evidence import provider_profiles
from deterrence.labs._shared.opening import IDLE

FEARS = {
    "win_expected": "Challenger: to win",
    "drawn_in": "Guarantor: to be at war",
    "overrun": "Protégé: to be beaten",
}
SERIES = ["nothing", "symbolic", "tangible", "mixed"]


def seats(point: Any) -> alt.LayerChart | alt.FacetChart:
    """Return what each seat looks at under no guarantee, words, things and the reader's package."""
    y = alt.Y(
        "name:N",
        title=None,
        sort=list(FEARS.values()),
        axis=alt.Axis(domain=False, ticks=False, labelFontSize=14, labelLimit=260),
    )
    layers: list[Any] = []
    for fear, name in FEARS.items():
        row = alt.Chart(point).transform_calculate(name=f"'{name}'")
        x = alt.X(
            f"{fear}:Q",
            scale=alt.Scale(domain=[0, 1]),
            title="Chance; ochre: words only; blue: three pillars",
            axis=alt.Axis(format="%", tickCount=5),
        )
        yours = row.transform_filter("datum.series == 'mixed'")
        layers.append(
            yours.mark_rule(strokeWidth=9, opacity=0.28, color=MIXED).encode(
                y=y, x=alt.X(f"{fear}_low:Q"), x2=f"{fear}_high:Q"
            )
        )
        layers.append(
            row.mark_circle(size=110, strokeWidth=2.5, opacity=1).encode(
                y=y,
                x=x,
                stroke=alt.Stroke(
                    "series:N", scale=alt.Scale(domain=SERIES, range=[INK, SYMBOLIC, TANGIBLE, MIXED]), legend=None
                ),
                fill=alt.Fill(
                    "series:N", scale=alt.Scale(domain=SERIES, range=[PAPER, PAPER, TANGIBLE, MIXED]), legend=None
                ),
            )
        )
        for series, word, dy in (("nothing", "none", 20), ("mixed", "yours", -18)):
            layers.append(
                row.transform_filter(f"datum.series == '{series}'")
                .mark_text(dy=dy, fontWeight=600)
                .encode(y=y, x=x, text=alt.value(word))
            )
    return alt.layer(*layers).properties(height=210, title="What each seat looks at: with no guarantee, and with yours")


def context() -> str:
    """Return the table of those who might guarantee: what they gave, what they spend, what they said, as of when."""
    profiles = provider_profiles()
    rows = "".join(
        f'<tr><th scope="row">{escape(str(name))}</th><td>{_number(row["military aid"])}</td>'
        f"<td>{_number(row['military spending'] / 1000)}</td><td>{escape(row['stance'])}</td>"
        f"<td>{row['stance_as_of']:%d.%m.%Y}</td></tr>"
        for name, row in profiles.iterrows()
    )
    return (
        "<details><summary>Those who might guarantee: what they gave, spend and said</summary>"
        '<div class="scroll" tabindex="0" role="region" aria-label="Those who might guarantee"><table><thead><tr>'
        '<th scope="col">Provider</th><th scope="col">Military aid to Ukraine, billion €, to January 2026</th>'
        '<th scope="col">Military spending, billion $, 2018</th><th scope="col">On troops (our sorting)</th>'
        f'<th scope="col">Said on</th></tr></thead><tbody>{rows}</tbody></table></div>'
        '<p><span class="badge">measured</span> aid (Kiel Institute), spending (SIPRI, current prices);'
        ' <span class="badge">claimed</span> words.</p></details>'
    )


def _number(value: float) -> str:
    return "—" if value != value else f"{value:.1f}"


SAYS = [
    [
        Say(
            "For {budget:.1f} billion euros a year your package takes {mixed.deterrence_value:points} off the chance of"
            " attack ({mixed.deterrence_value.low:hundredths} to {mixed.deterrence_value.high:hundredths}).",
            lambda r: r("equal_cost") > 0.5,
        ),
        Say(
            "For about {mixed.guarantee_cost:.1f} billion euros a year your package takes"
            " {mixed.deterrence_value:points} off the chance of attack"
            " ({mixed.deterrence_value.low:hundredths} to {mixed.deterrence_value.high:hundredths})."
        ),
    ],
    IDLE,
    [
        Say(
            "From the challenger’s chair: if you attack, you win with {mixed.win_expected:%}, with no guarantee"
            " {nothing.win_expected:%}.",
            lambda r: r("seat") < 0.5,
        ),
        Say(
            "From the guarantor’s chair: your chance to be at war rises from {nothing.drawn_in:%} to"
            " {mixed.drawn_in:%}: what you sign binds you more than it deters.",
            lambda r: (r("seat") < 1.5) & (r("mixed.drawn_in") > r("nothing.drawn_in") + 0.005),
        ),
        Say(
            "From the guarantor’s chair: your chance to be at war is {mixed.drawn_in:%}, with no guarantee"
            " {nothing.drawn_in:%}.",
            lambda r: r("seat") < 1.5,
        ),
        Say(
            "From the protégé’s chair: your chance to be attacked and beaten is {mixed.overrun:%}, with no guarantee"
            " {nothing.overrun:%}."
        ),
    ],
    [
        Say("Nobody is in the coalition: no help would come.", lambda r: r("mixed.coalition_share") <= 0),
        # Where all are in it, there is nothing to say of the share.
        Say(
            "Your coalition spent {mixed.coalition_share:%} of what all here spent on their forces.",
            lambda r: (r("by_spending") > 0.5) & (r("mixed.coalition_share") < 0.995),
        ),
        Say(
            "Your coalition gave {mixed.coalition_share:%} of the military aid that all here gave.",
            lambda r: r("mixed.coalition_share") < 0.995,
        ),
    ],
    [
        Say(
            "No troops are in your package.",
            lambda r: r("troops_share") <= 0,
        ),
        # What Britain and France have declared stands in the table of context; a gap between package and word is said.
        Say(
            "Troops are in your package, but nobody in this coalition has declared that it would send any.",
            lambda r: (r("with_uk") <= 0.5) & (r("with_france") <= 0.5),
        ),
    ],
]
