"""What learner code changed among the names of a module or class, and what it added to them."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

PARTS = (types.ModuleType, property, classmethod, staticmethod)
CONSTANTS = (int, float, complex, str, bytes, bool, tuple)
# The names under which learner code runs (session.py).
CODE = ("<your code", "<setup")


def changed(now: Mapping[str, Any], then: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the functions, classes and modules of ``then`` that stand in ``now`` no longer, each with its name.

    Parameters
    ----------
    now : mapping
        The names of a module or class as they are.
    then : dict
        The same names as they were at the start.

    Yields
    ------
    tuple of (str, Any)
        The name, and what stood there at the start.
    """
    with suppress(Exception):
        if len(now) == len(then) and now == then:
            return
    for name, value in then.items():
        if now.get(name, then) is value:
            continue
        own = name.startswith("__") and name.endswith("__")  # a module without its __builtins__ can import nothing
        constant = type(value) in CONSTANTS and not name.startswith("_")
        if own or constant or callable(value) or isinstance(value, PARTS):
            yield name, value


def added(now: Mapping[str, Any], then: dict[str, Any]) -> list[str]:
    """Return the names of functions that learner code put where there was none.

    Parameters
    ----------
    now : mapping
        The names of a module or class as they are.
    then : dict
        The names as they were at the start.

    Returns
    -------
    list of str
        Names that are new and stand for functions whose code came from a cell.
    """
    if len(now) <= len(then):
        return []
    return [name for name, value in list(now.items()) if name not in then and _file(value).startswith(CODE)]


def _file(value: object) -> str:
    return str(getattr(getattr(value, "__code__", None), "co_filename", ""))
