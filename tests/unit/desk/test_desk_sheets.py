"""What comes out of grading: a row for each file, points that add up, and cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pandas as pd
import pytest
from desk_in_node import ask, marked, result, sheets
from hypothesis import given, settings
from hypothesis import strategies as st

QUICK = settings(max_examples=60, deadline=None)
ITEMS = [
    {"kind": "exercise", "id": "sum", "points": 3},
    {"kind": "question", "id": "why", "points": 1},
    {"kind": "reflection", "id": "essay", "points": 5},
]
RUNS = "=+-@\t\r\n＝＋－＠"
CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def some() -> list[dict[str, Any]]:
    anna = marked("anna.json", "Anna", exercises={"sum": result("partly", 2 / 3, "1 of 3")})
    anna["questions"] = {"why": result(given=[1])}
    late = {**anna, "file": "anna2.json", "saved": "2026-11-21T10:00:00Z", "exercises": {"sum": result()}}
    broken = marked("zero.json", status="malformed", notes=["It is no JSON."], saved="")
    essay = marked("b.json", "bo", texts={"reflection/essay": "Because."}, exercises={"sum": result("timeout", 0)})
    return [broken, late, essay, anna]


@QUICK
@given(st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=6))
def test_what_is_written_reads_back(table: list[list[str]]) -> None:
    """By Python's reader, an independent one; a carriage return alone is as good as a line's end to some."""
    written = ask("csv", table)
    assert list(csv.reader(io.StringIO(written, newline=""))) == table
    assert re.sub(r'"[^"]*"', "", written).count("\r\n") == len(table)


@QUICK
@given(st.lists(st.lists(CELL.map(str.strip).filter(bool), min_size=2, max_size=4), min_size=1, max_size=5))
def test_a_roster_written_by_others_is_read(table: list[list[str]]) -> None:
    wide = [[cell.replace("\r", "").replace(";", "").strip() or "x" for cell in row] for row in table]
    text = io.StringIO()
    csv.writer(text).writerows(wide)
    assert ask("parse", "\ufeff" + text.getvalue()) == wide


@QUICK
@given(CELL)
def test_no_cell_begins_a_formula(text: str) -> None:
    guarded = ask("guarded", text)
    if not re.search(r"[;\t\r\n]", text):
        assert guarded == text or guarded == f"'{text}"
    assert not guarded or guarded[0] not in RUNS
    assert guarded.replace("'", "") == text.replace("'", "")
    assert ask("exact", "-12") == "-12" and ask("exact", "-12+1") == "'-12+1"


@QUICK
@given(st.lists(st.sampled_from([*"=+-@＝＋－＠;\t\n\"' ,", "1+1", "a"]), max_size=12).map("".join))
def test_no_part_of_a_cell_begins_a_formula_where_a_spreadsheet_splits_at_semicolons_or_tabs(text: str) -> None:
    first, *others = re.split(r"[;\t\n]", ask("guarded", text))
    assert first[:1] not in [*RUNS]
    assert not [part for part in others if part.lstrip(' "')[:1] in [*RUNS]]


def test_one_row_for_each_file_in_the_order_of_names() -> None:
    text = sheets(some(), items=ITEMS)["gradebook.csv"]
    table = rows(text)
    assert [row["file"] for row in table] == ["anna.json", "anna2.json", "b.json", "zero.json"]
    head = "file,alias,status,total,out_of,percent,flags,notes,sum points,sum outcome,why points,why outcome"
    assert text.startswith(f"\ufeff{head},essay points,essay outcome\r\n")
    first, newer, essay, broken = table
    assert (first["sum points"], first["sum outcome"], first["total"]) == ("2", "partly right", "3")
    assert (first["out_of"], first["percent"]) == ("9", "33.33")
    assert newer["total"] == "4"
    assert (essay["essay points"], essay["essay outcome"]) == ("", "waits for a mark")
    assert (essay["total"], essay["percent"]) == ("", "")  # with something unmarked there is no total
    assert essay["sum outcome"] == "timed out" and "without a mark yet: 1" in essay["notes"]
    assert (broken["status"], broken["total"], broken["sum outcome"]) == ("malformed", "", "malformed")
    assert broken["notes"] == "It is no JSON."
    frame = pd.read_csv(io.StringIO(text))
    assert frame["file"].tolist() == [row["file"] for row in table]


def test_marks_by_hand_flow_into_the_total() -> None:
    essay = some()[2]
    hand = [{"sha256": essay["sha256"], "text": "reflection/essay", "points": 4.5}]
    row = rows(sheets(some(), hand, items=ITEMS)["gradebook.csv"])[2]
    assert (row["essay points"], row["essay outcome"], row["total"]) == ("4.5", "marked by hand", "4.5")
    hand[0]["points"] = 99
    assert rows(sheets(some(), hand, items=ITEMS)["gradebook.csv"])[2]["total"] == "5"


@pytest.mark.parametrize("given", [{}, {"text": "reflection/other", "points": 5}])
def test_what_waits_for_a_mark_has_no_total_anywhere(given: dict[str, Any]) -> None:
    """A sum without the essay would be taken for the mark; blank, it is missed. A mark for another text is none."""
    essay = some()[2]
    made = sheets([essay], [given | {"sha256": essay["sha256"]}] if given else [], items=ITEMS)
    [row] = rows(made["gradebook.csv"])
    assert (row["total"], row["percent"], row["essay points"]) == ("", "", "")
    canvas = list(csv.reader(io.StringIO(made["canvas.csv"])))
    assert canvas[2][5:] == ["", "0", "0", ""]
    [moodle] = rows(made["moodle.csv"])
    assert (moodle["Total"], moodle["essay"]) == ("-", "-")
    assert "1 learner has no total yet" in made["report.html"] and "the mean is" not in made["report.html"]


@QUICK
@given(
    st.dictionaries(
        st.sampled_from("abcdef"), st.tuples(st.floats(-1, 2) | st.just("NaN"), st.sampled_from([0.5, 1, 2.25]))
    )
)
def test_the_total_is_the_sum_of_what_is_beside_it(made: dict[str, tuple[Any, float]]) -> None:
    """And no share, however odd, gives more than the item's points or less than none."""
    results = {id_: result("partly", share) for id_, (share, _) in made.items()}
    items = [{"kind": "exercise", "id": id_, "points": points} for id_, (_, points) in made.items()]
    [row] = rows(sheets([marked("a", exercises=results)], items=items or "nothing")["gradebook.csv"])
    points = [float(row[f"{item['id']} points"]) for item in items]
    assert float(row["total"]) == pytest.approx(sum(points))
    assert all(0 <= got <= item["points"] for got, item in zip(points, items, strict=True))


