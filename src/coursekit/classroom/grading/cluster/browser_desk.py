"""The desk that a worker opens: the same page in the same kind of browser as on one machine."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from coursekit.classroom.grading.desk_driver import Desk
from coursekit.tasks.browser import NoBrowser
from coursekit.tasks.serve import served
from coursekit.tasks.steps import Failed


def browser_desk(html: Path, opening: list[Any], told: Callable[[str], None], stack: ExitStack) -> Desk:
    """Return the desk, which is yet to be started.

    Parameters
    ----------
    html : Path
        The unpacked site.
    opening : list
        What the desk is opened with: the key, and how to grade.
    told : callable
        Gets sentences on how the browser runs.
    stack : ExitStack
        Gets what must be closed after the desk.

    Raises
    ------
    Failed
        If there is no browser on this worker.
    """
    address = stack.enter_context(served(html))
    try:
        return Desk(stack.enter_context(sync_playwright()), address, opening, told)
    except NoBrowser as none:
        raise Failed(str(none)) from None
