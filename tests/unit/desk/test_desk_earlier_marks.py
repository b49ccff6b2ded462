"""Grading again after a change: only what an exercise's marks rest on has it run again."""

from __future__ import annotations

from typing import Any

import pytest
from desk_in_node import ask, marked, result
from hypothesis import given
from hypothesis import strategies as st

ENTRY = {
    **{"id": "a", "title": "A", "version": "1", "subject": "f", "limit_s": 10, "packages": ["numpy"], "tolerance": 0.1},
    **{"ordered": False, "compared": None, "variants": ["x = 1"]},
    "sources": {"setup": "", "starter": "", "solution": "f = 1", "cases": "CASES = []"},
}
WAY = {"edited": "cells", "runtime": "r"}
CODE = {"code": "f = 1", "version": "1", "variant": 0, "passed": True}


def way(secret: str = "5e" * 16, entries: dict[str, Any] | None = None, **other: Any) -> dict[str, Any]:
    """How it is graded: the key, as far as marks rest on it, and the options."""
    known = entries or {"a": ENTRY, "b": {**ENTRY, "id": "b"}}
    return {"key": {"secret": secret, "exercises": list(known.items())}, **WAY, **other}


@pytest.mark.parametrize(
    ("field", "value", "moves"),
    [
        ("title", "Another", False),
        ("points", 5, False),
        ("page", "chapters/x.html", False),
        ("version", "2", True),
        ("subject", "g", True),
        ("limit_s", 20, True),
        ("packages", [], True),
        ("tolerance", 0.2, True),
        ("ordered", True, True),
        ("compared", ["x"], True),
        ("variants", ["x = 2"], True),
        ("sources", {**ENTRY["sources"], "cases": "CASES = [1]"}, True),  # type: ignore[dict-item]
    ],
)
def test_marks_rest_on_what_decides_them_and_on_nothing_else(field: str, value: Any, moves: bool) -> None:
    before, after = (ask("basisOf", way(entries={"a": one}), "a") for one in (ENTRY, {**ENTRY, field: value}))
    assert before and (before != after) == moves


@pytest.mark.parametrize("other", [{"secret": "6e" * 16}, {"limit_s": 3}, {"edited": "receipt"}, {"runtime": "s"}])
def test_another_secret_time_reading_or_python_has_all_run_again(other: dict[str, Any]) -> None:
    assert ask("basisOf", way(**other), "a") != ask("basisOf", way(), "a")


def test_what_the_key_does_not_know_rests_on_nothing() -> None:
    assert ask("basisOf", way(), "c") is None


def staged(*ids: str) -> dict[str, Any]:
    work = [{"entry": {**ENTRY, "id": id_}, "written": CODE} for id_ in ids]
    return {"marked": marked("x.json", "anna"), "work": work, "bundles": ["numpy", "pandas"]}


OUTCOMES = st.sampled_from(["right", "partly", "wrong", "error", "timeout", "memory", "suspicious"])
BASES = st.sampled_from(["now", "before", None])


@given(st.dictionaries(st.sampled_from(["a", "b"]), st.tuples(OUTCOMES, BASES)))
def test_an_earlier_mark_is_taken_over_exactly_if_it_still_holds(earlier: dict[str, tuple[str, str | None]]) -> None:
    now = {id_: ask("basisOf", way(), id_) for id_ in "ab"}
    marks = {
        id_: result(outcome, **({"basis": now[id_] if basis == "now" else basis} if basis else {}))
        for id_, (outcome, basis) in earlier.items()
    }
    holds = {id_ for id_, (outcome, basis) in earlier.items() if basis == "now" and outcome != "timeout"}
    before = marked("x.json", "anna", exercises=marks, prints={key: [1, 2] for key in marks})
    got = ask("takeOver", way(), staged("a", "b"), before)
    assert {one["entry"]["id"] for one in got["work"]} == {"a", "b"} - holds
    assert got["marked"]["exercises"] == {id_: marks[id_] for id_ in marks if id_ in holds}
    assert got["marked"]["prints"] == {key: [1, 2] for key in holds}
    assert got["marked"].get("reused", 0) == len(holds)
    assert "pandas" not in got["bundles"]  # no more is loaded than what is left needs


def test_what_was_seen_of_the_code_stays_with_the_mark_that_is_taken_over() -> None:
    marks = {"a": result("suspicious", 0, basis=ask("basisOf", way(), "a"))}
    before = marked("x.json", exercises=marks, prints={"a": []}, flags=["desk.damaged", "desk.of another exercise"])
    given_now = staged("a")
    given_now["work"][0]["written"] = {**CODE, "code": "import gc\ngc.get_objects()"}
    flags = ask("takeOver", way(), given_now, before)["marked"]["flags"]
    assert "desk.damaged" in flags and len(flags) == 2 and "desk.of another exercise" not in flags
