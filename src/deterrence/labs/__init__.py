"""The course's labs: one file each, its `LAB` found by its id."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from coursekit.lab.equations import Equations
from coursekit.lab.lab import Lab
from coursekit.lab.reader import Reader
from deterrence.model import GRAPH


@lru_cache
def labs() -> dict[str, Lab | Reader]:
    """Return every lab by its id.

    Raises
    ------
    ValueError
        If a file has no `LAB`, or two labs share an id.
    """
    found: dict[str, Lab | Reader] = {}
    for module in iter_modules(__path__):
        if module.name.startswith("_"):
            continue
        made = getattr(import_module(f"{__name__}.{module.name}"), "LAB", None)
        if not isinstance(made, (Lab, Reader)):
            raise ValueError(f"{module.name}.py defines no LAB = Lab(...) or Reader(...).")
        if made.id in found:
            raise ValueError(f"{module.name}.py: another lab has the id {made.id!r}.")
        found[made.id] = made
    return found


def lab(id: str) -> Lab | Reader:
    """Return one lab, which shows itself as a cell's last value.

    Raises
    ------
    ValueError
        If there is no such lab.
    """
    if id not in labs():
        raise ValueError(f"There is no lab {id!r}; there are {', '.join(labs())}.")
    return labs()[id]


def equations(*names: str) -> Equations:
    """Return the equations of some quantities of the model, printed from their functions.

    Raises
    ------
    ValueError
        If the model has no such quantity.
    """
    return Equations(GRAPH, *names)
