"""Where the front end is: its sources beside the course, or built, as coursekit's wheel brings it.

A course that has ``web`` beside it builds scripts from there with npm's packages. Any other takes what lies
in ``built`` here: the scripts, the fonts, KaTeX, the parser of charts and Pyodide's core; it needs no npm.
"""

from __future__ import annotations

from pathlib import Path

BUILT = Path(__file__).with_name("built")


def web_folder(root: Path) -> Path:
    """Return the folder that has ``parse-charts.mjs`` and ``node_modules``: the sources', or the built one."""
    own = root / "web"
    return own if any((own / name).exists() for name in ("build.mjs", "node_modules")) else BUILT


def scripts_folder(root: Path) -> Path:
    """Return the folder of the pages' scripts, which is made by the build where there are sources."""
    return BUILT / "scripts" if web_folder(root) == BUILT else root / "_build" / "web"


def node_modules(root: Path) -> Path:
    """Return the folder of npm's packages, or of those parts of them that a build without npm needs."""
    return web_folder(root) / "node_modules"
