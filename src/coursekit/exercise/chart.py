"""Look into a learner's chart: for the tests of exercises whose answer is an Altair chart.

Everything is read off the chart's specification, never off its pixels. The readers (:func:`marks`, :func:`encoding`,
:func:`rows` …) give plain data; the ``expect_…`` helpers fail with a sentence that says what was found and what was
expected, to follow the test's docstring. ``mark`` picks, in a chart of several layers, the view drawn with that mark.
Only the standard library: it runs in the page's Python too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from coursekit.exercise.helpers.chart_readers import (
    axis_title,
    code,
    encoding,
    marks,
    plotted,
    rows,
    shown,
    title,
    view,
    views,
)
from coursekit.exercise.helpers.chart_spec import charts_unchanged, spec
from coursekit.exercise.mark.compare import lost_row
from coursekit.words import say

__all__ = ["axis_title", "encoding", "expect_axis_title", "expect_encoding", "expect_mark", "expect_rows"]
__all__ += ["expect_scale", "expect_title", "marks", "plotted", "rows", "shown", "spec", "title", "view", "views"]

TYPES = {"Q": "quantitative", "O": "ordinal", "N": "nominal", "T": "temporal", "G": "geojson"}
_SHORT = re.compile(r"(?:(?P<how>\w+)\((?P<inner>.*)\)|(?P<field>.*?))(?::(?P<type>[QONTG]))?")
Wanted = str | None | Sequence[str | None]


@charts_unchanged()
def expect_mark(chart: Any, *expected: str) -> None:
    """Fail unless some view is drawn with one of the expected marks.

    Parameters
    ----------
    chart : altair.Chart or dict
        The learner's chart, or its specification.
    *expected : str
        Marks, as ``bar`` or ``line``, any of which will do.

    Raises
    ------
    AssertionError
        If it is not so; the message is for the learner.
    """
    found = marks(chart)
    said = say("exercise.chart.mark", found=code(found, "and"), expected=code(expected, "or"))
    assert set(found) & set(expected), said


@charts_unchanged()
def expect_encoding(chart: Any, mark: str | None = None, **expected: Wanted) -> None:
    """Fail unless each channel has what is expected.

    Aggregate and type count where they are written. In a chart of several views without ``mark`` it is enough that one
    of them has it.

    Parameters
    ----------
    chart : altair.Chart or dict
        The learner's chart, or its specification.
    mark : str, optional
        The mark of the view to look at; by default all views.
    **expected : str, None or list
        By channel what stands there: ``x="year"``, ``y="mean(rate):Q"``, ``color=None`` for nothing; a list gives
        alternatives.

    Raises
    ------
    AssertionError
        If it is not so; the message is for the learner.
    """
    found = [view(chart, mark)] if mark else views(chart)
    for channel, wanted in expected.items():
        choices = [wanted] if wanted is None or isinstance(wanted, str) else list(wanted)
        there = [one.encoding.get(channel, {}) for one in found]
        if any(_fits(one, choice) for one in there for choice in choices):
            continue
        stands = next((one for one in there if one), {})
        raise AssertionError(_complaint(channel, stands, choices))


@charts_unchanged()
def expect_rows(chart: Any, expected: Iterable[Mapping[str, Any]], mark: str | None = None) -> None:
    """Fail unless the data drawn are those expected, in any order.

    Parameters
    ----------
    chart : altair.Chart or dict
        The learner's chart, or its specification.
    expected : iterable of mapping
        A row each, from column to value; only the first row's columns count.
    mark : str, optional
        The mark of the view to look at; by default the first view that has data.

    Raises
    ------
    AssertionError
        If it is not so; the message is for the learner.
    """
    wanted, drawn = [dict(row) for row in expected], rows(chart, mark)
    columns = list(wanted[0]) if wanted else []
    for name in columns:
        have = code(drawn[0], "and") if drawn else "—"
        assert drawn and name in drawn[0], say("exercise.chart.column", name=name, found=have)
    assert len(drawn) == len(wanted), say("exercise.chart.rows", found=len(drawn), expected=len(wanted))
    lost = lost_row([[row[c] for c in columns] for row in wanted], [[row.get(c) for c in columns] for row in drawn])
    if lost is not None:
        row = ", ".join(f"{name} = {value}" for name, value in wanted[lost].items())
        raise AssertionError(say("exercise.chart.row", row=row))


@charts_unchanged()
def expect_title(chart: Any, *words: str) -> None:
    """Fail unless the chart has a title with all of some words in it.

    Parameters
    ----------
    chart : altair.Chart or dict
        The learner's chart, or its specification.
    *words : str
        The words; capitals or not makes no difference.

    Raises
    ------
    AssertionError
        If it is not so; the message is for the learner.
    """
    _expect_words(title(chart), words, say("exercise.chart.no-title"), say("exercise.chart.title"))


@charts_unchanged()
def expect_axis_title(chart: Any, channel: str, *words: str, mark: str | None = None) -> None:
    """Fail unless an axis has a title of its own, not just the column's name, with all of some words in it.

    Parameters
    ----------
    chart : altair.Chart or dict
        The learner's chart, or its specification.
    channel : str
        The axis or the legend, as ``x`` or ``color``.
    *words : str
        The words; capitals or not makes no difference.
    mark : str, optional
        The mark of the view to look at; by default the first view that has the channel.

    Raises
    ------
    AssertionError
        If it is not so; the message is for the learner.
    """
    found = axis_title(chart, channel, mark)
    bare = "" if found == shown(encoding(chart, channel, mark)) else found
    name = say("exercise.chart.axis", channel=channel)
    _expect_words(bare, words, say("exercise.chart.no-axis-title", channel=channel, found=found or "—"), name)


@charts_unchanged()
def expect_scale(chart: Any, channel: str, mark: str | None = None, **expected: Any) -> None:
    """Fail unless a channel's scale has certain properties.

    Parameters
    ----------
    chart : altair.Chart or dict
        The learner's chart, or its specification.
    channel : str
        The channel, as ``x``.
    mark : str, optional
        The mark of the view to look at; by default the first view that has the channel.
    **expected : Any
        Properties as Vega-Lite names them: ``type="log"``, ``zero=False``, ``domain=[0, 1]``.

    Raises
    ------
    AssertionError
        If it is not so; the message is for the learner.
    """
    scale = encoding(chart, channel, mark).get("scale") or {}
    for name, value in expected.items():
        found = scale.get(name)
        said = say("exercise.chart.scale", channel=channel, name=name, found=found, expected=value)
        assert found == (list(value) if isinstance(value, tuple) else value), said


def _expect_words(found: str, words: Sequence[str], none: str, name: str) -> None:
    assert found, none
    for word in words:
        assert word.lower() in found.lower(), say("exercise.chart.words", name=name, found=found, expected=word)


def _parts(short: str) -> tuple[str, str, str]:
    """Return aggregate (or the like), field and type of a short form such as ``mean(rate):Q``."""
    found = _SHORT.fullmatch(short)
    if not found:
        return "", short, ""
    return found["how"] or "", (found["inner"] if found["how"] else found["field"]) or "", found["type"] or ""


def _fits(definition: Mapping[str, Any], short: str | None) -> bool:
    if short is None:
        return not definition
    how, name, kind = _parts(short)
    if "several" in definition:
        return any(_fits(one, short) for one in definition["several"])
    right = shown(definition) == (f"{how}({name})" if how else name) and bool(definition)
    return right and (not kind or definition.get("type") == TYPES[kind])


def _complaint(channel: str, definition: Mapping[str, Any], choices: Sequence[str | None]) -> str:
    names = [choice for choice in choices if choice is not None]
    expected = code(names, "or") if names else say("exercise.chart.none")
    if not definition:
        return say("exercise.chart.empty", channel=channel, expected=expected)
    if "several" in definition:
        found = code([shown(one) for one in definition["several"]], "and")
        return say("exercise.chart.encoding", channel=channel, found=found, expected=expected)
    for short in names:
        how, name, kind = _parts(short)
        if kind and shown(definition) == (f"{how}({name})" if how else name):
            types = {"found": definition.get("type"), "expected": TYPES[kind], "letter": kind}
            return say("exercise.chart.type", channel=channel, name=shown(definition), **types)
    return say("exercise.chart.encoding", channel=channel, found=f"`{shown(definition)}`", expected=expected)
