"""Put back what a run changed in the interpreter itself, so that the next run, and another exercise, start sound.

Learner code may replace builtins, functions and constants of modules, methods of classes, the import system's lists.
None of that is forbidden; all of it ends with the run. What libraries keep as settings stays between cells, as far as
the page can still show something, and is that of the start for every check.
"""

from __future__ import annotations

import builtins
import gc
import linecache
import os
import sys
import types
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from coursekit.course import course
from coursekit.live.display_settings import keep_displayable
from coursekit.live.library_settings import read_settings, seed, write_settings

# Packages whose functions and classes are put back: what runs and shows the learner's code, and what checks rest on.
# fmt: off
KEPT = frozenset({
    "altair", "ast", "asyncio", "builtins", "codecs", "collections", "comm", "contextlib", "copy", "coursekit",
    "datetime", "functools", "gc", "getpass", "importlib", "inspect", "io", "IPython",
    "ipywidgets", "itertools", "json", "linecache", "math", "numpy", "operator", "os", "pandas", "pyodide",
    "random", "re", "statistics", "string", "sys", "textwrap", "time", "token", "tokenize", "traceback",
    "traitlets", "types", "typing", "warnings", "weakref", *course().packages,
})
# fmt: on
# Of large packages only these modules: the others are reached through them.
ONLY = {
    "altair": {"altair", "altair.vegalite.v6.api", "altair.utils"},
    "asyncio": {"asyncio"},
    "ipywidgets": {"ipywidgets", "ipywidgets.widgets.widget", "ipywidgets.widgets.interaction"},
    "numpy": {"numpy", "numpy.random", "numpy.linalg"},
    "pandas": {"pandas", "pandas.core.frame", "pandas.core.series", "pandas.core.generic"},
}
# Modules whose own classes are put back too, method by method.
CLASSES = ("coursekit.live.", "json.", "altair.vegalite.v6.api", "pandas.core.frame", "pandas.core.series",
           "pandas.core.generic", "ipywidgets.widgets.widget", "linecache", "traceback")  # fmt: skip
# Of the sys module these are each run's own.
STREAMS = frozenset({"stdin", "stdout", "stderr"})
PARTS = (types.ModuleType, property, classmethod, staticmethod)
CONSTANTS = (int, float, complex, str, bytes, bool, tuple)
# The names under which learner code runs (session.py), and where the course's own packages lie in the page.
CODE = ("<your code", "<setup")
COURSE = "/lib/course/"
EMSCRIPTEN: bool = sys.platform == "emscripten"
# What random numbers begin with in a check: the same answer is to pass or fail each time.
SEED = 1


