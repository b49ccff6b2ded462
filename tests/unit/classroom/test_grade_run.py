"""The run: every hand-in marked once, whatever ends the browser; and what is wrong is said to a person."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_in_node import marked
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import ROOT
from unsteady_desk import Unsteady, hand_ins

from coursekit.classroom.grading import command as module
from coursekit.classroom.grading.command import Asked, grade, site
from coursekit.classroom.grading.inputs import read_assignment, read_given, read_key
from coursekit.classroom.grading.marking.feed import Marking
from coursekit.classroom.grading.marking.hand_in_queue import AHEAD, HandInQueue
from coursekit.classroom.grading.progress import Progress
from coursekit.classroom.grading.results import Results
from coursekit.classroom.grading.submissions import HandIn
from coursekit.cli import parser
from coursekit.exercise.file.read import read
from coursekit.tasks.steps import Failed


def run(desk: Any, stream: list[HandIn], path: Path, said: list[str] | None = None) -> list[dict[str, Any]]:
    results = Results(path / "results.jsonl", "k")
    told = said if said is not None else []
    try:
        Marking(desk, HandInQueue(iter(stream), results, Progress(len(stream))), told.append).run()
        return list(results.read([one.id for one in stream]))
    finally:
        results.close()


def test_marks_of_an_earlier_key_go_to_the_desk_with_the_hand_in(tmp_path: Path) -> None:
    before = Results(tmp_path / "results.jsonl", "before")
    before.add("id1", marked("1.json", "anna"))
    before.close()
    desk = Unsteady(1, set())
    assert len(run(desk, hand_ins(3), tmp_path)) == 3
    assert desk.offered == {"id1": marked("1.json", "anna")}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 40), st.sets(st.integers(0, 39), max_size=3), st.integers(), st.booleans())
def test_all_are_marked_once_and_what_ends_the_browser_is_named(
    tmp_path_factory: pytest.TempPathFactory, n: int, fatal: set[int], seed: int, heavy: bool
) -> None:
    desk = Unsteady(seed, {f"{k}.json" for k in fatal}, heavy=heavy)
    rows = run(desk, hand_ins(n), tmp_path_factory.mktemp("run"))
    assert [row["file"] for row in rows] == [f"{k}.json" for k in range(n)]
    assert {row["file"] for row in rows if row["status"] == "failed"} == {f"{k}.json" for k in fatal if k < n}
    assert sorted(desk.graded) == sorted(f"{k}.json" for k in range(n) if k not in fatal)
    assert desk.most <= AHEAD


@settings(max_examples=30, deadline=None)
@given(st.integers())
def test_a_browser_that_ends_now_and_then_loses_nothing(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    said: list[str] = []
    rows = run(Unsteady(seed, set(), chance=0.08), hand_ins(30), tmp_path_factory.mktemp("run"), said)
    assert len(rows) == 30
    assert all("nothing is lost" in one for one in said)


def test_a_browser_that_always_ends_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="ends again and again"):
        run(Unsteady(1, set(), chance=1.0), hand_ins(30), tmp_path)


def test_a_file_in_which_the_desk_finds_nothing_has_its_row(tmp_path: Path) -> None:
    stream = [*hand_ins(2), HandIn("empty.zip", "empty.zip", b"", "id9")]
    assert [row["status"] for row in run(Unsteady(1, set()), stream, tmp_path)] == ["read", "read", "malformed"]


def test_a_page_that_grows_is_begun_anew_when_nothing_lies_with_it(tmp_path: Path) -> None:
    desk = Unsteady(3, set(), heavy=True)
    assert len(run(desk, hand_ins(350), tmp_path)) == 350
    assert 3 <= desk.starts <= 5 and len(desk.graded) == 350


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("key") / "key.json"
    content = {
        "format": "touched-measured-counted/key",
        "secret": "00" * 32,
        "exercises": [{"id": "promises_honour", "page": "chapters/promises.html", "version": "old"}],
        "questions": {"why": {"kind": "choice", "page": "chapters/promises.html"}},
        "reflections": {"promises-essay": {"page": "chapters/promises.html", "points": 12}},
    }
    place.write_text(json.dumps(content), "utf-8")
    return place


def test_own_exercises_take_the_place_of_the_courses(key: Path) -> None:
    [one] = read_key(key, [])["exercises"]
    assert one["version"] == "old"
    laid = {one["id"]: one for one in read_key(key.parent, [ROOT / "exercises"])["exercises"]}
    assert laid["promises_honour"]["page"] == one["page"] and laid["promises_honour"]["version"] != "old"
    assert laid["promises_honour"]["sources"]["solution"] == read(ROOT / "exercises" / "promises_honour.py").solution


def test_a_chapter_that_was_assigned_is_all_that_stands_in_it(key: Path, tmp_path: Path) -> None:
    items = [{"kind": "chapter", "id": "promises", "points": 2}, {"kind": "question", "id": "other", "points": 0.5}]
    content = {"v": 1, "title": "Week 1", "code": "", "due": "2026-12-01T23:59:00Z", "build": "", "items": items}
    (tmp_path / "week.json").write_text(json.dumps(content), "utf-8")
    how = read_assignment(str(tmp_path / "week.json"), read_key(key, []))
    assert {one["id"]: one["points"] for one in how["items"]} == {
        "promises_honour": 2,
        "why": 2,
        "promises-essay": 12,
        "other": 0.5,
    }
    assert (how["title"], how["due"]) == ("Week 1", "2026-12-01T23:59:00Z")


def test_the_fingerprint_is_of_what_marks_rest_on(key: Path, tmp_path: Path) -> None:
    plain = read_given(key, [], None, None, None)
    roster = tmp_path / "list.csv"
    roster.write_text("Alias,Name\nanna,Ann\n", "utf-8-sig")
    assert read_given(key, [], None, roster, 4).fingerprint == plain.fingerprint
    assert read_given(key, [ROOT / "exercises"], None, None, None).fingerprint != plain.fingerprint


def test_a_platforms_export_is_read_to_the_last_byte(key: Path, tmp_path: Path) -> None:
    """It goes back as it came: with its byte-order mark, and its ends of lines."""
    text = "\ufeffStudent,ID,SIS Login ID,Section,Week 1 (7)\r\nAhn,1,a,A,\r\n"
    (tmp_path / "export.csv").write_bytes(text.encode())
    (tmp_path / "list.csv").write_text("Alias\nanna\n", "utf-8")
    for lists in (
        {"roster": tmp_path / "export.csv"},
        {"roster": tmp_path / "list.csv", "exported": tmp_path / "export.csv"},
    ):
        how = read_given(key, [], None, jobs=None, **{"roster": None, **lists}, column="Week 1").how
        assert (how["exported"] if len(lists) > 1 else how["roster"], how["column"]) == (text, "Week 1")
    (tmp_path / "bad.csv").write_bytes("Student,ID,Section\nZoë,1,A\n".encode("cp1252"))
    with pytest.raises(Failed, match="UTF-8"):
        read_given(key, [], None, tmp_path / "bad.csv", None)


@pytest.fixture
def asked(key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """What would be graded, were it not for the fault that a test puts in."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "anna.json").write_text("{}", "utf-8")
    monkeypatch.setattr(module, "site", lambda places: tmp_path)
    yield {"place": tmp_path / "in", "key": key, "out": tmp_path / "out" / "gradebook.csv"}