def test_without_an_assignment_everything_that_somebody_did_counts_one() -> None:
    [row] = rows(sheets([some()[3] | {"exercises": {"sum": result(), "other": result("blank", 0)}}])["gradebook.csv"])
    assert "other points" not in row and row["out_of"] == "2"


ROSTER = """Email;Alias;Name;Canvas ID;SIS ID;Login;Section
anna@x.org;anna;Ahn, Anna;11;s-1;ann;A
c@x.org;cy;Cy;12;s-2;cc;A
"""


def test_canvas_finds_its_columns_and_its_people() -> None:
    """Names and order as Canvas's importer wants them; the newest hand-in counts; Canvas asks what each column is."""
    text = sheets(some(), items=ITEMS, roster=ROSTER, title="Week 1 (2026)")["canvas.csv"]
    table = list(csv.reader(io.StringIO(text)))
    assert table[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Week 1 2026", "sum", "why", "essay"]
    assert table[1] == ["Points Possible", "", "", "", "", "9", "3", "1", "5"]
    assert table[2:] == [["Ahn, Anna", "11", "s-1", "ann", "A", "4", "3", "1", "0"]]


def test_moodle_gets_only_people_it_can_find() -> None:
    """At an unknown person Moodle ends the whole import."""
    text = sheets(some(), items=ITEMS, roster=ROSTER)["moodle.csv"]
    [row] = rows(text)
    assert text.startswith("username,idnumber,email,fullname,Total,")
    assert (row["username"], row["idnumber"], row["email"], row["Total"]) == ("ann", "s-1", "anna@x.org", "4")
    bare = rows(sheets(some(), items=ITEMS)["moodle.csv"])
    assert [row["username"] for row in bare] == ["Anna", "bo"]
    assert bare[1]["essay"] == bare[1]["Total"] == "-"  # no grade yet
    canvas = list(csv.DictReader(io.StringIO(sheets(some(), items=ITEMS)["canvas.csv"])))
    assert [(row["Student"], row["Total"]) for row in canvas[1:]] == [("Anna", "4"), ("bo", "")]


def test_an_alias_cannot_pass_for_the_row_of_maxima() -> None:
    text = sheets([marked("a", "    Points Possible")], items=ITEMS)["canvas.csv"]
    assert ["Points Possible" in row[0] for row in csv.reader(io.StringIO(text))] == [False, True, False]


def refusal(roster: str) -> str:
    with pytest.raises(AssertionError) as refused:
        ask("checkClassList", roster)
    return str(refused.value)


@QUICK
@given(st.sampled_from(",;\t"), st.lists(st.sampled_from("abcde"), max_size=8))
def test_a_list_with_an_alias_twice_in_whatever_case_is_refused_by_name(apart: str, names: list[str]) -> None:
    aliases = [name.upper() if place % 2 else name for place, name in enumerate(names)]
    roster = "\r\n".join(apart.join(row) for row in [["Name", "Alias"], *(["Someone", one] for one in aliases)])
    twice = [one for one in aliases if names.count(one.lower()) > 1]
    if not twice:
        assert ask("checkClassList", roster) is None
        assert [alias for alias, _ in ask("classList", roster)["people"]] == names
    else:
        assert f"{', '.join(twice)}. Give each" in refusal(roster)


def test_a_list_without_aliases_or_in_another_encoding_is_refused() -> None:
    assert "no column alias" in refusal("name,login\nAnn,ann\n")
    assert "not in UTF-8" in refusal("alias,name\nzoe,Zoë\n".encode("cp1252").decode("utf-8", "replace"))
