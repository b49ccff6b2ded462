"""``coursekit grade`` as an instructor runs it: the desk's own marks, and nothing lost when it is killed."""

from __future__ import annotations

import base64
import csv
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
from playwright.sync_api import Page

from coursekit.classroom.answer_key.key import entry
from coursekit.classroom.grading.browser_sandbox import other_user
from coursekit.exercise.file.read import read
from coursekit.tasks.browser import installed

EXERCISE = '''"""Twice

Return twice the number.
"""
# %% setup
LIMIT_S = 1.5
# %% solution
def double(n):
    """Return twice n."""
    ### BEGIN SOLUTION
    return 2 * n
    ### END SOLUTION
# %% hints
HINTS = ["Add it to itself."]
# %% tests
def test_twice():
    """Twice two is four."""
    assert double(2) == 4
# %% cases
def cases(rng):
    return [dict(n=rng.randint(-9, 9)) for _ in range(6)] + [dict(n=n) for n in (-3, -2, -1, 1, 2, 3)]
'''
RIGHT = "def double(n):\n    return n + n\n"
FORGED = """
import sys
def double(n):
    frame = sys._getframe()
    while frame:
        frame.f_globals["expected"] = frame.f_locals.get("expected")
        frame = frame.f_back
    import coursekit.exercise.mark.compare
    coursekit.exercise.mark.compare.agree = lambda *given, **more: True
    return None
"""
EVIL = "=HYPERLINK(1)<script>document.title='taken'</script>"
CODES = {
    "anna": ("right", RIGHT),
    "bo": ("wrong", "def double(n):\n    return str(n)\n"),
    "cy": ("partly", "def double(n):\n    return 2 * max(n, 0)\n"),
    "di": ("error", "def double(n:\n"),
    "ed": ("error", "def double(n):\n    return 1 / 0\n"),
    "fay": ("timeout", "def double(n):\n    while True:\n        pass\n"),
    "gus": ("wrong", FORGED),
    "hal": ("error", "x = 1\n"),
    EVIL: ("right", RIGHT),
}
GIVEN_UP = {
    "empty.json": b"",
    "cut.json": b'{"format": "touched',
    "essay.pdf": b"%PDF-1.7\n\xff\xfe",
    "odd.json": b"[1, 2]",
}


EXPORT = """Student,ID,SIS Login ID,Section,Week 1 (77),Week 2 (78)\r
    Points Possible,,,,1.00,10.00\r
"Ahn, Anna",400,anna,"A, B",,\r
"Еко, Бо",401,nobody,"A, B",,\r
"""


def receipt(alias: str, code: str) -> dict[str, Any]:
    done = {"code": code, "starter": "", "version": "0" * 12, "passed": True, "hints": 0, "tried": [], "runs": []}
    course = {"title": "Course", "build": "older", "edition": "class"}
    head = {"format": "touched-measured-counted/receipt", "version": 1, "course": course, "assignment": None}
    return {
        **head,
        "alias": alias,
        "saved": "2026-11-20T10:00:00Z",
        "seed": None,
        "work": {"exercise/own_double": done},
    }


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with hand-ins, a key without exercises, and a folder of exercises of one's own."""
    place = tmp_path_factory.mktemp("grade")
    for name in ("in", "own"):
        (place / name).mkdir()
    (place / "own" / "own_double.py").write_text(EXERCISE, "utf-8")
    key = {"format": "touched-measured-counted/key", "version": 1, "course": "c", "secret": "5e" * 32}
    key |= {"exercises": [], "questions": {}, "reflections": {}}
    (place / "key.json").write_text(json.dumps(key), "utf-8")
    for n, (alias, (_, code)) in enumerate(CODES.items()):
        (place / "in" / f"{n}.json").write_text(json.dumps(receipt(alias, code)), "utf-8")
    for name, content in GIVEN_UP.items():
        (place / "in" / name).write_bytes(content)
    (place / "extensions.csv").write_text("who,due\nanna,2026-11-19T10:00\nno one,2026-11-19T10:00\n", "utf-8")
    (place / "export.csv").write_bytes(EXPORT.encode("utf-8-sig"))
    cell = {"cell_type": "markdown", "metadata": {}, "source": ["work"]}
    notebook = {"cells": [cell], "metadata": {"touched_measured_counted": receipt("ipy", RIGHT)}, "nbformat": 4}
    (place / "in" / "book.ipynb").write_text(json.dumps({**notebook, "nbformat_minor": 5}), "utf-8")
    with zipfile.ZipFile(place / "in" / "class.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zip/anna.json", json.dumps(receipt("zipped", RIGHT)))
        archive.writestr("zip/bomb.json", b" " * 30_000_000)
        archive.writestr("__MACOSX/._anna.json", b"x")
    return place


def command(given: Path) -> list[str]:
    options: list[Any] = ["--roster", given / "export.csv", "--column", "Week 1"]
    options += ["--extensions", given / "extensions.csv", "--graders", "AB,CD"]
    options += ["--key", given / "key.json", "--exercises", given / "own", "-o", given / "out" / "gradebook.csv"]
    return [sys.executable, "-m", "coursekit.cli", "grade", *map(str, [given / "in", *options])]


def lines(path: Path) -> list[dict[str, Any]]:
    whole = path.read_bytes().rpartition(b"\n")[0] if path.exists() else b""
    return [json.loads(line) for line in whole.splitlines()]


def told(marked: dict[str, Any]) -> Any:
    """What must be the same however it was graded."""
    results = {id_: (one["outcome"], one["share"]) for id_, one in marked["exercises"].items()}
    return marked["status"], marked["alias"], results, marked["flags"], marked["notes"]


