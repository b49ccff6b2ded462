"""A limit for what a browser is asked: it is ended when it does not answer."""

from __future__ import annotations

import threading
from collections.abc import Callable

from playwright.sync_api import Error as BrowserError


class Crashed(Exception):
    """The browser or the page ended, or answers no more."""


class WorkerLost(Crashed):
    """It ended with its whole worker, which cannot be asked to start it anew; the message is for the instructor."""


class Watch:
    """Ends the browser if the block takes too long; turns the browser's end within it into :class:`Crashed`."""

    def __init__(self, limit_s: float, kill: Callable[[], None]) -> None:
        self._timer = threading.Timer(limit_s, kill)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._timer.cancel()
        if isinstance(error, BrowserError):
            raise Crashed(brief(error)) from error


def brief(error: BaseException) -> str:
    """Return the line of an error that says what it was."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return next((line for line in lines if "rror" in line), lines[0] if lines else "no reason was given")[:300]
