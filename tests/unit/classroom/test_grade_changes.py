"""What a new run of grading changed, against the gradebook that stood there before."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.classroom.grading.changes import HEAD, Change, changes, earlier_gradebook, keep
from coursekit.classroom.grading.summary import tell_changes

POINTS = st.sampled_from(["", "0", "1", "2.5", "10"])
NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8)
Rows = dict[str, tuple[str, str]]


def gradebook(rows: Rows, items: tuple[str, str] = ("a", "b")) -> str:
    """As the desk writes it: a mark at the beginning, CRLF after each row; the points of two items, and their total."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["file", "alias", "total", "notes", f"{items[0]} points", "a outcome", f"{items[1]} points"])
    for file, (a, b) in rows.items():
        total = str(float(a) + float(b)) if a and b else ""
        writer.writerow([file, f"of {file}", total, "a note, and\nanother", a, "right", b])
    return "\ufeff" + out.getvalue()


BOOKS = st.dictionaries(NAMES, st.tuples(POINTS, POINTS), max_size=6)


@given(BOOKS, BOOKS)
def test_every_change_of_points_is_found_and_nothing_else(before: Rows, after: Rows) -> None:
    found = {(one.file, one.item): (one.before, one.after) for one in changes(gradebook(before), gradebook(after))}
    both = before.keys() & after.keys()
    expected = {
        (file, item): (before[file][place], after[file][place])
        for file in both
        for place, item in enumerate("ab")
        if before[file][place] != after[file][place]
    }
    assert {key: value for key, value in found.items() if key[1] != "total"} == expected
    assert {file for file, item in found if item == "total"} <= {file for file, _ in expected}
    assert changes(gradebook(after), gradebook(after)) == []


def test_an_item_that_only_one_of_them_has_is_no_change() -> None:
    before, after = gradebook({"x": ("1", "1")}), gradebook({"x": ("2", "1")}, ("new", "b"))
    assert [(one.item, one.before, one.after) for one in changes(before, after)] == [("total", "2.0", "3.0")]


@pytest.mark.parametrize("text", ["", "no table", "a;b\r\n1;2\r\n", "file,total\r\nx\r\n", '"'])
def test_what_is_no_gradebook_has_no_changes(text: str) -> None:
    assert [one.before for one in changes(text, gradebook({"x": ("1", "1")}))] in ([], [""])


def test_a_gradebook_that_is_not_there_or_no_text_is_none(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(b"\xff\xfe\x00")
    assert earlier_gradebook(tmp_path / "a.csv") == earlier_gradebook(tmp_path / "b.csv") == ""


def test_the_changes_of_all_runs_stand_in_one_file(tmp_path: Path) -> None:
    path = tmp_path / "changed.csv"
    keep([], path, "now")
    assert not path.exists()
    for when in ("first", "second"):
        keep([Change("x, y.json", "Аня", "total", "1", "")], path, when)
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert tuple(head) == HEAD and rows == [
        [when, "x, y.json", "Аня", "total", "1", ""] for when in ("first", "second")
    ]


def test_who_changed_is_named_once_with_each_item(capsys: pytest.CaptureFixture[str]) -> None:
    tell_changes([])
    assert capsys.readouterr().out == ""
    many = [Change(f"{n}.json", "", item, "1", "2") for n in range(12) for item in ("a", "total")]
    tell_changes([*many, Change("0.json", "", "b", "", "3")])
    said = capsys.readouterr().out
    assert "12 hand-ins have other points" in said and "0.json: a 1 → 2, total 1 → 2, b – → 3" in said
    assert "9.json" in said and "10.json" not in said and "2 more" in said
