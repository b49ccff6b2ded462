"""A model lab's pictures as the page shows them: tab, finding, key, and the charts with what each plots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coursekit.lab.charts.model_lab import still, titles
from coursekit.lab.declare import ModelLabSpec, Row, View
from coursekit.lab.declare.sentences import format_number, render_sentences
from coursekit.lab.evaluate.rows import point_rows, readings
from coursekit.words import say


def pictures(lab: ModelLabSpec) -> list[dict[str, Any]]:
    """Return the lab's pictures at its defaults, each with the charts that belong to it.

    Raises
    ------
    ValueError
        If the lab's views take more or fewer charts than it draws.
    """
    drawn = [(*words, svg) for words, svg in zip(titles(lab), still(lab, lab.defaults), strict=True)]
    views = lab.views or [View(title) for title, _, _ in drawn]
    if sum(view.charts for view in views) != len(drawn):
        raise ValueError(f"Lab {lab.id!r}: its views take {sum(view.charts for view in views)} of {len(drawn)} charts.")
    found, values = readings(lab, lab.defaults), point_rows(lab, lab.defaults)
    made = []
    for place, view in enumerate(views):
        says = lab.findings[min(place, len(lab.findings) - 1)]
        made.append(
            {
                "name": view.name,
                "finding": render_sentences(says, found),
                "charts": drawn[: view.charts],
                "key": [] if view.html else _key(lab, view, values),
                "marks": list(view.key.items()),
                "html": view.html() if view.html else "",
            }
        )
        drawn = drawn[view.charts :]
    return made


def _key(lab: ModelLabSpec, view: View, rows: list[Row]) -> list[tuple[str, str, str]]:
    """Return each series of a picture, its name, and its value with the interval."""
    by_series = {row["series"]: row for row in rows}
    form = lab.value_form(view)
    return [
        (series, label, value_text(by_series[series], view.of, form) if view.of else "")
        for series, label in lab.series.items()
        if series in (view.series or lab.series)
    ]


def value_text(row: Mapping[str, Any], quantity: str, form: str) -> str:
    """Return a value with its interval as the key of a picture writes it; the unit stands once, after the value.

    Parameters
    ----------
    row : mapping
        A row of the point.
    quantity : str
        The quantity.
    form : str
        How its value is written.

    Returns
    -------
    str
        Such as ``11 points (0 to 40)``.
    """
    ends = "hundredths" if form in ("points", "%") else form
    low, high = (format_number(row[f"{quantity}{end}"], ends) for end in ("_low", "_high"))
    return say("lab.value_range", value=format_number(row[quantity], form), low=low, high=high)
