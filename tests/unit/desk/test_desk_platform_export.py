"""The export of Canvas or Moodle goes back with one column filled: each has their mark, and nothing else moves."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from desk_in_node import ask, marked, result, sheets
from hypothesis import given, settings
from hypothesis import strategies as st
from platform_rules import canvas_grades, canvas_number, moodle_grades, table, worksheet_grades

QUICK = settings(max_examples=40, deadline=None)
ITEMS = [{"kind": "exercise", "id": "sum", "points": 8}, {"kind": "reflection", "id": "essay", "points": 2}]
NAME = st.sampled_from(
    ["Ahn, Anna", 'O\'Neil, "Bo"', "Шевченко, Леся", "אבן, נועה", "=SUM(A1), x", "Ek, Åsa", "Ngô, Ái"]
)
# What stands in the column before: nothing, a grade, an excuse, no assignment.
BEFORE = st.sampled_from(["", "7.50", "EX", "N/A", "3"])
SHARE = st.none() | st.integers(0, 8)


def canvas_file(people: list[tuple[str, str]], *, semicolons: bool, apart: bool, mark: bool, manual: bool) -> str:
    """As ``lib/gradebook_exporter.rb`` writes it: name and the cell of the column of each."""
    names = ["LastName", "FirstName"] if apart else ["Student"]
    head = [*names, "ID", "SIS User ID", "SIS Login ID", "Section", "Notes", "Week 1 (77)", "Other (78)", "Final Score"]
    blank = [""] * (len(names) + 3)
    rows: list[list[str]] = [head]
    if manual:
        rows.append(["", *blank, "", "Manual Posting", "", ""])
    rows.append(["    Points Possible", *blank, "", "10,00" if semicolons else "10.00", "5.00", "(read only)"])
    for n, (name, cell) in enumerate(people):
        shown = name.split(", ", 1) if apart else [name]
        given_ = cell.replace(".", ",") if semicolons else cell
        rows.append([*shown, str(400 + n), f"s-{n}", f"login{n}", "A, B", "say =1+1", given_, "2.00", "61"])
    text = io.StringIO()
    csv.writer(text, delimiter=";" if semicolons else ",", lineterminator="\n").writerows(rows)
    return ("\ufeff" if mark else "") + text.getvalue()


def handed(n: int, share: int | None, file: str, **more: Any) -> dict[str, Any]:
    """A hand-in with that many points of 8; None: with an essay that waits for a mark."""
    texts = {"reflection/essay": "Because."} if share is None else {}
    return marked(file, f"nick {n}", exercises={"sum": result("partly", (share or 0) / 8)}, texts=texts, **more)


def filled(all_: list[dict[str, Any]], **about: Any) -> str:
    ask("checkClassList", about.get("roster", "nothing"), about.get("exported", "nothing"))
    return sheets(all_, items=ITEMS, **about)["filled-in.csv"]


@QUICK
@given(
    st.lists(st.tuples(NAME, BEFORE, SHARE, st.booleans()), min_size=1, max_size=6), *[st.booleans() for _ in range(4)]
)
def test_canvas_reads_the_marks_and_no_other_change(
    class_: list[tuple[str, str, int | None, bool]], semicolons: bool, apart: bool, mark: bool, manual: bool
) -> None:
    """Of people with one name too: Canvas's names of files carry the ID."""
    people = [(name, cell) for name, cell, _, _ in class_]
    before = canvas_file(people, semicolons=semicolons, apart=apart, mark=mark, manual=manual)
    late = ["LATE_", ""]
    all_ = [
        handed(n, share, f"all.zip/name_{late[n % 2]}{400 + n}_{9000 + n}_receipt-{n}.json")
        for n, (_, _, share, there) in enumerate(class_)
        if there
    ]
    after = filled(all_, roster=before, column="Week 1")
    expected = {
        (str(400 + n), "77"): canvas_number(str(share))
        for n, (_, cell, share, there) in enumerate(class_)
        if there and share is not None and cell not in ("EX", "N/A")
    }
    assert canvas_grades(after) == canvas_grades(before) | expected
    assert [len(row) for row in table(after)] == [len(row) for row in table(before)]
    column = table(before)[0].index("Week 1 (77)")
    assert [row[:column] + row[column + 1 :] for row in table(after)] == [
        row[:column] + row[column + 1 :] for row in table(before)
    ]
    if not expected:
        assert after == before  # to the last sign, its byte-order mark too


