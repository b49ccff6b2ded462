"""Names that may be written where a learner's cursor stands, looked up without running anything of theirs.

Only names that are there already are followed, attribute by attribute, in the dictionaries where they lie: no property,
no ``__getattr__`` and no ``__dir__`` of a learner's class is called.
"""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Iterable, Mapping
from typing import Any

PLACE = re.compile(r"(?:(?P<path>[^\W\d]\w*(?:\.[^\W\d]\w*)*)\.)?(?P<begun>\w*)\Z")
KEY = re.compile(r"(?P<path>[^\W\d]\w*(?:\.[^\W\d]\w*)*)\[(?P<quote>['\"])(?P<begun>[^'\"\\\n]*)\Z")
MOST = 300
NOTHING = object()
# Packages whose own attributes, found by their properties, are known to be harmless to ask for.
HARMLESS = ("pandas", "numpy", "builtins")


def names_for(code: str, names: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return what may stand at the end of ``code``: its name and its kind, in alphabetical order.

    Parameters
    ----------
    code
        The text before the cursor.
    names
        The namespace that the code would run in.
    """
    line = code.rpartition("\n")[2]
    key = KEY.search(line)
    if key:
        return _listed(((one, "property") for one in keys(followed(key["path"], names))), key["begun"])
    place = PLACE.search(line)
    if place is None:
        return []
    if place["path"] is None:
        if line[: place.start()].rstrip().endswith("."):
            return []  # of something that would have to be run first
        return _listed(((name, _kind(value)) for name, value in names.items()), place["begun"])
    if line[: place.start()].rstrip().endswith("."):
        return []
    return _listed(attributes(followed(place["path"], names)), place["begun"])


def _listed(found: Iterable[tuple[object, str]], begun: str) -> list[dict[str, str]]:
    low = begun.lower()
    kept = {
        name: kind
        for name, kind in found
        if type(name) is str and name.lower().startswith(low) and (begun.startswith("_") or not name.startswith("_"))
    }
    return [{"name": name, "kind": kept[name]} for name in sorted(kept)[:MOST]]


def followed(path: str, names: Mapping[str, Any]) -> Any:
    """Return what ``path`` stands for, or ``NOTHING`` where that can't be told without running code.

    Parameters
    ----------
    path : str
        Names with dots between, as ``table.columns``.
    names : mapping
        The names that the code can see, and what each stands for.

    Returns
    -------
    Any
        The value at the end of the path, or ``NOTHING``.
    """
    first, *rest = path.split(".")
    value = names.get(first, NOTHING)
    for name in rest:
        if value is NOTHING:
            break
        found = inspect.getattr_static(value, name, NOTHING)
        if isinstance(found, property | types.GetSetDescriptorType | types.MemberDescriptorType) or hasattr(
            type(found), "__get__"
        ):
            found = getattr(value, name, NOTHING) if _harmless(value) else NOTHING
        elif found is NOTHING and _is_table(value) and name in keys(value):
            found = value[name]
        value = found
    return value


def _harmless(value: object) -> bool:
    return isinstance(value, types.ModuleType) or type(value).__module__.partition(".")[0] in HARMLESS


def attributes(value: Any) -> Iterable[tuple[object, str]]:
    """Yield the names of the attributes of ``value``, each with its kind, as far as they lie in dictionaries."""
    if value is NOTHING:
        return
    if isinstance(value, types.ModuleType):
        for name, one in vars(value).copy().items():
            yield name, _kind(one)
        return
    kinds = value.__mro__ if isinstance(value, type) else type(value).__mro__
    for kind in reversed(kinds):
        for name, one in vars(kind).copy().items():
            yield name, "method" if callable(one) or isinstance(one, classmethod | staticmethod) else "property"
    own = inspect.getattr_static(value, "__dict__", None)
    if not isinstance(value, type) and own is not None:
        held = object.__getattribute__(value, "__dict__")
        for name in dict(held):
            yield name, "property"
    if _is_table(value):
        for column in keys(value):
            if type(column) is str and column.isidentifier():
                yield column, "property"


def keys(value: Any) -> list[object]:
    """Return the keys of a plain dictionary, or the names of a table's columns."""
    if type(value) is dict:
        return list(value)[:MOST]
    if _is_table(value):
        return list(value.columns)[:MOST]
    return []


def _is_table(value: object) -> bool:
    return type(value).__module__.partition(".")[0] == "pandas" and hasattr(type(value), "columns")


def _kind(value: object) -> str:
    """Return the word that the editor has a sign for."""
    if isinstance(value, types.ModuleType):
        return "namespace"
    if isinstance(value, type):
        return "class"
    return "function" if callable(value) else "variable"
