"""Chapters run at build time, and run again when what they compute from has changed."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config

# A chapter's outputs are made with these: another version, another output.
LIBRARIES = ("numpy", "pandas", "altair", "vl-convert-python", "latexify-py", "ipywidgets")
KEPT = 3  # caches of as many states of the sources, so that going back and forth between branches stays fast


def fingerprint(folders: Iterable[Path], names: Iterable[str] = ()) -> str:
    """Return a short hash of every file in the folders, by path and content, and of the named packages' versions."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(f for f in folder.rglob("*") if f.is_file() and "__pycache__" not in f.parts):
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    for name in names:
        try:
            digest.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{name} absent\n".encode())
    return digest.hexdigest()[:16]


def _folder(package: str) -> list[Path]:
    """Return the folder of an importable package; none if it does not exist yet."""
    try:
        found = importlib.util.find_spec(package)
    except ModuleNotFoundError:
        return []
    return [Path(place) for place in (found.submodule_search_locations or ())] if found else []


def key_cache(app: Sphinx, config: Config) -> None:
    """Give the outputs' cache a folder named after the sources.

    The setting belongs to Sphinx's environment, so a new name also makes Sphinx read every page again: a chapter whose
    own text is unchanged still shows what the changed model says.
    """
    # Kernels inherit this: a lab then writes HTML for a page and no widget.
    os.environ["COURSEKIT_MOUNT"] = "page"
    os.environ["COURSEKIT_EDITION"] = config.coursekit_edition
    course = config.coursekit_labs.partition(".")[0]
    folders = [
        *(_folder(course) if course else []),
        *_folder("coursekit.lab"),
        *_folder("coursekit.model"),
        *_folder("coursekit.words"),
    ]
    caches = Path(app.outdir).parent / ".jupyter_cache"
    mine = caches / fingerprint(folders, LIBRARIES)
    config.nb_execution_cache_path = str(mine)
    caches.mkdir(parents=True, exist_ok=True)
    mine.mkdir(exist_ok=True)
    os.utime(mine)
    old = sorted((c for c in caches.iterdir() if c.is_dir()), key=lambda c: c.stat().st_mtime, reverse=True)
    for cache in old[KEPT:]:
        shutil.rmtree(cache, ignore_errors=True)


def setup(app: Sphinx) -> None:
    """Register the step."""
    app.connect("config-inited", key_cache, priority=20)
