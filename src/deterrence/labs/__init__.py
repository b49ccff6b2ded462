"""The course's labs: one file each, in a folder by chapter or directly here, its `LAB` found by its id.

Folders whose name begins with an underscore hold what several labs share.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from coursekit.lab.display import AnyLab
from coursekit.model.equations import Equations
from deterrence.model import GRAPHS


@lru_cache
def modules() -> dict[str, str]:
    """Return the module of each lab's file by the file's name; nothing is imported for it.

    Raises
    ------
    ValueError
        If two files have one name.
    """
    found: dict[str, str] = {}
    todo = [(__name__, list(__path__))]
    while todo:
        package, places = todo.pop(0)
        for module in iter_modules(places):
            if module.name.startswith("_"):
                continue
            name = f"{package}.{module.name}"
            if module.ispkg:
                todo.append((name, [f"{place}/{module.name}" for place in places]))
            elif module.name in found:
                raise ValueError(f"{module.name}.py stands in two folders: {found[module.name]} and {name}.")
            else:
                found[module.name] = name
    return dict(sorted(found.items()))


@lru_cache
def labs() -> dict[str, AnyLab]:
    """Return every lab by its id.

    Raises
    ------
    ValueError
        If a file has no `LAB`, or two labs share an id.
    """
    found: dict[str, AnyLab] = {}
    for file, module in modules().items():
        made = getattr(import_module(module), "LAB", None)
        if not isinstance(made, AnyLab):
            raise ValueError(f"{file}.py defines no LAB = Lab(...), TextLab(...) or CaseLab(...).")
        if made.id in found:
            raise ValueError(f"{file}.py: another lab has the id {made.id!r}.")
        found[made.id] = made
    return found


def lab(id: str) -> AnyLab:
    """Return one lab, which shows itself as a cell's last value.

    Raises
    ------
    ValueError
        If there is no such lab.
    """
    if module := modules().get(id):
        made = getattr(import_module(module), "LAB", None)
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
