"""Lay the browser's Python out in ``_build/runtime``: a few files and a manifest that names their hashes."""

from __future__ import annotations

import gzip
import hashlib
import json
from os import environ
from pathlib import Path
from typing import Any

from coursekit.course import SHIPPED, course
from coursekit.front_end import node_modules
from coursekit.runtime.fetch import MB, Say, Store
from coursekit.runtime.lock import LOCK, File, Lock, read_lock
from coursekit.runtime.pack import SCRIPTS, Job, pack, put

CORE = ("pyodide.asm.js", "pyodide.asm.wasm")
# Each stands on the ones before it.
BUNDLES = ("stdlib", "light", "numpy", "pandas", "course")
# Where the worker puts them, if not into /lib/NAME.zip: tracebacks show it.
PLACES = {"stdlib": "/lib/python312.zip", "course": "/lib/course"}
# The sub-packages of coursekit that run in the page; everything else there belongs to the build.
WINGS = ("model", "html", "lab", "exercise", "live", "words")

Manifest = dict[str, Any]


def course_files(packages: list[Path], *, whole: bool = False) -> dict[str, Path]:
    """Return the course's own files for the page.

    ``coursekit`` brings only the sub-packages that run in the page; any other package comes whole, but for scripts
    named ``build_…`` and for folders that hold a file ``build-only``, which only the chapters' own cells use.

    Parameters
    ----------
    packages : list of Path
        The packages' folders.
    whole : bool
        Whether the folders that hold ``build-only`` come too.

    Returns
    -------
    dict
        From each file's name in the bundle to its path.
    """
    found = {}
    for package in packages:
        idle = [] if whole else [mark.parent for mark in package.rglob("build-only")]
        for path in sorted(package.rglob("*")):
            name = path.relative_to(package.parent)
            if path.name.startswith("build_") or any(path.is_relative_to(folder) for folder in idle):
                continue
            machine = package.name == "coursekit" and len(name.parts) > 2 and name.parts[1] not in WINGS
            if path.is_file() and not machine and not set(name.parts) & {"__pycache__", ".ipynb_checkpoints"}:
                found[name.as_posix()] = path
    return found


def packages_of(root: Path) -> list[Path]:
    """Return the folders of the course's packages and of coursekit, wherever that is installed."""
    own = Path(__file__).parents[1]
    found = (package.parent for package in (root / "src").glob("*/__init__.py"))
    return sorted([own, *(package for package in found if package.name != own.name)], key=lambda package: package.name)


def prepare(
    root: Path, out: Path | None = None, *, packages: list[Path] | None = None, lock: Path = LOCK, say: Say = print
) -> Manifest:
    """Make ``out`` hold the page's Python, doing only what its inputs' hashes ask for.

    Parameters
    ----------
    root
        The course's folder: it has ``web/node_modules``, ``src`` and the cache.
    out
        Where to put the files; by default ``_build/runtime``.
    packages
        The course's own packages; by default all in ``src``, and coursekit.
    lock
        The list of files.
    say
        Told, one line at a time, what is being done.

    Returns
    -------
    dict
        The manifest: ``build`` (a hash of everything), ``pyodide``, ``python`` and ``files``, each with its
        ``bytes``, ``sent`` (bytes on the way, compressed) and ``sha256``.

    Raises
    ------
    Refused
        If a file is missing or damaged and can't be had again; the message names it.
    """
    out = out or root / "_build" / "runtime"
    packages = packages or packages_of(root)
    listed = read_lock(lock)
    files = course_files(packages)
    if any(package.name == "coursekit" for package in packages):
        files[f"coursekit/{SHIPPED}"] = settings = root / "_build" / SHIPPED
        settings.parent.mkdir(exist_ok=True)
        put(settings, course().shipped().encode())
    keys = {name: _key(listed, name, files) for name in (*CORE, *BUNDLES)}
    before = _manifest(out)
    stale = [name for name in keys if not _fresh(before, out, name, keys[name])]
    if before and not stale:
        return before
    say(f"Python for the page: preparing {', '.join(stale)}" if stale else "Python for the page: writing its manifest")
    cache = Path(environ.get("COURSEKIT_CACHE") or root / ".cache")
    store = Store(listed, cache, node_modules(root), say)
    out.mkdir(parents=True, exist_ok=True)
    paths = {name: [store.get(file) for file in _inputs(listed, name)] for name in stale}
    for name in stale:
        if name in CORE:
            put(out / name, paths[name][0].read_bytes())
    jobs = [
        Job(out / file_name(name), PLACES.get(name, f"/lib/{name}.zip"), paths[name], files if name == "course" else {})
        for name in stale
        if name in BUNDLES
    ]
    if jobs:
        say(f"  precompiling {', '.join(job.out.stem for job in jobs)} with Python {listed.python}")
        pack(jobs, store.modules / "pyodide")
    return _describe(listed, keys, out, say)


def file_name(name: str) -> str:
    """Return the name of the file that a part of the runtime is kept in."""
    return f"{name}.bin" if name in BUNDLES else name


def _inputs(lock: Lock, name: str) -> list[File]:
    if name in CORE or name == "stdlib":
        wanted = "python_stdlib.zip" if name == "stdlib" else name
        return [file for file in lock.files if file.file == wanted]
    return lock.bundle(name)


def _key(lock: Lock, name: str, files: dict[str, Path]) -> str:
    """Hash what a file is made from."""
    digest = hashlib.sha256(lock.python.encode())
    for file in _inputs(lock, name):
        digest.update(f"{file.file} {file.sha256}\n".encode())
    if name in BUNDLES:
        digest.update(lock.pyodide.encode() + b"".join(script.read_bytes() for script in SCRIPTS))
    if name == "course":
        for member, path in files.items():
            digest.update(f"{member} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _manifest(out: Path) -> Manifest | None:
    try:
        found: Manifest = json.loads((out / "manifest.json").read_text("utf-8"))
        return found if isinstance(found.get("files"), dict) else None
    except (OSError, ValueError, AttributeError):
        return None


def _fresh(manifest: Manifest | None, out: Path, name: str, key: str) -> bool:
    """Whether the file is there, whole, and made from these very inputs."""
    entry = (manifest or {}).get("files", {}).get(name, {})
    path = out / file_name(name)
    if entry.get("key") != key or not path.exists() or path.stat().st_size != entry.get("bytes"):
        return False
    return bool(hashlib.sha256(path.read_bytes()).hexdigest() == entry.get("sha256"))


def _describe(lock: Lock, keys: dict[str, str], out: Path, say: Say) -> Manifest:
    entries: dict[str, dict[str, Any]] = {}
    for name, key in keys.items():
        content = (out / file_name(name)).read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        # What a server that compresses sends; the bundles are compressed already.
        sent = len(content) if name in BUNDLES else len(gzip.compress(content, 6))
        entries[name] = {"file": file_name(name), "bytes": len(content), "sent": sent, "sha256": sha256, "key": key}
    build = hashlib.sha256("".join(entry["sha256"] for entry in entries.values()).encode()).hexdigest()[:16]
    manifest = {"build": build, "pyodide": lock.pyodide, "python": lock.python, "files": entries}
    put(out / "manifest.json", json.dumps(manifest, indent=1).encode())
    total = sum(entry["bytes"] for entry in entries.values())
    say(f"  ready: {len(entries)} files, {total / MB:.1f} MB, build {build}")
    return manifest
