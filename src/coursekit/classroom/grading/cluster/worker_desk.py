"""What runs on a worker: one desk in one browser for the whole process, and the questions that it is asked.

Dask calls these functions in whatever thread is free. Playwright must stay in one, so a thread of its own does it all.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from coursekit.classroom.grading.cluster.site_archive import unpack_site
from coursekit.classroom.grading.watch import Crashed
from coursekit.tasks.steps import Failed
from coursekit.words import say

IDLE_S = 1200.0  # nobody asked anything for so long: whoever graded is gone, and the browser is closed
BUSY_S = 60.0  # who grades asks every few seconds; so long after that another run may take the worker
Make = Callable[[Path, list[Any], Callable[[str], None], ExitStack], Any]

_thread = ThreadPoolExecutor(1, "grading-desk")
# What is open: `desk`; `run`, whose it is; `stack`, what is closed with it; `asked`, when it last was; `idle`, a timer.
_open: dict[str, Any] = {}
_lock = threading.Lock()


def site_folder(fingerprint: str) -> Path:
    """Return where this worker keeps a site of that fingerprint; its scratch folder goes when it ends."""
    from distributed import get_worker  # optional, and always there where this is called

    return Path(get_worker().local_directory) / f"desk-site-{fingerprint}"


def has_site(fingerprint: str) -> bool:
    """Tell whether a site is here already."""
    return site_folder(fingerprint).is_dir()


def put_site(fingerprint: str, content: bytes) -> None:
    """Keep a site.

    Parameters
    ----------
    fingerprint : str
        Its fingerprint.
    content : bytes
        The site, packed.
    """
    unpack_site(content, site_folder(fingerprint))


def start(run: str, fingerprint: str, opening: list[Any], make: Make | None) -> list[str]:
    """Open the desk, anew if there is one.

    Parameters
    ----------
    run : str
        Who asks.
    fingerprint : str
        The site's fingerprint.
    opening : list
        What the desk is opened with: the key, and how to grade.
    make : callable, optional
        Makes the desk, given the site's folder, the opening, what gets sentences on how the browser runs, and what
        takes all that must be closed after the desk; by default it is one in a browser.

    Returns
    -------
    list of str
        What a person should know of how the browser runs.

    Raises
    ------
    Failed
        If another run's desk is at work here, or the desk cannot be opened.
    """
    html = site_folder(fingerprint)

    def begin() -> list[str]:
        said: list[str] = []
        if _open.get("run") != run:
            if "desk" in _open and time.monotonic() - _open["asked"] < BUSY_S:
                raise Failed(say("grade.worker-busy"))
            _close()
        if "desk" not in _open:
            stack = ExitStack()
            _open.update(stack=stack, run=run, asked=time.monotonic())
            _open["desk"] = (make or _in_browser())(html, opening, said.append, stack)
        _open["desk"].start()
        _open["asked"] = time.monotonic()
        return said

    said: list[str] = _in_thread(begin)
    return said


def ask(run: str, what: str, given: Sequence[Any]) -> Any:
    """Return what a method of the desk returns.

    Parameters
    ----------
    run : str
        Who asks.
    what : str
        The method's name.
    given : sequence
        Its arguments.

    Raises
    ------
    Crashed
        If there is no desk of this run in this process.
    """

    def answer() -> Any:
        if "desk" not in _open or _open["run"] != run:
            raise Crashed(say("grade.worker-anew"))
        _open["asked"] = time.monotonic()
        return getattr(_open["desk"], what)(*given)

    return _in_thread(answer)


def stop(run: str) -> None:
    """End the browser of a run; the site stays."""
    _in_thread(lambda: _close() if _open.get("run") == run else None)


def _in_thread(work: Callable[[], Any]) -> Any:
    with _lock:
        if timer := _open.pop("idle", None):
            timer.cancel()
    try:
        return _thread.submit(work).result()
    finally:
        if "desk" in _open:
            timer = threading.Timer(IDLE_S, stop, [_open["run"]])
            timer.daemon = True
            with _lock:
                _open["idle"] = timer
            timer.start()


def _in_browser() -> Make:
    # Needs a browser's driver: a scheduler, which imports this module too, need not have one.
    from coursekit.classroom.grading.cluster.browser_desk import browser_desk

    return browser_desk


def _close() -> None:
    desk, stack = _open.pop("desk", None), _open.pop("stack", None)
    _open.pop("run", None)
    try:
        if desk:
            desk.stop()
    finally:
        if stack:
            stack.close()
