"""The files that a module of the course is made of: its own, and all that it imports from the course's packages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=4096)
def _imported(path: str, size: int, changed: int, package: str) -> frozenset[str]:
    """Return the names that a file imports anywhere in it; for ``from a import b`` both ``a`` and ``a.b``."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(Path(path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")
            start = [*parents[: len(parents) - node.level + 1], node.module] if node.level else [node.module]
            module = ".".join(name for name in start if name)
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


def _places(name: str, source: Path) -> Iterator[tuple[str, Path]]:
    """Yield the package and the file of a module and of each package it is in, as far as ``source`` holds them."""
    parts = name.split(".")
    for n in range(1, len(parts) + 1):
        base = source.joinpath(*parts[:n])
        if (base / "__init__.py").is_file():
            yield ".".join(parts[:n]), base / "__init__.py"
        elif base.with_suffix(".py").is_file():
            yield ".".join(parts[: n - 1]), base.with_suffix(".py")


Places = dict[str, list[tuple[str, Path]]]
"""What was found of each module: the packages it is in and its own, each with its file."""


def files_of_module(name: str, source: Path, known: Places | None = None) -> set[Path]:
    """Return the Python files that importing a module runs or may run, imports inside functions included.

    Parameters
    ----------
    name : str
        The module, as ``deterrence.labs.army.salvo``.
    source : Path
        The folder that holds the course's packages; what lies elsewhere is left out.
    known : dict, optional
        What other calls have found, and this one adds to: modules of one course import much the same.

    Returns
    -------
    set of Path
        The files; none if ``source`` has no such module.

    Raises
    ------
    SyntaxError
        If one of them is no Python.
    """
    known = {} if known is None else known
    found: set[Path] = set()
    todo, seen = [name], set()
    while todo:
        module = todo.pop()
        if module in seen:
            continue
        seen.add(module)
        if module not in known:
            known[module] = list(_places(module, source))
        for package, file in known[module]:
            if file not in found:
                found.add(file)
                about = file.stat()
                todo += _imported(str(file), about.st_size, about.st_mtime_ns, package)
    return found
