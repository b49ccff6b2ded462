"""Marking on a Dask cluster: one desk on each worker, also on those that come later, all fed from one queue."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from coursekit.classroom.grading.cluster.remote_desk import RemoteDesk, Workers
from coursekit.classroom.grading.cluster.site_archive import pack_site
from coursekit.classroom.grading.cluster.worker_desk import Make
from coursekit.classroom.grading.marking.feed import Marking
from coursekit.classroom.grading.marking.hand_in_queue import HandInQueue
from coursekit.classroom.grading.watch import brief
from coursekit.tasks.steps import Failed
from coursekit.words import say

LOCAL = "local"
CONNECT_S = 30.0
WAIT_S = 120.0  # for a worker, where there is none; a lost one takes some seconds to be started anew
LOOK_S = 0.5  # between two looks at which workers there are


@contextmanager
def connected(scheduler: str) -> Iterator[Any]:
    """Connect to a cluster as long as the block lasts; gives Dask's client.

    Parameters
    ----------
    scheduler
        The scheduler's address; ``local`` or ``local:N`` starts N workers on this machine, as many as it has
        processors unless told otherwise.

    Raises
    ------
    Failed
        If ``distributed`` is not installed, or no scheduler answers.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise Failed(say("grade.no-distributed")) from None
    name, _, count = scheduler.partition(":")
    if name == LOCAL and count and not (count.isdigit() and int(count)):
        raise Failed(say("grade.scheduler-none", scheduler=scheduler, why="N"))
    try:
        if name == LOCAL:
            # What a worker's browser takes is not the worker's own memory, so no limit is set.
            with (
                distributed.LocalCluster(
                    n_workers=int(count) if count else None,
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address=None,
                    memory_limit=0,
                    silence_logs="CRITICAL",
                ) as cluster,
                distributed.Client(cluster) as client,
            ):
                yield client
        else:
            with distributed.Client(scheduler, timeout=CONNECT_S) as client:
                yield client
    except (OSError, ValueError, TimeoutError) as error:
        raise Failed(say("grade.scheduler-none", scheduler=scheduler, why=brief(error))) from error


def mark_on_cluster(
    client: Any,
    html: Path,
    opening: list[Any],
    queue: HandInQueue,
    told: Callable[[str], None],
    runs_s: float = 0.0,
    make: Make | None = None,
) -> None:
    """Mark all that is in a queue.

    Parameters
    ----------
    client
        Dask's client.
    html
        The built site, which goes to each worker.
    opening
        What each desk is opened with: the key, and how to grade.
    queue
        The hand-ins.
    told
        Called with sentences for the person who waits; none is told twice.
    runs_s
        How long hand-ins side by side may take if each exercise times out.
    make
        Makes a desk on a worker; by default one in a browser.

    Raises
    ------
    Failed
        If no worker can grade.
    """
    workers, site, once, run = Workers(client), pack_site(html), _Once(told), uuid.uuid4().hex
    threads: dict[str, threading.Thread] = {}
    lost: list[str] = []
    faults: list[BaseException] = []

    def work(address: str) -> None:
        desk = RemoteDesk(client, run, workers, address, site, opening, make, once)
        try:
            Marking(desk, queue, once, runs_s).run()
        except Failed as failure:
            if not desk.lost:
                once(f"  {say('grade.worker-out', worker=address, why=failure)}")
        except BaseException as error:
            faults.append(error)
        finally:
            with suppress(Exception):
                desk.stop()
            if desk.lost:
                lost.append(address)

    since, patience_s = time.monotonic(), WAIT_S if not workers.addresses() else 0.0
    try:
        while not queue.over:
            while lost:  # another worker may come, perhaps at the same address
                threads.pop(lost.pop(), None)
                patience_s = WAIT_S
            for address in sorted(workers.addresses() - threads.keys()):
                threads[address] = threading.Thread(target=work, args=(address,), daemon=True)
                threads[address].start()
            if faults:
                raise faults[0]
            if lost or any(thread.is_alive() for thread in threads.values()):
                since = time.monotonic()
            elif time.monotonic() - since > patience_s and not queue.over:
                raise Failed(say("grade.no-worker", n=len(threads)))
            time.sleep(LOOK_S)
    finally:
        queue.close()
        for thread in threads.values():
            thread.join(30)
    if faults:
        raise faults[0]


class _Once:
    """Says each sentence once."""

    def __init__(self, told: Callable[[str], None]) -> None:
        self._told, self._said, self._lock = told, set[str](), threading.Lock()

    def __call__(self, sentence: str) -> None:
        with self._lock:
            if sentence not in self._said:
                self._said.add(sentence)
                self._told(sentence)
