"""The page to project: guesses, hardest items and commonest mistakes, and nothing that tells of one person."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

from desk_in_node import marked, result, sheets
from hypothesis import given, settings
from hypothesis import strategies as st

KEY = {
    "exercises": [
        {
            "id": "sum",
            "title": "Add up",
            "mistaken": {"mistake_forgets_the_last": "test_all", "mistake_counts_twice": "test_once"},
            "feedback": {"test_all": "Add {STEP:.0f} to *all* of `them`, 2 * 3 times.", "test_once": "Add each once."},
        },
        {"id": "easy", "title": "Easy"},
    ],
    "questions": {"why": {"kind": "choice", "prompt": "Why *so*?", "answers": [{"text": "So"}, {"text": "Not so"}]}},
}
COURSE = {
    "predictions": [
        {"id": "number", "question": "How many?", "answer": "40", "shown": "40"},
        {"id": "choice", "question": "Which?", "answer": "a", "options": {"a": "The first", "b": "The second"}},
        {"id": "curve", "question": "Draw it", "answer": "0 50 100"},
        {"id": "words", "question": "Say it", "answer": "peace"},
    ]
}
ITEMS = [
    {"kind": "exercise", "id": "sum", "points": 2},
    {"kind": "exercise", "id": "easy", "points": 1},
    {"kind": "question", "id": "why", "points": 1},
]


class Page(HTMLParser):
    """The text of a page, and the names of its elements."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.text = ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.text += " ".join(value or "" for _, value in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def learner(n: int, name: str = "Person", guess: str = "choice") -> dict:
    wrong = result("wrong", 0.25, f"your answer was {n}.5 for 'my secret {name}{n}'")
    return marked(
        f"{name}{n}.json",
        f"{name}{n}",
        exercises={"sum": wrong, "easy": result()},
        questions={"why": result("wrong", 0, given=[1])},
        predictions={
            "number": {"guess": str(30 + n), "answer": "40"},
            "choice": {"guess": "b", "answer": "a"},
            "curve": {"guess": f"{n} 60 90", "answer": "0 50 100"},
            "words": {"guess": f"{name}{n} was here", "answer": "peace"},
        },
    )


def page(people: list[dict]) -> Page:
    return Page(sheets(people, items=ITEMS, key=KEY, course=COURSE, title="Week 1")["monday.html"])


def test_a_class_sees_its_guesses_its_hardest_item_and_its_mistakes() -> None:
    shown = page([learner(n) for n in range(6)])
    for said in ("Week 1", "How many?", "The second", "Draw it", "Add up", "25 %", "Why so?", "Not so", "6 of 6"):
        assert said in shown.text, said
    assert shown.names.count("svg") == 3
    assert "Easy" not in shown.text, "what all had right was not hard"
    assert shown.text.index("Why so?") < shown.text.index("Add up"), "the hardest first"
    assert "script" not in shown.names
    assert "*" not in shown.text, "emphasis is drawn or left out, never shown as stars"
    assert "NaN" not in shown.text
    assert "line" in shown.names, "the model's place among the guesses"


def test_no_name_and_nobodys_own_words_are_shown() -> None:
    text = page([learner(n) for n in range(8)]).text
    assert "Person" not in text and "secret" not in text and "was here" not in text and "Say it" not in text


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 4))
def test_of_fewer_than_five_nothing_is_shown(n: int) -> None:
    shown = page([learner(one) for one in range(n)])
    assert "fewer than 5" in shown.text and "svg" not in shown.names
    assert not [said for said in ("How many?", "Add up", "Why so?") if said in shown.text]


def test_what_four_of_a_class_answered_and_two_did_wrong_is_not_shown() -> None:
    people = [learner(n) for n in range(6)]
    for one in people[4:]:
        del one["predictions"]["number"], one["exercises"]["sum"]
        one["predictions"]["curve"]["guess"] = "1 2"
    for one in people[2:]:
        one["questions"]["why"] = result(given=[0])
    text = page(people).text
    assert "How many?" not in text and "Draw it" not in text and "Add up" not in text
    assert "Which?" in text and "Not so" not in text


def with_mistake(n: int, *names: str) -> dict:
    one = learner(n)
    one["exercises"]["sum"]["mistakes"] = list(names)
    return one


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 8), st.integers(0, 8))
def test_planned_mistakes_go_by_name_and_none_of_fewer_than_five_is_shown(forgot: int, twice: int) -> None:
    people = [with_mistake(n, "mistake_forgets_the_last") for n in range(forgot)]
    people += [with_mistake(n + forgot, "mistake_counts_twice") for n in range(twice)]
    text = page([*people, *(learner(n + 20) for n in range(6))]).text
    of = forgot + twice + 6
    first = f"Planned mistake “forgets the last”: Add … to all of them, 2 * 3 times. {forgot} of {of} learners."
    second = f"Planned mistake “counts twice”: Add each once. {twice} of {of} learners."
    assert (first in text) == (forgot >= 5) == ("forgets the last" in text)
    assert (second in text) == (twice >= 5) == ("counts twice" in text)
    assert "Person" not in text and "secret" not in text


def test_the_report_and_the_file_count_each_planned_mistake_once_a_learner() -> None:
    """A later hand-in of the same person counts in place of the earlier one; what is alike stands together."""
    people = [with_mistake(n, "mistake_forgets_the_last") for n in range(4)]
    again = {**with_mistake(0, "mistake_counts_twice", "mistake_forgets_the_last"), "file": "later.json"}
    again |= {"saved": "2026-11-21T10:00:00Z", "sha256": "0" * 64}
    made = sheets([*people, again, learner(9)], items=ITEMS, key=KEY)
    rows = list(csv.reader(io.StringIO(made["mistakes.csv"].removeprefix("\ufeff"))))
    assert rows[0] == ["exercise", "mistake", "learners", "of", "feedback"]
    assert rows[1:] == [
        ["sum", "mistake_forgets_the_last", "3", "5", "Add … to all of them, 2 * 3 times."],
        ["sum", "mistake_counts_twice mistake_forgets_the_last", "1", "5", "Add each once."],
    ]
    shown = Page(made["report.html"]).text
    assert "Planned mistake “forgets the last”: Add … to all of them, 2 * 3 times." in shown and "3 of 5" in shown
    assert "mistakes.csv" not in sheets([learner(1)], items=ITEMS, key=KEY)
