"""``make check``: what needs no browser and no built book, for use while writing."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from coursekit.tasks.beside import begun
from coursekit.tasks.run_checks import BIN, checked, end_all, end_all_on_termination, ended
from coursekit.tasks.steps import ROOT, tell

LIMIT_MIN = 10.0  # COURSEKIT_LIMIT_MIN sets another
TEST_LIMIT_S = 240  # for one test: pytest-timeout ends it and prints where it hung
TSC = ROOT / "web" / "node_modules" / "typescript" / "bin" / "tsc"
BIOME = ROOT / "web" / "node_modules" / "@biomejs" / "biome" / "bin" / "biome"

STATIC: tuple[tuple[str, tuple[str | Path, ...]], ...] = (
    ("style (ruff check)", (BIN / "ruff", "check", ".")),
    ("format (ruff format)", (BIN / "ruff", "format", "--check", ".")),
    ("types (mypy)", (BIN / "mypy",)),
    ("arrows between packages (import-linter)", (BIN / "lint-imports",)),
    ("types of the front end (tsc)", (BIN / "node", TSC, "--noEmit", "-p", "web/tsconfig.json")),
    ("format and lint of the front end (biome)", (BIN / "node", BIOME, "ci")),
)


def pytest(*options: str) -> tuple[str | Path, ...]:
    """Return the command that runs pytest in as many processes as there are processors.

    Each file of tests goes to one process, so that what its tests share is made once. The costliest file goes first
    (``tests/costs.json``, read by ``tests/conftest.py``), so that the processes end at about the same time.
    """
    processes = ("-n", str(max(2, os.cpu_count() or 2)), "--dist", "loadfile", "--no-loadscope-reorder")
    limits = ("-p", "faulthandler", f"--timeout={TEST_LIMIT_S}", "--durations=8")
    return (BIN / "python", "-m", "pytest", *processes, *limits, *options)


def deadline(limit_min: float) -> float:
    """Return when all must be done, by ``time.monotonic``."""
    return time.monotonic() + 60 * float(os.environ.get("COURSEKIT_LIMIT_MIN", limit_min))


def static(until: float, *, at_once: bool = True) -> list[str]:
    """Run the checks that run no code of the course; return the titles of those that failed.

    Parameters
    ----------
    until
        When to end them, by ``time.monotonic``.
    at_once
        Whether their output is shown as it comes, or after each is done.

    Raises
    ------
    Failed
        If the time was up.
    """
    return [title for title, command in STATIC if not checked(title, command, until, at_once=at_once)]


def closing(failed: Sequence[str]) -> int:
    """Name what failed, if anything did; return the exit code."""
    if failed:
        tell(f"\nFAILED: {', '.join(failed)}")
    return 1 if failed else 0


def tests(paths: Sequence[str]) -> int:
    """Run some tests alone; return pytest's exit code.

    Parameters
    ----------
    paths
        Files or folders of tests, as seen from the root. Those in ``tests/browser`` and ``tests/book`` need a built
        book.
    """
    end_all_on_termination()
    return ended("tests", pytest(*paths), deadline(LIMIT_MIN))


def everything() -> int:
    """Run the static checks and, beside them, the unit tests, which are told after them; return the exit code.

    Raises
    ------
    Failed
        If the time was up.
    """
    end_all_on_termination()
    until, title = deadline(LIMIT_MIN), "tests that need no browser and no book"
    with ThreadPoolExecutor(1) as beside, begun(beside, title, pytest("-m", "not slow", "tests/unit"), until) as unit:
        try:
            failed = static(until)
            tell(f"\n── {title} (begun beside the checks above)")
            if unit.follow():
                failed.append("tests")
        except BaseException:
            end_all()
            raise
    return closing(failed)
