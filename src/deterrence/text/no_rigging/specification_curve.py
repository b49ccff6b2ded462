"""Specification curves: one claim in every universe, sorted, and beneath it which forms each universe takes."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from coursekit.lab.charts.theme import INK, RULE, SOFT, TANGIBLE
from deterrence.analysis.multiverse import multiverse_variance
from deterrence.text.figures import Figure
from deterrence.text.no_rigging.multiverse import HEADLINES, ONE_BUDGET, SELECTORS, of_claim

SHORT = {
    "form_entry": "troops only if it joins",
    "form_costs": "war costs grow",
    "form_choice": "never if it does not pay",
    "form_rungs": "risks are separate",
    "form_words": "words if called in",
    "form_endurance": "strength must last",
}
"""The other form of each selector, in as few words as fit beside a row of dots."""


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
    x = alt.X("place:O", axis=None)
    y = alt.Y("share:Q", title="Share of the draws", scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    records: list[dict[Any, Any]] = rows.to_dict("records")
    default = alt.Chart(alt.InlineData(values=[dict(usual)]))
    curve = alt.layer(
        alt.Chart(alt.InlineData(values=[{"half": 0.5}])).mark_rule(color=RULE).encode(y="half:Q"),
        alt.Chart(alt.InlineData(values=records)).mark_circle(size=46, color=TANGIBLE, opacity=1).encode(x=x, y=y),
        default.mark_point(size=150, color=INK, strokeWidth=2).encode(x=x, y=y),
        default.mark_text(dy=-16, color=INK, fontWeight=600).encode(x=x, y=y, text=alt.value("as the labs open")),
    ).properties(width=400, height=170, title=title)
    dots = [{"place": row["place"], "form": SHORT[name], "taken": int(row[name])} for row in records for name in moving]
    forms = (
        alt.Chart(alt.InlineData(values=dots))
        .mark_circle(size=40, opacity=1)
        .encode(
            x=x,
            y=alt.Y("form:N", title=None, sort=[SHORT[name] for name in moving], axis=alt.Axis(labelLimit=220)),
            color=alt.Color("taken:N", scale=alt.Scale(domain=[0, 1], range=[RULE, SOFT]), legend=None),
        )
        .properties(width=400, height=20 * len(moving))
    )
    heads = {name: SHORT[name].capitalize() for name in moving}
    table = rows.drop(columns="place").assign(**{name: rows[name].map({0: "no", 1: "yes"}) for name in moving})
    table["share"] = [f"{share:.1%}" for share in rows["share"]]
    return Figure(
        alt.vconcat(curve, forms, spacing=8),
        f"{title}, over {len(rows)} combinations of forms at €{budget:g} billion a year; as the labs open,"
        f" {usual['share']:.0%}.",
        table.rename(columns={**heads, "share": "Share of the draws"}),
    )
