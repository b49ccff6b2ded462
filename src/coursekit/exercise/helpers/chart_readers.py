"""What a chart shows, as plain data read off its specification: the readers behind :mod:`coursekit.exercise.chart`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from coursekit.exercise.helpers import chart_views as single
from coursekit.exercise.helpers.chart_spec import spec
from coursekit.exercise.helpers.chart_views import Row, Spec, View
from coursekit.words import say


def views(chart: Any) -> list[View]:
    """Return the chart's single views, in drawing order."""
    return single.views(spec(chart))


def view(chart: Any, mark: str | None = None) -> View:
    """Return the chart's first view, or its first that is drawn with a mark.

    Parameters
    ----------
    chart : altair.Chart or dict
        The learner's chart, or its specification.
    mark : str, optional
        The mark, as ``line``.

    Returns
    -------
    View
        The view.

    Raises
    ------
    AssertionError
        If there is none; the message is for the learner.
    """
    found = views(chart)
    fitting = [one for one in found if mark in (None, one.mark)]
    said = say("exercise.chart.mark", found=code([one.mark for one in found], "and"), expected=f"`{mark}`")
    assert fitting, said
    return fitting[0]


def marks(chart: Any) -> list[str]:
    """Return the marks, in drawing order: ``["rule", "point"]``."""
    return [one.mark for one in views(chart)]


def encoding(chart: Any, channel: str, mark: str | None = None) -> Spec:
    """Return what stands on a channel.

    Parameters
    ----------
    chart : altair.Chart or dict
        The learner's chart, or its specification.
    channel : str
        The channel, as ``x``.
    mark : str, optional
        The mark of the view to look at; by default the first view that has the channel.

    Returns
    -------
    dict
        As ``{"field": "year", "type": "quantitative", …}``; empty if nothing stands there.
    """
    found = [view(chart, mark)] if mark else views(chart)
    return next((one.encoding[channel] for one in found if channel in one.encoding), {})


def rows(chart: Any, mark: str | None = None) -> list[Row]:
    """Return the rows of data that are drawn, before any ``transform_…``.

    Parameters
    ----------
    chart : altair.Chart or dict
        The learner's chart, or its specification.
    mark : str, optional
        The mark of the view to look at; by default the first view that has data.

    Returns
    -------
    list of dict
        A row each, from column to value.
    """
    found = [view(chart, mark)] if mark else views(chart)
    return next((one.rows for one in found if any(one.rows)), [])


def plotted(chart: Any, channel: str, mark: str | None = None) -> list[Any]:
    """Return the values, row by row, of the field that stands on a channel.

    Parameters
    ----------
    chart : altair.Chart or dict
        The learner's chart, or its specification.
    channel : str
        The channel, as ``x``.
    mark : str, optional
        The mark of the view to look at; by default the first view that has the channel.

    Returns
    -------
    list
        A value for each row; None where a row lacks the field. Empty if nothing stands on the channel.
    """
    name = str(encoding(chart, channel, mark).get("field"))
    found = [view(chart, mark)] if mark else [one for one in views(chart) if channel in one.encoding]
    return [row.get(name) for row in found[0].rows] if found else []


def title(chart: Any) -> str:
    """Return the chart's title as one line; "" if it has none."""
    return single.text(spec(chart).get("title")) or next((one.title for one in views(chart) if one.title), "")


def axis_title(chart: Any, channel: str, mark: str | None = None) -> str:
    """Return the text at an axis or a legend: the title given, or else the name of the field.

    Parameters
    ----------
    chart : altair.Chart or dict
        The learner's chart, or its specification.
    channel : str
        The axis or the legend, as ``x`` or ``color``.
    mark : str, optional
        The mark of the view to look at; by default the first view that has the channel.

    Returns
    -------
    str
        The title on one line.
    """
    found = encoding(chart, channel, mark)
    for place in (found, found.get("axis") or {}, found.get("legend") or {}):
        if "title" in place:
            return single.text(place["title"])
    return shown(found)


def shown(definition: Mapping[str, Any]) -> str:
    """Return an encoding in short: ``year``, ``mean(rate)``, ``count()``, or the constant that stands there."""
    name = str(definition.get("field", ""))
    how = definition.get("aggregate") or definition.get("timeUnit") or ("bin" if definition.get("bin") else None)
    if how:
        return f"{how if isinstance(how, str) else next(iter(how))}({name})"
    return name or str(definition.get("datum", definition.get("value", "")))


def code(names: Iterable[str], word: str) -> str:
    """Return names as code in a row, for a sentence: `a`, `b` and `c`.

    Parameters
    ----------
    names : iterable of str
        The names; one that comes twice is written once.
    word : str
        What stands before the last: ``and`` or ``or``, a key of the catalog.

    Returns
    -------
    str
        The list; a dash if there are no names.
    """
    each = [f"`{name}`" for name in dict.fromkeys(names)]
    if not each:
        return "—"
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} {say(f'exercise.chart.{word}')} {each[-1]}"
