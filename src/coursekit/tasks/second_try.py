"""Browser tests that failed once, tried once more alone: a busy machine's fault is told apart from the course's."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from coursekit.tasks.run_checks import BIN, ended
from coursekit.tasks.steps import ROOT, tell

RECORD = ROOT / ".pytest_cache" / "v" / "cache" / "lastfailed"  # where pytest keeps what failed
RETRIED = "tests/browser/"  # nothing else depends on how busy the machine is
MOST = 6  # when more fail, it is not chance; all tests of one visit to a page fail together, and count as one


def forget_failures(record: Path = RECORD) -> None:
    """Forget what failed in earlier runs, so that the record is of this run alone."""
    record.unlink(missing_ok=True)


def failures(record: Path = RECORD) -> list[str]:
    """Return the tests that failed in this run, by pytest's names; empty where pytest wrote no record."""
    try:
        return sorted(json.loads(record.read_text("utf-8")))
    except (OSError, ValueError):
        return []


def apart(failed: Sequence[str]) -> set[str]:
    """Return what failed each by itself: of one file, all tests that are given the same page count as one."""
    return {_visit(name) for name in failed}


def _visit(name: str) -> str:
    """Return the file and the page of a test that is given one, else its name."""
    test, _, given = name.partition("[")
    page, html, _ = given.partition(".html")
    return f"{test.partition('::')[0]} {page}" if html else name


def may_be_chance(failed: Sequence[str]) -> bool:
    """Tell whether a second try can say anything: a few tests failed, all of them in a browser."""
    return 0 < len(apart(failed)) <= MOST and all(name.startswith(RETRIED) and "::" in name for name in failed)


def second_try(code: int, failed: Sequence[str], until: float) -> int:
    """Run a few failed browser tests again, one after another and nothing beside; return the exit code.

    A test that passes now is named in the last lines printed: it is flaky, and a flaky test wants a cure.

    Parameters
    ----------
    code
        The exit code of the first run.
    failed
        The tests that failed in it, by pytest's names.
    until
        When to end them, by ``time.monotonic``.

    Returns
    -------
    int
        0 if all passed at the second try; else the first run's code.

    Raises
    ------
    Failed
        If the time was up.
    """
    if code != 1 or not may_be_chance(failed):
        return code
    tell("\n── once more, alone: " + ", ".join(failed))
    again = ended("tests, once more", (BIN / "python", "-m", "pytest", "-p", "no:cacheprovider", *failed), until)
    if again:
        return code
    tell("\nFLAKY, passed only when run alone; please find out why:\n" + "\n".join(f"    {name}" for name in failed))
    return 0
