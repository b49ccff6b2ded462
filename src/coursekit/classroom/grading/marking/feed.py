"""Feeding a desk: a few hand-ins at a time, whatever happens to its browser."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from coursekit.classroom.grading.marking.hand_in_queue import AHEAD, HandInQueue
from coursekit.classroom.grading.submissions import HandIn
from coursekit.classroom.grading.watch import Crashed, WorkerLost
from coursekit.tasks.steps import Failed
from coursekit.words import say

STALL_S = 300.0  # with hand-ins at the desk and nothing marked, besides the time that their exercises may take
CHECK_EVERY = 100  # hand-ins between two looks at the page's memory
HEAP_MB = 350.0  # above it the browser is started anew
ENDS = 8  # the browser ends and nothing is marked in between: so often, then the run is given up


class MarkingDesk(Protocol):
    """A desk that marks: one in a browser here, or one on a worker of a cluster."""

    @property
    def name(self) -> str:
        """What tells it from other desks of the run."""

    def start(self) -> None:
        """Open it, anew if need be."""

    def add(self, files: Sequence[HandIn], earlier: Mapping[str, dict[str, Any]]) -> list[int]:
        """Hand it files; return how many hand-ins it found in each.

        Parameters
        ----------
        files : sequence of HandIn
            The files.
        earlier : mapping
            By a hand-in's id, its marks of an earlier run.
        """

    def next(self, most: int, wait_s: float) -> list[dict[str, Any]]:
        """Return the hand-ins that were marked since the last call, a row each.

        Parameters
        ----------
        most : int
            How many to return at most.
        wait_s : float
            How long to wait for the first, in seconds.
        """

    def heap_mb(self) -> float:
        """Return how much memory its page takes."""

    def stop(self) -> None:
        """Close it."""


def ungraded(hand_in: HandIn, status: str, why: str) -> dict[str, Any]:
    """Return the row of a file that the desk could not mark.

    Parameters
    ----------
    hand_in : HandIn
        The file.
    status : str
        Why not, as the results have it: ``malformed`` or ``failed``.
    why : str
        The sentence for the instructor.

    Returns
    -------
    dict
        A row of the results without marks.
    """
    empty: dict[str, Any] = {name: {} for name in ("exercises", "questions", "predictions", "texts", "prints")}
    head = {"file": hand_in.file, "sha256": hand_in.id.partition(".")[0], "alias": "", "saved": ""}
    return {**head, "status": status, "notes": [why], "flags": [], **empty, "seconds": 0}


class Marking:
    """One desk's part of a run, until nothing is left: the `Desk` of this machine, or a `RemoteDesk` of a cluster."""

    def __init__(self, desk: MarkingDesk, queue: HandInQueue, told: Callable[[str], None], runs_s: float = 0.0) -> None:
        """Prepare a run; ``runs_s`` is how long hand-ins side by side may take if each exercise times out."""
        self._desk, self._queue, self._told, self._stall_s = desk, queue, told, STALL_S + runs_s
        self._flying: dict[str, list[HandIn]] = {}
        self._ready, self._since, self._failed, self._over = False, 0, 0, False
        self._last = time.monotonic()

    def run(self) -> None:
        """Mark what this desk can get.

        Raises
        ------
        Failed
            If the desk cannot be opened, or its browser ends again and again; what it had was given back.
        """
        self._queue.join(self._desk.name)
        try:
            while self._go_on():
                pass
        finally:
            self._queue.leave(self._desk.name)

    def _go_on(self) -> bool:
        """Do the next thing; return False once nothing is left."""
        try:
            if not self._ready:
                self._desk.start()
                self._ready, self._over, self._since, self._last = True, False, 0, time.monotonic()
            if not self._heavy():
                self._feed()
            if self._flying:
                self._take()
            elif self._heavy():
                self._ready = False
            else:
                self._last = time.monotonic()
                return self._queue.wait()
        except Crashed as end:
            self._recover(end)
        return True

    def _heavy(self) -> bool:
        """Tell whether the page has grown so much that it is better begun anew (once nothing lies with it)."""
        if self._since >= CHECK_EVERY and not self._over:
            self._since, self._over = 0, self._desk.heap_mb() > HEAP_MB
        return self._over

    def _feed(self) -> None:
        """Give the desk as many hand-ins as it should hold; after a crash one at a time, to find the cause."""
        batch: list[HandIn] = []
        for one in self._queue.take(self._desk.name, sum(map(len, self._flying.values()))):
            self._flying.setdefault(one.file, []).append(one)
            if one.refused:
                self._finish(one, ungraded(one, "malformed", one.refused))
            else:
                batch.append(one)
        for one, count in zip(batch, self._desk.add(batch, self._queue.earlier(batch)) if batch else (), strict=True):
            if not count:
                self._finish(one, ungraded(one, "malformed", say("grade.nothing")))

    def _take(self) -> None:
        for marked in self._desk.next(AHEAD, 5):
            if one := self._whose(marked):
                self._finish(one, marked)
        if time.monotonic() - self._last > self._stall_s:
            raise Crashed(f"nothing was marked for {self._stall_s:.0f} s")

    def _whose(self, marked: dict[str, Any]) -> HandIn | None:
        if flying := self._flying.get(str(marked.get("file"))):
            return flying[0]
        alone = [one for several in self._flying.values() for one in several]
        return alone[0] if len(alone) == 1 else None

    def _finish(self, one: HandIn, marked: dict[str, Any]) -> None:
        flying = self._flying[one.file]
        flying.remove(one)
        if not flying:
            del self._flying[one.file]
        self._queue.finish(one, marked)
        self._since, self._last = self._since + 1, time.monotonic()
        if marked["status"] != "failed":
            self._failed = 0

    def _recover(self, end: Crashed) -> None:
        """Take back what lay with the desk; a hand-in that ends the browser even when alone is named and left out."""
        self._desk.stop()
        self._ready, self._failed = False, self._failed + 1
        back = [one for several in self._flying.values() for one in several]
        if fatal := self._queue.give_back(self._desk.name, back):
            self._finish(fatal, ungraded(fatal, "failed", say("grade.crashed")))
        self._flying.clear()
        if self._failed > (ENDS if back else 2):
            raise Failed(f"The browser ends again and again ({end}). What is graded is kept.")
        self._told(f"  {end if isinstance(end, WorkerLost) else say('grade.again', why=end)}")
