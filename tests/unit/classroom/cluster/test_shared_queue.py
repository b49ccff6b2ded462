"""Several desks at one queue: each hand-in is marked once, and what ends two desks is named and holds nobody up."""

from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unsteady_desk import Unsteady, hand_ins

from coursekit.classroom.grading.marking.feed import Marking
from coursekit.classroom.grading.marking.hand_in_queue import AHEAD, HandInQueue
from coursekit.classroom.grading.progress import Progress
from coursekit.classroom.grading.results import Results
from coursekit.classroom.grading.submissions import HandIn


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 60), st.sets(st.integers(0, 59), max_size=3), st.integers(1, 4), st.integers(0, 99))
def test_all_are_marked_once_by_one_of_several_desks(
    tmp_path_factory: pytest.TempPathFactory, n: int, fatal: set[int], count: int, seed: int
) -> None:
    stream = hand_ins(n)
    desks = [Unsteady(seed + k, {f"{k}.json" for k in fatal}, name=f"desk {k}") for k in range(count)]
    results = Results(tmp_path_factory.mktemp("run") / "results.jsonl", "k")
    queue = HandInQueue(iter(stream), results, Progress(n))
    threads = [threading.Thread(target=Marking(desk, queue, lambda said: None).run, daemon=True) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert queue.over and not any(thread.is_alive() for thread in threads)
    rows = list(results.read([one.id for one in stream]))
    results.close()
    assert [row["file"] for row in rows] == [one.file for one in stream]
    assert {row["file"] for row in rows if row["status"] == "failed"} == {f"{k}.json" for k in fatal if k < n}
    graded = sorted(file for desk in desks for file in desk.graded)
    assert graded == sorted(f"{k}.json" for k in range(n) if k not in fatal)
    assert max(desk.most for desk in desks) <= AHEAD


def queue_of(n: int, results: Results) -> HandInQueue:
    return HandInQueue(iter(hand_ins(n)), results, Progress(n))


@pytest.fixture
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return Results(tmp_path_factory.mktemp("run") / "results.jsonl", "k")


def names(some: list[HandIn]) -> list[str]:
    return [one.file for one in some]


def test_what_ended_one_desk_goes_alone_to_another(results: Results) -> None:
    queue = queue_of(3, results)
    queue.join("a")
    queue.join("b")
    lost = queue.take("a", 0)
    assert names(lost) == ["0.json", "1.json", "2.json"] and queue.give_back("a", lost) is None
    assert queue.take("a", 0) == [], "the desk that ended with them waits, as long as there is another"
    assert queue.take("b", 1) == [], "not beside anything else"
    [alone] = queue.take("b", 0)
    assert queue.give_back("b", [alone]) is alone, "it ended a second desk, alone: it is to be named"
    queue.leave("b")
    assert names(queue.take("a", 0)) == ["1.json"], "nobody else is there to try it"
    assert not queue.over


def test_a_desk_that_always_ends_leaves_its_hand_ins_to_the_others(results: Results) -> None:
    """Were it given again what it ended itself, it would name innocent ones."""
    stream = hand_ins(30)
    queue = HandInQueue(iter(stream), results, Progress(30))
    bad, good = Unsteady(1, set(), chance=1.0, name="bad"), Unsteady(2, set(), name="good")
    queue.join("good")
    trying = threading.Thread(target=Marking(bad, queue, lambda said: None).run, daemon=True)
    trying.start()
    while bad.starts < 4:
        time.sleep(0.01)
    Marking(good, queue, lambda said: None).run()
    trying.join(60)
    assert not trying.is_alive() and bad.graded == []
    assert [row["status"] for row in results.read([one.id for one in stream])] == ["read"] * 30


def test_a_queue_that_was_closed_writes_nothing_more(results: Results) -> None:
    queue = queue_of(3, results)
    [one, *_] = queue.take("a", 0)
    queue.close()
    queue.finish(one, {"status": "read"})
    assert queue.over and len(results) == 0 and queue.take("a", 0) == []