def broken(asked: dict[str, Any], **fault: Any) -> str:
    with pytest.raises(Failed) as failure:
        grade(Asked(**{**asked, **fault}), [])
    return str(failure.value)


def test_what_is_wrong_is_said(asked: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "odd.json").write_text('{"format": "other"}', "utf-8")
    (tmp_path / "list.csv").write_text("name\nAnna\n", "utf-8")
    assert "There is no" in broken(asked, place=tmp_path / "nowhere")
    assert "Nothing was handed in" in broken(asked, place=tmp_path / "none")
    assert "no key at" in broken(asked, key=tmp_path / "none")
    assert "is no key" in broken(asked, key=tmp_path / "odd.json")
    assert "no assignment" in broken(asked, assignment="https://x.org/book/index.html#assignment=!!")
    assert "no column alias" in broken(asked, roster=tmp_path / "list.csv")
    assert "exercise of your own" in broken(asked, exercises=[tmp_path / "none"])


def test_without_a_site_it_says_make_book(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="make book"):
        site([tmp_path / "html", tmp_path / "class" / "html"])


def test_the_command_line_says_the_same() -> None:
    given_ = parser().parse_args(["grade", "in", "--key", "k", "--exercises", "a", "--exercises", "b", "--jobs", "3"])
    asked = Asked(**{name: value for name, value in vars(given_).items() if name != "command"})
    assert (asked.place, asked.key, asked.out) == (Path("in"), Path("k"), Path("gradebook.csv"))
    assert (asked.exercises, asked.jobs, asked.fresh, asked.roster) == ([Path("a"), Path("b")], 3, False, None)
