"""A model lab's charts as Altair, as Vega for the page, and as still pictures."""

from __future__ import annotations

from typing import Any

import altair as alt

from coursekit.lab.charts.theme import (
    INK,
    MIXED,
    SOFT,
    STYLE,
    SYMBOLIC,
    TANGIBLE,
    WIDTH,
    Spec,
    with_css_variables,
)
from coursekit.lab.declare.model_lab import ModelLabSpec
from coursekit.lab.declare.state import TABLES, Row, State
from coursekit.lab.evaluate.rows import point_rows, tables


def charts(lab: ModelLabSpec, *tables: Any) -> list[Any]:
    """Return the lab's charts over the given data, styled, as wide as where they stand.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    *tables : data for Altair
        Curve and point; of a population its people too.

    Returns
    -------
    list
        Altair charts, top to bottom; empty for a lab of bars.
    """
    made = lab.chart(*tables) if lab.chart else []
    return [
        chart.properties(width=WIDTH, autosize=alt.AutoSizeParams(type="fit-x", contains="padding")).configure(**STYLE)
        for chart in (made if isinstance(made, list) else [made])
    ]


def for_page(lab: ModelLabSpec) -> list[Spec]:
    """Return the charts as Vega specifications over the named tables."""
    import vl_convert  # heavy, and absent from the page's Python

    named = charts(lab, *(alt.NamedData(name) for name in TABLES[: 3 if lab.population else 2]))
    return [_silent(with_css_variables(vl_convert.vegalite_to_vega(_spoken_for(chart)))) for chart in named]


def titles(lab: ModelLabSpec) -> list[tuple[str, str]]:
    """Return what each chart plots and along what, in words: in the page they stand about it, as text that wraps."""
    named = charts(lab, *(alt.NamedData(name) for name in TABLES[: 3 if lab.population else 2]))
    made = []
    for chart in named:
        spec: Spec = chart.to_dict(validate=False)
        title = spec.get("title") or ""
        along = next((part["encoding"]["x"].get("title") for part in _layers(spec) if _has_title(part)), None)
        made.append((" ".join(title) if isinstance(title, list) else str(title), along or ""))
    return made


def still(lab: ModelLabSpec, state: State) -> list[str]:
    """Return the charts at a state as SVG, for before script runs and for print.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    list of str
        An SVG for each chart.
    """
    import vl_convert  # heavy, and absent from the page's Python

    pictures = []
    for chart in charts(lab, *(data(rows) for rows in tables(lab, state))):
        svg = vl_convert.vegalite_to_svg(with_css_variables(_without_text(chart.to_dict(validate=False))))
        pictures.append(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))
    return pictures


def figure(lab: ModelLabSpec, state: State) -> Any:
    """Return the lab's charts at a state as one Altair chart, one below the other.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    altair chart
        All charts of the lab, or its bars.
    """
    if lab.chart is None:
        return bar_chart(lab, point_rows(lab, state)).configure(**STYLE)
    made = lab.chart(*(data(rows) for rows in tables(lab, state)))
    parts = made if isinstance(made, list) else [made]
    return alt.vconcat(*(part.properties(width=WIDTH) for part in parts)).configure(**STYLE)


def bar_chart(lab: ModelLabSpec, rows: list[Row]) -> alt.LayerChart | alt.FacetChart:
    """Return the bars of a lab without charts as Altair: the same values and intervals.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    rows : list of dict
        A row for each series, with the shown share (0 to 1) and its interval.

    Returns
    -------
    altair.LayerChart
        Bars with their intervals.
    """
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
    spec: Spec = _without_text(chart.to_dict(validate=False))
    spec.setdefault("config", {})["aria"] = False
    return spec


def _without_text(spec: Spec) -> Spec:
    """Return a Vega-Lite specification without its title, that of its x axis, and words among its marks.

    In the page titles and the names of the series stand about the picture, as text that wraps: so no word lies on a
    line or on another, and none is cut off, however narrow the picture is.
    """
    kept = {key: value for key, value in spec.items() if key != "title"}
    if "x" in kept.get("encoding", {}):
        kept["encoding"] = kept["encoding"] | {"x": kept["encoding"]["x"] | {"title": None}}
    if "layer" in kept:
        kept["layer"] = [_without_text(part) for part in kept["layer"] if not _is_text(part)]
    return kept


def _layers(spec: Spec) -> list[Spec]:
    """Return the specification and all its layers."""
    return [spec, *(inner for part in spec.get("layer", ()) for inner in _layers(part))]


def _has_title(part: Spec) -> bool:
    return bool(part.get("encoding", {}).get("x", {}).get("title"))


def _is_text(part: Spec) -> bool:
    mark = part.get("mark")
    return (mark.get("type") if isinstance(mark, dict) else mark) == "text"


def _silent(vega: Spec) -> Spec:
    """Return a Vega specification all of whose marks, axes and legends are hidden from screen readers.

    Vega-Lite's own setting takes their words away and leaves their roles, which is worse than either.
    """
    for kind in ("marks", "axes", "legends"):
        for part in vega.get(kind, []):
            part["aria"] = False
            _silent(part)
    return vega
