"""Trying the exercises of a key before it is written, in as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
import secrets
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from coursekit.classroom.answer_key.try_exercise import try_exercise, try_quickly
from coursekit.exercise.file.cells import Malformed

MORE_SECRETS = 2  # besides the key's own


def try_all(own: Sequence[Path], course: Sequence[Path], secret: str) -> None:
    """Try exercises with the key's secret and with others.

    Parameters
    ----------
    own
        The files of the instructor: tests, every variant, several secrets.
    course
        The files of the course: whether they can be marked with this secret; the course's own tests try the rest.
    secret
        The key's.

    Raises
    ------
    Malformed
        With file, line and reason, for the first exercise that cannot be marked.
    """
    several = [secret, *(secrets.token_hex(32) for _ in range(MORE_SECRETS))]
    tasks = [(path, several) for path in own] + [(path, several[:1]) for path in course]
    processes = max(1, min(len(tasks), os.cpu_count() or 1))
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        for fault in pool.map(_fault, tasks):
            if fault:
                pool.shutdown(wait=False, cancel_futures=True)
                raise Malformed(*fault)


def _fault(task: tuple[Path, list[str]]) -> tuple[str, int, str, str] | None:
    """Return what :class:`Malformed` is made of: an error with four arguments of its own cannot pass processes."""
    try:
        path, several = task
        if len(several) > 1:
            try_exercise(path, several)
        else:
            try_quickly(path, several[0])
    except Malformed as fault:
        return fault.path, fault.line, fault.what, fault.remedy
    return None
