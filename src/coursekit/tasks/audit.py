"""``coursekit audit``: known weaknesses of the pinned packages, asked of npm and PyPI; without a network it says so."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from coursekit.tasks.pip_commands import BIN
from coursekit.tasks.steps import tell

LIMIT_S = 180
# What came of one audit: the weaknesses found, or, if nothing could be asked, why.
Outcome = tuple[list[str], str]
Run = Callable[[Sequence[str], Path], tuple[str, str]]


def _run(command: Sequence[str], folder: Path) -> tuple[str, str]:
    """Run a command; return what it wrote to its output and, if it could not run, why."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=LIMIT_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return "", str(error)
    return done.stdout, done.stderr.strip()


def _json(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def npm_packages(root: Path, run: Run = _run) -> Outcome:
    """Ask npm about ``web/package-lock.json``.

    Parameters
    ----------
    root
        The course's folder.
    run
        What runs the command.
    """
    out, trouble = run([str(BIN / "npm"), "audit", "--json", "--package-lock-only"], root / "web")
    told = _json(out)
    if told is None or "vulnerabilities" not in told:
        failed = (told or {}).get("error", {})
        return [], failed.get("summary") or _last_line(trouble) or "npm gave no answer"
    return [
        f"npm {name} ({one.get('severity')}): {_titles(one.get('via', []))}"
        for name, one in sorted(told["vulnerabilities"].items())
    ], ""


def _titles(via: list[Any]) -> str:
    return "; ".join(one["title"] if isinstance(one, dict) else f"through {one}" for one in via)


def python_packages(root: Path, lock: str, run: Run = _run) -> Outcome:
    """Ask PyPI, through pip-audit, about a lock of pip.

    Parameters
    ----------
    root
        The course's folder.
    lock
        The lock's name.
    run
        What runs the command.
    """
    asked = ["--requirement", lock, "--require-hashes", "--disable-pip", "--progress-spinner=off", "--format=json"]
    out, trouble = run([sys.executable, "-m", "pip_audit", *asked], root)
    told = _json(out)
    if told is None or "dependencies" not in told:
        if "No module named pip_audit" in trouble:
            return [], "pip-audit is not installed: .venv/bin/pip install pip-audit"
        return [], _last_line(trouble) or "pip-audit gave no answer"
    return [
        f"pip {one['name']} {one['version']}: {weakness['id']}, mended in {_or_none(weakness['fix_versions'])}"
        for one in told["dependencies"]
        for weakness in one.get("vulns", [])
    ], ""


def _or_none(versions: list[str]) -> str:
    return ", ".join(versions) or "no version yet"


def _last_line(text: str) -> str:
    return text.splitlines()[-1] if text else ""


def audit(root: Path, run: Run = _run) -> int:
    """Audit all locks, tell what was found and what could not be checked, and return the exit code.

    Parameters
    ----------
    root
        The course's folder.
    run
        What runs a command.

    Returns
    -------
    int
        1 if a weakness is known; 0 if none is, also where nothing could be asked.
    """
    locks = ("requirements.lock", "requirements-test.lock")
    asked = {"web/package-lock.json": npm_packages(root, run)}
    asked |= {lock: python_packages(root, lock, run) for lock in locks}
    for name, (found, trouble) in asked.items():
        if trouble:
            tell(f"  {name}: NOT CHECKED ({trouble})")
        else:
            tell(f"  {name}: {len(found)} known weaknesses" if found else f"  {name}: no known weakness")
        for one in found:
            tell(f"    {one}")
    return int(any(found for found, _ in asked.values()))
