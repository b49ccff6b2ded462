"""``await`` outside any function, as notebooks allow it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any

from coursekit.live.stdin import can_wait, wait
from coursekit.words import say


def awaited(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Return what ``coroutine`` comes to.

    Raises
    ------
    RuntimeError
        If it waits for time to pass and this browser can't set Python aside.
    """
    if can_wait():
        return wait(coroutine)
    if sys.platform != "emscripten":
        return asyncio.run(coroutine)
    try:
        while True:
            # A bare yield lets other tasks go first; here there are none.
            if coroutine.send(None) is not None:
                coroutine.throw(RuntimeError(say("python.no-await")))
    except StopIteration as end:
        return end.value
