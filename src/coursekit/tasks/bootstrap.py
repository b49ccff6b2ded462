"""Make the environment: ``.venv`` with pinned packages, ``web/node_modules`` with the front end's.

Run with a bare Python 3.11 or 3.12: ``PYTHONPATH=src python3 -m coursekit.tasks.bootstrap [book|test]``.
Each part is stamped, when whole, with a hash of what it was made from; a later run trusts the stamp and nothing else,
so an interrupted run is begun again and an unchanged one costs nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from coursekit.tasks.remedies import remedy
from coursekit.tasks.steps import ROOT, Failed, alone, guarded, run, tell

VENV = ROOT / ".venv"
BIN = VENV / "bin"
WEB = ROOT / "web"
UNFINISHED = VENV / ".unfinished"
ROOM_NEEDED_GB = 2.0


def fingerprint(*parts: str | Path) -> str:
    """Return a hash of texts and of files' contents, in order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes() if isinstance(part, Path) else part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def stamped(stamp: Path, value: str) -> bool:
    """Tell whether ``stamp`` holds ``value``."""
    return stamp.is_file() and stamp.read_text("utf-8") == value


def virtual_environment() -> None:
    """Make ``.venv`` unless a usable one is there.

    Raises
    ------
    Failed
        If this Python has no ``venv``/``ensurepip`` (Debian splits them off), or making it fails.
    """
    python = BIN / "python"
    if VENV.exists():
        works = python.exists() and not UNFINISHED.exists()
        check = "import sys, pip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 12))"
        if works and subprocess.run([python, "-c", check], capture_output=True).returncode == 0:
            return
        tell("→ .venv is incomplete or of another Python: made anew")
        shutil.rmtree(VENV)
    free = shutil.disk_usage(ROOT).free / 1e9
    if free < ROOM_NEEDED_GB:
        raise Failed(f"This needs about {ROOM_NEEDED_GB:.0f} GB on the disk of {ROOT}; {free:.1f} GB are free.")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    tell(f"→ environment: Python {version}, in .venv")
    try:
        import ensurepip  # noqa: F401  (missing on Debian and Ubuntu without python3-venv)
    except ImportError:
        raise Failed(
            f"This Python {version} cannot make environments: on Debian or Ubuntu run "
            f"`sudo apt-get install python{version}-venv`, then the same command again."
        ) from None
    VENV.mkdir()
    UNFINISHED.touch()
    # Run from the .venv that was just removed, this is the Python it was made from.
    base = getattr(sys, "_base_executable", sys.executable)
    step([base, "-m", "venv", VENV], "venv")


def step(command: list[str | Path], log: str, cwd: Path = ROOT) -> None:
    """Run one tool of the bootstrap; a failure shows its last lines and the remedy."""
    env = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
    env.pop("PYTHONPATH", None)
    env.pop("PYTHONHOME", None)
    try:
        run(command, log, cwd=cwd, env=env)
    except Failed as failure:
        output = failure.args[1]
        last = "\n".join("    " + line for line in output.strip().splitlines()[-12:])
        advice = remedy(output) or "If the last lines do not help: `make clean-all`, then the same command again."
        raise Failed(f"{last}\n{failure.args[0]}\n{advice}") from None


def packages(which: str) -> None:
    """Install the pinned packages: ``book``'s, and ``test``'s on top if asked."""
    names = ["requirements.txt"] if which == "book" else ["requirements.txt", "requirements-test.txt"]
    files = [ROOT / name for name in (*names, "constraints.txt", "pyproject.toml")]
    # The folder's own path is part of it: an environment that was moved or copied points at the old place.
    want = fingerprint(str(ROOT), *files)
    stamp = VENV / f".ready-{which}"
    if stamped(stamp, want):
        return
    began = time.monotonic()
    tell(f"→ packages of {' and '.join(names)} (once; some minutes on a slow line)")
    UNFINISHED.touch()
    stamp.unlink(missing_ok=True)
    pip: list[str | Path] = [BIN / "python", "-m", "pip", "--disable-pip-version-check", "install", "--no-input"]
    wanted = [part for name in names for part in ("-r", name)]
    step([*pip, "-c", "constraints.txt", "setuptools", *wanted], f"pip-{which}")
    step([*pip, "--no-build-isolation", "--no-deps", "--quiet", "-e", "."], "pip-course")
    stamp.write_text(want, "utf-8")
    UNFINISHED.unlink()
    tell(f"  done in {time.monotonic() - began:.0f} s")


def front_end() -> None:
    """Install the front end's packages, with the Node that came with the packages."""
    modules = WEB / "node_modules"
    want = fingerprint(WEB / "package.json", WEB / "package-lock.json", ROOT / "requirements.txt")
    stamp = modules / ".ready"
    if stamped(stamp, want):
        return
    began = time.monotonic()
    tell("→ packages of web/package.json (once)")
    npm: list[str | Path] = [BIN / "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    step([*npm, "--update-notifier=false"], "npm", cwd=WEB)
    stamp.write_text(want, "utf-8")
    tell(f"  done in {time.monotonic() - began:.0f} s")


def main() -> int:
    """Make what the argument names (``book`` or ``test``) ready."""
    which = sys.argv[1] if len(sys.argv) > 1 else "book"
    with alone():
        virtual_environment()
        packages(which)
        front_end()
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
