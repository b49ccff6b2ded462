"""Specification curves: one claim in every universe, sorted, and beneath it which forms each universe takes."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from coursekit.lab.charts.theme import INK, RULE, SOFT, TANGIBLE
from deterrence.analysis.multiverse import multiverse_variance
from deterrence.labs._shared.crossover import OTHERWISE
from deterrence.text.figures import Figure
from deterrence.text.no_rigging.multiverse import HEADLINES, ONE_BUDGET, SELECTORS, of_claim

WIDTH = 310  # with its axis as wide as a phone's column, so that nothing is drawn smaller there


def specifications(short: str, budget: float = ONE_BUDGET) -> pd.DataFrame:
    """Return one row a universe, sorted by the share of draws in which the claim holds; only forms that move it.

    Parameters
    ----------
    short : str
        The claim, by its name in ``HEADLINES``.
    budget : float
        Billion € a year.

    Returns
    -------
    DataFrame
        The selectors that move the claim, ``share``, and ``place`` in the curve, from 1.
    """
    claim = "presence leads" if short == "words" else HEADLINES[short][0]
    variance = multiverse_variance()
    split = variance[(variance["budget"] == budget) & (variance["claim"] == claim)].set_index("factor")["total"]
    moving = [name for name in SELECTORS if split[name] > 0]
    rows = of_claim(short, budget)
    still = [name for name in SELECTORS if name not in moving]
    rows = rows[(rows[still] == 0).all(axis=1)]
    rows = rows.sort_values("share", kind="stable", ignore_index=True)
    return rows[[*moving, "share"]].assign(place=range(1, len(rows) + 1))


def _place(many: int) -> alt.X:
    """Return the axis that both parts share: one step a universe, as wide in all as a phone's column."""
    return alt.X("place:Q", axis=None, scale=alt.Scale(domain=[0, many + 1], nice=False, zero=False))


def _shares(records: list[dict[Any, Any]], usual: dict[Any, Any]) -> alt.LayerChart | alt.FacetChart:
    """Return the upper part: the share of draws in each universe, the default forms marked by name."""
    x = _place(len(records))
    y = alt.Y(
        "share:Q",
        title="Share of the draws",
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(
            format="%", values=[0, 0.25, 0.5, 0.75, 1], titleAngle=0, titleAlign="left", titleX=0, titleY=-10
        ),
    )
    # The curve rises: beside a point there is room above it on the left, and below it on the right.
    left = usual["place"] > len(records) / 3
    side: dict[str, Any] = {"align": "right" if left else "left", "dx": -9 if left else 9, "dy": -11 if left else 13}
    default = alt.Chart(alt.InlineData(values=[usual])).encode(x=x, y=y)
    size = 46 if len(records) <= 32 else 24
    return alt.layer(
        alt.Chart(alt.InlineData(values=[{"half": 0.5}])).mark_rule(color=RULE).encode(y="half:Q"),
        alt.Chart(alt.InlineData(values=records)).mark_circle(size=size, color=TANGIBLE, opacity=1).encode(x=x, y=y),
        default.mark_point(size=150, color=INK, strokeWidth=2),
        default.mark_text(color=INK, fontWeight=600, fontSize=12, **side).encode(text=alt.value("the default forms")),
    ).properties(width=WIDTH, height=190)


def _forms(records: list[dict[Any, Any]], moving: list[str]) -> alt.LayerChart | alt.FacetChart:
    """Return the lower part: a row for each form, named above its dots, dark where a universe takes the other form."""
    x = _place(len(records))
    dots = [
        {"place": row["place"], "row": n, "taken": int(row[name])} for row in records for n, name in enumerate(moving)
    ]
    names = [{"row": n - 0.48, "form": OTHERWISE[name], "place": 0.5} for n, name in enumerate(moving)]
    y = alt.Y(
        "row:Q", axis=None, scale=alt.Scale(domain=[-0.8, len(moving) - 0.6], reverse=True, nice=False, zero=False)
    )
    return alt.layer(
        alt.Chart(alt.InlineData(values=dots))
        .mark_circle(size=40 if len(records) <= 32 else 20, opacity=1)
        .encode(x=x, y=y, color=alt.Color("taken:N", scale=alt.Scale(domain=[0, 1], range=[RULE, SOFT]), legend=None)),
        alt.Chart(alt.InlineData(values=names))
        .mark_text(align="left", fontSize=12, color=INK)
        .encode(x=x, y=y, text="form:N"),
    ).properties(width=WIDTH, height=38 * len(moving))


def specification_curve(short: str, budget: float = ONE_BUDGET) -> Figure:
    """Return the curve of one claim as a figure.

    Parameters
    ----------
    short : str
        The claim, by its name in ``HEADLINES``.
    budget : float
        Billion € a year.

    Returns
    -------
    Figure
        The curve, the forms beneath it, and the numbers in a table.
    """
    rows = specifications(short, budget)
    moving = [name for name in rows.columns if name in SELECTORS]
    usual = rows[(rows[moving] == 0).all(axis=1)].iloc[0]
    said = HEADLINES[short][2]
    title = f"{said}: in {rows['share'].min():.0%} to {rows['share'].max():.0%} of the draws"
    records: list[dict[Any, Any]] = rows.to_dict("records")
    chart = alt.vconcat(_shares(records, dict(usual)), _forms(records, moving), spacing=14)
    heads = {name: OTHERWISE[name] for name in moving}
    table = rows.drop(columns="place").assign(**{name: rows[name].map({0: "no", 1: "yes"}) for name in moving})
    table["share"] = [f"{share:.1%}" for share in rows["share"]]
    return Figure(
        chart.properties(title=alt.Title(wrap(title, 38), anchor="start")),
        f"{title}, over {len(rows)} combinations of forms at €{budget:g} billion a year; with the default forms,"
        f" {usual['share']:.0%}.",
        table.rename(columns={**heads, "share": "Share of the draws"}),
    )
