"""Whether two answers in plain form are the same: the comparison that marks rest on, outside the learner's Python.

Numbers agree within a tolerance, relative to the larger or to 1. A table's columns go by name and its rows by
content, in any order unless ``ordered``; columns that the expected table lacks do not count. Charts are compared by
marks, encodings and the data behind them; widgets by kind, state and children. Only the standard library.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, cast

from coursekit.exercise.file.contents import TOLERANCE
from coursekit.exercise.helpers.chart_views import telling, views

KINDS = ("$number", "$map", "$set", "$table", "$series", "$chart", "$widget", "$date", "$seconds", "$error")
Number = int | float


def same(expected: Any, got: Any, tolerance: float = TOLERANCE, ordered: bool = False) -> bool:
    """Whether one answer is the same as another.

    Parameters
    ----------
    expected, got : Any
        Answers as plain data; see :func:`~coursekit.exercise.mark.answers_json.plain`.
    tolerance : float
        How far numbers may differ, relative to the larger of the two or to 1.
    ordered : bool
        Whether the order of a table's rows counts.

    Returns
    -------
    bool
        True if they agree everywhere.
    """
    return difference(expected, got, tolerance, ordered) is None


def difference(expected: Any, got: Any, tolerance: float = TOLERANCE, ordered: bool = False) -> str | None:
    """Return where one answer first departs from another.

    A disagreement, and also a form that is no plain data, is a departure: an answer made by hand to look like plain
    data cannot agree with anything by being malformed.

    Parameters
    ----------
    expected, got : Any
        Answers as plain data.
    tolerance : float
        How far numbers may differ, relative to the larger of the two or to 1.
    ordered : bool
        Whether the order of a table's rows counts.

    Returns
    -------
    str or None
        The place, such as ``rows[2].rate``, "" for the whole answer; None where they agree.
    """
    try:
        return _Comparison(tolerance, ordered).at("", expected, got)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, OverflowError):
        return ""


def lost_row(wanted: Sequence[list[Any]], got: Sequence[list[Any]], tolerance: float = 1e-6) -> int | None:
    """Return which of the wanted rows is missing.

    Parameters
    ----------
    wanted, got : sequence of list
        Rows of plain values; their order does not matter.
    tolerance : float
        How far numbers may differ, relative to the larger of the two or to 1.

    Returns
    -------
    int or None
        The index in ``wanted`` of a row that ``got`` lacks; None if it has all.
    """
    return _Comparison(tolerance, False).lost(wanted, got)


def number(value: Any) -> Number | None:
    """Return the number that a plain value is, NaN and infinities included, or None."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, dict) and value.keys() == {"$number"}:
        return float(value["$number"])
    return None


def agree(one: Number, other: Number, tolerance: float) -> bool:
    """Whether two numbers agree within ``tolerance``, relative to the larger of them or to 1; NaN agrees with NaN.

    Parameters
    ----------
    one, other : float
        The numbers.
    tolerance : float
        How far they may differ, relative to the larger of them or to 1.

    Returns
    -------
    bool
        True also for two NaN, and for the same infinity.
    """
    if math.isnan(one) or math.isnan(other):
        return math.isnan(one) and math.isnan(other)
    if math.isinf(one) or math.isinf(other):
        return one == other
    return abs(one - other) <= tolerance * max(1.0, abs(one), abs(other))


