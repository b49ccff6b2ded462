"""Hand-ins from folders and ZIPs: every file once, none unpacked; and marks on disk, whatever ended the run."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from desk_in_node import marked
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.classroom.grading.browser_sandbox import place, remove_if_dead
from coursekit.classroom.grading.results import Results
from coursekit.classroom.grading.submissions import MOST_BYTES, HandIn, found
from coursekit.tasks.steps import Failed

LETTERS = st.characters(codec="utf-8", exclude_characters="/\\\0.:", exclude_categories=["Cc"])
NAMES = st.text(LETTERS, min_size=1, max_size=12)
FILES = st.dictionaries(NAMES.map(lambda n: f"{n}.json"), st.binary(max_size=300), min_size=1, max_size=8)


def packed(files: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def unpacked(one: HandIn) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(one.content)) as archive:
        assert archive.testzip() is None
        return {info.orig_filename: archive.read(info) for info in archive.infolist()}


@settings(max_examples=60, deadline=None)
@given(FILES, st.sampled_from([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]))
def test_each_entry_of_a_zip_is_a_hand_in_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes], how: int
) -> None:
    place = tmp_path_factory.mktemp("in") / "class.zip"
    place.write_bytes(packed(files, how))
    got = list(found(place))
    assert [one.file for one in got] == [f"class.zip/{name}" for name in sorted(files, key=str.encode)]
    assert {one.add for one in got} == {"class.zip"}
    assert {name: content for one in got for name, content in unpacked(one).items()} == files


def test_every_file_of_a_folder_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.json", "a.ipynb", "b/c.pdf", ".DS_Store", "key.json"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "two.zip").write_bytes(
        packed({"x.json": b"1", "__MACOSX/x.json": b"2", "sub/": b"", "sub/y.json": b"3"})
    )
    got = [one.file for one in found(tmp_path, [tmp_path / "key.json"])]
    assert got == ["a.ipynb", "b/c.pdf", "two.zip/sub/y.json", "two.zip/x.json", "z.json"]


def test_a_link_that_leads_out_shows_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "in" / "anna.json").symlink_to(tmp_path / "secret")
    [one] = found(tmp_path / "in")
    assert (one.file, one.content) == ("anna.json", b"")


@pytest.mark.parametrize("cut", [5, 40, -30, -1])
def test_a_zip_that_is_cut_off_is_one_hand_in_for_the_desk_to_name(tmp_path: Path, cut: int) -> None:
    whole = packed({"anna.json": b"{}" * 40})
    (tmp_path / "class.zip").write_bytes(whole[:cut])
    assert [one.content for one in found(tmp_path)] == [whole[:cut]]


def test_a_bomb_is_not_unpacked_and_keeps_its_claim(tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(packed({"a.json": b"0" * 50_000_000}))
    [one] = found(tmp_path)
    assert len(one.content) < 100_000
    with zipfile.ZipFile(io.BytesIO(one.content)) as archive:
        assert archive.infolist()[0].file_size == 50_000_000


def test_of_a_huge_file_only_the_beginning_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(3_000_000_000)
    [one] = found(tmp_path)
    assert MOST_BYTES < len(one.content) < MOST_BYTES + 100


def test_the_same_file_under_another_name_is_known(tmp_path: Path) -> None:
    for name in ("a.json", "b.json", "c.ipynb"):
        (tmp_path / name).write_bytes(b"same")
    a, b, c = found(tmp_path)
    assert a.id == b.id != c.id


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.text(max_size=20), min_size=1, max_size=6))
def test_wherever_a_run_is_cut_off_the_next_goes_on(
    tmp_path_factory: pytest.TempPathFactory, cut: int, aliases: list[str]
) -> None:
    path = tmp_path_factory.mktemp("out") / "results.jsonl"
    made = {f"{n}.json": marked(f"{n}.json", alias) for n, alias in enumerate(aliases)}
    first = Results(path, "k")
    for id_, one in made.items():
        first.add(id_, one)
    first.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: cut % (len(whole) + 1)])
    kept = path.read_bytes().count(b"\n")
    second = Results(path, "k")
    assert len(second) == kept
    for id_, one in made.items():
        if id_ not in second:
            second.add(id_, one)
    assert list(second.read(list(made))) == list(made.values())
    second.close()
    assert path.read_bytes() == whole


def test_another_key_counts_for_nothing_and_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    for key in ("old", "new"):
        results = Results(path, key)
        assert "a" not in results
        results.add("a", marked("a.json", key))
        results.close()
    old = Results(path, "old")
    assert [one["alias"] for one in old.read(["a"])] == ["old"]
    with pytest.raises(Failed, match="Another run"):
        Results(path, "old")
    old.close()
    Results(path, "old", fresh=True).close()
    assert path.read_bytes() == b""


def test_the_newest_marks_under_other_keys_are_there_to_be_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    for key, status in (("one", "read"), ("two", "read"), ("three", "failed")):
        results = Results(path, key)
        results.add("a", marked("a.json", key, status=status))
        results.close()
    now = Results(path, "four")
    assert now.earlier(["a", "b"]) == {"a": marked("a.json", "two")} and "a" not in now
    now.add("a", marked("a.json", "four"))
    assert [one["alias"] for one in now.read(["a"])] == ["four"]
    now.close()


def test_what_failed_for_the_browsers_sake_is_tried_again(tmp_path: Path) -> None:
    results = Results(tmp_path / "r.jsonl", "k")
    results.add("a", marked("a.json", status="failed"))
    results.add("b", marked("b.json", status="malformed"))
    results.close()
    again = Results(tmp_path / "r.jsonl", "k")
    assert "a" not in again and "b" in again
    again.close()


def test_lines_of_something_else_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes(b'[]\n1\nno json\n{"key": "k"}\n{"key": "k", "id": 1}\n\xff\xfe\n')
    results = Results(path, "k")
    assert len(results) == 0
    results.close()


def test_what_a_killed_run_left_is_removed_and_a_running_ones_home_is_not(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    for name, pid in (("dead", ended.pid), ("alive", os.getpid())):
        (tmp_path / name / "home").mkdir(parents=True)
        (tmp_path / name / "home" / "pid").write_text(str(pid), "utf-8")
        remove_if_dead(tmp_path / name)
    (tmp_path / "new").mkdir()  # its browser has not started yet
    remove_if_dead(tmp_path / "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alive", "new"]


def test_the_browser_starts_in_a_home_of_its_own(tmp_path: Path) -> None:
    """A program in the browser's place tells what it was given."""
    program = tmp_path / "program"
    program.write_text('#!/bin/sh\necho "$HOME" "$TMPDIR" "$PWD" "$1"\n', "utf-8")
    program.chmod(0o755)
    made = place(tmp_path, str(program), (0, 0))
    said = subprocess.run([made.starter, "a b"], capture_output=True, text=True, check=True).stdout
    assert said == f"{made.folder} {made.folder} {made.folder} a b\n"
    assert made.pid is not None and made.root == (os.geteuid() == 0)


def test_a_document_of_an_office_program_is_one_file_and_not_its_parts(tmp_path: Path) -> None:
    inner = packed({"word/document.xml": b"<x/>", "[Content_Types].xml": b"<x/>"})
    (tmp_path / "essay.DOCX").write_bytes(inner)
    (tmp_path / "work.zip").write_bytes(packed({"b.json": b"{}"}))
    assert [(one.file, one.add) for one in found(tmp_path)] == [("essay.DOCX",) * 2, ("work.zip/b.json", "work.zip")]
    assert next(found(tmp_path)).content == inner
