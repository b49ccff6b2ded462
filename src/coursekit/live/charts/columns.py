"""Which columns a chart's specification asks for, and which of them its rows do not have.

Vega draws such a chart as an empty frame and says nothing. What can't be known (a pivot's columns, data by address) is
taken to be there: nothing that draws is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Spec = dict[str, Any]
Columns = frozenset[str] | None
CHILDREN = ("layer", "hconcat", "vconcat", "concat")
# Parts of an encoding in which "field" names no column of the view's own rows.
ASIDE = frozenset({"scale", "axis", "legend", "header", "impute"})
IN_TEXT = re.compile(r"\bdatum(?:\.([^\W\d]\w*)|\[\s*(['\"])(.+?)\2\s*\])")
# What a transform names its results, if it is not told.
NAMED = {"fold": ("key", "value"), "density": ("value", "density"), "quantile": ("prob", "value")}
ONLY_RESULTS = ("aggregate", "density", "quantile", "regression", "loess")


@dataclass(frozen=True)
class Missing:
    """A column that is asked for and not there.

    Attributes
    ----------
    name
        As it is asked for.
    there
        The columns that there are.
    dotted
        Whether there is one of just this name, which Vega would take for a path.
    """

    name: str
    there: tuple[str, ...]
    dotted: bool = False


def missing_columns(spec: Spec) -> list[Missing]:
    """Return every column that the chart asks for and its rows do not have."""
    return list(_view(spec, spec.get("datasets") or {}, None, {}))


def rows_of(data: Any, datasets: Spec) -> list[Any] | None:
    """Return the rows that stand in the specification itself, if they do.

    Parameters
    ----------
    data : Any
        What stands under ``data`` in the specification: ``{"name": …}``, ``{"values": …}``, an address, or nothing.
    datasets : dict
        The specification's ``datasets``: from each name to its rows.

    Returns
    -------
    list or None
        The rows, usually a dictionary each; None where the data lie elsewhere.
    """
    if not isinstance(data, dict):
        return None
    values = datasets.get(data["name"]) if "name" in data else data.get("values")
    return values if isinstance(values, list) else None


def _columns(data: Any, datasets: Spec) -> Columns:
    if isinstance(data, dict) and isinstance(made := data.get("sequence"), dict):
        return frozenset({made.get("as") or "data"})
    rows = rows_of(data, datasets)
    if not rows or (isinstance(data, dict) and "format" in data and "type" in data["format"]):
        return None
    found: set[str] = set()
    for row in rows:
        if not isinstance(row, dict):
            return frozenset({"data"})
        found.update(row)
    return frozenset(found)


def _view(spec: Spec, datasets: Spec, columns: Columns, encoding: Spec) -> Iterator[Missing]:
    if "data" in spec:
        columns = _columns(spec["data"], datasets)
    for transform in spec.get("transform") or ():
        yield from _asked(_inputs(transform), columns)
        columns = _after(transform, columns)
    encoding = {**encoding, **(spec.get("encoding") or {})}
    facet = spec.get("facet")
    if isinstance(facet, dict):
        yield from _asked(_fields(facet), columns)
    repeat = spec.get("repeat")
    names = [name for one in (repeat.values() if isinstance(repeat, dict) else [repeat or ()]) for name in one]
    if not (isinstance(repeat, dict) and "layer" in repeat and columns is None):
        yield from _asked(names, columns)
    children = [child for kind in CHILDREN for child in spec.get(kind) or ()]
    if isinstance(spec.get("spec"), dict):
        children.append(spec["spec"])
    for child in children:
        yield from _view(child, datasets, columns, encoding if "layer" in spec else {})
    if not children:
        yield from _asked(_fields(encoding), columns)


def _asked(names: Iterator[str] | list[str], columns: Columns) -> Iterator[Missing]:
    if columns is None:
        return
    for name in names:
        if name in ("", "*"):  # what counts rows asks for no column
            continue
        plain = re.sub(r"\\(.)", r"\1", name)
        first = re.split(r"(?<!\\)[.\[]", name, maxsplit=1)[0]
        path = first != name
        if path and name in columns:
            yield Missing(name, tuple(columns), dotted=True)
        elif plain not in columns and not (path and re.sub(r"\\(.)", r"\1", first) in columns):
            yield Missing(plain, tuple(columns))


def _fields(part: Any) -> Iterator[str]:
    """Yield each column that an encoding names, and each that its tests compare."""
    if isinstance(part, list):
        for one in part:
            yield from _fields(one)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key == "field" and isinstance(value, str):
                yield value
            elif key in ("test", "filter", "calculate") and isinstance(value, str):
                yield from _in_text(value)
            elif key not in ASIDE:
                yield from _fields(value)


def _in_text(text: str) -> Iterator[str]:
    for found in IN_TEXT.finditer(text):
        yield (found[1] or found[3]).replace(".", "\\.")


def _inputs(transform: Spec) -> Iterator[str]:
    yield from _fields({key: value for key, value in transform.items() if key not in ("lookup", "from")})
    for key in ("groupby", "fold", "flatten"):
        yield from (name for name in transform.get(key) or () if isinstance(name, str))
    for key in ("density", "quantile", "regression", "on", "loess", "lookup", "pivot", "stack"):
        if isinstance(transform.get(key), str):
            yield transform[key]


def _after(transform: Spec, columns: Columns) -> Columns:
    """Return the columns after a transform of those before it."""
    if columns is None or "pivot" in transform:
        return None
    kind = next((one for one in (*NAMED, *ONLY_RESULTS, "flatten") if one in transform), "")
    made = _names(transform.get("as")) or list(NAMED.get(kind, ()))
    if kind in ("regression", "loess") and not made:
        made = [transform["on"], transform[kind]]
    for part in ("aggregate", "joinaggregate", "window"):
        made += [item["as"] for item in transform.get(part) or () if isinstance(item, dict) and "as" in item]
    if "from" in transform:
        if "param" in transform["from"]:
            return None
        made += transform["from"].get("fields") or ()
    if transform.get("params") is True:
        made += ["coef", "rSquared"]
    made += [f"{name}_end" for name in made if {"bin", "timeUnit", "stack"} & transform.keys()]
    if kind in ONLY_RESULTS:
        return frozenset(made) | frozenset(transform.get("groupby") or ())
    return columns | frozenset(made)


def _names(given: Any) -> list[str]:
    return [given] if isinstance(given, str) else [one for one in given or () if isinstance(one, str)]