class _Comparison:
    def __init__(self, tolerance: float, ordered: bool) -> None:
        self.tolerance, self.ordered = tolerance, ordered

    def at(self, place: str, one: Any, other: Any) -> str | None:
        a, b = number(one), number(other)
        if a is not None or b is not None:
            return None if a is not None and b is not None and agree(a, b, self.tolerance) else place
        kinds = [next(iter(v)) if isinstance(v, dict) and len(v) == 1 else None for v in (one, other)]
        if kinds[0] == "$series" and kinds[1] != "$series":
            return self.at(place, _unlabelled(one["$series"], kinds[1]), other)
        if kinds[1] == "$series" and kinds[0] != "$series":
            return self.at(place, one, _unlabelled(other["$series"], kinds[0]))
        if kinds[0] in KINDS or kinds[1] in KINDS:
            if kinds[0] != kinds[1]:
                return place
            compare = getattr(self, f"_{kinds[0][1:]}", None)  # type: ignore[index]
            mine, theirs = one[kinds[0]], other[kinds[0]]
            if compare:
                return cast("str | None", compare(place, mine, theirs))
            return None if mine == theirs and kinds[0] != "$error" else place
        if isinstance(one, list) and isinstance(other, list):
            return self._list(place, one, other)
        if isinstance(one, dict) and isinstance(other, dict):
            return self._keyed(place, one, other)
        return None if type(one) is type(other) and one == other else place

    def lost(self, wanted: Sequence[Any], got: Sequence[Any]) -> int | None:
        """Match each with one that is still free; sorted roughly, so that the first free one mostly fits."""
        free = sorted(range(len(got)), key=lambda n: _rough(got[n]))
        for n in sorted(range(len(wanted)), key=lambda n: _rough(wanted[n])):
            match = next((m for m in free if self.at("", wanted[n], got[m]) is None), None)
            if match is None:
                return n
            free.remove(match)
        return None

    def _list(self, place: str, one: list[Any], other: list[Any]) -> str | None:
        if len(one) != len(other):
            return place
        found = (self.at(f"{place}[{n}]", a, b) for n, (a, b) in enumerate(zip(one, other, strict=True)))
        return next((at for at in found if at is not None), None)

    def _keyed(self, place: str, one: dict[str, Any], other: dict[str, Any]) -> str | None:
        if one.keys() != other.keys():
            return place
        found = (self.at(f"{place}.{key}".lstrip("."), one[key], other[key]) for key in one)
        return next((at for at in found if at is not None), None)

    def _map(self, place: str, one: list[list[Any]], other: list[list[Any]]) -> str | None:
        if len(one) != len(other):
            return place
        for key, value in one:
            match = next((v for k, v in other if self.at("", key, k) is None), None)
            inside = f"{place}[{key!r}]"
            if match is None and not any(self.at("", key, k) is None for k, _ in other):
                return inside
            if (at := self.at(inside, value, match)) is not None:
                return at
        return None

    def _set(self, place: str, one: list[Any], other: list[Any]) -> str | None:
        return place if len(one) != len(other) or self.lost(one, other) is not None else None

    def _series(self, place: str, one: dict[str, Any], other: dict[str, Any]) -> str | None:
        if all(number(label) is not None for label in one["index"]):  # row numbers, which say nothing
            return self._list(place, one["values"], other["values"])
        return self._map(place, _pairs(one), _pairs(other))

    def _table(self, place: str, one: dict[str, Any], other: dict[str, Any]) -> str | None:
        names, theirs = one["columns"], other["columns"]
        missing = next((name for name in names if theirs.count(name) != 1), None)
        if missing is not None:
            return f"{place}.{missing}".lstrip(".")
        if len(one["rows"]) != len(other["rows"]):
            return f"{place}.rows".lstrip(".")
        order = [theirs.index(name) for name in names]
        rows = [[_cell(row[n]) for n in order] for row in other["rows"]]
        wanted = [[_cell(cell) for cell in row] for row in one["rows"]]
        if self.ordered:
            return self._list(f"{place}.rows".lstrip("."), wanted, rows)
        lost = self.lost(wanted, rows)
        return None if lost is None else f"{place}.rows[{lost}]".lstrip(".")

    def _chart(self, place: str, one: dict[str, Any], other: dict[str, Any]) -> str | None:
        mine, theirs = ([telling(v) for v in views(spec)] for spec in (one, other))
        lost = self.lost(mine, theirs)
        if lost is not None:
            return f"{place}.views[{lost}]".lstrip(".")
        return None if len(mine) == len(theirs) else place

    def _widget(self, place: str, one: dict[str, Any], other: dict[str, Any]) -> str | None:
        return self._keyed(place, one, other)


def _rough(value: Any) -> str:
    """Return a key by which equal values mostly sort to the same place."""
    if (found := number(value)) is not None:
        return f"{found:.6g}"
    if isinstance(value, list):
        return "\0".join(map(_rough, value))
    if isinstance(value, dict):
        return "\0".join(f"{key}\1{_rough(value[key])}" for key in sorted(value))
    return str(value)


def _cell(value: Any) -> Any:
    """Return a table's cell; one that is empty is empty, whether its column marks that as None or as NaN."""
    found = number(value)
    return None if found is not None and math.isnan(found) else value


def _pairs(series: dict[str, Any]) -> list[list[Any]]:
    return [list(pair) for pair in zip(series["index"], series["values"], strict=True)]


def _unlabelled(series: dict[str, Any], beside: str | None) -> Any:
    """Return a labelled column as what stands beside it: a mapping, or the bare list of its values."""
    return {"$map": _pairs(series)} if beside == "$map" else series["values"]
