"""Precompile and pack bundles with the page's own Python, run under Node."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sysconfig
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import deflate

from coursekit.runtime.lock import Refused

HERE = Path(__file__).parent
SCRIPTS = (HERE / "inside.py", HERE / "pack.mjs")


@dataclass(frozen=True)
class Job:
    """One bundle to make.

    Attributes
    ----------
    out
        The file to write: a zip, compressed as a whole.
    place
        Where the worker puts it; tracebacks show it.
    archives
        Wheels and zips that go into it.
    files
        Single files that go into it, by their name there.
    """

    out: Path
    place: str
    archives: list[Path] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)


def put(path: Path, content: bytes) -> None:
    """Write a file in one step: a program that has the old file open or linked (a built site) keeps all of the old.

    Parameters
    ----------
    path : Path
        The file; its folder must exist.
    content : bytes
        What it holds from now on.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    with os.fdopen(handle, "wb") as part:
        part.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(path)


def node() -> str:
    """Return the path of Node: the one that pip installed, or the system's.

    Raises
    ------
    Refused
        If there is neither.
    """
    own = Path(sysconfig.get_path("scripts"), "node")
    found = str(own) if own.exists() else shutil.which("node")
    if not found:
        raise Refused("There is no Node here, which prepares the page's Python. Run: make environment")
    return found


def pack(jobs: list[Job], pyodide: Path) -> None:
    """Make the bundles.

    Parameters
    ----------
    jobs
        What to make.
    pyodide
        The folder of the npm package ``pyodide``.

    Raises
    ------
    Refused
        If a module does not compile, or Node fails; the message ends with what it said.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        order = [
            {
                "place": job.place,
                "out": str(folder / job.out.name),
                "archives": [str(path.resolve()) for path in job.archives],
                "files": {member: str(path.resolve()) for member, path in job.files.items()},
            }
            for job in jobs
        ]
        (folder / "job.json").write_text(json.dumps(order), "utf-8")
        inside, script = SCRIPTS
        command = [node(), str(script), str(pyodide.resolve()), str(inside), str(folder / "job.json")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Refused(f"Precompiling the page's Python failed:\n{done.stderr.strip()[-2000:]}")
        for job in jobs:
            put(job.out, bytes(deflate.gzip_compress((folder / job.out.name).read_bytes(), 12)))
