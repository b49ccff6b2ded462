"""Which pip installs, which index it asks, and what a lock says of a package."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from coursekit.tasks.environment import INDEX
from coursekit.tasks.steps import ROOT

VENV = ROOT / ".venv"
BIN = VENV / "bin"


def bundled_pip() -> Path | None:
    """Return the wheel of pip that Python itself brings; None on Debian and Ubuntu without ``python3-venv``."""
    try:
        import ensurepip
    except ImportError:
        return None
    places = (Path(ensurepip.__file__).with_name("_bundled"), Path("/usr/share/python-wheels"))  # the latter: Debian's
    return next((wheel for place in places for wheel in sorted(place.glob("pip-*.whl"))), None)


def pip_command() -> list[str | Path]:
    """Return the start of a command line that runs pip: the environment's, else the one that Python itself brings."""
    wheel = bundled_pip()
    if wheel and not list(VENV.glob("lib/python3*/site-packages/pip")):
        return [BIN / "python", wheel / "pip"]  # a wheel is a zip, from which Python runs it
    return [BIN / "python", "-m", "pip"]


def index_settings() -> dict[str, str]:
    """Return what the user's pip is configured to ask and trust, as variables; nothing else of its configuration.

    ``pip.conf`` may say ``user = true``, a target, constraints; those are not for this environment.
    """
    try:
        done = subprocess.run([*pip_command(), "config", "list"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return {}
    found = {"PIP_CONFIG_FILE": os.devnull}
    for section, name, value in re.findall(r"^(global|install)\.([\w-]+)=(.*)$", done.stdout, re.M):
        variable = f"PIP_{name.upper().replace('-', '_')}"
        if variable.removeprefix("PIP_") in INDEX and (section == "install" or variable not in found):
            # pip writes values as Python writes strings; a list has its lines.
            found[variable] = " ".join(str(ast.literal_eval(value)).split())
    return {name: os.environ.get(name, value) for name, value in found.items()} | {"PIP_CONFIG_FILE": os.devnull}


def locked(text: str, names: Iterable[str]) -> str:
    """Return the entries of some packages out of a lock's text, each with its hashes.

    Parameters
    ----------
    text
        A file of requirements with hashes, as ``uv pip compile --generate-hashes`` writes it.
    names
        The packages, as the lock spells them.
    """
    entries = re.findall(r"^[\w.-]+==(?:.*\\\n)*.*\n", text, re.M)
    wanted = tuple(f"{name}==" for name in names)
    return "".join(entry for entry in entries if entry.startswith(wanted))
