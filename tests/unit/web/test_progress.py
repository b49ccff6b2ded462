"""How much of the course is done is reckoned from what the browser keeps, and never more than was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_modules import node

AT = "2026-11-02T10:00:00.000Z"
KINDS = ("labs", "predictions", "questions", "exercises")
BODY = """return given.map(({contents, kept}) => {
  const all = new Map(Object.entries(kept));
  return Object.fromEntries([...courseProgress(contents, all)].map(([path, progress]) =>
    [path, { progress, fraction: fraction(progress), finished: isFinished(progress) }]));
});"""


@pytest.fixture(scope="module")
def reckon(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    modules = {"progress/reckoning": "courseProgress, fraction, isFinished"}
    return node(tmp_path_factory.mktemp("progress"), modules, BODY)


def kept_of(done: dict[str, list[str]], half: dict[str, list[str]]) -> dict[str, Any]:
    """What a browser keeps when the things of ``done`` are done, and those of ``half`` only begun."""
    code = {"code": "x = 1", "starter": "", "hints": 0, "tried": [], "revision": 1, "by": "", "runs": []}
    kept: dict[str, Any] = {"assignment/seen": {"moved": dict.fromkeys(done["labs"], AT), "read": {}, "opened": {}}}
    kept |= {f"prediction/{one}": {"guess": None, "answer": "1", "at": AT} for one in done["predictions"]}
    kept |= {f"question/{one}": {"given": [0], "right": False, "tries": 1, "at": AT} for one in done["questions"]}
    kept |= {f"exercise/{one}": {**code, "passed": True} for one in done["exercises"]}
    kept |= {f"exercise/{one}": {**code, "passed": False} for one in half["exercises"] if one not in done["exercises"]}
    kept |= {f"question/{one}": "no answer" for one in half["questions"] if one not in done["questions"]}
    return kept


IDS = st.lists(st.sampled_from([f"one-{n}" for n in range(8)] + ["constructor", "__proto__x"]), max_size=6, unique=True)
PAGE = st.fixed_dictionaries({kind: IDS for kind in KINDS})


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(PAGE, PAGE, PAGE), min_size=20, max_size=20))
def test_each_kind_counts_what_is_done_of_it_and_nothing_else(reckon: Callable[[Any], Any], cases: list) -> None:
    asked = [
        {"contents": {"a.html": {"title": "A", **page}}, "kept": kept_of(done, half)} for page, done, half in cases
    ]
    for (page, done, _), found in zip(cases, reckon(asked), strict=True):
        [one] = found.values()
        many = {kind: len(set(page[kind]) & set(done[kind])) for kind in KINDS}
        assert {kind: share["done"] for kind, share in one["progress"]["kinds"].items()} == many
        whole, part = sum(map(len, page.values())), sum(many.values())
        assert (one["progress"]["all"], one["progress"]["done"]) == (whole, part)
        assert (one["fraction"] == 1) == (0 < whole == part), "a tick says that all is done"
        assert (one["fraction"] == 0) == (part == 0), "the first thing done is seen"
        assert abs(one["fraction"] - part / max(1, whole)) <= 0.01
        plain = [kind for kind in KINDS if kind != "exercises"]
        some = any(page[kind] for kind in plain)
        assert one["finished"] == (some and all(many[kind] == len(page[kind]) for kind in plain))


SEEN = st.fixed_dictionaries(
    {
        kind: st.dictionaries(st.sampled_from("abc"), st.sampled_from(["2026-01", "2026-02", "2026-03"]), max_size=3)
        for kind in ("opened", "read", "moved")
    }
)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(SEEN, SEEN), min_size=20, max_size=20))
def test_what_two_devices_saw_adds_up_with_the_earlier_time(merge: Callable[[Any], Any], pairs: list) -> None:
    for (one, other), both in zip(pairs, merge(pairs), strict=True):
        for kind, times in both.items():
            assert set(times) == set(one[kind]) | set(other[kind])
            assert all(at == min(part[kind].get(id, "9") for part in (one, other)) for id, at in times.items())


@pytest.fixture(scope="module")
def merge(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    body = 'return given.map(([one, other]) => mergeWork("assignment/seen", one, other));'
    return node(tmp_path_factory.mktemp("seen"), {"receipt/work_file": "mergeWork"}, body)


def test_what_is_deleted_is_what_was_chosen_and_each_kind_of_work_can_be(tmp_path: Any) -> None:
    keys = {
        "seen": ["assignment/seen", "progress/last"],
        "guesses": ["prediction/a", "scene/promises"],
        "questions": ["question/a", "review/a"],
        "code": ["exercise/a", "cell/chapters/a/1"],
        "texts": ["memo/a", "reflection/a"],
    }
    other = ["learner/seed", "learner/alias", "assignment/given"]
    modules = {"progress/reset": "belongs, GROUPS"}
    body = """return [Object.keys(GROUPS), Object.keys(given.keys).map((group) =>
      [...Object.values(given.keys).flat(), ...given.other].filter((key) => belongs(key, [group])))];"""
    groups, chosen = node(tmp_path, modules, body)({"keys": keys, "other": other})
    assert groups == list(keys)
    assert chosen == list(keys.values())
