"""A lab's charts as Altair, as Vega for the page, and as still pictures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import altair as alt

from coursekit.lab.evaluate.rows import Row, tables

if TYPE_CHECKING:
    from coursekit.lab.declare.model_lab import Lab

INK, SOFT, RULE, PAPER = "#1d2530", "#56616f", "#dcd8ce", "#ffffff"
SYMBOLIC, TANGIBLE, CHALLENGER, MIXED = "#9a5b00", "#17509e", "#a3342a", "#56616f"

# In the page colours follow the theme, so each stands for a variable of the style sheet.
_VARIABLES = {
    INK: "var(--ink)",
    SOFT: "var(--soft)",
    RULE: "var(--rule)",
    PAPER: "var(--card)",
    SYMBOLIC: "var(--symbolic)",
    TANGIBLE: "var(--tangible)",
    CHALLENGER: "var(--challenger)",
}

WIDTH = 640  # until the page gives the chart its own
FONT = "'Source Sans 3', system-ui, sans-serif"
STYLE: dict[str, Any] = {
    "background": PAPER,
    "font": FONT,
    "view": {"stroke": None},
    "title": {"anchor": "start", "color": INK, "fontSize": 15, "fontWeight": 600, "offset": 10},
    "axis": {
        "domainColor": SOFT,
        "gridColor": RULE,
        "labelColor": SOFT,
        "labelFontSize": 13,
        "tickColor": RULE,
        "titleColor": SOFT,
        "titleFontSize": 13,
        "titleFontWeight": 400,
        "labelOverlap": True,
    },
    "text": {"color": INK, "fontSize": 13},
}

TABLES = ("curve", "point", "people")
"""The tables over which charts are drawn, by name; the last for a population only."""

Spec = dict[str, Any]


def charts(lab: Lab, *tables: Any) -> list[Any]:
    """Return the lab's charts over the given data, styled, as wide as where they stand."""
    made = lab.chart(*tables) if lab.chart else []
    return [
        chart.properties(width=WIDTH, autosize=alt.AutoSizeParams(type="fit-x", contains="padding")).configure(**STYLE)
        for chart in (made if isinstance(made, list) else [made])
    ]


def for_page(lab: Lab) -> list[Spec]:
    """Return the charts as Vega specifications over the named tables."""
    import vl_convert

    named = charts(lab, *(alt.NamedData(name) for name in TABLES[: 3 if lab.population else 2]))
    return [_silent(_themed(vl_convert.vegalite_to_vega(_spoken_for(chart)))) for chart in named]


def still(lab: Lab, **keys: Any) -> list[str]:
    """Return the charts at a state as SVG, for before script runs and for print."""
    import vl_convert

    pictures = []
    for chart in charts(lab, *(data(rows) for rows in tables(lab, lab.state(**keys)))):
        svg = vl_convert.vegalite_to_svg(_themed(chart.to_dict(validate=False)))
        pictures.append(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))
    return pictures


def picture(spec: Spec) -> str:
    """Return any Vega-Lite specification as SVG in the course's colours, on no ground of its own."""
    import vl_convert

    config = {**STYLE, "background": "transparent", **spec.get("config", {})}
    config.pop("font", None)
    svg = vl_convert.vegalite_to_svg(_themed({**spec, "config": {**config, "font": FONT}}))
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" style="max-width:100%;height:auto" ', 1)


def bar_chart(lab: Lab, rows: list[Row]) -> alt.LayerChart | alt.FacetChart:
    """Return the bars of a lab without charts as Altair: the same values and intervals."""
    names = [lab.labels[name] for name in lab.compare]
    named = data([{**row, "name": lab.labels[row["series"]]} for row in rows])
    y = alt.Y("name:N", sort=names, title=None, axis=alt.Axis(labelLimit=220, labelFontSize=14))
    x = alt.X(f"{lab.bars}:Q", title=None, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    domain, colours = ["nothing", "symbolic", "tangible", "mixed"], [SOFT, SYMBOLIC, TANGIBLE, MIXED]
    colour = alt.Color("series:N", scale=alt.Scale(domain=domain, range=colours), legend=None)
    bars = alt.Chart(named).mark_bar(height=22).encode(y=y, x=x, color=colour)
    between = (
        alt.Chart(named).mark_rule(strokeWidth=3, color=INK).encode(y=y, x=f"{lab.bars}_low:Q", x2=f"{lab.bars}_high:Q")
    )
    title = lab.graph.symbol(lab.bars or "").meaning
    return alt.layer(bars, between).properties(width=WIDTH - 200, height=40 * len(rows), title=title)


def data(rows: list[Row]) -> alt.InlineData:
    """Return rows as inline data: no pandas is needed, and none is loaded in the page for it."""
    return alt.InlineData(values=[{k: None if v != v else v for k, v in row.items()} for row in rows])


def _spoken_for(chart: Any) -> Spec:
    """Return a chart without descriptions of its marks.

    In the page the sentence and the table say it, and writing a description of every point costs a third of a frame.
    """
    spec: Spec = chart.to_dict(validate=False)
    spec.setdefault("config", {})["aria"] = False
    return spec


def _silent(vega: Spec) -> Spec:
    """Return a Vega specification all of whose marks, axes and legends are hidden from screen readers.

    Vega-Lite's own setting takes their words away and leaves their roles, which is worse than either.
    """
    for kind in ("marks", "axes", "legends"):
        for part in vega.get(kind, []):
            part["aria"] = False
            _silent(part)
    return vega


def _themed(spec: Spec) -> Spec:
    text = json.dumps(spec)
    for colour, variable in _VARIABLES.items():
        text = text.replace(colour, variable)
    themed: Spec = json.loads(text)
    return themed
