"""A course's labs: one file each in its package of labs or in a folder of it, its ``LAB`` found by its id.

Files and folders whose name begins with an underscore hold no labs.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from coursekit.lab.display import AnyLab


@lru_cache
def modules_in(package: str) -> dict[str, str]:
    """Return the module of each lab's file by the file's name; only the package itself is imported.

    Raises
    ------
    ValueError
        If two files have one name.
    """
    found: dict[str, str] = {}
    todo = [(package, list(import_module(package).__path__))]
    while todo:
        parent, places = todo.pop(0)
        for module in iter_modules(places):
            if module.name.startswith("_"):
                continue
            name = f"{parent}.{module.name}"
            if module.ispkg:
                todo.append((name, [f"{place}/{module.name}" for place in places]))
            elif module.name in found:
                raise ValueError(f"{module.name}.py stands in two folders: {found[module.name]} and {name}.")
            else:
                found[module.name] = name
    return dict(sorted(found.items()))


@lru_cache
def labs_in(package: str) -> dict[str, AnyLab]:
    """Return every lab of a package by its id.

    Raises
    ------
    ValueError
        If a file has no ``LAB``, or two labs share an id.
    """
    found: dict[str, AnyLab] = {}
    for file, module in modules_in(package).items():
        made = getattr(import_module(module), "LAB", None)
        if not isinstance(made, AnyLab):
            raise ValueError(f"{file}.py defines no LAB = Lab(...), TextLab(...) or CaseLab(...).")
        if made.id in found:
            raise ValueError(f"{file}.py: another lab has the id {made.id!r}.")
        found[made.id] = made
    return found


def lab_in(package: str, id: str) -> AnyLab:
    """Return one lab, which shows itself as a cell's last value.

    Parameters
    ----------
    package : str
        The package of labs.
    id : str
        The lab's id, by which its file is called too.

    Raises
    ------
    ValueError
        If there is no such lab.
    """
    if module := modules_in(package).get(id):
        made = getattr(import_module(module), "LAB", None)
        if isinstance(made, AnyLab) and made.id == id:
            return made  # the others need not be made for it: in the page's Python that takes a while
    if id not in labs_in(package):
        raise ValueError(f"There is no lab {id!r}; there are {', '.join(labs_in(package))}.")
    return labs_in(package)[id]
