"""Why a chart can't be drawn, in plain words: a column that is not there, rows too many, a type that no chart knows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from coursekit.live.charts.columns import Missing, Spec
from coursekit.words import say

# What to write instead of a type that JSON has no word for; the sentence is chart.as.KIND.
KINDS = ("Decimal", "Period", "Interval", "Timedelta", "timedelta", "complex", "set")
LISTED = 8


class ChartError(ValueError):
    """A chart that can't be drawn as it is; ``help`` says what would do."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


def data_error(chart: Any) -> ChartError | None:
    """Return what is said of data that are no table: a column alone, or a list; nothing if all are of use."""
    for data in _data_of(chart):
        kind = type(data).__name__
        if isinstance(data, list | tuple | set) or (hasattr(data, "tolist") and not hasattr(data, "columns")):
            return ChartError(say("chart.data", kind=kind), say("chart.data-help"))
    return None


def tables_of(chart: Any) -> Iterator[Any]:
    """Yield the tables of a chart and of the charts in it."""
    for data in _data_of(chart):
        if hasattr(data, "columns") and hasattr(data, "index"):
            yield data


def _data_of(chart: Any) -> Iterator[Any]:
    """Yield what stands as data in a chart and in the charts in it."""
    yield getattr(chart, "data", None)
    for part in [getattr(chart, name, None) for name in ("layer", "hconcat", "vconcat", "concat", "spec")]:
        for one in part if isinstance(part, list) else [part]:
            if hasattr(one, "to_dict"):
                yield from _data_of(one)


def missing_error(missing: Missing, chart: Any) -> ChartError:
    """Return what is said of a column that is not there.

    Parameters
    ----------
    missing : Missing
        The column, and those that there are.
    chart : altair.Chart
        The chart that asks for it.

    Returns
    -------
    ChartError
        Not raised yet: its message says what is missing, its ``help`` what would do.
    """
    name = missing.name
    if missing.dotted:
        escaped = re.sub(r"([.\[\]])", r"\\\\\1", name)
        return ChartError(say("chart.dotted", name=name), say("chart.dotted-help", name=name, escaped=escaped))
    return no_column(name, [str(one) for one in missing.there], chart)


def no_column(name: str, there: list[str], chart: Any) -> ChartError:
    """Return what is said where no column is called ``name``: that it is the index, or the nearest name.

    Parameters
    ----------
    name : str
        The column that is asked for.
    there : list of str
        The columns that there are.
    chart : altair.Chart
        The chart; its tables say whether ``name`` is an index, or a column of another view.

    Returns
    -------
    ChartError
        Not raised yet.
    """
    message = say("chart.no-column", name=name)
    if any(name in [str(one) for one in table.index.names] for table in tables_of(chart)):
        return ChartError(message, say("chart.index", name=name))
    if any(str(column) == name for table in tables_of(chart) for column in table.columns):
        return ChartError(message, say("chart.other-view", name=name))
    near = [one for one in there if one.lower() == name.lower()] or get_close_matches(name, there, n=1, cutoff=0.6)
    meant = say("chart.near", near=near[0]) if near else ""
    listed = ", ".join(f"`{one}`" for one in sorted(there)[:LISTED]) + (" …" if len(there) > LISTED else "")
    return ChartError(message, f"{meant} {say('python.help.there-are', names=listed)}".strip())


def raised_error(error: Exception, chart: Any) -> Exception:
    """Return a plainly worded error in place of one that was raised while a chart was made.

    Parameters
    ----------
    error : Exception
        What Altair or pandas raised.
    chart : altair.Chart
        The chart that was being made.

    Returns
    -------
    Exception
        A ``ChartError`` in plain words; ``error`` itself where none is known for it.
    """
    text = str(error)
    there = sorted({str(column) for table in tables_of(chart) for column in table.columns})
    if type(error).__name__ == "MaxRowsError":
        rows = max((len(table) for table in tables_of(chart)), default=0)
        limit = re.search(r"maximum allowed \((\d+)\)", text)
        return ChartError(
            say("chart.rows", rows=f"{rows:,}", limit=f"{int(limit[1]):,}" if limit else "5,000"),
            say("chart.rows-help"),
        )
    if found := re.search(r"Unable to determine data type for the field \"(.+?)\";", text):
        name = found[1]
        return no_column(name, there, chart) if there and name not in there else _untyped(name)
    if found := re.search(r"(\S+) encoding field is specified without a type", text):
        return _untyped(found[1])
    if found := re.search(r"Field \"(.+?)\" has type \"timedelta", text):
        return _no_value(found[1], "Timedelta", "")
    if found := re.search(r"column name(?:\(s\))?: (.+?)\. Column names must be", text):
        return ChartError(say("chart.names", name=found[1]), say("chart.names-help"))
    if "Hierarchical indices" in text:
        return ChartError(say("chart.levels"), say("chart.levels-help"))
    for table in tables_of(chart):
        for column in table.columns:
            kind = str(getattr(table[column], "dtype", ""))
            if kind == "category":
                kind = str(table[column].cat.categories.dtype)
            for name, sign in (("Interval", "interval"), ("Period", "period"), ("Timedelta", "timedelta")):
                if kind.startswith(sign):
                    return _no_value(str(column), name, "")
    return error


def _untyped(name: str) -> ChartError:
    return ChartError(say("chart.untyped", name=name), say("chart.untyped-help", name=name))


def _no_value(column: str, kind: str, example: str) -> ChartError:
    shown = " " + say("chart.example", value=example[:60]) if example else ""
    known = kind if kind in KINDS else "other"
    return ChartError(
        say("chart.value", column=column, kind=kind, example=shown), say(f"chart.as.{known}", column=column)
    )


def unwritable_error(spec: Spec) -> ChartError | None:
    """Return what is said of the first value in the rows that can't cross to the page, if there is one."""
    sets = list((spec.get("datasets") or {}).values())
    for rows in sets:
        for row in rows if isinstance(rows, list) else ():
            for column, value in row.items() if isinstance(row, dict) else ():
                if not _is_plain(value):
                    return _no_value(str(column), type(value).__name__, str(value))
    if not _is_plain(spec):
        return ChartError(say("chart.unwritable"))
    return None


def _is_plain(value: Any) -> bool:
    if value is None or type(value) in (str, int, float, bool):
        return True
    try:
        json.dumps(value)
    except (TypeError, ValueError):
        return False
    return True
