"""``make test``: every check in turn, each under a heading with its time, all within one wall-clock limit."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO

from coursekit.tasks import build
from coursekit.tasks.steps import ROOT, Failed, alone, tell

LIMIT_MIN = 40.0  # for everything after the environment; COURSEKIT_LIMIT_MIN sets another
TEST_LIMIT_S = 240  # for one test: pytest-timeout ends it and prints where it hung
BIN = Path(sys.executable).parent
TSC = ROOT / "web" / "node_modules" / "typescript" / "bin" / "tsc"
BIOME = ROOT / "web" / "node_modules" / "@biomejs" / "biome" / "bin" / "biome"

QUICK: tuple[tuple[str, tuple[str | Path, ...]], ...] = (
    ("style (ruff check)", (BIN / "ruff", "check", ".")),
    ("format (ruff format)", (BIN / "ruff", "format", "--check", ".")),
    ("types (mypy)", (BIN / "mypy",)),
    ("arrows between packages (import-linter)", (BIN / "lint-imports",)),
    ("types of the front end (tsc)", (BIN / "node", TSC, "--noEmit", "-p", "web/tsconfig.json")),
    ("format and lint of the front end (biome)", (BIN / "node", BIOME, "ci")),
)
PYTEST = (BIN / "python", "-m", "pytest", "-p", "faulthandler", f"--timeout={TEST_LIMIT_S}", "--durations=8")

_running: set[int] = set()


def _abandon(number: int, frame: object) -> None:
    """End what was started, each check being a session of its own, and then this."""
    for pid in list(_running):
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGTERM)
    sys.exit(128 + number)


def ended(title: str, command: Sequence[str | Path], until: float, output: IO[bytes] | None = None) -> int:
    """Run one check with its output as it comes, or into the file ``output``; return its exit code.

    Past ``until`` (``time.monotonic``) it is ended with SIGABRT, upon which pytest prints the stack of every thread and
    so the test that hung. Whatever it started (a browser, a JupyterLab) goes with it.

    Raises
    ------
    Failed
        If the time was up.
    """
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
    try:
        return process.wait(max(1.0, until - time.monotonic()))
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGABRT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(15)
        raise Failed(f"{title}: time was up for all checks together; the stacks above say where it hung.") from None
    finally:
        _running.discard(process.pid)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL if process.poll() is not None else signal.SIGTERM)


def checked(title: str, command: Sequence[str | Path], until: float) -> bool:
    """Run one check under a heading and say how it ended and when; tell whether it passed."""
    tell(f"\n── {title}")
    began = time.monotonic()
    passed = ended(title, command, until) == 0
    tell(f"── {title}: {'passed' if passed else 'FAILED'} in {time.monotonic() - began:.1f} s")
    return passed


def tested(groups: Sequence[Sequence[str]], until: float) -> int:
    """Run pytest over each group of folders, all at the same time; return 0 if every one passed.

    The last group's output is shown as it comes; that of the others, which are done sooner, after it. Raises as
    :func:`ended`, once every output was shown.
    """
    *aside, shown = groups
    with ExitStack() as stack, ThreadPoolExecutor(max(1, len(aside))) as pool:
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in aside]
        others = [
            pool.submit(ended, " and ".join(group), (*PYTEST, *_own(group), *group), until, file)
            for group, file in zip(aside, files, strict=True)
        ]
        ends = [_code(lambda: ended(" and ".join(shown), (*PYTEST, *_own(shown), *shown), until))]
        for group, file, other in zip(aside, files, others, strict=True):
            ends.append(_code(other.result))
            file.seek(0)
            tell(f"\n── tests: {', '.join(group)}\n{file.read().decode('utf-8', 'replace')}")
    for end in ends:
        if isinstance(end, Failed):
            raise end
    return max(end for end in ends if isinstance(end, int))


def _own(group: Sequence[str]) -> tuple[str, ...]:
    """Return pytest's options for a run beside others: a place for what it remembers."""
    return ("-o", f"cache_dir=_build/pytest/{Path(group[0]).name}")


def _code(run: Callable[[], int]) -> int | Failed:
    try:
        return run()
    except Failed as failed:
        return failed


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

    pytest comes last and, when nothing before it failed, its summaries are the last things printed.
    """
    signal.signal(signal.SIGTERM, _abandon)
    began = time.monotonic()
    until = began + 60 * float(os.environ.get("COURSEKIT_LIMIT_MIN", LIMIT_MIN))
    failed = [title for title, command in QUICK if not checked(title, command, until)]
    folders = ["tests/unit", "tests/book", "tests/browser"]
    if not built():
        failed.append("book")
        folders = ["tests/unit"]
    if failed:
        tell(f"\nFAILED so far: {', '.join(failed)}")
    # Browser tests wait more than they compute: the others run beside them.
    groups = [
        [name for name in group if name in folders] for group in (["tests/unit", "tests/book"], ["tests/browser"])
    ]
    groups = [group for group in groups if group]
    tell(f"\n── tests: {', '.join(folders)} (begun after {time.monotonic() - began:.0f} s)")
    code = tested(groups, until)
    if failed:
        tell(f"\nmake test failed: {', '.join(failed)}{' and the tests' if code else ''}")
    return code or (1 if failed else 0)
