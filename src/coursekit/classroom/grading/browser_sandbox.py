"""Start the browser with as few rights as the system allows: in its own sandbox, and never as root if avoidable."""

from __future__ import annotations

import os
import pwd
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

NOBODY = "nobody"
# Run by the starter below: note the process's number, drop what root may do, become the browser.
_DROP = """
import os, sys
place, browser, uid, gid, *rest = sys.argv[1:]
with open(os.path.join(place, "pid"), "w") as file:
    file.write(str(os.getpid()))
if int(uid):
    os.setgroups([])
    os.setgid(int(gid))
    os.setuid(int(uid))
for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
    os.environ[name] = place
os.chdir(place)
os.execv(browser, [browser, *rest])
"""


@dataclass(frozen=True)
class Place:
    """Where a browser lives while it runs.

    Parameters
    ----------
    folder
        Its profile and home, of its own user.
    starter
        The program that starts it.
    root
        Whether it runs as root for want of another user.
    """

    folder: Path
    starter: Path
    root: bool

    @property
    def pid(self) -> int | None:
        """Return the process's number, once it has started."""
        return _pid(self.folder)


def _pid(home: Path) -> int | None:
    try:
        return int((home / "pid").read_text("utf-8"))
    except (OSError, ValueError):
        return None


def remove_if_dead(folder: Path) -> None:
    """Remove what a browser left whose run was killed, and so could not tidy up."""
    if pid := _pid(folder / "home"):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            shutil.rmtree(folder, ignore_errors=True)
        except PermissionError:
            return  # somebody else's, and alive


def other_user(browser: str) -> tuple[int, int]:
    """Return the user and group to become: ``nobody``'s for root, if that user can start the browser; else (0, 0)."""
    if os.geteuid() != 0:
        return 0, 0
    try:
        entry = pwd.getpwnam(NOBODY)
        subprocess.run(
            [browser, "--version"],
            user=entry.pw_uid,
            group=entry.pw_gid,
            extra_groups=[],
            env={**os.environ, "HOME": "/nonexistent"},
            cwd="/",
            capture_output=True,
            check=True,
            timeout=60,
        )
    except (KeyError, OSError, subprocess.SubprocessError):
        return 0, 0
    return entry.pw_uid, entry.pw_gid


def place(folder: Path, browser: str, user: tuple[int, int]) -> Place:
    """Prepare the folder and the program with which a browser is started as another user.

    Parameters
    ----------
    folder : Path
        An empty folder for it; the browser's home is made inside.
    browser : str
        The path of the browser's program.
    user : tuple of int
        User id and group id; (0, 0) to stay the user that this process is.

    Returns
    -------
    Place
        Home, starting program, and whether the browser has to run as root.
    """
    home = folder / "home"
    (home / "profile").mkdir(parents=True)
    starter = folder / "start"
    words = [sys.executable, "-I", "-S", "-c", _DROP, str(home), browser, *map(str, user)]
    starter.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n', "utf-8")
    starter.chmod(0o700)
    if user[0]:
        folder.chmod(0o711)
        for own in (home, home / "profile"):
            os.chown(own, *user)
    return Place(home, starter, os.geteuid() == 0 and not user[0])
