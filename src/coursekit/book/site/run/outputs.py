"""What a page's cells have put out, kept with all that they read; of use again until one of those things changes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

# Libraries that outputs are made with: with another version of one, every page runs again.
LIBRARIES = ("numpy", "pandas", "altair", "vl-convert-python", "latexify-py", "ipywidgets", "jinja2")
KEPT = 3  # outputs of as many states of a page, so that going back and forth between branches stays fast
RECORD = "record.json"
WAY = "2"  # how pages are run: another number makes every page run again


@lru_cache(maxsize=8192)
def _hash(path: str, size: int, changed: int) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def hash_of_file(path: Path) -> str:
    """Return a hash of a file's content; empty if there is no such file."""
    try:
        about = path.stat()
        return _hash(str(path), about.st_size, about.st_mtime_ns)
    except OSError:
        return ""


def hash_of_folder(path: Path) -> str:
    """Return a hash of the names in a folder; empty if there is no such folder."""
    try:
        names = sorted(entry.name for entry in os.scandir(path) if entry.name != "__pycache__")
    except OSError:
        return ""
    return hashlib.sha256("\0".join(names).encode()).hexdigest()


def hash_of_tools() -> str:
    """Return a hash of the versions of Python and of the libraries that outputs are made with."""
    told = [WAY, f"{sys.version_info[:2]}"]
    for name in LIBRARIES:
        try:
            told.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            told.append(f"{name} absent")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def hash_of_cells(notebook: Any) -> str:
    """Return a hash of a notebook's code, cell by cell."""
    code = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return hashlib.sha256(json.dumps(code).encode()).hexdigest()


@dataclass(frozen=True)
class Dependencies:
    """What a page's outputs were made from.

    Attributes
    ----------
    cells : str
        Hash of its code.
    tools : str
        Hash of the versions it ran with.
    files, folders : dict
        Each file that was read and each folder that was listed, from the course's folder: its hash.
    """

    cells: str
    tools: str
    files: dict[str, str]
    folders: dict[str, str]

    @classmethod
    def now(cls, root: Path, cells: str, files: Iterable[str], folders: Iterable[str]) -> Dependencies:
        """Return them with the hashes of this moment.

        Parameters
        ----------
        root : Path
            The course's folder.
        cells : str
            Hash of the page's code.
        files, folders : iterable of str
            What the kernel read and listed.
        """
        read = {name: hash_of_file(root / name) for name in files}
        listed = {name: hash_of_folder(root / name) for name in folders}
        return cls(cells, hash_of_tools(), read, listed)

    def hold(self, root: Path, cells: str) -> bool:
        """Tell whether outputs made from these are those that the page would make now.

        Parameters
        ----------
        root : Path
            The course's folder.
        cells : str
            Hash of the page's code as it is now.

        Returns
        -------
        bool
            True if nothing has changed.
        """
        return self == Dependencies.now(root, cells, self.files, self.folders)


class Outputs:
    """The kept outputs of all pages: ``<folder>/<page>/<state>/``, each a cache that MyST-NB reads.

    Parameters
    ----------
    folder : Path
        Where they are.
    root : Path
        The course's folder.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder, self.root = folder, root

    def _page(self, docname: str) -> Path:
        return self.folder / docname.replace("/", "--")

    def _kept(self, docname: str) -> list[Path]:
        """Return the states that are kept of a page, the one used last first."""
        found = [record.parent for record in self._page(docname).glob(f"*/{RECORD}")]
        return sorted(found, key=lambda state: state.stat().st_mtime, reverse=True)

    def find(self, docname: str, cells: str) -> Path | None:
        """Return the folder of outputs that still hold for a page.

        Parameters
        ----------
        docname : str
            The page's path without its suffix, as ``chapters/presence``.
        cells : str
            Hash of the page's code as it is now.

        Returns
        -------
        Path or None
            None if the page has to run.
        """
        for state in self._kept(docname):
            try:
                told = Dependencies(**json.loads((state / RECORD).read_text("utf-8")))
            except (ValueError, TypeError):
                continue
            if told.hold(self.root, cells):
                return state
        return None

    def keep(self, docname: str, made_from: Dependencies, notebook: Any, path: Path) -> Path:
        """Keep a page's outputs; the oldest of its states goes.

        Parameters
        ----------
        docname : str
            The page.
        made_from : Dependencies
            What they were made from.
        notebook : NotebookNode
            The page with its outputs.
        path : Path
            The page's source.

        Returns
        -------
        Path
            The folder that MyST-NB takes as its cache.
        """
        from jupyter_cache import get_cache
        from jupyter_cache.base import CacheBundleIn

        record = json.dumps(vars(made_from), sort_keys=True)
        state = self._page(docname) / hashlib.sha256(record.encode()).hexdigest()[:16]
        shutil.rmtree(state, ignore_errors=True)
        state.mkdir(parents=True)
        cache = get_cache(str(state))
        cache.cache_notebook_bundle(CacheBundleIn(notebook, str(path)), check_validity=False, overwrite=True)
        (state / RECORD).write_text(record, "utf-8")  # last: what has it is whole
        for old in self._kept(docname)[KEPT:]:
            shutil.rmtree(old, ignore_errors=True)
        return state
