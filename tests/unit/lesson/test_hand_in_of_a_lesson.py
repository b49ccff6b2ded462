"""The guesses that are made in a lesson: they are handed in with it, and told beside the marks, never as marks."""

from __future__ import annotations

import csv
import io

import pytest
from desk_in_node import ask, marked, result, sheets
from hypothesis import given, settings
from hypothesis import strategies as st
from page_modules import node

LABS = ["clock", "hands", "salvo", "tripwire"]
LESSONS = ["one", "two"]
GUESS = st.none() | st.sampled_from(["1", "12", "sunk", "100 50 0", "=1+1"])
ASKED = [
    {"id": "clock", "question": "How many days?", "unit": "days", "answer": "0.7", "shown": "1 day"},
    {"id": "hands", "question": "Which costs more?", "options": {"sunk": "money spent"}, "answer": "sunk"},
    {"id": "salvo", "question": "Draw what is left.", "unit": "%", "answer": "100 40 5", "shown": "100% to 5%"},
]


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory):
    """Courses with what is assigned in them → of all that is kept, what belongs to the hand-in."""
    body = """return given.map(({course, things, keys}) => keys.filter((key) => isWanted(things, course, key)));"""
    return node(tmp_path_factory.mktemp("wanted"), {"receipt/wanted": "isWanted"}, body)


@settings(max_examples=5, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "chapters": st.fixed_dictionaries({lab: st.sampled_from(["a", "b"]) for lab in LABS}),
                "lessons": st.fixed_dictionaries({name: st.sets(st.sampled_from(LABS)) for name in LESSONS}),
                "assigned": st.sets(st.sampled_from(["chapters/a", "chapters/b", "lessons/one", "lessons/two"])),
            }
        ),
        min_size=4,
        max_size=12,
    )
)
def test_what_a_page_asks_is_handed_in_with_it_and_nothing_else_is(wanted, courses: list[dict]) -> None:
    asked, right = [], []
    for one in courses:
        asked.append(
            {
                "course": {
                    # A prediction's own name may differ from its lab's.
                    "predictions": [
                        {"id": f"bet-{lab}", "lab": lab, "page": f"chapters/{page}.html"}
                        for lab, page in one["chapters"].items()
                    ],
                    "lessons": [
                        {"id": name, "page": f"lessons/{name}.html", "labs": sorted(labs)}
                        for name, labs in one["lessons"].items()
                    ],
                    "reflections": [],
                },
                "things": [{"kind": "chapter", "id": page, "page": f"{page}.html"} for page in sorted(one["assigned"])],
                "keys": [f"prediction/bet-{lab}" for lab in LABS] + ["prediction/gone", "question/other"],
            }
        )
        shown = {
            lab
            for lab in LABS
            if f"chapters/{one['chapters'][lab]}" in one["assigned"]
            or any(lab in one["lessons"][name] for name in LESSONS if f"lessons/{name}" in one["assigned"])
        }
        right.append([f"prediction/bet-{lab}" for lab in LABS if lab in shown])
    assert wanted(asked) == right


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.sampled_from(["clock", "hands", "salvo", "unknown"]), GUESS))
def test_every_guess_is_told_once_with_its_question(guesses: dict[str, str | None]) -> None:
    one = marked("a.json", "a", predictions={id: {"guess": guess, "answer": "3"} for id, guess in guesses.items()})
    lines = ask("guessLines", one, {"predictions": ASKED})
    assert len(lines) == len(guesses)
    for about in ASKED:
        told = [line for line in lines if line.startswith(about["question"])]
        assert len(told) == (about["id"] in guesses)
        if told and guesses[about["id"]] is None:
            assert "Guessed: nothing." in told[0]
    order = [about["question"] for about in ASKED] + ["unknown:"]
    places = [next(n for n, begins in enumerate(order) if line.startswith(begins)) for line in lines]
    assert places == sorted(places), "in the course's order, what the course does not know last"


def test_guesses_are_worded_as_their_questions_word_them() -> None:
    given_ = {"salvo": "100 50 0", "clock": "12", "hands": "sunk", "old": "x"}
    one = marked("a.json", "a", predictions={id: {"guess": guess, "answer": "y"} for id, guess in given_.items()})
    assert ask("guessLines", one, {"predictions": ASKED}) == [
        "How many days? Guessed: 12 days. The model says: 1 day.",
        "Which costs more? Guessed: money spent. The model says: y.",
        "Draw what is left. Guessed: 100, 50, 0%. The model says: 100% to 5%.",
        "old: Guessed: x. The model says: y.",
    ]


def test_the_gradebook_ends_with_the_guesses_and_they_bring_no_points() -> None:
    items = [{"kind": "question", "id": "why", "points": 2}]
    answered = {"questions": {"why": result(given=[1])}}
    silent = marked("a.json", "a", **answered)
    guessed = marked("b.json", "b", predictions={"clock": {"guess": "=12", "answer": "0.7"}}, **answered)
    made = sheets([silent, guessed], items=items, course={"predictions": ASKED})["gradebook.csv"]
    table = list(csv.DictReader(io.StringIO(made.removeprefix("\ufeff"), newline="")))
    assert list(table[0])[-1] == "guesses (not marked)"
    assert [row["total"] for row in table] == ["2", "2"]
    assert [row["guesses (not marked)"] for row in table] == [
        "",
        "How many days? Guessed: =12. The model says: 1 day.",
    ]
    alone = sheets([silent], items=items, course={"predictions": ASKED})["gradebook.csv"]
    assert "guesses" not in alone