def moodle_file(people: list[tuple[str, str]], kind: str) -> str:
    rows: list[list[str]]
    if kind == "worksheet":
        rows = [
            ["Identifier", "Full name", "Email address", "Status", "Grade", "Maximum grade", "Grade can be changed"]
        ]
        rows[0] += ["Last modified (submission)", "Last modified (grade)", "Feedback comments"]
        for n, (name, cell) in enumerate(people):
            whole = " ".join(reversed(name.split(", ", 1)))
            may = "No" if cell == "N/A" else "Yes"
            rows.append(
                [f"Participant {700 + n}", whole, f"p{n}@x.org", "Submitted", cell, "10.00", may, "x, y", "-", ""]
            )
    else:
        rows = [
            ["First name", "Last name", "ID number", "Email address", "Quiz: Other (Real)", "Assignment: Week 1 (Real)"]
        ]
        rows[0] += ["Assignment: Week 1 (Feedback)", "Course total (Real)", "Last downloaded from this course"]
        for n, (name, cell) in enumerate(people):
            last, first = name.split(", ", 1)
            rows.append([first, last, f"i{n}", f"p{n}@x.org", "-", cell or "-", "", "2.00", "1700000000"])
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


@QUICK
@given(st.lists(st.tuples(NAME, st.sampled_from(["", "7.50"]), SHARE), min_size=1, max_size=6))
def test_moodle_reads_the_marks_of_whose_name_is_one_persons(class_: list[tuple[str, str, int | None]]) -> None:
    """Its export has no number of the participant: two people with one name are refused, by name."""
    names = [name for name, _, _ in class_]
    before = moodle_file([(name, cell) for name, cell, _ in class_], "export")
    folders = [" ".join(reversed(name.split(", "))).translate({ord(one): None for one in "\"'"}) for name in names]
    all_ = [
        handed(n, share, f"all.zip/{folders[n]}_{700 + n}_assignsubmission_file_/work {n}.json")
        for n, (_, _, share) in enumerate(class_)
    ]
    people = {f"p{n}@x.org": str(n) for n in range(len(class_))}
    about: dict[str, Any] = {"roster": before, "title": "week 1"}
    after = filled(all_, **about)
    got, old = (moodle_grades(one, "Assignment: Week 1 (Real)", people, 10) for one in (after, before))
    alone = [n for n, name in enumerate(names) if names.count(name) == 1]
    assert got == old | {str(n): float(class_[n][2] or 0) for n in alone if class_[n][2] is not None}
    said = "\n".join(ask("warnings", all_, {"key": {}, "items": ITEMS, **about}))
    assert all((f"work {n}.json" in said) == (n not in alone) for n in range(len(class_)))
    assert moodle_grades(after, "Quiz: Other (Real)", people, 10) == dict.fromkeys(people.values())


@QUICK
@given(st.lists(st.tuples(NAME, st.sampled_from(["", "7.50", "N/A"]), SHARE), min_size=1, max_size=6))
def test_the_grading_worksheet_tells_people_of_one_name_apart(class_: list[tuple[str, str, int | None]]) -> None:
    before = moodle_file([(name, cell) for name, cell, _ in class_], "worksheet")
    all_ = [
        handed(n, share, f"{name.split(', ')[1]}_{700 + n}_assignsubmission_file/work.json")
        for n, (name, _, share) in enumerate(class_)
    ]
    after = filled(all_, roster=before)
    marks = {
        str(700 + n): str(share) for n, (_, cell, share) in enumerate(class_) if share is not None and cell != "N/A"
    }
    assert worksheet_grades(after) == worksheet_grades(before) | marks


