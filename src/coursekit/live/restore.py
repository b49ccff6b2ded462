"""Put back what a run changed in the interpreter itself, so that the next run, and another exercise, start sound.

Learner code may replace builtins, functions of modules, methods of classes, the import system's lists. None of that is
forbidden; all of it ends with the run. A module's plain data (options, registries, counters) is left alone.
"""

from __future__ import annotations

import builtins
import gc
import linecache
import os
import sys
import types
import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from coursekit.course import course

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


class Sound:
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
        self._filters = list(warnings.filters)
        self._singles = [(linecache, "cache", linecache.cache)]
        self._lists: list[tuple[list[Any], list[Any]]] = []
        self.settle()

    def settle(self) -> None:
        """Take up what has come, when no learner's code has run in between."""
        lists: tuple[list[Any], ...] = (sys.path, sys.meta_path, sys.path_hooks)
        self._lists = [(one, list(one)) for one in lists]
        zips = (Path(path) for path in sys.path if path.endswith(".zip"))
        self._files = [(path, path.stat().st_size) for path in zips if path.is_file()]
        self.learn()

    def learn(self) -> None:
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

    def mend(self) -> None:
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
        for one, attributes in self._classes:
            for name, value in changed(vars(one), attributes):
                with suppress(Exception):
                    setattr(one, name, value)
        strict = [one for one in warnings.filters if one[0] == "error" and one not in self._filters]
        if strict:
            warnings.filters[:] = [one for one in warnings.filters if one not in strict]  # type: ignore[index]
        with suppress(OSError):
            os.chdir(self._place)

    def whole(self) -> bool:
        """Say whether the files that Python still imports from are as they were, and can be opened."""
        try:
            for path, _ in self._files[:1]:
                path.open("rb").close()
            return all(path.stat().st_size == size for path, size in self._files)
        except OSError:
            return False


def changed(now: Mapping[str, Any], then: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the functions, classes and modules of ``then`` that stand in ``now`` no longer, each with its name."""
    with suppress(Exception):
        if len(now) == len(then) and now == then:
            return
    for name, value in then.items():
        if now.get(name, then) is not value and (callable(value) or isinstance(value, PARTS)):
            yield name, value
