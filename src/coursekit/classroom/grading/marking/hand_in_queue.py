"""What is left to mark, for one desk or for several that take from it at the same time."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import Any

from coursekit.classroom.grading.progress import Progress
from coursekit.classroom.grading.results import Results
from coursekit.classroom.grading.submissions import HandIn

AHEAD = 8  # hand-ins that lie with a desk: enough for its workers, few to lose when the browser ends
BATCH_BYTES = 4_000_000
WAIT_S = 0.5  # between two looks at whether another desk gave something back


class HandInQueue:
    """Hand-ins go out to desks, and come back as marks or unmarked; every method may be called from any thread.

    Parameters
    ----------
    stream
        The hand-ins.
    results
        Where marks are written.
    progress
        What counts them.
    """

    def __init__(self, stream: Iterator[HandIn], results: Results, progress: Progress) -> None:
        self._stream, self._results, self._progress = stream, results, progress
        self._changed = threading.Condition(threading.RLock())
        self._again: deque[HandIn] = deque()
        self._ended: defaultdict[str, list[str]] = defaultdict(list)
        self._desks: set[str] = set()
        self._out, self._exhausted, self._closed = 0, False, False
        self.reused = 0  # exercises that were not run, since their marks of an earlier run still hold

    def join(self, desk: str) -> None:
        """Note that the desk of this name takes from the queue."""
        with self._changed:
            self._desks.add(desk)

    def leave(self, desk: str) -> None:
        """Note that it takes no more; it must have given back what it had."""
        with self._changed:
            self._desks.discard(desk)
            self._changed.notify_all()

    def take(self, desk: str, held: int) -> list[HandIn]:
        """Return hand-ins for a desk: a few new ones, or alone one that was with a desk when that ended.

        Parameters
        ----------
        desk : str
            The desk's name. What ended it goes to another one, if there is another.
        held : int
            How many hand-ins lie with it.

        Returns
        -------
        list of HandIn
            What it is to mark next; empty if there is nothing for it now.
        """
        with self._changed:
            if self._closed:
                return []
            one = self._suspect(desk)
            if one:
                if held:
                    return []
                self._again.remove(one)
                self._out += 1
                return [one]
            batch: list[HandIn] = []
            while len(batch) < AHEAD - held and sum(len(some.content) for some in batch) < BATCH_BYTES:
                one = next(self._stream, None)
                if one is None:
                    self._exhausted = True
                    break
                batch.append(one)
            self._out += len(batch)
            return batch

    def _suspect(self, desk: str) -> HandIn | None:
        """Return a hand-in that a desk had when it ended, and that this desk is to try."""
        elsewhere = (one for one in self._again if desk not in self._ended[one.id])
        alone = not self._desks - {desk}
        return next(elsewhere, self._again[0] if self._again and alone else None)

    def earlier(self, batch: Iterable[HandIn]) -> dict[str, dict[str, Any]]:
        """Return the newest marks that these hand-ins got with other keys, by id."""
        with self._changed:
            return self._results.earlier([one.id for one in batch])

    def finish(self, one: HandIn, marked: dict[str, Any]) -> None:
        """Write the marks of a hand-in that was out.

        Parameters
        ----------
        one : HandIn
            The hand-in.
        marked : dict
            Its row of the results.
        """
        with self._changed:
            self._out -= 1
            if not self._closed:
                self._results.add(one.id, {**marked, "file": one.file})
                self._progress.step()
            self.reused += int(marked.get("reused") or 0)
            self._changed.notify_all()

    def give_back(self, desk: str, hand_ins: list[HandIn]) -> HandIn | None:
        """Take back what lay with a desk when it ended.

        Parameters
        ----------
        desk : str
            The desk's name.
        hand_ins : list of HandIn
            What it had; each is out no more.

        Returns
        -------
        HandIn or None
            The one hand-in that ended a desk for the second time, now when it was alone: it stays out, and must be
            finished.
        """
        with self._changed:
            for one in hand_ins:
                self._ended[one.id].append(desk)
            if len(hand_ins) == 1 and len(self._ended[hand_ins[0].id]) > 1:
                return hand_ins[0]
            self._again.extendleft(reversed(hand_ins))
            self._out -= len(hand_ins)
            self._progress.clear()
            self._changed.notify_all()
            return None

    def wait(self) -> bool:
        """Wait a little if what is left lies with other desks; return False once nothing is left anywhere."""
        with self._changed:
            if not self.over:
                self._changed.wait(WAIT_S)
            return not self.over

    @property
    def over(self) -> bool:
        """Whether all that was handed in is marked, or the queue was closed."""
        with self._changed:
            return self._closed or (self._exhausted and not self._again and not self._out)

    def close(self) -> None:
        """Give nothing out any more, and write nothing."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
