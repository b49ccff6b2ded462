"""The list of every file that the browser's Python is made of, and the check of their hashes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LOCK = Path(__file__).with_name("lock.json")


class Refused(Exception):
    """A runtime file is missing, damaged or out of reach; the message says which and what to do."""


@dataclass(frozen=True)
class File:
    """One file of the runtime, as the lock names it.

    Attributes
    ----------
    file
        Its name.
    version
        The version of what it holds.
    bundle
        The part of the page's Python that it goes into; ``None`` for a file that only carries others.
    size
        Its size in bytes.
    sha256
        The only hash that is accepted.
    sources
        Where it can be had, first choice first. Each has one of the keys ``npm`` (a package under
        ``web/node_modules``), ``url``, ``pip`` (a requirement, with ``tags`` if it is not pure Python) and
        ``inside`` (a requirement whose wheel carries the file as ``member``).
    """

    file: str
    version: str
    bundle: str | None
    size: int
    sha256: str
    sources: list[dict[str, str]] = field(default_factory=list)

    def fault(self, content: bytes) -> str | None:
        """Say what is wrong with ``content`` as this file, or return ``None`` if nothing is."""
        if len(content) != self.size:
            kind = "cut short" if len(content) < self.size else "too long"
            return f"{kind}: {len(content):,} bytes instead of {self.size:,}"
        found = hashlib.sha256(content).hexdigest()
        if found != self.sha256:
            return f"damaged or not the file it should be: its SHA-256 begins {found[:12]}, not {self.sha256[:12]}"
        return None


@dataclass(frozen=True)
class Lock:
    """Everything that ``lock.json`` says."""

    pyodide: str
    python: str
    files: list[File]

    def bundle(self, name: str) -> list[File]:
        """Return the files of one bundle, in the lock's order."""
        return [file for file in self.files if file.bundle == name]

    def named(self, requirement: str) -> File:
        """Return the file that pip finds for ``requirement``.

        Raises
        ------
        Refused
            If the lock names no such file.
        """
        for file in self.files:
            if any(source.get("pip") == requirement for source in file.sources):
                return file
        raise Refused(f"{LOCK.name} names no file for {requirement}; add it with its size and SHA-256.")


def read_lock(path: Path = LOCK) -> Lock:
    """Read the lock.

    Raises
    ------
    Refused
        If it is not the JSON that it should be.
    """
    try:
        raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return Lock(raw["pyodide"], raw["python"], [File(**entry) for entry in raw["files"]])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refused(f"{path}: the list of runtime files can't be read ({error}). Restore it: git checkout.") from None
