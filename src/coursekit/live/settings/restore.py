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
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from coursekit.live.changed_names import added, changed
from coursekit.live.kept_modules import is_kept, kept_classes
from coursekit.live.leftovers import clear_caches, is_learners, page_files
from coursekit.live.settings.display import keep_displayable
from coursekit.live.settings.libraries import read_settings, seed, write_settings

# Of the sys module these are each run's own.
STREAMS = frozenset({"stdin", "stdout", "stderr"})
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
            if isinstance(module, types.ModuleType) and is_kept(name):
                names = vars(module)
                self._names.append((names, {key: value for key, value in names.items() if key not in STREAMS}))
                self._classes += [(one, dict(vars(one))) for one in kept_classes(name, module)]

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
        files = set(page_files())
        write_settings(self.settings)
        seed(SEED)
        clear_caches()
        try:
            yield
        finally:
            write_settings(before)
            for file in set(page_files()) - files:
                with suppress(OSError):
                    file.unlink()
            for name in set(sys.modules) - modules:
                if is_learners(sys.modules[name]):
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
