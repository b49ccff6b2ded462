"""Runs in a page's kernel: notes which of the course's files and folders its cells read."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

IGNORED = {"_build", ".cache", ".venv", "node_modules", "__pycache__", ".git"}
_opened: set[str] = set()
_listed: set[str] = set()


def _absolute(path: str | os.PathLike[str]) -> str:
    """Return a path from the root, without following links, which would open folders while they are noted."""
    return os.path.abspath(path)  # noqa: PTH100  (Path.resolve follows links)


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    """Note what is opened for reading or listed; called by Python itself for each of its audit events."""
    if event not in ("open", "os.listdir", "os.scandir") or not arguments:
        return
    path = arguments[0] if arguments[0] is not None else "."
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    if not isinstance(path, (str, os.PathLike)):
        return
    if event == "open":
        mode = arguments[1] if len(arguments) > 1 else None
        if not (isinstance(mode, str) and set(mode) & set("wax")):
            _opened.add(_absolute(path))
    # Imports list every folder on their way; what they found is in sys.modules.
    elif "importlib" not in sys._getframe(1).f_code.co_filename:
        _listed.add(_absolute(path))


def start() -> None:
    """Begin to note."""
    sys.addaudithook(_note)


def write(root: str, target: str) -> None:
    """Write what the kernel has read so far.

    Parameters
    ----------
    root : str
        The course's folder; what lies outside it is left out.
    target : str
        The JSON file to write: ``files`` and ``folders``, as paths from ``root``.
    """
    opened, listed = set(_opened), set(_listed)
    modules = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    opened |= {_absolute(path) for path in modules if path}
    base = Path(_absolute(root))

    def ours(paths: set[str]) -> list[Path]:
        inside = (Path(path) for path in paths if Path(path).is_relative_to(base))
        return [path for path in inside if not IGNORED & set(path.relative_to(base).parts)]

    found = {
        "files": sorted(path.relative_to(base).as_posix() for path in ours(opened) if path.is_file()),
        "folders": sorted(path.relative_to(base).as_posix() for path in ours(listed) if path.is_dir()),
    }
    Path(target).write_text(json.dumps(found), "utf-8")