def test_what_is_left_or_replaced_or_cannot_be_placed_is_said() -> None:
    people = [("Ahn, Anna", "EX"), ("Ek, Åsa", "7.50"), ("Ngô, Ái", "")]
    export = canvas_file(people, semicolons=False, apart=False, mark=True, manual=False)
    all_ = [handed(n, 4, f"x_{400 + n}_1_r{n}.json") for n in range(3)]
    about: dict[str, Any] = {"key": {}, "items": ITEMS[:1], "exported": export}
    about["roster"] = "alias,name,login\nnick 0,Anna,login0\ngone,Gone,g\n"
    said = ask("warnings", all_, {**about, "column": "Week 1 (77)"})
    assert [sentence for sentence in said if "Ahn" in sentence or "Anna (EX)" in sentence]
    assert [sentence for sentence in said if "Ek, Åsa (7.50 → 4)" in sentence]
    assert [sentence for sentence in said if "maximum of 10 points, what you graded has 8" in sentence]
    assert [sentence for sentence in said if "is not in the export" in sentence and "Gone" in sentence]
    for column, why in [("Week 9", "no column “Week 9”"), ("nothing", "say which of its columns")]:
        [sentence] = [one for one in ask("warnings", all_, {**about, "column": column}) if "not filled in" in one]
        assert why in sentence and "“Week 1 (77)”, “Other (78)”" in sentence
        assert "filled-in.csv" not in sheets(all_, **{**about, "column": column})


@QUICK
@given(st.integers(0, 8), st.sampled_from(["Week 1", "Other"]))
def test_totals_are_scaled_to_the_columns_maximum_only_where_that_is_asked_for(share: int, column: str) -> None:
    """And it is said, in either case, with both maxima; what is not scaled is offered to be."""
    most = {"Week 1": 10, "Other": 5}[column]
    before = canvas_file([("Ahn, Anna", "")], semicolons=False, apart=False, mark=True, manual=False)
    all_ = [handed(0, share, "x_400_1_r.json")]
    about: dict[str, Any] = {"items": ITEMS[:1], "roster": before, "column": column}
    at = {"Week 1": "77", "Other": "78"}[column]
    for scale, expected in ((True, round(share * most / 8 + 1e-12, 2)), (False, share)):
        text = sheets(all_, **about, scale=scale)["filled-in.csv"]
        assert float(canvas_grades(text)[("400", at)]) == expected
        [said] = [one for one in ask("warnings", all_, {"key": {}, **about, "scale": scale}) if "maximum of" in one]
        assert (f"multiplied by {most}/8" in said) == scale and ("--scale" in said) == (not scale)


CANVAS = canvas_file([("Ahn, Anna", ""), ("Ek, Åsa", "")], semicolons=False, apart=False, mark=False, manual=False)


@pytest.mark.parametrize(
    ("roster", "exported", "why"),
    [
        ("alias,name\na,b\n", "alias,name\na,b\n", "no export of Canvas or Moodle"),
        (CANVAS, CANVAS, "both from a course platform"),
        ("alias,login\na,login0\nb,LOGIN0\n", CANVAS, "one person in the export of the course platform: a, b"),
        ("alias,login,email,sis_id\na,login0,,s-1\n", CANVAS, "several people in the export of the course platform: a"),
        (CANVAS.replace("401", "400"), "", "a number more than once"),
        (CANVAS.replace("Åsa", "\ufffdsa"), "", "not in UTF-8"),
    ],
)
def test_lists_by_which_a_mark_could_reach_the_wrong_person_are_refused(roster: str, exported: str, why: str) -> None:
    with pytest.raises(AssertionError) as refused:
        ask("checkClassList", roster, exported)
    assert why in str(refused.value)


@pytest.mark.parametrize(
    ("alias", "file", "who"),
    [
        ("nick", "ahnanna_400_9_r.json", "Ahn, Anna"),
        ("login1", "r.json", "Ek, Åsa"),
        ("åsa  EK", "r.json", "Ek, Åsa"),
        ("nick", "r_400_9.json", ""),  # Canvas puts a name after its numbers
        ("nick", "x.zip/ekasa_401_9_x.zip/ahnanna_400_9_r.json", "Ek, Åsa"),  # what is further in the learner named
        ("login1", "ahnanna_400_9_r.json", ""),  # the platform says one, the alias another
    ],
)
def test_a_person_is_found_by_the_platforms_name_of_the_file_or_by_the_alias(alias: str, file: str, who: str) -> None:
    one = marked(file, alias, exercises={"sum": result()})
    about: dict[str, Any] = {"key": {}, "items": ITEMS[:1], "roster": CANVAS}
    rows = list(csv.DictReader(io.StringIO(sheets([one], **about)["canvas.csv"])))[1:]
    assert [row["Student"] for row in rows] == ([who] if who else [])
    said = [sentence for sentence in ask("warnings", [one], about) if "another person’s" in sentence]
    assert bool(said) == (alias == "login1" and "400" in file)
