"""Vega under Node, for checks of charts outside a browser: the very bundle that the page's worker loads."""

from __future__ import annotations

import atexit
import hashlib
import subprocess
from functools import cache
from pathlib import Path

from coursekit.course import find_root
from coursekit.node import node_command

PACKED = Path(__file__).with_name("node")  # in the course's wheel alone: the bundle and the script that runs it
ROOT = find_root() or Path.cwd()
BUNDLE = ROOT / "_build" / "web" / "drawn-chart.js"
SOURCES = ("drawn.ts", "scenes.ts")
STAMP = ROOT / "_build" / ".drawn-chart"  # a hash of the sources: the bundler leaves a file alone that stays the same


def asked(spec: str) -> str:
    """Return what the specification (JSON) draws, as JSON.

    Raises
    ------
    FileNotFoundError
        If there is no Node.
    subprocess.CalledProcessError
        If the bundle cannot be made.
    """
    process = _process()
    assert process.stdin and process.stdout
    process.stdin.write(spec + "\n")
    process.stdin.flush()
    return process.stdout.readline()


def _is_current(sources: list[Path]) -> bool:
    """Tell whether the bundle was made from the sources: it is younger, or was made from files that held the same."""
    if not BUNDLE.is_file():
        return False
    if BUNDLE.stat().st_mtime >= max(path.stat().st_mtime for path in sources):
        return True
    return STAMP.is_file() and STAMP.read_text("utf-8") == _hash(sources)


def _hash(sources: list[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


def node_files() -> tuple[Path, Path]:
    """Return the script that Node runs and the bundle that it loads, made anew from sources that have changed.

    Raises
    ------
    FileNotFoundError
        If there is no Node.
    subprocess.CalledProcessError
        If the bundle cannot be made.
    """
    if PACKED.is_dir():
        return PACKED / "drawn-charts.mjs", PACKED / "drawn-chart.js"
    from coursekit.front_end import BUILT, scripts_folder, web_folder  # neither in the page's Python nor in the wheel

    if web_folder(ROOT) == BUILT:
        return BUILT / "drawn-charts.mjs", scripts_folder(ROOT) / "drawn-chart.js"
    sources = [ROOT / "web" / "src" / "worker" / name for name in SOURCES]
    if not _is_current(sources):
        command = [*node_command(), "build.mjs", "drawn-chart"]
        subprocess.run(command, cwd=ROOT / "web", check=True, capture_output=True)
        STAMP.write_text(_hash(sources), "utf-8")
    return ROOT / "web" / "drawn-charts.mjs", BUNDLE


@cache
def _process() -> subprocess.Popen[str]:
    script, bundle = node_files()
    command = [*node_command(), str(script), str(bundle)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    atexit.register(process.kill)
    return process
