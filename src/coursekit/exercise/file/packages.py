"""Which of the page's Python packages a piece of code needs: read off its imports, never listed by hand."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

KNOWN = (
    "numpy",
    "pandas",
    "altair",
    "ipywidgets",
    "anywidget",
    "traitlets",
)  # what the page's Python has beyond the standard library


def needed(source: str) -> tuple[str, ...]:
    """Return the packages, in the order of :data:`KNOWN`, that ``source`` and the course modules it imports need.

    A course module's own imports count only where importing it runs them: a library that it loads later, inside a
    function, is the caller's to import.

    Raises
    ------
    ModuleNotFoundError
        If an imported module is neither in the standard library, nor in :data:`KNOWN`, nor in the course's packages.
    """
    found: set[str] = set()
    seen: set[str] = set()
    todo = list(_imports(ast.parse(source), everywhere=True))
    while todo:
        name = todo.pop()
        top = name.partition(".")[0]
        if name in seen or top in sys.stdlib_module_names:
            continue
        seen.add(name)
        if top in KNOWN:
            found.add(top)
            continue
        for module, file in _course_files(name):
            if module not in seen or module == name:
                seen.add(module)
                about = file.stat()
                todo += _imports_of_file(file, about.st_size, about.st_mtime_ns)
    return tuple(p for p in KNOWN if p in found)


@lru_cache(maxsize=4096)
def _imports_of_file(file: Path, size: int, changed: int) -> tuple[str, ...]:
    """Return the modules that importing a file imports; read once for each state of it, as all exercises share them."""
    return tuple(_imports(ast.parse(file.read_text("utf-8")), everywhere=False))


def _imports(tree: ast.AST, *, everywhere: bool) -> Iterator[str]:
    """Yield the names of imported modules; for ``from a import b`` both ``a`` and ``a.b``, which may be a module."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), level=0, names=names):
                yield module
                yield from (f"{module}.{alias.name}" for alias in names)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda() if not everywhere:
                continue
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                continue
            case _:
                yield from _imports(node, everywhere=everywhere)


def _course_files(name: str) -> Iterator[tuple[str, Path]]:
    """Yield the source files that ``import name`` runs: the module's and its parents'."""
    parts = name.split(".")
    for n in range(1, len(parts) + 1):
        module = ".".join(parts[:n])
        try:
            spec = importlib.util.find_spec(module)
        except (ImportError, AttributeError, ValueError):
            spec = None  # `from package import function`: the last part is no module
        if spec is None or not spec.origin or not spec.origin.endswith(".py"):
            if n == 1:
                raise ModuleNotFoundError(f"The page's Python has no package {parts[0]!r}. It has: {', '.join(KNOWN)}.")
            return
        if "site-packages" in Path(spec.origin).parts:
            raise ModuleNotFoundError(f"The page's Python has no package {parts[0]!r}. It has: {', '.join(KNOWN)}.")
        yield module, Path(spec.origin)
