"""A lab as HTML: everything that stands in the page before script runs, and in print."""

from __future__ import annotations

from typing import Any

from coursekit.html import render
from coursekit.lab.declare import CurvePrediction, ModelLabSpec, Row, State
from coursekit.lab.declare.sentences import format_number, render_sentences
from coursekit.lab.evaluate.rows import curve_rows, point_rows, readings, sentence
from coursekit.lab.html.controls import control_html, ranked_controls
from coursekit.lab.html.dependency_diagram import dependency_diagram
from coursekit.lab.html.drawn_prediction import drawn_prediction
from coursekit.lab.html.pictures import pictures
from coursekit.lab.html.prediction import prediction
from coursekit.words import say


def mount(lab: ModelLabSpec) -> str:
    """Return the lab's section, with its prediction before it."""
    names = ([lab.x.name] if lab.x else []) + list(lab.show)
    series = [lab.labels[row["series"]] for row in table_rows(lab, lab.defaults)]
    html = render(
        __package__,
        "model_lab",
        lab=lab,
        prediction=_prediction(lab),
        ranked=ranked_controls(lab),
        forms=list(zip((control_html(lab, choice) for choice in lab.form_choices), lab.forms, strict=True)),
        bars=[_bar(lab, row) for row in point_rows(lab, lab.defaults)] if lab.bars else [],
        finding=render_sentences(lab.findings[0], readings(lab, lab.defaults)) if lab.bars else "",
        views=[] if lab.bars else pictures(lab),
        says=sentence(lab, lab.defaults),
        columns=[lab.graph.symbol(name).meaning for name in names],
        table=list(zip(series, table_cells(lab, lab.defaults), strict=True)),
        dependencies=dependency_diagram(lab),
    )
    return str(html)


def _prediction(lab: ModelLabSpec) -> str:
    """Return the section that asks for a guess before the lab answers, if the lab asks for one."""
    match lab.predict:
        case None:
            return ""
        case CurvePrediction() as drawn:
            return drawn_prediction(lab, drawn)
        case asked:
            return prediction(lab.id, asked, readings(lab, lab.state(**asked.state)))


def _bar(lab: ModelLabSpec, row: Row) -> dict[str, Any]:
    """Return what a series' bar shows: its value and interval, as shares and in words."""
    value, low, high = (row[f"{lab.bars}{end}"] for end in ("", "_low", "_high"))
    between = say("lab.bar_range", low=format_number(low, "%"), high=format_number(high, "%"))
    return {
        "series": row["series"],
        "value": value,
        "low": low,
        "high": high,
        "said": format_number(value, "%"),
        "between": between,
    }


def table_rows(lab: ModelLabSpec, state: State) -> list[Row]:
    """Return the rows of the table of numbers at a state: first the point of each series, then its curve.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    list of dict
        Rows of the point, then rows of the curve.
    """
    return [*point_rows(lab, state), *curve_rows(lab, state)]


def table_cells(lab: ModelLabSpec, state: State) -> list[list[str]]:
    """Return the cells of the table of numbers at a state: first the point of each series, then its curve.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    list of list of str
        A row for each of :func:`table_rows`: the x, then each shown quantity with its interval.
    """
    rows = []
    for row in table_rows(lab, state):
        cells = [format_number(row[lab.x.name], ".2f")] if lab.x else []
        for name in lab.show:
            value, low, high = (format_number(row[f"{name}{end}"], ".3f") for end in ("", "_low", "_high"))
            cells.append(f"{value} ({low}–{high})")
        rows.append(cells)
    return rows
