"""Feeding the desk: a few hand-ins at a time, whatever happens to the browser."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from typing import Any

from coursekit.classroom.grading.desk_driver import Desk
from coursekit.classroom.grading.progress import Progress
from coursekit.classroom.grading.results import Results
from coursekit.classroom.grading.submissions import HandIn
from coursekit.classroom.grading.watch import Crashed
from coursekit.tasks.steps import Failed
from coursekit.words import say

AHEAD = 8  # hand-ins that lie with the desk: enough for its workers, few to lose when the browser ends
BATCH_BYTES = 4_000_000
STALL_S = 300.0  # with hand-ins at the desk and nothing marked, besides the time that their exercises may take
CHECK_EVERY = 100  # hand-ins between two looks at the page's memory
HEAP_MB = 350.0  # above it the browser is started anew
ENDS = 8  # the browser ends and nothing is marked in between: so often, then the run is given up


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
    """One run over a stream of hand-ins."""

    def __init__(
        self,
        desk: Desk,
        stream: Iterator[HandIn],
        results: Results,
        progress: Progress,
        told: Callable[[str], None],
        runs_s: float = 0.0,
    ) -> None:
        """Prepare a run; ``runs_s`` is how long hand-ins side by side may take if each exercise times out."""
        self._desk, self._stream, self._results = desk, stream, results
        self._progress, self._told, self._stall_s = progress, told, STALL_S + runs_s
        self._flying: dict[str, list[HandIn]] = {}
        self._again: deque[HandIn] = deque()
        self._ended: Counter[str] = Counter()
        self._ready, self._since, self._failed, self._over = False, 0, 0, False
        self._last = time.monotonic()
        self.reused = 0  # exercises that were not run, since their marks of an earlier run still hold

    def run(self) -> None:
        """Mark all there is.

        Raises
        ------
        Failed
            If the desk cannot be opened.
        """
        while True:
            try:
                if not self._ready:
                    self._desk.start()
                    self._ready, self._over, self._since, self._last = True, False, 0, time.monotonic()
                if not self._heavy():
                    self._feed()
                if not self._flying:
                    if self._heavy():
                        self._ready = False
                        continue
                    return
                self._take()
            except Crashed as end:
                self._recover(str(end))

    def _heavy(self) -> bool:
        """Tell whether the page has grown so much that it is better begun anew (once nothing lies with it)."""
        if self._since >= CHECK_EVERY and not self._over:
            self._since, self._over = 0, self._desk.heap_mb() > HEAP_MB
        return self._over

    def _feed(self) -> None:
        """Give the desk as many hand-ins as it should hold; after a crash one at a time, to find the cause."""
        batch: list[HandIn] = []
        room = (1 if self._again else AHEAD) - sum(map(len, self._flying.values()))
        while len(batch) < room and sum(len(one.content) for one in batch) < BATCH_BYTES:
            one = self._again.popleft() if self._again else next(self._stream, None)
            if one is None:
                break
            if one.refused:
                self._flying.setdefault(one.file, []).append(one)
                self._finish(one, ungraded(one, "malformed", one.refused))
                continue
            batch.append(one)
            if self._again or self._ended[one.id]:
                break
        for one in batch:
            self._flying.setdefault(one.file, []).append(one)
        earlier = self._results.earlier([one.id for one in batch])
        for one, count in zip(batch, self._desk.add(batch, earlier) if batch else (), strict=True):
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
        self._results.add(one.id, {**marked, "file": one.file})
        self.reused += int(marked.get("reused") or 0)
        self._progress.step()
        self._since, self._last = self._since + 1, time.monotonic()
        if marked["status"] != "failed":
            self._failed = 0

    def _recover(self, why: str) -> None:
        """Take back what lay with the desk; a hand-in that ends the browser even when alone is named and left out."""
        self._desk.stop()
        self._ready, self._failed = False, self._failed + 1
        back = [one for several in self._flying.values() for one in several]
        for one in back:
            self._ended[one.id] += 1
            if len(back) == 1 and self._ended[one.id] > 1:
                self._finish(one, ungraded(one, "failed", say("grade.crashed")))
        self._again.extendleft(reversed([one for several in self._flying.values() for one in several]))
        self._flying.clear()
        if self._failed > (ENDS if back else 2):
            raise Failed(f"The browser ends again and again ({why}). What is graded is kept.")
        self._progress.clear()
        self._told(f"  {say('grade.again', why=why)}")
