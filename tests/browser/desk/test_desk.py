"""The grading desk: right is right, nothing else is, and no hand-in reaches the page or the network."""

from __future__ import annotations

from typing import Any

import pytest
from attacks import ATTACKS
from grading_desk.examples import EXERCISES, KEY, MISTAKES, MOVED, ODD, ONE, SOUND, TABLE
from hand_ins import Desk, receipt
from watched_page import Watched

from coursekit.exercise import trial
from coursekit.exercise.mark.reference import case_seed

pytestmark = pytest.mark.timeout(300)
REASONS = {
    "empty.json": "empty",
    "cut.json": "breaks off",
    "bytes.json": "not text",
    "changed.json": "no JSON",
    "deep.json": "nested",
    "list.json": "no receipt",
    "other.json": "no receipt",
    "kept.json": "kept work",
    "version.json": "version 2",
    "no-work.json": "no work",
    "big.json": "2 MB",
    "bare.ipynb": "carries no receipt",
    "class.zip/b/cut.json": "breaks off",
    "class.zip/b/more.zip/x": "no JSON",
    "class.zip/b/bomb.json": "MB",
    "cut.zip": "damaged",
}


@pytest.fixture(scope="module")
def marked(watch: Watched, base: str) -> dict[str, dict[str, Any]]:
    """Every hand-in of this file, marked in one session."""
    desk = Desk(watch.page, base)
    desk.open(KEY, limit_s=3)
    found = desk.grade({**SOUND, **ODD})
    desk.open(KEY, limit_s=1)
    return found | desk.grade(
        {f"attack {name}": receipt(symbiosis_credit=code) for name, (code, *_) in ATTACKS.items()}
    )


def test_marks_are_the_authors_marks(marked: dict[str, dict[str, Any]]):
    """What `coursekit.exercise.trial` gives with the same secret, mistake by mistake."""
    for id, name in MISTAKES:
        exercise = EXERCISES[id]
        share = trial.mark(exercise, trial.mistake(exercise, name), case_seed(KEY["secret"], id))
        found = marked[f"{id} {name}"]["exercises"][id]
        assert found["share"] == pytest.approx(share), (id, name, found)
        fitting = ("right",) if share == 1 else ("partly",) if share else ("wrong", "error")
        assert found["outcome"] in fitting, (id, name, found)
        assert found.get("mistakes") == [name], "a planned mistake is told by its answers"
    right = marked["right.json"]["exercises"]
    assert {id: (found["outcome"], found["share"]) for id, found in right.items()} == dict.fromkeys(
        EXERCISES, ("right", 1)
    )
    assert marked["right.json"]["flags"] == []
    assert not any("mistakes" in found for found in right.values())
    assert all(found["share"] == 0 for found in marked["starter.json"]["exercises"].values())


def test_nothing_but_the_right_answer_gets_anything(marked: dict[str, dict[str, Any]]):
    for name, (_, outcomes, flagged) in ATTACKS.items():
        one = marked[f"attack {name}"]
        found = one["exercises"][ONE]
        assert found["share"] == 0, (name, found)
        assert found["outcome"] in outcomes, (name, found)
        assert bool(one["flags"]) or not flagged, (name, "no sign told")
        assert "FOUND" not in found["detail"], (name, found)


def test_one_exercise_does_not_spoil_the_next(marked: dict[str, dict[str, Any]]):
    found = marked["mixed.json"]["exercises"]
    assert found[TABLE]["outcome"] == "timeout"
    assert found[MOVED]["share"] == 0
    assert found[ONE]["outcome"] == "right"


def test_what_cannot_be_graded_is_named_with_its_reason(marked: dict[str, dict[str, Any]]):
    for file, reason in REASONS.items():
        one = marked[file]
        assert one["status"] == ("too-big" if file == "big.json" else "malformed"), one
        assert reason in " ".join(one["notes"]), one
    for file in ("a/anna.json", "b/more.zip/inner.zip/ben.json"):
        assert marked[f"class.zip/{file}"]["exercises"][ONE]["outcome"] == "right"
    assert marked["notebook.ipynb"]["exercises"][ONE]["outcome"] == "right"
    assert not any("__MACOSX" in file for file in marked)


def test_what_can_be_graded_of_an_odd_file_is(marked: dict[str, dict[str, Any]]):
    shapes = marked["shapes.json"]
    assert shapes["status"] == "read"
    assert shapes["exercises"][ONE]["outcome"] == "malformed"
    assert shapes["texts"] == {"memo/design/law": "y"}
    assert "unknown_one" in " ".join(shapes["notes"])
    scores = marked["scores.json"]
    assert "score, grade, total" in scores["flags"][0]
    assert scores["exercises"][ONE]["share"] == 0
    notes = " ".join(marked["right.json"]["notes"])
    assert "another edition" in notes
    assert "another version" in " ".join(marked["right.json"]["exercises"][ONE]["notes"])


def test_nothing_reached_the_page_or_the_network(marked: dict[str, dict[str, Any]], watch: Watched):
    assert marked
    assert watch.page.evaluate("window.canary") is None
    assert watch.foreign() == []
    assert not [request.url for request in watch.requests if "leak" in request.url]
    assert not [line for line in watch.console if line.startswith("dialog")]


def test_questions_are_judged_from_the_key(watch: Watched, base: str):
    asked = KEY["questions"]
    by_kind = {question["kind"]: id for id, question in asked.items()}
    work, wanted = {}, {}
    for id, question in asked.items():
        answers = question.get("answers") or []
        right = [n for n, answer in enumerate(answers) if answer["right"]]
        sides = sorted({partner for _, partner in question.get("pairs", [])})
        given = {
            "choice": right,
            "several": right,
            "number": question.get("answer"),
            "order": list(range(len(question.get("order", [])))),
            "match": [sides.index(partner) for _, partner in question.get("pairs", [])],
        }[question["kind"]]
        work[f"question/{id}"] = {"given": given, "right": False, "tries": 1, "at": ""}
        wanted[id] = ("right", 1)
    wrong = {f"question/{id}": {"given": [0, 0, 0, 0, 0, 0, 0, 0, 0], "right": True} for id in asked}
    empty = {f"question/{id}": {"given": [], "right": True} for id in asked}
    desk = Desk(watch.page, base)
    desk.open(KEY)
    found = desk.grade(
        {
            "right": receipt(work=work),
            "wrong": receipt(work=wrong),
            "empty": receipt(work=empty),
            "none": receipt(work={}),
        }
    )
    assert {id: (one["outcome"], one["share"]) for id, one in found["right"]["questions"].items()} == wanted
    assert all(one["share"] == 0 for name in ("wrong", "empty") for one in found[name]["questions"].values())
    assert found["none"]["questions"] == {}
    assert by_kind


def test_a_key_that_is_none_is_refused_in_a_sentence(watch: Watched, base: str):
    desk = Desk(watch.page, base)
    for bad in ("{", {}, {**KEY, "version": 2}, {**KEY, "secret": "x"}, {**KEY, "exercises": [{}]}):
        with pytest.raises(Exception, match=r"[Mm]ake key"):
            desk.open(bad)
    with pytest.raises(Exception, match="lacks: army_own"):
        desk.open(KEY, items=[{"kind": "exercise", "id": "army_own", "points": 1}])
