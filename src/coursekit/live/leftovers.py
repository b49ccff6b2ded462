"""What learner code leaves behind beside changed names: files, modules of its own, results that packages keep."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from pathlib import Path

# Where the course's own packages lie in the page.
COURSE = "/lib/course/"
EMSCRIPTEN: bool = sys.platform == "emscripten"


def page_files() -> Iterator[Path]:
    """Yield the files that code of the page may have made; on a computer others may make some too."""
    for folder in (Path.cwd(), Path("/tmp")) if EMSCRIPTEN else ():
        yield from (path for path in folder.rglob("*") if path.is_file())


def is_learners(module: object) -> bool:
    """Say whether a module is a file that code of the page wrote, or was made by hand."""
    file = getattr(module, "__file__", None)
    by_hand = isinstance(module, types.ModuleType) and getattr(module, "__spec__", None) is None
    return by_hand or (isinstance(file, str) and file.startswith(str(Path.cwd())) and EMSCRIPTEN)


def clear_caches() -> None:
    """Have the course's packages compute anew what they keep: a learner may have changed it in place."""
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(COURSE) and not name.startswith("coursekit"):
            for value in list(vars(module).values()):
                if callable(getattr(value, "cache_clear", None)) and value.__module__ == name:
                    value.cache_clear()
