"""Vega under Node, for checks of charts outside a browser: the very bundle that the page's worker loads."""

from __future__ import annotations

import atexit
import subprocess
from functools import cache
from pathlib import Path

from coursekit.course import find_root
from coursekit.node import node_command

ROOT = find_root() or Path.cwd()
BUNDLE = ROOT / "_build" / "web" / "drawn-chart.js"
SOURCES = ("drawn.ts", "scenes.ts")


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


@cache
def _process() -> subprocess.Popen[str]:
    node = node_command()
    newest = max((ROOT / "web" / "src" / "worker" / name).stat().st_mtime for name in SOURCES)
    if not BUNDLE.is_file() or BUNDLE.stat().st_mtime < newest:
        subprocess.run([*node, "build.mjs", "drawn-chart"], cwd=ROOT / "web", check=True, capture_output=True)
    command = [*node, str(ROOT / "web" / "drawn-charts.mjs"), str(BUNDLE)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    atexit.register(process.kill)
    return process
