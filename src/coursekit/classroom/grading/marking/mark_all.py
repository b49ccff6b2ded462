"""Mark what is not marked yet, here or on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from coursekit.classroom.grading.cluster.run import connected, mark_on_cluster
from coursekit.classroom.grading.desk_driver import Desk
from coursekit.classroom.grading.inputs import Given
from coursekit.classroom.grading.marking.feed import Marking
from coursekit.classroom.grading.marking.hand_in_queue import HandInQueue
from coursekit.classroom.grading.progress import Progress
from coursekit.classroom.grading.results import Results
from coursekit.classroom.grading.submissions import HandIn
from coursekit.tasks.steps import tell
from coursekit.words import say

ALONE_FACTOR = 3  # how much longer the desk runs what timed out, the second time (see grade_submission.ts)
Mark = Callable[[HandInQueue, int], None]


def mark_here(desk: Desk, given: Given) -> Mark:
    """Return what marks a queue of so many hand-ins with the desk of this machine.

    Parameters
    ----------
    desk : Desk
        The desk.
    given : Given
        What it was opened with.
    """

    def mark(queue: HandInQueue, count: int) -> None:
        tell(say("grade.starting", n=count, browser=Path(desk.browser).name))
        Marking(desk, queue, tell, _runs_s(given)).run()

    return mark


def mark_there(scheduler: str, html: Path, given: Given) -> Mark:
    """Return what marks a queue of so many hand-ins on a Dask cluster.

    Parameters
    ----------
    scheduler : str
        Its address, or ``local:N``.
    html : Path
        The built site, which goes to each worker.
    given : Given
        What each desk is opened with.
    """

    def mark(queue: HandInQueue, count: int) -> None:
        tell(say("grade.starting-cluster", n=count, scheduler=scheduler))
        with connected(scheduler) as client:
            mark_on_cluster(client, html, [given.key, given.how], queue, tell, _runs_s(given))

    return mark


def _runs_s(given: Given) -> float:
    """Return the seconds that hand-ins side by side may take if each exercise times out twice."""
    limits = [float(given.how.get("limit_s") or one.get("limit_s") or 10) for one in given.key["exercises"]]
    return (1 + ALONE_FACTOR) * int(given.how.get("jobs") or 2) * sum(limits)


def mark_all(stream: Iterator[HandIn], listed: list[tuple[str, str]], results: Results, mark: Mark) -> None:
    """Mark each hand-in that has no marks yet, once.

    Parameters
    ----------
    stream : iterator of HandIn
        What was handed in.
    listed : list of tuple
        Name and id of each.
    results : Results
        The marks that are there, and where new ones are written.
    mark : callable
        Marks a queue.
    """
    ids = {id for _, id in listed}
    left = {id for id in ids if id not in results}
    if len(left) < len(ids):
        tell(say("grade.known", n=len(ids) - len(left), all=len(ids)))
    if not left:
        return
    count = len(left)

    def new() -> Iterator[HandIn]:
        for one in stream:
            if one.id in left:
                left.discard(one.id)
                yield one

    progress = Progress(count)
    queue = HandInQueue(new(), results, progress)
    mark(queue, count)
    progress.clear()
    if queue.reused:
        tell(say("grade.reused", n=queue.reused))
