"""``make test``: every check, the book in both editions, all tests but the thorough; within one wall-clock limit."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from coursekit.tasks import build
from coursekit.tasks.beside import begun
from coursekit.tasks.check import closing, deadline, pytest, static
from coursekit.tasks.run_checks import end_all, end_all_on_termination, ended
from coursekit.tasks.second_try import failures, forget_failures, second_try
from coursekit.tasks.steps import Failed, alone, tell

LIMIT_MIN = 42.0  # for everything after the environment; COURSEKIT_LIMIT_MIN sets another
UNBUILT: tuple[str, ...] = ("tests/unit",)  # what reads nothing of a built book: it runs while the book is built
BUILT: tuple[str, ...] = ("tests/book", "tests/browser")
THOROUGH = "COURSEKIT_THOROUGH"  # set, by `make test-thorough`, what is marked `thorough` runs too


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

    While the book is built, mostly by one process, the unit tests and the static checks run beside it. The tests of the
    built book come when all of these are done: a browser that shares two processors with four others is too slow for
    its time limits. pytest's summary is the last thing printed, and below it what failed before.

    Raises
    ------
    Failed
        If the time was up.
    """
    end_all_on_termination()
    began, until = time.monotonic(), deadline(LIMIT_MIN)
    forget_failures()
    title = f"tests: {', '.join(UNBUILT)}"
    with ThreadPoolExecutor(2) as beside, begun(beside, title, pytest(*UNBUILT), until) as unit:
        try:
            tell(f"\n── {title} (begun; what they say is shown when the book is built)")
            checking = beside.submit(static, until, at_once=False)
            whole = built()
            failed = [] if checking.exception() else checking.result()
            failed += [] if whole else ["book"]
            if failed:
                tell(f"\nFAILED so far: {', '.join(failed)}")
            tell(f"\n── {title} (begun {time.monotonic() - began:.0f} s ago, beside the book)")
            early = unit.follow()
            checking.result()  # if time was up for it, the unit tests have told by now where they hung
        except BaseException:
            end_all()
            raise
    code = max(early, of_the_built_book(began, until, early, failures())) if whole else early
    return closing([*failed, *(["tests"] if code else [])]) if failed else code


def of_the_built_book(began: float, until: float, early: int, names: Sequence[str]) -> int:
    """Run the tests of the built book; then name what failed before them, so that it is not overlooked.

    Parameters
    ----------
    began
        When all began, by ``time.monotonic``.
    until
        When to end the tests.
    early
        The exit code of the tests that ran before; unless it is 0, no test is tried twice.
    names
        Those of them that failed.

    Returns
    -------
    int
        The exit code.

    Raises
    ------
    Failed
        If the time was up.
    """
    title = f"tests: {', '.join(BUILT)}"
    tell(f"\n── {title} (begun after {time.monotonic() - began:.0f} s)")
    chosen = () if os.environ.get(THOROUGH) else ("-m", "not thorough")
    if chosen:
        tell("what is marked `thorough` is left to `make test-thorough`; pytest counts it as deselected")
    code = ended(title, pytest(*chosen, *BUILT), until)
    if not early:
        return second_try(code, failures(), until)
    listed = "\n".join(f"    {name}" for name in names) or f"    {', '.join(UNBUILT)}: pytest ended with code {early}"
    tell(f"\nFAILED before, while the book was built:\n{listed}")
    return code
