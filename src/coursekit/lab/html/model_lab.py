"""A lab as HTML: everything that stands in the page before script runs, and in print."""

from __future__ import annotations

from html import escape

from coursekit.lab.charts.model_lab import still
from coursekit.lab.declare import ModelLabSpec, Row, State
from coursekit.lab.declare.sentences import format_number
from coursekit.lab.evaluate.rows import curve_rows, point_rows, readings, sentence
from coursekit.lab.html.controls import inputs
from coursekit.lab.html.dependency_diagram import dependency_diagram
from coursekit.lab.html.prediction import prediction
from coursekit.lab.html.shared_parts import badges, presets, tools
from coursekit.words import say


def mount(lab: ModelLabSpec) -> str:
    """Return the lab's section, with its prediction before it."""
    asked = lab.predict
    before = prediction(lab.id, asked, readings(lab, lab.state(**asked.state))) if asked else ""
    parts = [
        f'<section class="lab" id="lab-{lab.id}" data-lab="{lab.id}" data-state="static">',
        f'<p class="label">{escape(say("lab.label", title=lab.title))}</p>',
        f'<h2 class="q">{escape(lab.question)}</h2>',
        presets(lab),
        inputs(lab),
        _figure(lab),
        f'<p class="says" role="status" aria-live="polite">{escape(sentence(lab, lab.defaults))}</p>',
        '<p class="note" role="alert" hidden></p>',
        f'<div class="context">{lab.context()}</div>' if lab.context else "",
        badges(lab),
        _numbers(lab),
        dependency_diagram(lab),
        tools(
            "reset",
            "undo",
            "link",
            "editor",
            "full",
            more=("python", "csv") if lab.bars else ("python", "png", "svg", "csv"),
        ),
        f'<p class="caption">{escape(lab.caption)}</p>' if lab.caption else "",
        f"<noscript><p>{escape(say('lab.no_script'))}</p></noscript>",
        "</section>",
    ]
    return before + "\n".join(part for part in parts if part)


def _figure(lab: ModelLabSpec) -> str:
    if lab.bars:
        shown = f"<figcaption>{escape(lab.graph.symbol(lab.bars).meaning)}</figcaption>"
        return (
            f'<figure class="bars">{shown}{"".join(_bar(lab, row) for row in point_rows(lab, lab.defaults))}</figure>'
        )
    pictures = "".join(
        f'<div class="chart" role="img" aria-label="{escape(lab.question)}">{svg}</div>'
        for svg in still(lab, lab.defaults)
    )
    return f"<figure>{pictures}</figure>"


def _bar(lab: ModelLabSpec, row: Row) -> str:
    value, low, high = (row[f"{lab.bars}{end}"] for end in ("", "_low", "_high"))
    between = say("lab.bar_range", low=format_number(low, "%"), high=format_number(high, "%"))
    return (
        f'<div class="bar-row" data-series="{row["series"]}">'
        f'<span class="name">{escape(lab.labels[row["series"]])}</span>'
        f'<span class="track"><span class="fill" style="width:{100 * value:.2f}%"></span>'
        f'<span class="between" style="left:{100 * low:.2f}%;width:{100 * (high - low):.2f}%"></span></span>'
        f'<span class="value"><b>{format_number(value, "%")}</b> <span class="range">{between}</span></span></div>'
    )


def _numbers(lab: ModelLabSpec) -> str:
    symbol = lab.graph.symbol
    names = ([lab.x.name] if lab.x else []) + list(lab.show)
    heads = "".join(f'<th scope="col">{escape(symbol(name).meaning)}</th>' for name in names)
    named = [lab.labels[row["series"]] for row in table_rows(lab, lab.defaults)]
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
        for name, cells in zip(named, table_cells(lab, lab.defaults), strict=True)
    )
    return (
        f'<details class="numbers"><summary>{escape(say("lab.numbers"))}</summary>'
        '<div class="scroll" tabindex="0" role="region"'
        f' aria-label="{escape(say("lab.numbers"))}"><table><caption>{escape(say("lab.numbers_caption"))}</caption>'
        f'<thead><tr><th scope="col">{escape(say("lab.series"))}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div></details>"
    )


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
