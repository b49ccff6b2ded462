"""``make test``: every check, the book in both editions, every test; all within one wall-clock limit."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

from coursekit.tasks import build
from coursekit.tasks.check import closing, deadline, pytest, static
from coursekit.tasks.run_checks import end_all_on_termination, ended
from coursekit.tasks.second_try import failures, forget_failures, second_try
from coursekit.tasks.steps import Failed, alone, tell

LIMIT_MIN = 42.0  # for everything after the environment; COURSEKIT_LIMIT_MIN sets another
FOLDERS: tuple[str, ...] = ("tests/unit", "tests/book", "tests/browser")


def built() -> bool:
    """Build the book's editions under a heading; tell whether that worked."""
    tell("\n── book")
    try:
        with alone():
            for edition in build.EDITIONS:
                build.book(edition)
    except Failed as failure:
        tell(str(failure.args[0]))
        return False
    return True


def everything() -> int:
    """Run all checks, also after a failure, so that one run lists all there is; return the exit code.

    The static checks run beside the build. pytest comes last and, when nothing before it failed, its summary is the
    last thing printed.

    Raises
    ------
    Failed
        If the time was up.
    """
    end_all_on_termination()
    began, until = time.monotonic(), deadline(LIMIT_MIN)
    folders = FOLDERS
    with ThreadPoolExecutor(1) as beside:
        checking = beside.submit(static, until, at_once=False)
        whole = built()
        failed = checking.result()
    if not whole:
        failed.append("book")
        folders = FOLDERS[:1]
    if failed:
        tell(f"\nFAILED so far: {', '.join(failed)}")
    tell(f"\n── tests: {', '.join(folders)} (begun after {time.monotonic() - began:.0f} s)")
    forget_failures()
    code = second_try(ended("tests", pytest(*folders), until), failures(), until)
    return closing([*failed, *(["tests"] if code else [])]) if failed else code
