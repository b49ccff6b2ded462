"""A real cluster: lost workers and their hand-ins are made up for, and what cannot be used is said."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from unsteady_desk import deadly_desk, hand_ins

from coursekit.classroom.grading.cluster import run as module
from coursekit.classroom.grading.cluster.run import connected, mark_on_cluster
from coursekit.classroom.grading.cluster.site_archive import pack_site, unpack_site
from coursekit.classroom.grading.marking.hand_in_queue import HandInQueue
from coursekit.classroom.grading.progress import Progress
from coursekit.classroom.grading.results import Results
from coursekit.tasks.steps import Failed
from coursekit.words import say


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """What a desk needs of a built site, and a page that it does not need."""
    html = tmp_path / "html"
    for name, text in (("book/desk.html", "desk"), ("_static/a/b.js", "1"), ("course.json", "{}"), ("x.html", "")):
        (html / name).parent.mkdir(parents=True, exist_ok=True)
        (html / name).write_text(text, "utf-8")
    return html


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_workers_that_are_lost_lose_no_hand_in(site: Path, tmp_path: Path) -> None:
    stream, fatal, once = hand_ins(40), ["17.json"], ["5.json"]
    results = Results(tmp_path / "results.jsonl", "k")
    queue = HandInQueue(iter(stream), results, Progress(40))
    said: list[str] = []
    # One more than are lost: Dask starts none anew that ends before it has seen it start.
    with connected("local:4") as client:
        mark_on_cluster(client, site, [str(tmp_path), fatal, once], queue, said.append, make=deadly_desk)
    rows = list(results.read([one.id for one in stream]))
    results.close()
    assert [row["file"] for row in rows] == [one.file for one in stream]
    assert [(row["file"], row["notes"]) for row in rows if row["status"] != "read"] == [
        ("17.json", [say("grade.crashed")])
    ]
    lines = (tmp_path / "results.jsonl").read_bytes().splitlines()
    assert len(lines) == 40, "each is written once"
    opened = (tmp_path / "opened").read_text().split()
    assert len(opened) >= 3 and len(set(opened)) == len(opened), "a desk is opened once for each process"
    assert said.count("a sentence about the browser") == 1
    lost = [one for one in said if "was lost" in one]
    assert len(lost) == len(set(lost)) == 3, "two at the one that always kills, one at the one that kills once"


def test_a_site_goes_to_workers_as_what_the_desk_needs_of_it(site: Path, tmp_path: Path) -> None:
    fingerprint, content = pack_site(site)
    for _ in range(2):
        unpack_site(content, tmp_path / "there")
    got = {
        path.relative_to(tmp_path / "there").as_posix() for path in (tmp_path / "there").rglob("*") if path.is_file()
    }
    assert got == {"book/desk.html", "_static/a/b.js", "course.json"}
    (site / "x.html").write_text("another", "utf-8")
    assert pack_site(site)[0] == fingerprint
    (site / "_static" / "a" / "b.js").write_text("2", "utf-8")
    assert pack_site(site)[0] != fingerprint


def refused(scheduler: str) -> str:
    with pytest.raises(Failed) as failure, connected(scheduler):
        pass
    return str(failure.value)


def test_what_cannot_be_used_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CONNECT_S", 0.3)
    for wrong in ("local:0", "local:two", "tcp://127.0.0.1:9"):
        assert f"No Dask cluster can be used at {wrong}" in refused(wrong)
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "pip install distributed" in refused("local:1")


class Empty:
    """A cluster of workers of which none can grade."""

    def __init__(self, *workers: str) -> None:
        self._workers = workers

    def nthreads(self) -> dict[str, int]:
        return dict.fromkeys(self._workers, 1)

    def submit(self, *given: Any, **how: Any) -> Any:
        raise ModuleNotFoundError("No module named 'playwright'")


def test_workers_that_cannot_grade_are_named_and_nothing_is_lost(site: Path, tmp_path: Path) -> None:
    results = Results(tmp_path / "results.jsonl", "k")
    queue = HandInQueue(iter(hand_ins(3)), results, Progress(3))
    said: list[str] = []
    with pytest.raises(Failed, match="2 were tried"):
        mark_on_cluster(Empty("tcp://a:1", "tcp://b:2"), site, [], queue, said.append)
    assert len(said) == 2 and all("playwright" in one and "requirements.txt" in one for one in said)
    assert len(results) == 0
