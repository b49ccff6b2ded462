"""xAPI statements from the desk's results keep the published rules, whatever was handed in, and name nobody."""

from __future__ import annotations

import copy
import json
import uuid
from typing import Any

import pytest
from desk_in_node import ask, marked, result
from hypothesis import given, settings
from hypothesis import strategies as st
from xapi_rules import faults

ADDRESS = "https://school.example/course/"
KEY = {
    "exercises": [{"id": "sum_up", "title": "Add up"}],
    "questions": {"why": {"kind": "choice", "prompt": "Why so?", "answers": [{"text": "So"}, {"text": "Not so"}]}},
    "reflections": {"essay": {"prompt": "What is a promise worth?"}},
}
COURSE = {
    "exercises": [{"id": "sum_up", "page": "chapters/one.html"}],
    "questions": [{"id": "why", "page": "chapters/one.html"}],
    "predictions": [{"id": "count", "question": "How many?", "page": "chapters/two.html"}],
}
ITEMS = [
    {"kind": "exercise", "id": "sum_up", "points": 4},
    {"kind": "question", "id": "why", "points": 1},
    {"kind": "reflection", "id": "essay", "points": 5},
]


def statements(all_: list[dict[str, Any]], hand: list[dict[str, Any]] | None = None, **more: Any) -> list[Any]:
    about = {"key": KEY, "course": COURSE, "items": ITEMS, "title": "Week 1", "address": ADDRESS, **more}
    sheet = ask("xapi", all_, {name: value for name, value in about.items() if value is not None}, hand or [])
    assert sheet["name"] == "xapi.json"
    made: list[Any] = json.loads(sheet["text"])
    return made


def learner(alias: str = "anna", **more: Any) -> dict[str, Any]:
    return marked(
        f"{alias}.json",
        alias,
        exercises={"sum_up": result("partly", 0.5, "secret detail")},
        questions={"why": result("right", 1, given=[0])},
        predictions={"count": {"guess": "12", "answer": "40"}},
        **more,
    )


def test_each_item_each_guess_and_the_total_is_a_statement() -> None:
    made = statements([learner()], items=ITEMS[:2])
    assert faults(made) == []
    said = {one["object"]["id"]: (one["verb"]["display"]["en"], one.get("result")) for one in made}
    half = {"scaled": 0.5, "raw": 2, "min": 0, "max": 4}
    assert said[f"{ADDRESS}chapters/one.html#exercise-sum_up"] == ("attempted", {"score": half, "success": False})
    verb, found = said[f"{ADDRESS}chapters/one.html#question-why"]
    assert verb == "answered" and found["success"] is True and found["response"] == "[0]"
    assert said[f"{ADDRESS}chapters/two.html#prediction-count"] == ("responded", {"response": "12"})
    total = next(one for one in made if one["verb"]["id"] == "http://adlnet.gov/expapi/verbs/scored")
    assert total["result"]["score"] == {"scaled": 0.6, "raw": 3, "min": 0, "max": 5}
    assert total["object"]["definition"]["name"] == {"en": "Week 1"}
    assert all(one["timestamp"] == "2026-11-20T10:00:00.000Z" for one in made)
    assert "secret detail" not in json.dumps(made)


def test_an_essay_that_nobody_marked_has_no_score_and_there_is_no_total() -> None:
    one = learner(texts={"reflection/essay": "My own words"})
    made = statements([one])
    essay = next(each for each in made if each["object"]["definition"]["name"]["en"].startswith("What is a promise"))
    assert faults(made) == [] and "result" not in essay and "scored" not in json.dumps(made)
    assert "My own words" not in json.dumps(made)
    again = statements([one], [{"sha256": one["sha256"], "text": "reflection/essay", "points": 4}])
    assert "scored" in json.dumps(again)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
OUTCOMES = ["right", "partly", "wrong", "error", "timeout", "memory", "malformed", "suspicious", "blank"]
RESULTS = st.builds(lambda outcome, share: result(outcome, share), st.sampled_from(OUTCOMES), st.floats(0, 1))
HAND_INS = st.builds(
    lambda n, alias, sums, why, guess, saved: marked(
        f"{n}.json",
        alias,
        exercises={"sum_up": sums},
        questions={"why": {**why, "given": [1]}},
        predictions={"count": {"guess": guess, "answer": "40"}},
        saved=saved,
    ),
    st.integers(0, 10**6),
    TEXT,
    RESULTS,
    RESULTS,
    st.none() | TEXT,
    st.sampled_from(["", "yesterday", "2026-11-20", "2026-11-20T10:00:00Z", "2026-02-31T10:00:00Z"])
    | st.datetimes().map(lambda time: f"{time.isoformat()}+02:00"),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(HAND_INS, max_size=4, unique_by=lambda one: one["file"]), TEXT, st.sampled_from([ADDRESS, None]))
def test_whatever_was_handed_in_the_rules_are_kept(all_: list[dict[str, Any]], title: str, address: str | None) -> None:
    made = statements(all_, title=title, address=address)
    assert faults(made) == []
    assert "mbox" not in json.dumps(made)
    assert {one["actor"]["account"]["name"] for one in made} <= {one["alias"] for one in all_}
    assert made == statements(all_, title=title, address=address), "given twice, a store keeps each statement once"


SOUND = statements([learner()])
BROKEN: dict[str, Any] = {
    "id": "not-a-uuid",
    "actor": {"mbox": "mailto:a@b.c", "account": {"homePage": "https://x.example", "name": "a"}},
    "verb": {"id": "answered"},
    "object": {"id": "no iri"},
    "result": {"score": {"raw": 5, "max": 4}},
    "timestamp": "2026-11-20",
    "context": {"contextActivities": {"child": []}},
    "mark": 1,
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_rules_refuse_what_a_store_would_refuse(name: str) -> None:
    broken = copy.deepcopy(SOUND)
    assert faults(broken) == []
    broken[0][name] = BROKEN[name]
    assert len(faults(broken)) >= 1


@given(TEXT)
@settings(max_examples=100, deadline=None)
def test_names_of_statements_are_those_that_python_gives(text: str) -> None:
    assert ask("uuidOf", text) == str(uuid.uuid5(uuid.NAMESPACE_URL, text))


@pytest.mark.parametrize("length", [54, 55, 56, 63, 64, 65, 1000])
def test_long_names_too(length: int) -> None:
    assert ask("uuidOf", "ä" * length) == str(uuid.uuid5(uuid.NAMESPACE_URL, "ä" * length))


@pytest.mark.parametrize(
    ("canonical", "href", "address"),
    [
        ("", "https://school.example/c/book/desk.html#x", "https://school.example/c/"),
        (
            "https://school.example/c/book/desk.html",
            "http://127.0.0.1:8123/book/desk.html",
            "https://school.example/c/",
        ),
        ("", "http://127.0.0.1:8123/book/desk.html", None),
        ("", "http://localhost:8000/book/desk.html", None),
        ("", "http://127.9.8.7/book/desk.html", None),
        ("", "http://[::1]:8000/book/desk.html", None),
        ("", "https://localhost.school.example/c/book/desk.html", "https://localhost.school.example/c/"),
        ("", "file:///course/book/desk.html", None),
    ],
)
def test_the_address_is_the_published_one_or_none(canonical: str, href: str, address: str | None) -> None:
    assert ask("published", canonical, href) == address
