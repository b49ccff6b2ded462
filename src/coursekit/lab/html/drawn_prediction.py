"""A prediction that is drawn: its picture, empty but for the axes, and the model's curve that is shown after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coursekit.html import render
from coursekit.lab.declare import CurvePrediction, ModelLabSpec, Row
from coursekit.lab.declare.sentences import fill_in, format_number
from coursekit.lab.evaluate.rows import curve_rows, readings
from coursekit.words import say

if TYPE_CHECKING:
    from markupsafe import Markup


def drawn_prediction(lab: ModelLabSpec, asked: CurvePrediction) -> Markup:
    """Return the section in which a curve is drawn before the lab answers.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab that it belongs to.
    asked : CurvePrediction
        What is to be drawn.

    Returns
    -------
    Markup
        HTML.
    """
    state = lab.state(**asked.state)
    rows = [row for row in curve_rows(lab, state) if row["series"] == asked.series]
    x = lab.x.name if lab.x else ""
    at = rows[:: (len(rows) - 1) // (asked.points - 1)]
    answer = _values(asked, at)
    places = [format_number(row[x], asked.form) for row in at]
    where = [asked.at.replace("{x}", place) for place in places]
    said = [asked.with_unit(format_number(value, "," if asked.step >= 1 else ".1f")) for value in answer]
    return render(
        __package__,
        "drawn_prediction",
        lab=lab,
        asked=asked,
        kind="curve",
        answer=" ".join(map(_plain, answer)),
        lows=" ".join(map(_plain, _values(asked, at, "_low"))),
        highs=" ".join(map(_plain, _values(asked, at, "_high"))),
        shown=say("prediction.curve_ends", first=said[0], at=where[0], last=said[-1], end=where[-1]),
        reason=fill_in(asked.reason, readings(lab, state)),
        points=list(zip(places, where, np.linspace(0, 100, asked.points), strict=True)),
        start=_plain((asked.low + asked.high) / 2 // asked.step * asked.step),
        ticks=[(format_number(asked.low + (asked.high - asked.low) * i / 4, ","), 25 * i) for i in range(5)],
        line="M" + "L".join(_points(asked, rows)),
        band="M" + "L".join([*_points(asked, rows, "_high"), *_points(asked, rows, "_low")[::-1]]) + "Z",
    )


def _values(asked: CurvePrediction, rows: list[Row], end: str = "") -> list[float]:
    """Return the model's values in the unit of the guess, no finer than a reader is told."""
    return [round(asked.times * float(row[f"{asked.quantity}{end}"]), 1) for row in rows]


def _points(asked: CurvePrediction, rows: list[Row], end: str = "") -> list[str]:
    """Return a curve's points in a square of 100, as SVG has them; what lies beyond the axis is drawn at its end."""
    points = []
    for i, row in enumerate(rows):
        value = asked.times * float(row[f"{asked.quantity}{end}"])
        share = min(max((value - asked.low) / (asked.high - asked.low), 0.0), 1.0)
        points.append(f"{100 * i / (len(rows) - 1):.2f} {100 * (1 - share):.2f}")
    return points


def _plain(number: float) -> str:
    """Return a number with one decimal at most."""
    return f"{number:.1f}".removesuffix(".0")
