"""The course's labs: one file each, its `LAB` found by its id."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from coursekit.lab.display import AnyLab
from coursekit.model.equations import Equations
from deterrence.model import GRAPHS


@lru_cache
def labs() -> dict[str, AnyLab]:
    """Return every lab by its id.

    Raises
    ------
    ValueError
        If a file has no `LAB`, or two labs share an id.
    """
    found: dict[str, AnyLab] = {}
    for module in iter_modules(__path__):
        if module.name.startswith("_"):
            continue
        made = getattr(import_module(f"{__name__}.{module.name}"), "LAB", None)
        if not isinstance(made, AnyLab):
            raise ValueError(f"{module.name}.py defines no LAB = Lab(...), TextLab(...) or CaseLab(...).")
        if made.id in found:
            raise ValueError(f"{module.name}.py: another lab has the id {made.id!r}.")
        found[made.id] = made
    return found


def lab(id: str) -> AnyLab:
    """Return one lab, which shows itself as a cell's last value.

    Raises
    ------
    ValueError
        If there is no such lab.
    """
    if id.isidentifier() and not id.startswith("_") and find_spec(f"{__name__}.{id}"):
        made = getattr(import_module(f"{__name__}.{id}"), "LAB", None)
        if isinstance(made, AnyLab) and made.id == id:
            return made  # the others need not be made for it: in the page's Python that takes a while
    if id not in labs():
        raise ValueError(f"There is no lab {id!r}; there are {', '.join(labs())}.")
    return labs()[id]


def equations(*names: str) -> Equations:
    """Return the equations of some quantities of one of the model's graphs, printed from their functions.

    Raises
    ------
    ValueError
        If no graph has them all.
    """
    for graph in GRAPHS.values():
        if all(name in graph.functions for name in names):
            return Equations(graph, *names)
    raise ValueError(f"No graph of the model has {', '.join(names)} together; there are {', '.join(GRAPHS)}.")
