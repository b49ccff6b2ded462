"""Answers as plain data: what a function returned, in JSON's terms, and whether two such answers agree.

Marking compares outside the learner's interpreter, so an answer must cross over as data and never as an object.
"""

from __future__ import annotations

import math
from typing import Any

Plain = None | bool | int | float | str | list[Any] | dict[str, Any]
SIZE = 200_000  # values in one answer; more is no answer to any exercise here


class NotPlain(TypeError):
    """A value that has no plain form."""


def plain(value: Any, room: list[int] | None = None) -> Plain:
    """Return ``value`` as JSON-able data; tables and columns keep their order, NaN and infinities are spelt out.

    Raises
    ------
    NotPlain
        If the value, or something inside it, is neither number, text, list, mapping, table nor chart, or is too big.
    """
    room = [SIZE] if room is None else room
    room[0] -= 1
    if room[0] < 0:
        raise NotPlain(f"The answer holds more than {SIZE:,} values.")
    if hasattr(value, "item") and getattr(value, "ndim", None) == 0:
        value = value.item()  # a NumPy scalar
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else {"$number": repr(float(value))}
    if isinstance(value, dict):
        return {"$map": [[plain(k, room), plain(v, room)] for k, v in value.items()]}
    if isinstance(value, list | tuple):
        return [plain(v, room) for v in value]
    if hasattr(value, "columns") and hasattr(value, "itertuples"):
        columns = [str(c) for c in value.columns]
        rows = [[plain(_gap(v), room) for v in row] for row in value.itertuples(index=False, name=None)]
        return {"$table": {"columns": columns, "rows": rows}}
    if hasattr(value, "tolist"):  # a column or an array
        return [plain(_gap(v), room) for v in value.tolist()]
    if hasattr(value, "to_dict") and hasattr(value, "mark_point"):  # an Altair chart, by its specification
        return {"$chart": value.to_dict()}
    raise NotPlain(f"A {type(value).__name__} cannot be compared.")


def _gap(value: Any) -> Any:
    """Return NaN for a cell that a table marks as missing in its own way."""
    return math.nan if type(value).__name__ in ("NAType", "NaTType") else value


def agree(one: Plain, other: Plain, tolerance: float = 1e-9) -> bool:
    """Whether two plain answers are the same, numbers within ``tolerance`` relative to the larger or to 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= tolerance * max(1.0, abs(one), abs(other))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(agree(a, b, tolerance) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(agree(one[k], other[k], tolerance) for k in one)
    return type(one) is type(other) and one == other
