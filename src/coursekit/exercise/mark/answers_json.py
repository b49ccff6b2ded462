"""Answers as plain data: what a function returned, in JSON's terms.

Marking compares outside the learner's interpreter (:mod:`coursekit.exercise.mark.compare`), so an answer must cross
over as data and never as an object. What JSON has no word for stands in a dictionary with one key: ``$number`` (NaN and
infinities), ``$map`` (pairs), ``$set``, ``$date``, ``$seconds``, ``$table`` (``columns``, ``rows``), ``$series``
(``index``, ``values``), ``$chart`` (its specification) and ``$widget`` (``kind``, ``state``, ``children``).
"""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import ItemsView, Iterator, KeysView, ValuesView
from numbers import Integral, Real
from typing import Any

Plain = None | bool | int | float | str | list[Any] | dict[str, Any]
SIZE = 200_000  # values in one answer; more is no answer to any exercise here
LETTERS = 12  # of a chart's specification, for about one value
# What of a widget a reader sees or can do. Its looks and its inner workings do not count.
STATE = ("value", "index", "min", "max", "step", "options", "description", "disabled", "titles", "selected_index")


class NotPlain(TypeError):
    """A value that has no plain form."""


def plain(value: Any, room: list[int] | None = None) -> Plain:
    """Return ``value`` as JSON-able data; tables and columns keep their order.

    Parameters
    ----------
    value : Any
        What the learner's function, or the solution, returned.
    room : list of int, optional
        One number: how many values may still come; it is counted down. By default ``SIZE``.

    Returns
    -------
    Plain
        What JSON can hold; what JSON has no word for stands as an object with a key such as ``$date``.

    Raises
    ------
    NotPlain
        If the value, or something inside it, is neither number, text, date, list, set, mapping, table, chart nor
        widget, or is too big.
    """
    room = [SIZE] if room is None else room
    room[0] -= 1
    if room[0] < 0:
        raise NotPlain(f"The answer holds more than {SIZE:,} values.")
    if getattr(value, "ndim", None) == 0 and hasattr(value, "item"):
        value = _scalar(value)
    if type(value).__name__ in ("NAType", "NaTType"):  # a cell that a table marks as missing in its own way
        value = math.nan
    if value is None or isinstance(value, bool | str):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real) or type(value).__name__ == "Decimal":
        return float(value) if math.isfinite(value) else {"$number": repr(float(value))}
    if isinstance(value, dt.date):
        return {"$date": _date(value)}
    if isinstance(value, dt.timedelta):
        return {"$seconds": value.total_seconds()}
    if isinstance(value, dict):
        return {"$map": [[plain(k, room), plain(v, room)] for k, v in value.items()]}
    builtin = type(value).__module__ == "builtins" and isinstance(value, Iterator)  # a generator, a `map`, a `zip`
    if builtin or isinstance(value, list | tuple | range | ValuesView | KeysView | ItemsView):
        return [plain(v, room) for v in value]  # an endless one is stopped by the room
    if isinstance(value, set | frozenset):
        return {"$set": [plain(v, room) for v in value]}
    return _made(value, room)


def _made(value: Any, room: list[int]) -> Plain:
    """Return what a library's object holds: a table, a column, an array, a chart or a widget."""
    if hasattr(value, "columns") and hasattr(value, "itertuples"):
        rows = [[plain(v, room) for v in row] for row in value.itertuples(index=False, name=None)]
        return {"$table": {"columns": [str(c) for c in value.columns], "rows": rows}}
    if hasattr(value, "tolist"):
        values = [plain(v, room) for v in _listed(value)]
        index = getattr(value, "index", None)
        if index is None or type(index).__name__ == "RangeIndex":
            return values
        return {"$series": {"index": [plain(v, room) for v in _listed(index)], "values": values}}
    if hasattr(value, "to_dict") and hasattr(value, "properties"):
        spec: dict[str, Any] = value.to_dict()
        room[0] -= len(json.dumps(spec, default=str)) // LETTERS
        if room[0] < 0:
            raise NotPlain(f"The chart holds more than {SIZE:,} values.")
        return {"$chart": spec}
    if hasattr(value, "get_state") and hasattr(value, "keys"):
        return {"$widget": _widget(value, room)}
    raise NotPlain(f"A {type(value).__name__} cannot be compared.")


def _widget(value: Any, room: list[int]) -> Plain:
    """Return a widget's kind, what a reader sees of it, and its children."""
    named: Any = type(value)
    chart = getattr(value, "chart", None)  # a JupyterChart: what counts is the chart in it
    if chart is not None and hasattr(chart, "to_dict"):
        return {"kind": named.__name__, "chart": plain(chart, room)}
    state = {name: plain(getattr(value, name), room) for name in STATE if hasattr(value, name)}
    children = [plain(child, room) for child in getattr(value, "children", ())]
    return {"kind": named.__name__, "state": state, "children": children}


def _scalar(value: Any) -> Any:
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    return value.astype(f"{kind}8[us]").item() if kind in ("m", "M") else value.item()


def _listed(value: Any) -> list[Any]:
    """Return an array's or a column's values; NumPy's own lists of times in nanoseconds are bare numbers."""
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if kind in ("m", "M") and not hasattr(value, "index"):
        value = value.astype(f"{kind}8[us]")
    found: list[Any] = value.tolist()
    return found


def _date(value: dt.date) -> str:
    """Return a date in ISO form; a moment at midnight is its day."""
    text = value.isoformat()
    return text.removesuffix("T00:00:00")
