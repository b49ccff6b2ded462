"""Run checks, one after another or side by side: each under a heading with its time, none past a common limit."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from coursekit.tasks.steps import ROOT, Failed, tell

BIN = Path(sys.executable).parent

_running: set[int] = set()
_stopped = threading.Event()


def end_all_on_termination() -> None:
    """Have SIGTERM end what was started, each check being a session of its own, and then this process."""
    signal.signal(signal.SIGTERM, _abandon)


def _abandon(number: int, frame: object) -> None:
    """End every check and this process."""
    end_all()
    sys.exit(128 + number)


def end_all() -> None:
    """End every check that runs, in whichever thread it was started; none is started after this."""
    _stopped.set()
    for pid in list(_running):
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGTERM)


def ended(title: str, command: Sequence[str | Path], until: float, output: IO[bytes] | None = None) -> int:
    """Run one check and return its exit code.

    Past ``until`` it is ended with SIGABRT, upon which every process of pytest prints the stack of every thread and so
    the test that hung. Whatever it started (a browser, a JupyterLab) ends with it.

    Parameters
    ----------
    title : str
        What the check is called in messages.
    command : sequence of str or Path
        Program and arguments; it runs in the course's folder.
    until : float
        When it must have ended, in seconds of ``time.monotonic``; it is given one second at least.
    output : binary file, optional
        Where its output and its errors are written; by default the terminal, at once.

    Returns
    -------
    int
        The exit code; 0 if the check passed.

    Raises
    ------
    Failed
        If the time was up, or all checks were ended before this one began.
    """
    if _stopped.is_set():
        raise Failed(f"{title}: not begun, for all checks were ended.")
    env = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", "PYTHONFAULTHANDLER": "1"}
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        start_new_session=True,
    )
    _running.add(process.pid)
    try:
        return process.wait(max(1.0, until - time.monotonic()))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGABRT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(15)
        raise Failed(f"{title}: time was up for all checks together; the stacks above say where it hung.") from None
    finally:
        _running.discard(process.pid)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL if process.poll() is not None else signal.SIGTERM)


def checked(title: str, command: Sequence[str | Path], until: float, *, at_once: bool = True) -> bool:
    """Run one check under a heading and say how it ended and when; tell whether it passed.

    Parameters
    ----------
    title
        The heading.
    command
        The program and its arguments.
    until
        When to end it, by ``time.monotonic``.
    at_once
        Whether its output is shown as it comes, or when it is done (for a check that runs beside something else).

    Raises
    ------
    Failed
        If the time was up.
    """
    began = time.monotonic()
    if at_once:
        tell(f"\n── {title}")
        passed = ended(title, command, until) == 0
    else:
        with tempfile.TemporaryFile() as output:
            try:
                passed = ended(title, command, until, output) == 0
            finally:
                output.seek(0)
                tell(f"\n── {title}\n{output.read().decode('utf-8', 'replace')}".rstrip())
    tell(f"── {title}: {'passed' if passed else 'FAILED'} in {time.monotonic() - began:.1f} s")
    return passed
