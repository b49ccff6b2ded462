"""A chart's specification (Vega-Lite, as ``chart.to_dict()`` gives it), read into its single views."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Spec = dict[str, Any]
Row = dict[str, Any]
COMPOSED = ("layer", "concat", "hconcat", "vconcat")
FACETS = ("facet", "row", "column")
# Marks that look alike, and the parts of an encoding that decide what is seen; titles, colours and sizes do not count.
ALIKE = {"circle": "point", "square": "point"}
TELLING = ("field", "type", "aggregate", "timeUnit", "bin", "stack", "datum")
UNSEEN = ("tooltip", "order", "href", "url", "key", "description")


@dataclass(frozen=True)
class View:
    """One mark with what it draws, all that its surroundings hand down filled in.

    ``mark`` is its type and ``style`` its other properties; ``encoding`` maps each channel to its definition, without
    the backslashes that Altair puts into field names; ``rows`` are the rows of its data before any transform.
    """

    mark: str
    style: Spec = field(default_factory=dict)
    encoding: dict[str, Spec] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    transforms: list[Spec] = field(default_factory=list)
    title: str = ""


def views(spec: Mapping[str, Any]) -> list[View]:
    """Return the specification's views in drawing order: layers, concatenations, facets and repeats taken apart."""
    return list(_walk(spec, View(""), dict(spec.get("datasets") or {})))


def text(title: Any) -> str:
    """Return a title as one line: it may be text, a list of lines, or an object that has them."""
    if isinstance(title, Mapping):
        title = title.get("text")
    if isinstance(title, list | tuple):
        return " ".join(str(line) for line in title)
    return "" if title is None else str(title)


def telling(view: View) -> dict[str, Any]:
    """Return what of a view decides what is seen, its data with it."""
    channels = {
        name: {part: definition[part] for part in TELLING if definition.get(part) not in (None, False)}
        for name, definition in view.encoding.items()
        if name not in UNSEEN and not ("value" in definition or "condition" in definition)
    }
    fields = sorted({str(c["field"]) for c in channels.values() if "field" in c})
    if view.transforms:  # what a transform makes is not there to be compared: then the transforms must be the same
        fields = sorted({name for row in view.rows for name in row})
    rows = [[row.get(name) for name in fields] for row in view.rows] if fields else []
    table = {"$table": {"columns": fields, "rows": rows}}
    return {"mark": ALIKE.get(view.mark, view.mark), "on": channels, "data": table, "transforms": view.transforms}


def _walk(spec: Mapping[str, Any], above: View, datasets: Mapping[str, Any]) -> Iterator[View]:
    encoding = {**above.encoding}
    for channel, definition in (spec.get("encoding") or {}).items():
        encoding[channel] = _clean({**encoding.get(channel, {}), **_first(definition)})
    here = View(
        mark="",
        encoding=encoding,
        rows=_rows(spec["data"], datasets) if spec.get("data") else above.rows,
        transforms=[*above.transforms, *(spec.get("transform") or [])],
        title=text(spec.get("title")) or above.title,
    )
    for kind in COMPOSED:
        for child in spec.get(kind) or ():
            yield from _walk(child, here, datasets)
    if "spec" in spec:
        here.encoding.update(_facets(spec.get("facet")))
        for names in _repeats(spec.get("repeat")):
            yield from _walk(_repeated(spec["spec"], names), here, datasets)
    if spec.get("mark"):
        mark = spec["mark"] if isinstance(spec["mark"], Mapping) else {"type": spec["mark"]}
        style = {name: value for name, value in mark.items() if name != "type"}
        yield View(str(mark.get("type")), style, here.encoding, here.rows, here.transforms, here.title)


def _first(definition: Any) -> Spec:
    """Return a channel's definition; of several (tooltip, detail, order), the list under ``several``."""
    if isinstance(definition, Mapping):
        return dict(definition)
    return {"several": [_clean(dict(one)) for one in definition]}


def _clean(definition: Spec) -> Spec:
    name = definition.get("field")
    return {**definition, "field": name.replace("\\", "")} if isinstance(name, str) else definition


def _rows(data: Mapping[str, Any], datasets: Mapping[str, Any]) -> list[Row]:
    values = data.get("values", datasets.get(data.get("name") or "", []))
    values = values if isinstance(values, list) else [values]
    # A bare number is Vega-Lite's short form for a row with the column `data`.
    return [dict(row) if isinstance(row, Mapping) else {"data": row} for row in values]


def _facets(facet: Any) -> dict[str, Spec]:
    if not isinstance(facet, Mapping):
        return {}
    inner = {name: _clean(dict(facet[name])) for name in FACETS if isinstance(facet.get(name), Mapping)}
    return inner or {"facet": _clean(dict(facet))}


def _repeats(repeat: Any) -> Sequence[dict[str, str]]:
    """Return, for each view that a repeat makes, which field stands for which of its names."""
    if not repeat:
        return [{}]
    if isinstance(repeat, list):
        return [{"repeat": name} for name in repeat]
    made: list[dict[str, str]] = [{}]
    for name, fields in repeat.items():
        made = [{**before, name: one} for before in made for one in fields]
    return made


def _repeated(part: Any, names: Mapping[str, str]) -> Any:
    """Return ``part`` with each ``{"repeat": name}`` replaced by its field."""
    if isinstance(part, Mapping):
        if set(part) == {"repeat"} and part["repeat"] in names:
            return names[part["repeat"]]
        return {key: value if key == "datasets" else _repeated(value, names) for key, value in part.items()}
    return [_repeated(one, names) for one in part] if isinstance(part, list) else part