class InterpreterSnapshot:
    """The interpreter as it was when all of it worked."""

    def __init__(self) -> None:
        self._table = sys.modules
        self._modules: dict[str, types.ModuleType] = {}
        self._names: list[tuple[dict[str, Any], dict[str, Any]]] = []
        self._classes: list[tuple[type, dict[str, Any]]] = []
        self._files: list[tuple[Path, int]] = []
        self._named = vars(builtins)
        self._builtins = dict(self._named)
        self._depth = sys.getrecursionlimit()
        self._callbacks = list(gc.callbacks)
        self._thresholds = gc.get_threshold()
        self._place = Path.cwd()
        self._singles = [(linecache, "cache", linecache.cache)]
        self._lists: list[tuple[list[Any], list[Any]]] = []
        self.retake()

    def retake(self) -> None:
        """Take up what has come, when no learner's code has run in between."""
        lists: tuple[list[Any], ...] = (sys.path, sys.meta_path, sys.path_hooks)
        self._lists = [(one, list(one)) for one in lists]
        zips = (Path(path) for path in sys.path if path.endswith(".zip"))
        self._files = [(path, path.stat().st_size) for path in zips if path.is_file()]
        self.settings = read_settings()
        self.add_new_modules()

    def add_new_modules(self) -> None:
        """Take up the modules that have come since; call it before a run of learner's code."""
        new = {name: module for name, module in sys.modules.items() if name not in self._modules}
        self._modules.update(new)
        for name, module in new.items():
            root = name.partition(".")[0]
            if isinstance(module, types.ModuleType) and (name in ONLY[root] if root in ONLY else root in KEPT):
                names = vars(module)
                self._names.append((names, {key: value for key, value in names.items() if key not in STREAMS}))
                if f"{name}.".startswith(CLASSES):
                    own = [
                        value
                        for value in names.values()
                        if isinstance(value, type) and str(value.__module__).partition(".")[0] == root
                    ]
                    self._classes += [(one, dict(vars(one))) for one in own]

    def restore(self) -> None:
        """Put everything back."""
        names = self._named
        if names != self._builtins:
            names.clear()
            names.update(self._builtins)
        sys.setrecursionlimit(self._depth)
        gc.enable()
        gc.set_threshold(*self._thresholds)
        gc.callbacks[:] = self._callbacks
        sys.modules = self._table
        for name, module in self._modules.items():
            if self._table.get(name) is not module:
                self._table[name] = module
        for name in [name for name, module in self._table.items() if module is None]:
            del self._table[name]  # an import that was blocked
        for module, name, value in self._singles:
            setattr(module, name, value)
        for place, was in self._lists:
            if any(one not in place for one in was):
                place[:] = [*was, *(one for one in place if one not in was)]
        sys.path, sys.meta_path, sys.path_hooks = (place for place, _ in self._lists)
        for now, then in self._names:
            for name, value in changed(now, then):
                now[name] = value
            for name in added(now, then):
                del now[name]
        for one, attributes in self._classes:
            for name, value in changed(vars(one), attributes):
                with suppress(Exception):
                    setattr(one, name, value)
            for name in added(vars(one), attributes):
                with suppress(Exception):
                    delattr(one, name)
        with suppress(OSError):
            os.chdir(self._place)
        keep_displayable(self.settings)

    @contextmanager
    def as_at_start(self) -> Iterator[None]:
        """Have libraries keep to the settings of the start meanwhile; what the code leaves behind goes at the end."""
        before, modules = read_settings(), set(sys.modules)
        files = set(_files())
        write_settings(self.settings)
        seed(SEED)
        _clear_caches()
        try:
            yield
        finally:
            write_settings(before)
            for file in set(_files()) - files:
                with suppress(OSError):
                    file.unlink()
            for name in set(sys.modules) - modules:
                if _is_learners(sys.modules[name]):
                    del sys.modules[name]

    def restart(self) -> None:
        """Put everything back, and library settings to those of the start."""
        self.restore()
        write_settings(self.settings)
        seed(SEED)

    def files_intact(self) -> bool:
        """Say whether the files that Python still imports from are as they were, and can be opened."""
        try:
            for path, _ in self._files[:1]:
                path.open("rb").close()
            return all(path.stat().st_size == size for path, size in self._files)
        except OSError:
            return False


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
        if callable(value) or isinstance(value, PARTS) or (type(value) in CONSTANTS and not name.startswith("_")):
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


def _files() -> Iterator[Path]:
    """Yield the files that code of the page may have made; on a computer others may make some too."""
    for folder in (Path.cwd(), Path("/tmp")) if EMSCRIPTEN else ():
        yield from (path for path in folder.rglob("*") if path.is_file())


def _is_learners(module: object) -> bool:
    """Say whether a module is a file that code of the page wrote, or was made by hand."""
    file = getattr(module, "__file__", None)
    by_hand = isinstance(module, types.ModuleType) and getattr(module, "__spec__", None) is None
    return by_hand or (isinstance(file, str) and file.startswith(str(Path.cwd())) and EMSCRIPTEN)


def _clear_caches() -> None:
    """Have the course's packages compute anew what they keep: a learner may have changed it in place."""
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(COURSE) and not name.startswith("coursekit"):
            for value in list(vars(module).values()):
                if callable(getattr(value, "cache_clear", None)) and value.__module__ == name:
                    value.cache_clear()
