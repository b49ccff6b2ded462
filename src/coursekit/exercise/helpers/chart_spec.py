"""A chart's specification, made by Altair: once for as long as nothing can change the chart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from coursekit.exercise.helpers.chart_views import COMPOSED, Spec
from coursekit.words import say

_read: dict[int, tuple[Any, Spec]] | None = None


@contextmanager
def charts_unchanged() -> Iterator[None]:
    """While no code of a learner's runs, make each chart's specification once: Altair checks it anew at every call."""
    global _read
    if _read is not None:
        yield
        return
    _read = {}
    try:
        yield
    finally:
        _read = None


def spec(chart: Any) -> Spec:
    """Return the chart's specification; fail, with what it is instead, if it is no chart that can be drawn."""
    assert chart is not None, say("exercise.chart.nothing")
    if isinstance(chart, dict) and any(part in chart for part in ("mark", "spec", *COMPOSED)):
        return chart
    assert hasattr(chart, "to_dict") and hasattr(chart, "properties"), say(
        "exercise.chart.other", kind=type(chart).__name__
    )
    if _read is not None and id(chart) in _read:
        return _read[id(chart)][1]
    try:
        found: Spec = chart.to_dict()
    except Exception as error:
        raise AssertionError(say("exercise.chart.broken", text=str(error).strip().split("\n")[0])) from error
    if _read is not None:
        _read[id(chart)] = (chart, found)  # the chart is held, so that its id stays its own
    return found
