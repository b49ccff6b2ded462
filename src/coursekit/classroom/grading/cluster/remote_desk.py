"""A desk on a worker of a Dask cluster, asked through the scheduler as if it were here."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from typing import Any

from coursekit.classroom.grading.cluster import worker_desk
from coursekit.classroom.grading.submissions import HandIn
from coursekit.classroom.grading.watch import Crashed, WorkerLost, brief
from coursekit.tasks.steps import Failed
from coursekit.words import say

POLL_S = 1.0  # between two looks at whether a worker is still there
ALIVE_S = 0.9  # how long one look holds for all who ask


class Workers:
    """Which workers the cluster has now; may be asked from any thread."""

    def __init__(self, client: Any) -> None:
        self._client, self._lock = client, threading.Lock()
        self._seen, self._at = frozenset[str](), 0.0

    def addresses(self) -> frozenset[str]:
        """Return the addresses of all workers.

        Raises
        ------
        Failed
            If the scheduler does not answer.
        """
        with self._lock:
            if time.monotonic() - self._at > ALIVE_S:
                try:
                    self._seen = frozenset(self._client.nthreads())
                except Exception as error:
                    raise Failed(say("grade.scheduler-lost", why=brief(error))) from error
                self._at = time.monotonic()
            return self._seen


class RemoteDesk:
    """The desk of one worker.

    Parameters
    ----------
    client
        The connection to the scheduler.
    run
        What tells this run from others that use the cluster.
    workers
        Which workers there are.
    address
        The worker's address.
    site
        Fingerprint and ZIP of the site.
    opening
        What the desk is opened with: the key, and how to grade.
    make
        Makes the desk on the worker; by default one in a browser.
    told
        Called with what a person should know of how the browser runs.
    """

    def __init__(
        self,
        client: Any,
        run: str,
        workers: Workers,
        address: str,
        site: tuple[str, bytes],
        opening: list[Any],
        make: worker_desk.Make | None,
        told: Callable[[str], None],
    ) -> None:
        self._client, self._run, self._workers, self.name = client, run, workers, address
        self._site, self._opening, self._make, self._told = site, opening, make, told
        self._running, self.lost = False, False

    def start(self) -> None:
        """Open the desk on its worker.

        Raises
        ------
        Failed
            If the worker is gone, lacks what it needs, or its desk cannot be opened.
        Crashed
            If the browser or the worker ended meanwhile.
        """
        if self.lost:
            raise Failed(say("grade.worker-lost", worker=self.name))
        fingerprint, content = self._site
        if not self._call(worker_desk.has_site, fingerprint):
            self._call(worker_desk.put_site, fingerprint, self._sent(content))
        for sentence in self._call(worker_desk.start, self._run, fingerprint, self._opening, self._make):
            self._told(sentence)
        self._running = True

    def add(self, files: Sequence[HandIn], earlier: Mapping[str, dict[str, Any]]) -> list[int]:
        """Hand files to the desk; return how many hand-ins it found in each.

        Parameters
        ----------
        files : sequence of HandIn
            The files.
        earlier : mapping
            By a hand-in's id, its marks of an earlier run.
        """
        counts: list[int] = self._call(worker_desk.ask, self._run, "add", [list(files), dict(earlier)])
        return counts

    def next(self, most: int, wait_s: float) -> list[dict[str, Any]]:
        """Return the hand-ins that were marked since the last call.

        Parameters
        ----------
        most : int
            How many to return at most.
        wait_s : float
            How long to wait for the first, in seconds.

        Returns
        -------
        list of dict
            A row each.
        """
        rows: list[dict[str, Any]] = self._call(worker_desk.ask, self._run, "next", [most, wait_s])
        return rows

    def heap_mb(self) -> float:
        """Return how much memory the page's own script takes."""
        return float(self._call(worker_desk.ask, self._run, "heap_mb", []))

    def stop(self) -> None:
        """End the browser, if the worker is still there."""
        if self._running and not self.lost:
            self._running = False
            with suppress(Crashed, Failed):
                self._call(worker_desk.stop, self._run)

    def _sent(self, content: bytes) -> Any:
        """Bring a large value to the worker; return what stands for it there."""
        try:
            return self._client.scatter(content, workers=[self.name], hash=False)
        except Exception as error:
            self._look()
            raise Crashed(brief(error)) from error

    def _look(self) -> None:
        """Raise if the worker is gone."""
        if self.name not in self._workers.addresses():
            self.lost = True
            raise WorkerLost(say("grade.worker-lost", worker=self.name))

    def _call(self, function: Callable[..., Any], *given: Any) -> Any:
        """Run a function on the worker and return its answer; no other worker may run it in its place."""
        try:
            future = self._client.submit(
                function, *given, workers=[self.name], allow_other_workers=False, pure=False, retries=0
            )
            while not future.done():
                try:
                    return future.result(timeout=POLL_S)
                except TimeoutError:  # perhaps the function's own: then the future is done
                    self._look()
            return future.result()
        except (Crashed, Failed):
            raise
        except ImportError as error:
            raise Failed(say("grade.worker-lacks", worker=self.name, why=brief(error))) from error
        except (Exception, CancelledError, asyncio.CancelledError) as error:
            raise Crashed(brief(error)) from error