def users_of_pages(processes: list[psutil.Process]) -> set[int]:
    """The users as which pages are drawn and their code is run."""
    users: set[int] = set()
    for one in processes:
        with suppress(psutil.Error):
            if "--type=renderer" in one.cmdline():
                users.add(one.uids().real)
    return users


@pytest.fixture(scope="module")
def graded(site: Path, given: Path) -> list[dict[str, str]]:
    """The gradebook's rows: by a run that is killed when it is at work, and one that takes it up."""
    results = given / "out" / "results.jsonl"
    process = subprocess.Popen(command(given), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while len(lines(results)) < 5:
        assert process.poll() is None, "ended before it was killed"
        time.sleep(0.05)
    browser = psutil.Process(process.pid).children(recursive=True)
    users = users_of_pages(browser)
    program = installed()
    assert users
    if program and other_user(program)[0]:
        assert 0 not in users, "a page runs as root, though another user could start it"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    _, alive = psutil.wait_procs(browser, timeout=20)
    assert browser and not alive, "the browser outlives the run"
    before = lines(results)
    done = subprocess.run(command(given), capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stdout + done.stderr
    after = lines(results)
    assert after[: len(before)] == before and f"{len(before)} of {len(after)} are graded already" in done.stdout
    assert max(Counter(one["id"] for one in after).values()) == 1
    files = "canvas.csv, moodle.csv, filled-in.csv, feedback.zip, report.html, monday.html, results.jsonl, shares.csv"
    assert f"gradebook.csv and beside it {files}; " in done.stdout
    assert "counts for nobody" in done.stdout and "no one" in done.stdout
    assert "Could not be graded: 5" in done.stdout and "essay.pdf: " in done.stdout
    with (given / "out" / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_file_has_its_row_and_its_outcome(graded: list[dict[str, str]]) -> None:
    words = {"timeout": "timed out", "partly": "partly right"}
    expected = {f"{n}.json": words.get(out, out) for n, (out, _) in enumerate(CODES.values())}
    expected |= dict.fromkeys([*GIVEN_UP, "class.zip/zip/bomb.json"], "malformed")
    expected |= {"book.ipynb": "right", "class.zip/zip/anna.json": "right"}
    got = {row["file"]: row["own_double outcome"] for row in graded}
    flagged = {row["file"] for row in graded if row["own_double outcome"] == "suspicious"}
    assert {**got, **{file: expected[file] for file in flagged}} == expected
    assert flagged <= {"6.json"}  # the forged one may be named so; never right
    assert [row["file"] for row in graded] == sorted(expected)
    for row in graded:
        full = row["own_double outcome"] == "right"
        assert (float(row["total"] or 0) == 1) == full
    assert 0 < float(next(row["total"] for row in graded if row["alias"] == "cy")) < 1
    assert all(row["notes"] for row in graded if row["status"] != "read")


def test_the_platforms_export_comes_back_with_one_column_filled(graded: list[dict[str, str]], given: Path) -> None:
    after = (given / "out" / "filled-in.csv").read_bytes().decode("utf-8")
    assert graded and after == "\ufeff" + EXPORT.replace('anna,"A, B",,', 'anna,"A, B",1,')


def test_learners_get_back_which_case_was_not_right_and_not_what_is(graded: list[dict[str, str]], given: Path) -> None:
    with zipfile.ZipFile(given / "out" / "feedback.zip") as archive:
        pages = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert len(pages) == len({row["alias"] for row in graded if row["status"] == "read"})
    assert "your code gave" in pages["bo.html"] and "right is" not in "".join(pages.values())
    assert "2 * n" not in "".join(pages.values()), "a solution that was not released"


def test_a_hostile_alias_is_text_in_every_sheet(graded: list[dict[str, str]], given: Path) -> None:
    assert f"'{EVIL}" in {row["alias"] for row in graded}
    report = (given / "out" / "report.html").read_text("utf-8")
    assert "<script" not in report and "default-src 'none'" in report
    assert "Signs of tampering" in report and "essay.pdf" in report


def test_the_desks_page_gives_the_same_marks(graded: list[dict[str, str]], given: Path, page: Page, base: str) -> None:
    key = json.loads((given / "key.json").read_text("utf-8"))
    key["exercises"] = [entry(read(given / "own" / "own_double.py"))]
    page.set_default_timeout(120_000)
    page.goto(f"{base}book/desk.html")
    page.locator("section.desk[data-state=ready]").wait_for(state="attached")
    page.evaluate("key => coursekitDesk.open(key, {})", key)
    some = ["2.json", "3.json", "6.json", "8.json", "cut.json", "class.zip"]
    for name in some:
        content = base64.b64encode((given / "in" / name).read_bytes()).decode()
        page.evaluate("([name, content]) => coursekitDesk.add(name, content)", [name, content])
    found: list[dict[str, Any]] = []
    while got := page.evaluate("() => coursekitDesk.next(20)"):
        found += got
    by_command = {one["file"]: told(one) for one in lines(given / "out" / "results.jsonl")}
    assert {one["file"] for one in found} == {name for name in by_command if name.split("/")[0] in some}
    assert {one["file"]: told(one) for one in found} == {one["file"]: by_command[one["file"]] for one in found}
    assert page.title() != "taken"

    # With another title only, an answer that was marked is not run again, whatever its marks were.
    before = next(one for one in found if one["file"] == "2.json")
    key["exercises"][0]["title"] = "Twice as much"
    page.evaluate("key => coursekitDesk.open(key, {})", key)
    content = base64.b64encode((given / "in" / "2.json").read_bytes()).decode()
    page.evaluate("one => coursekitDesk.add(...one)", ["2.json", content, before])
    (again,) = page.evaluate("() => coursekitDesk.next(1)")
    assert again.pop("reused") == 1 and before["exercises"]["own_double"]["basis"]
    assert {**again, "seconds": before["seconds"]} == before
