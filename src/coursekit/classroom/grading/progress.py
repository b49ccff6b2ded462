"""A line that says how far a long run is, and how long it may still take."""

from __future__ import annotations

import sys
import time
from collections import deque

from coursekit.words import say

WINDOW = 200  # of the last so many the pace is taken: the first ones wait for Python to start
EVERY_S = 10.0  # between two lines where the output is a file


class Progress:
    """Counts up to ``total``; on a terminal one line that changes, else a line now and then."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0
        self._times = deque([time.monotonic()], maxlen=WINDOW)
        self._live, self._said = sys.stdout.isatty(), time.monotonic()

    def step(self) -> None:
        """Count one, and say so if it is time."""
        self._done += 1
        self._times.append(time.monotonic())
        if self._live:
            print(f"\r\x1b[2K  {self._bar()} {self}", end="", flush=True)
        elif time.monotonic() - self._said >= EVERY_S or self._done == self._total:
            self._said = time.monotonic()
            print(f"  {self}", flush=True)

    def __str__(self) -> str:
        left = self.left_s()
        said = "" if left is None or self._done == self._total else f" {say('grade.left', time=_time(left))}"
        percent = 100 * self._done // max(1, self._total)
        return say("grade.progress", done=self._done, all=self._total, percent=percent, left=said)

    def left_s(self) -> float | None:
        """Return how many seconds the rest may take at the pace of the last ones; None before there is one."""
        took = self._times[-1] - self._times[0]
        return None if self._done < 3 or not took else (self._total - self._done) * took / (len(self._times) - 1)

    def _bar(self, width: int = 24) -> str:
        full = width * self._done // max(1, self._total)
        return "█" * full + "·" * (width - full)

    def clear(self) -> None:
        """Leave the line, so that something else can be said."""
        if self._live:
            print(flush=True)


def _time(seconds: float) -> str:
    return (
        say("grade.minutes", n=round(seconds / 60)) if seconds >= 90 else say("grade.seconds", n=max(1, round(seconds)))
    )
