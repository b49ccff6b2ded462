"""Answers in plain form made into values again, for an exercise's ``compared``, outside the learner's Python.

A table becomes a DataFrame, a chart an object that knows its specification (all that the readers in
:mod:`coursekit.exercise.helpers.chart_readers` ask for). Nothing of the answer is run; what is no answer raises.
"""

from __future__ import annotations

import datetime as dt
from typing import Any


class Drawn:
    """A learner's chart, of which only the specification has come."""

    def __init__(self, spec: dict[str, Any]) -> None:
        if not isinstance(spec, dict):
            raise TypeError("A chart's specification is a dictionary.")
        self._spec = spec
        self.properties: dict[str, Any] = {}

    def to_dict(self) -> dict[str, Any]:
        """Return the specification."""
        return self._spec


def revived(data: Any) -> Any:
    """Return the value that stands for an answer as :func:`~coursekit.exercise.mark.answers_json.plain` gives it.

    Raises
    ------
    ValueError, KeyError, TypeError
        If it is no such answer, or one (a widget, an error) of which no value can be made.
    """
    if isinstance(data, list):
        return [revived(one) for one in data]
    if not isinstance(data, dict):
        return data
    ((kind, held),) = data.items()
    match kind:
        case "$number":
            return float(held)
        case "$map":
            return {_key(key): revived(one) for key, one in held}
        case "$set":
            return {_key(one) for one in held}
        case "$date":
            return dt.datetime.fromisoformat(held) if "T" in held else dt.date.fromisoformat(held)
        case "$seconds":
            return dt.timedelta(seconds=held)
        case "$chart":
            return Drawn(held)
        case "$table":
            import pandas as pd

            rows = [[revived(cell) for cell in row] for row in held["rows"]]
            return pd.DataFrame(rows, columns=held["columns"])
        case "$series":
            import pandas as pd

            return pd.Series([revived(one) for one in held["values"]], index=[_key(one) for one in held["index"]])
    raise ValueError(f"Of {kind} no value is made.")


def _key(data: Any) -> Any:
    value = revived(data)
    return tuple(value) if isinstance(value, list) else frozenset(value) if isinstance(value, set) else value
