"""Whether two checkouts say the same: labs' sentences and numbers, exercises' marks, and the text of the built sites.

``python benchmarks/compare_builds.py BEFORE AFTER`` takes two folders, each a checkout of the course; where both hold a
built site (``_build/html``) that is compared too: each page's text, each lab's compiled script, ``course.json``. It
lists what differs and exits with 1 if anything does. Parts can be chosen: ``--only labs marks site``.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from build_probe import visible_text

PROBE = Path(__file__).with_name("build_probe.py")
SHOWN = 12  # lines of one difference
VOLATILE = {"build", "bytes"}  # in course.json: hashes and sizes of what is compared elsewhere


def probe(folder: Path, package: str) -> dict[str, dict[str, Any]]:
    """Return what a checkout's labs and exercises give, computed with its own packages."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src"), "COURSEKIT_MOUNT": "page"}
    command = [sys.executable, str(PROBE), package, str(folder / "exercises")]
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, check=True)
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found


def site(folder: Path) -> dict[str, Any]:
    """Return a built site's text by page, its labs' scripts by name, and what ``course.json`` says."""
    html = folder / "_build" / "html"
    found: dict[str, Any] = {
        path.relative_to(html).as_posix(): visible_text(path.read_text("utf-8"))
        for path in sorted(html.rglob("*.html"))
    }
    for path in sorted((html / "_static" / "labs").glob("*.js")):
        found[f"labs/{path.name}"] = path.read_text("utf-8").splitlines()
    found["course.json"] = _steady(json.loads((html / "course.json").read_text("utf-8")))
    return found


def _steady(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _steady(held) for key, held in value.items() if key not in VOLATILE}
    return [_steady(one) for one in value] if isinstance(value, list) else value


def differences(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[str]]:
    """Return, of each name that the two do not agree on, how they differ.

    Parameters
    ----------
    before, after : dict
        From a name to anything that JSON holds.

    Returns
    -------
    dict
        From the name to lines of a difference, ``-`` before and ``+`` after; empty where all is the same.
    """
    found: dict[str, list[str]] = {}
    for name in [*before, *(name for name in after if name not in before)]:
        if name not in after or name not in before:
            found[name] = ["only before" if name in before else "only after"]
        elif before[name] != after[name]:
            lines = difflib.unified_diff(_lines(before[name]), _lines(after[name]), lineterm="", n=0)
            found[name] = [line[:200] for line in lines if not line.startswith(("---", "+++", "@@"))]
    return found


def _lines(value: Any) -> list[str]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    return json.dumps(value, indent=1, ensure_ascii=False).splitlines()


def main() -> int:
    """Compare the two folders of the command line; return 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--only", nargs="+", choices=("labs", "marks", "site"), default=["labs", "marks", "site"])
    parser.add_argument("--labs", default="deterrence.labs", help="the module that has labs()")
    given = parser.parse_args()
    folders = [given.before.resolve(), given.after.resolve()]
    parts: list[dict[str, dict[str, Any]]] = [{}, {}]
    if {"labs", "marks"} & set(given.only):
        parts = [probe(folder, given.labs) for folder in folders]
    if "site" in given.only and all((folder / "_build" / "html" / "course.json").is_file() for folder in folders):
        for part, folder in zip(parts, folders, strict=True):
            part["site"] = site(folder)
    different = False
    for what in [what for what in given.only if what in parts[0]]:
        found = differences(parts[0][what], parts[1][what])
        different |= bool(found)
        print(f"{what}: {len(parts[0][what])} before, {len(parts[1][what])} after, {len(found)} differ")
        for name, lines in found.items():
            rest = [f"… and {len(lines) - SHOWN} lines"] if len(lines) > SHOWN else []
            print(f"  {name}", *(f"\n      {line}" for line in lines[:SHOWN] + rest), sep="")
    for what in given.only:
        if what not in parts[0]:
            print(f"{what}: not compared; it needs _build/html in both folders")
    return int(different)


if __name__ == "__main__":
    sys.exit(main())
