"""The page to project: guesses, hardest items and commonest mistakes, and nothing that tells of one person."""

from __future__ import annotations

from html.parser import HTMLParser

from desk_in_node import marked, result, sheets
from hypothesis import given, settings
from hypothesis import strategies as st

KEY = {
    "exercises": [{"id": "sum", "title": "Add up"}, {"id": "easy", "title": "Easy"}],
    "questions": {"why": {"kind": "choice", "prompt": "Why so?", "answers": [{"text": "So"}, {"text": "Not so"}]}},
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
