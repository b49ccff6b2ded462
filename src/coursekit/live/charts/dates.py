"""Dates in a chart's rows: texts that are read in the reader's own time, and years that are no times at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from coursekit.live.charts.columns import CHILDREN, Spec, rows_of

# A day, month or year alone is read by browsers as midnight in Greenwich, the evening before in America.
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
# In these parts of a view a column is asked for; what stands beside it (a scale, an axis) asks for none.
PARTS = ("encoding", "transform", "facet")


def counted_years(spec: Spec) -> Iterator[str]:
    """Yield each column that is drawn as a time and holds years as plain numbers."""
    datasets = spec.get("datasets") or {}
    for column in dict.fromkeys(name for name, _ in _temporal(spec)):
        rows = next((rows_of(data, datasets) for name, data in _temporal(spec) if name == column), None) or []
        values = [row.get(column) for row in rows if isinstance(row, dict)]
        if values and all(type(value) is int and 1000 <= value <= 3000 for value in values):
            yield column


def local_dates(spec: Spec) -> Spec:
    """Return ``spec`` with text dates that are drawn as times read in the reader's own time, as pandas' dates are."""
    columns: dict[str, set[str]] = {}
    for column, data in _temporal(spec):
        columns.setdefault(_name(data), set()).add(column)
    datasets = {name: _local(rows, columns.get(name, set())) for name, rows in (spec.get("datasets") or {}).items()}
    made = _inline(spec, columns)
    return {**made, "datasets": datasets} if datasets else made


def _name(data: Any) -> str:
    """Return the name of a set of rows; of one that stands in the view itself, its place in memory."""
    return str(data["name"]) if isinstance(data, dict) and "name" in data else f"at {id(data)}"


def _inline(spec: Spec, columns: dict[str, set[str]]) -> Spec:
    """Return ``spec`` with the rows changed that stand in a view itself."""
    made = dict(spec)
    data = spec.get("data")
    if isinstance(data, dict) and isinstance(data.get("values"), list):
        made["data"] = {**data, "values": _local(data["values"], columns.get(_name(data), set()))}
    for kind in CHILDREN:
        if spec.get(kind):
            made[kind] = [_inline(child, columns) if isinstance(child, dict) else child for child in spec[kind]]
    if isinstance(spec.get("spec"), dict):
        made["spec"] = _inline(spec["spec"], columns)
    return made


def _local(rows: Any, columns: set[str]) -> Any:
    if not columns or not isinstance(rows, list):
        return rows
    return [_with_midnights(row, columns) if isinstance(row, dict) else row for row in rows]


def _with_midnights(row: Spec, columns: set[str]) -> Spec:
    dates = {name: row[name] for name in columns if isinstance(row.get(name), str) and DATE.match(row[name])}
    return {**row, **{name: _midnight(text) for name, text in dates.items()}} if dates else row


def _midnight(text: str) -> str:
    found = DATE.match(text)
    return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}T00:00:00" if found else text


def _temporal(spec: Spec, data: Any = None) -> Iterator[tuple[str, Any]]:
    """Yield each column that is drawn as a time, or of whose time a part is taken, with the data that it is in."""
    data = spec.get("data", data)
    for part in PARTS:
        for column in _times(spec.get(part)):
            yield column, data
    for child in [*(child for kind in CHILDREN for child in spec.get(kind) or ()), spec.get("spec")]:
        if isinstance(child, dict):
            yield from _temporal(child, data)


def _times(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _times(one)
    elif isinstance(part, dict):
        is_time = part.get("type") == "temporal" or isinstance(part.get("timeUnit"), str | dict)
        if is_time and isinstance(part.get("field"), str) and "utc" not in f"{part.get('timeUnit')}{part.get('scale')}":
            yield part["field"]
        for one in part.values():
            yield from _times(one)
