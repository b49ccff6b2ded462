"""What a learner's chart draws, for tests of exercises whose answer is a chart, and for comparing it in marking.

The chart is compiled and run (:mod:`coursekit.exercise.helpers.vega`), and everything is told in its data's values: so
a filter, a calculated column, a datum or a layer are the same as a table prepared beforehand, and a logarithmic scale,
a cut domain or two charts beside each other are not. ``mark`` is ``line``, ``bar``, ``point``, ``rule``, ``area``,
``text`` or ``tick``. Where something is not as it should be, the ``expect_…`` helpers fail with a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from coursekit.exercise.helpers.chart_readers import code
from coursekit.exercise.helpers.chart_spec import charts_unchanged
from coursekit.exercise.helpers.drawn_readers import (
    DISCRETE,
    domain,
    drawn,
    guide_title,
    layers,
    outside,
    picture,
    runs_across,
    scale,
)
from coursekit.exercise.mark.compare import lost_row
from coursekit.words import say

__all__ = ["domain", "drawn", "expect_drawn", "expect_full_scale", "expect_guide_title", "expect_lines_run_across"]
__all__ += ["expect_mark", "expect_one_scale", "expect_scale_type", "guide_title", "layers", "picture", "scale"]


@charts_unchanged()
def expect_drawn(
    chart: Any, mark: str, channels: Sequence[str], expected: Iterable[Sequence[Any]], tolerance: float = 1e-6
) -> None:
    """Fail unless just the ``expected`` values are drawn with ``mark``, in any order.

    Parameters
    ----------
    chart
        What the learner's function returned.
    mark
        What it must be drawn with.
    channels
        Such as ``("x", "y", "color")``.
    expected
        For each thing drawn its values on the channels.
    tolerance
        How far numbers may be apart, relative to the larger or to 1.
    """
    wanted, found = [list(row) for row in expected], drawn(chart, mark, *channels)
    beyond = outside(chart, mark, channels)
    assert not beyond, say("exercise.drawn.beyond", mark=mark, channel=(beyond or "?")[0], value=(beyond or "??")[1])
    lost = lost_row(wanted, found, tolerance)
    if lost is not None:
        near = sorted(found, key=lambda row: sum(a != b for a, b in zip(row, wanted[lost], strict=True)))[:1]
        values = {"wanted": _said(channels, wanted[lost]), "near": _said(channels, near[0]) if near else "—"}
        raise AssertionError(say("exercise.drawn.lost", mark=mark, **values))
    more = lost_row(found, wanted, tolerance)
    if more is not None:
        raise AssertionError(say("exercise.drawn.more", mark=mark, row=_said(channels, found[more])))


@charts_unchanged()
def expect_guide_title(
    chart: Any, channel: str, *words: str, bare: Sequence[str] = (), mark: str | None = None
) -> None:
    """Fail unless the axis has a title with one of ``words`` in it; ``bare``: column names, which are none.

    Parameters
    ----------
    chart
        What the learner's function returned.
    channel
        Such as ``"x"``, ``"y"`` or ``"color"``.
    *words
        Any one of these must be in it, in large or small letters.
    bare
        Titles that do not count, such as the column's name.
    mark
        Only what is drawn with this mark.
    """
    found = guide_title(chart, channel, mark)
    assert found and found not in bare, say("exercise.chart.no-axis-title", channel=channel, found=found or "—")
    name, said = say("exercise.chart.axis", channel=channel), " / ".join(words)
    fits = not words or any(word.lower() in found.lower() for word in words)
    assert fits, say("exercise.chart.words", name=name, found=found, expected=said)


@charts_unchanged()
def expect_full_scale(chart: Any, channel: str, low: float, high: float, mark: str | None = None) -> None:
    """Fail unless the channel's scale goes from ``low`` to ``high``, evenly.

    Parameters
    ----------
    chart
        What the learner's function returned.
    channel
        Such as ``"x"``, ``"y"`` or ``"color"``.
    low, high
        The ends that the scale must have.
    mark
        Only what is drawn with this mark.
    """
    expect_scale_type(chart, channel, "linear", mark)
    found = domain(chart, channel, mark)
    fits = len(found) == 2 and abs(found[0] - low) < 1e-9 and abs(found[1] - high) < 1e-9
    values = {"found": " – ".join(f"{value:g}" for value in found), "low": low, "high": high}
    assert fits, say("exercise.drawn.domain", channel=channel, **values)


@charts_unchanged()
def expect_scale_type(chart: Any, channel: str, kind: str, mark: str | None = None) -> None:
    """Fail unless the channel's scale is ``linear``, a ``quantity`` on whatever scale, or for a ``category``.

    Parameters
    ----------
    chart
        What the learner's function returned.
    channel
        Such as ``"x"``, ``"y"`` or ``"color"``.
    kind
        ``linear``, ``quantity`` or ``category``.
    mark
        Only what is drawn with this mark.
    """
    found = scale(chart, channel, mark)["type"]
    fits = {"category": found in DISCRETE, "quantity": found not in DISCRETE}.get(kind, found == kind)
    assert fits, say(f"exercise.drawn.no-{kind}", channel=channel, found=found)


@charts_unchanged()
def expect_mark(chart: Any, mark: str) -> None:
    """Fail unless something is drawn with ``mark``, all in one panel.

    Parameters
    ----------
    chart
        What the learner's function returned.
    mark
        Only what is drawn with this mark.
    """
    there = code([one["mark"] for one in layers(chart)], "and")
    assert layers(chart, mark), say("exercise.chart.mark", found=there, expected=f"`{mark}`")
    panels = {tuple(one["panel"]) for one in layers(chart)}
    assert len(panels) <= 1, say("exercise.drawn.panels")


@charts_unchanged()
def expect_one_scale(chart: Any, channel: str) -> None:
    """Fail if the layers stand on different scales.

    Parameters
    ----------
    chart
        What the learner's function returned.
    channel
        Such as ``"x"``, ``"y"`` or ``"color"``.
    """
    found = [one["scales"][channel]["domain"] for one in layers(chart) if channel in one["scales"]]
    assert all(one == found[0] for one in found), say("exercise.drawn.two-scales", channel=channel)


@charts_unchanged()
def expect_lines_run_across(chart: Any) -> None:
    """Fail if a line goes back and forth instead of from left to right."""
    assert runs_across(chart), say("exercise.drawn.zigzag")


def _said(channels: Sequence[str], row: Sequence[Any]) -> str:
    values = (f"{value:.6g}" if isinstance(value, float) else str(value) for value in row)
    return ", ".join(f"{name} {value}" for name, value in zip(channels, values, strict=True))
