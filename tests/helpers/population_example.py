"""A small lab over the simulated dyads, for the tests of the kind of lab (and to show how one is made)."""

import altair as alt

from coursekit.lab.declare import Axis, Population, Say, Slider
from coursekit.lab.display import Lab
from deterrence.analysis.population import GIVEN, dyads
from deterrence.model import SELECTION


def chart(curve, point, people):
    """Attack by credibility: in all dyads and in crises, and some dyads one by one."""
    x = alt.X("dyad_credibility:Q", scale=alt.Scale(domain=[0, 1]))
    bars = (
        alt.Chart(curve).mark_rule().encode(x=x, y="crisis_attack_low:Q", y2="crisis_attack_high:Q", color="series:N")
    )
    line = alt.Chart(curve).mark_line().encode(x=x, y="fit:Q", color="series:N")
    dots = (
        alt.Chart(people).mark_circle().encode(x=x, y="crisis_attack:Q", opacity=alt.Opacity("crisis:Q", legend=None))
    )
    return (bars + line + dots).properties(height=220)


def example(**changes) -> Lab:
    """Return the lab, with some of its parts changed."""
    table = dyads()
    given = {
        "id": "probe",
        "title": "selection",
        "question": "Who is attacked?",
        "model": SELECTION,
        "show": ("crisis_attack",),
        "compare": {},
        "labels": {"all": "All dyads", "crises": "Crises only"},
        "controls": [
            Slider("probe_cost", "What a crisis costs the challenger", 0.0, 1.0, 0.05, form=".2f"),
            Slider("choice_noise", "Noise", 0.05, 1.0, 0.05, form=".2f"),
        ],
        "draws": {},
        "x": Axis("dyad_credibility", 0.0, 1.0, 8),
        "population": Population(
            {name: table[column].to_numpy(float) for column, name in GIVEN.items()}, {"all": None, "crises": "crisis"}
        ),
        "chart": chart,
        "says": [
            [
                Say("{all.count:,} dyads, {crises.count:,} crises."),
            ],
            [
                Say("Among crises the slope is {crises.slope:.2f}.", lambda r: r("crises.slope") > r("all.slope")),
                Say("The slopes are alike."),
            ],
        ],
    }
    return Lab(**given | changes)
