"""``make test-engines``: the built book in Chromium, Firefox and WebKit, by one suite, with a table at its end."""

from __future__ import annotations

import os
from collections.abc import Sequence

from coursekit.tasks import build
from coursekit.tasks.check import deadline
from coursekit.tasks.run_checks import BIN, end_all_on_termination, ended
from coursekit.tasks.steps import alone

ENGINES = ("chromium", "firefox", "webkit")
SUITE = "tests/engines"
LIMIT_MIN = 90.0  # COURSEKIT_LIMIT_MIN sets another
TEST_LIMIT_S = 900  # for one test: a WebKit without a graphics card draws slowly


def everything(engines: Sequence[str]) -> int:
    """Build the book and run the suite in one process, one engine after another; return the exit code.

    Parameters
    ----------
    engines
        Those that must be there; if none is named, each that this machine has, and the others are skipped with a
        reason.

    Raises
    ------
    Failed
        If the book cannot be built, or the time was up.
    """
    end_all_on_termination()
    with alone():
        build.book("self-study")
    os.environ["COURSEKIT_ENGINES"] = " ".join(engines)
    limits = ("-p", "faulthandler", f"--timeout={TEST_LIMIT_S}", "-p", "no:cacheprovider")
    return ended("engines", (BIN / "python", "-m", "pytest", *limits, SUITE), deadline(LIMIT_MIN))
