"""The chart that most labs show: a line and its interval for each series, and a named dot where the reader is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from coursekit.lab.charts.theme import INK, MIXED, PAPER, SOFT, SYMBOLIC, TANGIBLE
from deterrence.labs._shared.charts import BAND, named

# Never by colour alone: dash and fill differ too.
COLOURS = {"symbolic": SYMBOLIC, "tangible": TANGIBLE, "mixed": INK, "nothing": SOFT}
DASHES = {"symbolic": [7, 5], "tangible": [1, 0], "mixed": [10, 3, 2, 3], "nothing": [2, 4]}
FILLS = {"symbolic": PAPER, "tangible": TANGIBLE, "mixed": MIXED, "nothing": PAPER}
SHIFTS = {1: (-14,), 2: (-14, 18), 3: (-14, 4, 20)}


def curves(
    curve: Any,
    point: Any,
    labels: Mapping[str, str],
    x: alt.X,
    y: alt.Y,
    title: str | list[str],
    *,
    name: str,
    along: tuple[str, float],
    height: int = 260,
    more: Sequence[alt.Chart | alt.LayerChart] = (),
) -> alt.LayerChart:
    """Return the chart of one quantity along one parameter.

    Parameters
    ----------
    labels : mapping
        What each series is called; its colour, dash and fill follow from what it is.
    name : str
        The quantity on the y axis.
    along : tuple of str and float
        The parameter on the x axis, and from where on labels stand left of their dot.
    more : sequence of charts
        What else is drawn beneath the lines.
    """
    series = list(labels)

    def scale(table: Mapping[str, Any]) -> alt.Scale:
        return alt.Scale(domain=series, range=[table[one] for one in series])

    colour = alt.Color("series:N", scale=scale(COLOURS), legend=None)
    lines, here = alt.Chart(curve), alt.Chart(point)
    band = lines.mark_area(**BAND).encode(
        x=x,
        y=alt.Y(f"{name}_low:Q"),
        y2=f"{name}_high:Q",
        color=colour,
        stroke=alt.Stroke("series:N", scale=scale(COLOURS), legend=None),
    )
    dash = alt.StrokeDash("series:N", scale=scale(DASHES), legend=None)
    line = lines.mark_line(strokeWidth=2.5).encode(x=x, y=y, color=colour, strokeDash=dash)
    rule = here.mark_rule(strokeDash=[2, 4], color=INK).encode(x=f"{along[0]}:Q")
    fill = alt.Fill("series:N", scale=scale(FILLS), legend=None)
    dot = here.mark_circle(size=110, strokeWidth=2.5, opacity=1).encode(x=x, y=y, stroke=colour, fill=fill)
    words = _words(here, labels, x, y, name, along, colour)
    return alt.LayerChart(layer=[*more, band, line, rule, dot, *words], height=height, title=title)


def _words(
    here: alt.Chart, labels: Mapping[str, str], x: alt.X, y: alt.Y, name: str, along: tuple[str, float], colour: Any
) -> list[alt.Chart]:
    """Return the series' names beside their dots: higher ones above, lower ones below, so that none collide."""
    ranked = here.transform_calculate(said=named(labels)).transform_window(
        rank="row_number()", sort=[alt.SortField(name, order="descending")]
    )
    # Near the right edge a name stands left of its dot; a halo of paper lifts it off the lines.
    late = f"datum.{along[0]} > {along[1]:g}"
    words = []
    for rank, dy in enumerate(SHIFTS[len(labels)], start=1):
        place = {"align": {"expr": f"{late} ? 'right' : 'left'"}, "dx": {"expr": f"{late} ? -11 : 11"}, "dy": dy}
        one = ranked.transform_filter(f"datum.rank == {rank}")
        style: dict[str, Any] = {**place, "fontWeight": 600, "fontSize": 14}
        halo: dict[str, Any] = {"stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round", "opacity": 0.85}
        words.append(one.mark_text(**style, **halo).encode(x=x, y=y, text="said:N"))
        words.append(one.mark_text(**style).encode(x=x, y=y, text="said:N", color=colour))
    return words


def points(title: str | None, low: float, high: float) -> alt.Y:
    """Return a y axis for deterrence value, in points off the chance of attack.

    Parameters
    ----------
    title : str or None
        What stands at the axis.
    low, high : float
        Ends of the axis, as differences of chances (-1 to 1).

    Returns
    -------
    altair.Y
        The axis.
    """
    return alt.Y(
        "deterrence_value:Q",
        title=title,
        scale=alt.Scale(domain=[low, high], clamp=True),
        axis=alt.Axis(labelExpr="format(100 * datum.value, '.0f')", tickCount=6),
    )


def share(name: str, low: float = 0, high: float = 1) -> alt.Y:
    """Return a y axis for a share, in per cent.

    Parameters
    ----------
    name : str
        The quantity, a share from 0 to 1.
    low, high : float
        Ends of the axis.

    Returns
    -------
    altair.Y
        The axis.
    """
    return alt.Y(
        f"{name}:Q",
        title=None,
        scale=alt.Scale(domain=[low, high], clamp=True),
        axis=alt.Axis(format="%", tickCount=5),
    )
