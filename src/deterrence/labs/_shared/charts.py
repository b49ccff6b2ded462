"""Charts that several labs share: symbolic ochre, dashed, hollow; tangible deep blue, solid, filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import altair as alt

from coursekit.lab.charts.theme import CHALLENGER, INK, MIXED, PAPER, SOFT, SYMBOLIC, TANGIBLE
from coursekit.lab.declare import Axis

Chart = alt.LayerChart | alt.FacetChart

SERIES = ["nothing", "symbolic", "mixed", "tangible"]
COLOUR = alt.Scale(domain=SERIES, range=[SOFT, SYMBOLIC, MIXED, TANGIBLE])
FILL = alt.Scale(domain=SERIES, range=[PAPER, PAPER, PAPER, TANGIBLE])
DASH = alt.Scale(domain=SERIES, range=[[1, 4], [7, 5], [3, 3], [1, 0]])
BAND: dict[str, Any] = {"fillOpacity": 0.12, "strokeOpacity": 0.6, "strokeWidth": 1}
"""Bands are told apart by their outlines where they overlap."""
PER_CENT, POINTS, PLAIN = "format(datum.value, '.0%')", "format(100 * datum.value, '.0f')", "datum.label"


def named(labels: Mapping[str, str]) -> str:
    """Return the Vega expression that gives a row's series the lab's name for it."""
    expression = "datum.series"
    for series, label in labels.items():
        expression = f"datum.series == '{series}' ? '{label}' : {expression}"
    return expression


def lines(
    curve: Any,
    point: Any,
    quantity: str,
    along: Axis,
    said: str,
    labels: Mapping[str, str],
    *,
    title: str,
    domain: tuple[float, float],
    form: str = PER_CENT,
    ends: Sequence[str] = (),
    height: int = 240,
) -> Chart:
    """Return one quantity along a parameter: a line and a band for each series that has a label.

    Parameters
    ----------
    along, said : Axis and str
        The parameter of the curve, and its title.
    ends : sequence of str
        Series named at the line's right end; the others, two at most, are named where the reader stands.
    """
    x = alt.X(f"{along.name}:Q", title=said, axis=alt.Axis(grid=False, tickCount=6))
    scale = alt.Scale(domain=list(domain), clamp=True, nice=False)
    y = alt.Y(f"{quantity}:Q", title=None, scale=scale, axis=alt.Axis(labelExpr=form, tickCount=5))
    colour = alt.Color("series:N", scale=COLOUR, legend=None)
    drawn = alt.Chart(curve).transform_filter(alt.FieldOneOfPredicate("series", list(labels)))
    here = alt.Chart(point).transform_filter(alt.FieldOneOfPredicate("series", list(labels)))
    band = drawn.mark_area(**BAND).encode(
        x=x,
        y=alt.Y(f"{quantity}_low:Q"),
        y2=f"{quantity}_high:Q",
        color=colour,
        stroke=alt.Stroke("series:N", scale=COLOUR, legend=None),
    )
    line = drawn.mark_line(strokeWidth=2.5).encode(
        x=x, y=y, color=colour, strokeDash=alt.StrokeDash("series:N", scale=DASH, legend=None)
    )
    rule = here.mark_rule(strokeDash=[2, 4], color=INK).encode(x=f"{along.name}:Q")
    dot = here.mark_circle(size=110, strokeWidth=2.5, opacity=1).encode(
        x=x, y=y, stroke=colour, fill=alt.Fill("series:N", scale=FILL, legend=None)
    )

    def words(rows: alt.Chart, series: Sequence[str], where: str, align: Literal["left", "right"]) -> Any:
        # Of two names the higher stands above its line and the lower below, so that they do not collide.
        count = f"datum.rank == {len(labels)}" if len(series) == 1 else "datum.own == 2"
        pixel = (domain[1] - domain[0]) / height
        return (
            rows.transform_calculate(name=named(labels))
            .transform_window(rank="row_number()", sort=[alt.SortField(quantity, order="descending")])
            .transform_filter(alt.FieldOneOfPredicate("series", list(series)))
            .transform_window(own="row_number()", sort=[alt.SortField(quantity, order="descending")])
            .transform_filter(where)
            .transform_calculate(at=f"datum.{quantity} + ({count} ? {-16 * pixel} : {14 * pixel})")
            .mark_text(align=align, dx=10 if align == "left" else -10, fontWeight=600, fontSize=14)
            .encode(x=x, y=alt.Y("at:Q", scale=scale), text="name:N", color=colour)
        )

    middle, here_named = (along.low + along.high) / 2, [series for series in labels if series not in ends]
    texts = [
        words(here, here_named, f"datum.{along.name} <= {middle}", "left"),
        words(here, here_named, f"datum.{along.name} > {middle}", "right"),
    ]
    if ends:
        last = drawn.transform_filter(f"datum.{along.name} == {along.high}")
        texts.append(words(last, list(ends), "true", "right"))
    zero = [alt.Chart(point).mark_rule(color=SOFT, aria=False).encode(y=alt.datum(0))] if domain[0] < 0 else []
    return alt.layer(band, *zero, line, rule, dot, *texts).properties(height=height, title=title)


def needs(point: Any, labels: Mapping[str, str], title: str = "Has it the credibility it needs?") -> Chart:
    """Return each series' credibility with its interval, and a tick where attack stops paying.

    Parameters
    ----------
    point : data for Altair
        A row for each series, with credibility, its interval and what is needed.
    labels : mapping
        From each series to its name, in the order of the rows.
    title : str
        What stands above the chart.

    Returns
    -------
    altair.LayerChart
        The chart.
    """
    rows = list(labels.values())
    y = alt.Y("name:N", title=None, sort=rows, axis=alt.Axis(domain=False, ticks=False, labelFontSize=14))
    x = alt.X(
        "credibility:Q",
        scale=alt.Scale(domain=[0, 1]),
        title="Chance that the guarantor fights",
        axis=alt.Axis(format="%", tickCount=5),
    )
    base = alt.Chart(point).transform_calculate(name=named(labels))
    colour = alt.Color("series:N", scale=COLOUR, legend=None)
    band = base.mark_rule(strokeWidth=9, opacity=0.28).encode(
        y=y, x=alt.X("credibility_low:Q"), x2="credibility_high:Q", color=colour
    )
    has = base.mark_circle(size=130, strokeWidth=2.5, opacity=1).encode(
        y=y, x=x, stroke=colour, fill=alt.Fill("series:N", scale=FILL, legend=None)
    )
    tick = base.mark_tick(thickness=3.5, size=34, color=CHALLENGER).encode(y=y, x="critical_credibility:Q")
    word = base.mark_text(dy=-24, color=CHALLENGER, fontWeight=600).encode(
        y=y, x="critical_credibility:Q", text=alt.value("needed")
    )
    return alt.layer(band, tick, word, has).properties(height=60 * len(rows), title=title)


def dots(
    point: Any,
    rows: Mapping[str, str],
    labels: Mapping[str, str],
    *,
    domain: tuple[float, float],
    said: str,
    form: str = POINTS,
    zero: bool = True,
    mark: str = "",
) -> list[Chart]:
    """Return several quantities at the point, one strip each: a dot and an interval for each series.

    Parameters
    ----------
    point : data for Altair
        A row for each series, with the quantities and their intervals.
    rows : mapping
        From each quantity to what stands above its strip.
    labels : mapping
        From each series to its name, in the order of the rows.
    domain : tuple of float
        Lower and upper end of the scale that all strips share; what lies beyond is drawn at the end.
    said : str
        What stands at the scale, below the last strip.
    form : str
        How numbers at the scale are written: an expression of Vega.
    zero : bool
        Whether a line is drawn at 0.
    mark : str
        One more quantity, drawn as an upright line in the challenger's colour; "" for none.

    Returns
    -------
    list of altair.LayerChart
        The strips, top to bottom.
    """
    strips: list[Chart] = []
    for index, (quantity, name) in enumerate(rows.items()):
        last = index == len(rows) - 1
        x = alt.X(
            f"{quantity}:Q",
            scale=alt.Scale(domain=list(domain), clamp=True),
            title=said if last else None,
            axis=alt.Axis(labelExpr=form, tickCount=6, labels=last, ticks=last),
        )
        y = alt.Y("name:N", title=None, sort=list(labels.values()), axis=alt.Axis(domain=False, ticks=False))
        base = alt.Chart(point).transform_calculate(name=named(labels))
        colour = alt.Color("series:N", scale=COLOUR, legend=None)
        band = base.mark_rule(strokeWidth=8, opacity=0.28).encode(
            y=y, x=alt.X(f"{quantity}_low:Q"), x2=f"{quantity}_high:Q", color=colour
        )
        dot = base.mark_circle(size=110, strokeWidth=2.5, opacity=1).encode(
            y=y, x=x, stroke=colour, fill=alt.Fill("series:N", scale=FILL, legend=None)
        )
        nought = [base.mark_rule(color=SOFT, aria=False).encode(x=alt.datum(0))] if zero else []
        upright = [base.mark_rule(color=CHALLENGER, strokeWidth=3).encode(x=f"{mark}:Q")] if mark else []
        strips.append(alt.layer(band, *nought, *upright, dot).properties(height=26 * len(labels), title=name))
    return strips
