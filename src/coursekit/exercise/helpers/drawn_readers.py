"""What a chart draws, read from Vega's scene: the readers behind :mod:`coursekit.exercise.drawn`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from coursekit.exercise.helpers.chart_readers import code
from coursekit.exercise.helpers.chart_spec import charts_unchanged, spec
from coursekit.exercise.helpers.vega import Layer, layers_of
from coursekit.words import say

DISCRETE = ("band", "point", "ordinal")
ALIKE = {"trail": "line", "circle": "point", "square": "point"}


def layers(chart: Any, mark: str | None = None) -> list[Layer]:
    """Return the layers drawn (with ``mark``), in drawing order; fail if it is no chart, or cannot be drawn.

    Parameters
    ----------
    chart
        What the learner's function returned.
    mark
        Only what is drawn with this mark.

    Returns
    -------
    list
        As :func:`~coursekit.exercise.helpers.vega.layers_of` gives them, those that draw something.
    """
    try:
        found = layers_of(spec(chart))
    except ValueError as error:
        raise AssertionError(say("exercise.chart.broken", text=error)) from error
    named = [{**one, "mark": ALIKE.get(one["mark"], one["mark"])} for one in found if one["items"]]
    return [one for one in named if mark in (None, one["mark"])]


@charts_unchanged()
def drawn(chart: Any, mark: str, *channels: str) -> list[list[Any]]:
    """Return, for each thing drawn with ``mark``, the values at which it stands on ``channels``.

    Numbers are rounded to nine places of their size: they come back from places on the page.

    Parameters
    ----------
    chart
        What the learner's function returned.
    mark
        Only what is drawn with this mark.
    *channels
        Such as ``"x"``, ``"y"`` and ``"color"``.

    Returns
    -------
    list
        A list of values for each thing drawn.
    """
    found = layers(chart, mark)
    if not found:
        there = code([one["mark"] for one in layers(chart)], "and")
        raise AssertionError(say("exercise.chart.mark", found=there, expected=f"`{mark}`"))
    return [[_tidy(item.get(name)) for name in channels] for layer in found for item in layer["items"]]


def scale(chart: Any, channel: str, mark: str | None = None) -> dict[str, Any]:
    """Return the channel's scale: ``type``, ``domain``, ``title`` of its axis or legend, ``guide`` (is there one).

    Parameters
    ----------
    chart
        What the learner's function returned.
    channel
        Such as ``"x"``, ``"y"`` or ``"color"``.
    mark
        Only what is drawn with this mark.

    Returns
    -------
    dict
        Those four.
    """
    found = next((one["scales"][channel] for one in layers(chart, mark) if channel in one["scales"]), None)
    assert found, say("exercise.drawn.no-scale", channel=channel)
    return dict(found)


def domain(chart: Any, channel: str, mark: str | None = None) -> list[Any]:
    """Return what the channel's scale shows: from and to, or of categories each in its order.

    Parameters
    ----------
    chart
        What the learner's function returned.
    channel
        Such as ``"x"``, ``"y"`` or ``"color"``.
    mark
        Only what is drawn with this mark.

    Returns
    -------
    list
        The scale's domain.
    """
    return [_tidy(value) for value in scale(chart, channel, mark)["domain"]]


def guide_title(chart: Any, channel: str, mark: str | None = None) -> str:
    """Return what stands at the axis or legend; "" if nothing does.

    Parameters
    ----------
    chart
        What the learner's function returned.
    channel
        Such as ``"x"``, ``"y"`` or ``"color"``.
    mark
        Only what is drawn with this mark.

    Returns
    -------
    str
        The title as one line.
    """
    return str(scale(chart, channel, mark)["title"])


@charts_unchanged()
def picture(chart: Any, mark: str, *channels: str) -> dict[str, Any]:
    """Return what marking compares of the things drawn with ``mark``: where they stand, on what kind of scales.

    Parameters
    ----------
    chart
        What the learner's function returned.
    mark
        What is looked at; whatever else is drawn is the learner's own.
    *channels
        Those that the prompt asks for.
    """
    kinds = [scale(chart, name, mark)["type"] in DISCRETE for name in channels if not name.endswith("2")]
    panels = len({tuple(one["panel"]) for one in layers(chart)})
    found = drawn(chart, mark, *channels)
    return {
        "at": {tuple(row) for row in found},
        "categories": kinds,
        "panels": panels,
        "inside": not outside(chart, mark, channels),
        "across": mark != "line" or runs_across(chart),
    }


def runs_across(chart: Any) -> bool:
    """Whether each line goes from left to right."""
    for layer in layers(chart, "line"):
        lines: dict[Any, list[Any]] = {}
        for item in layer["items"]:
            lines.setdefault(item.get("line"), []).append(item.get("x"))
        for at in lines.values():
            numbers = [x for x in at if isinstance(x, int | float)]
            if any(after < before - 1e-9 for before, after in pairwise(numbers)):
                return False
    return True


@charts_unchanged()
def outside(chart: Any, mark: str, channels: Sequence[str]) -> list[Any]:
    """Return a value at which ``mark`` is drawn beyond the end of its scale, if there is one.

    Parameters
    ----------
    chart
        What the learner's function returned.
    mark
        What is looked at.
    channels
        Along which.
    """
    for layer in layers(chart, mark):
        for name in channels:
            ends = layer["scales"].get(name.rstrip("2"), {"type": "none"})
            if ends["type"] in (*DISCRETE, "none"):
                continue
            low, high = min(ends["domain"]), max(ends["domain"])
            room = 1e-6 * max(1.0, abs(low), abs(high))
            values = [item[name] for item in layer["items"] if isinstance(item.get(name), int | float)]
            beyond = [value for value in values if not low - room <= value <= high + room]
            if beyond and name.rstrip("2") in ("x", "y"):
                return [name, beyond[0]]
    return []


def _tidy(value: Any) -> Any:
    return float(f"{value:.9g}") if isinstance(value, float) else value
