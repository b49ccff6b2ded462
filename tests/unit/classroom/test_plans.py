"""The plans that *Assign* offers are those of the page of plans."""

from __future__ import annotations

from assignment_reference import link
from paths import ROOT

from coursekit.book.directives.assign import read_plans
from coursekit.classroom.assignment.format import Assignment, Item

PAGE = (ROOT / "book" / "teach" / "plans.md").read_text("utf-8")
ROW = (
    '| 1 | <a href="../../chapters/a.html">a</a> labs: <a href="../../chapters/a.html#lab-l?x=1&amp;y=2">l</a> '
    '| <a href="../../chapters/a.html#question-a-b">b</a> | talk | <a href="../../chapters/a.html#exercise-a_c">c</a>; '
    "essay of *a* | 10 |"
)


def test_a_row_assigns_what_it_links_to() -> None:
    [plan] = read_plans(f"# Plans\n\n### Two\n\n| Week | x |\n|---|---|\n{ROW}\n{ROW.replace('| 1 |', '| 2 |', 1)}\n")
    assert plan["title"] == "Two"
    assert plan["weeks"][0] == plan["weeks"][1]
    assert plan["weeks"][0]["items"] == [
        {"kind": "chapter", "id": "a"},
        {"kind": "lab", "id": "l", "state": "x=1&y=2"},
        {"kind": "question", "id": "a-b"},
        {"kind": "exercise", "id": "a_c"},
        {"kind": "reflection", "id": "a"},
    ]


def test_every_plan_of_the_guide_is_read_with_all_its_weeks() -> None:
    plans = {plan["title"]: plan["weeks"] for plan in read_plans(PAGE)}
    assert len(plans) == PAGE.count("\n### ")
    numbers = {"One": 1, "Four": 4, "Eight": 8, "Fourteen": 14}
    for title, weeks in plans.items():
        assert len(weeks) == numbers[title.split()[0]], title
    weeks = [week["items"] for plan in plans.values() for week in plan if week["items"]]
    made = [Assignment("A week", tuple(Item(**item) for item in items)) for items in weeks]
    assert all(link(one, "https://x.org") for one in made)
