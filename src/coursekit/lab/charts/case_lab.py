"""A case lab's timeline and map as one Altair chart, for notebooks and learners' code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from coursekit.lab.charts.theme import MIXED, PAPER, RULE, STYLE, SYMBOLIC, TANGIBLE, WIDTH
from coursekit.lab.charts.worldmap import land
from coursekit.lab.declare.case_lab import KINDS, Case, CaseLabSpec


def figure(lab: CaseLabSpec, cases: Sequence[Case]) -> Any:
    """Return timeline above map of some cases.

    Parameters
    ----------
    lab : CaseLabSpec
        The lab.
    cases : sequence of Case
        The cases that are drawn.

    Returns
    -------
    altair.VConcatChart
        Both, one above the other.
    """
    rows = [
        {
            "name": case.name,
            "kind": case.kind,
            "start": case.start,
            "end": lab.now if case.end is None else case.end,
            "event": case.event,
            "longitude": case.place[0] if case.place else None,
            "latitude": case.place[1] if case.place else None,
        }
        for case in cases
    ]
    data = alt.InlineData(values=rows)
    colours = [SYMBOLIC, MIXED, TANGIBLE]
    colour = alt.Stroke(
        "kind:N", scale=alt.Scale(domain=KINDS, range=colours), legend=alt.Legend(title=None, orient="top")
    )
    fill = alt.Fill("kind:N", scale=alt.Scale(domain=KINDS, range=[PAPER, RULE, TANGIBLE]), legend=None)
    years = alt.Axis(format="d")
    bars = (
        alt.Chart(data)
        .mark_bar(height=9, strokeWidth=1.5)
        .encode(
            x=alt.X("start:Q", title=None, axis=years, scale=alt.Scale(zero=False)),
            x2="end:Q",
            y=alt.Y("name:N", title=None, sort=alt.SortField("start"), axis=alt.Axis(labelLimit=230)),
            stroke=colour,
            fill=fill,
            tooltip=["name:N", "start:Q", "end:Q"],
        )
        .properties(title=lab.timeline, width=WIDTH - 240)
    )
    shapes: Any = [{"type": "Polygon", "coordinates": land()}]
    ground = alt.Chart(alt.InlineData(values=shapes)).mark_geoshape(fill=RULE, stroke=None)
    marks = (
        alt.Chart(data)
        .transform_filter("isValid(datum.longitude)")
        .mark_point(size=60, strokeWidth=2, opacity=1)
        .encode(longitude="longitude:Q", latitude="latitude:Q", stroke=colour, fill=fill, tooltip=["name:N"])
    )
    map_ = alt.layer(ground, marks).project("equalEarth").properties(title=lab.map, width=WIDTH, height=300)
    return alt.vconcat(bars, map_).configure(**STYLE)
