"""A named case is glided to in a fifth of a second, steadily and never past it; not at all where motion is reduced."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_modules import node

# A clock that a frame moves on by 16 ms, and a reader who asks for less motion or not.
BODY = """const told = [];
for (const { from, to, reduced, stop } of given) {
  let now = 1000;
  globalThis.performance = { now: () => now };
  globalThis.requestAnimationFrame = (next) => queueMicrotask(() => next((now += 16)));
  globalThis.matchMedia = () => ({ matches: reduced });
  globalThis.document.hidden = false;
  const plan = { controls: [{ name: "a", kind: "slider" }, { name: "b-link", parameter: "b", kind: "slider" },
                            { name: "c", kind: "choice" }] };
  const drawn = [];
  await glide(plan, from, to, async (state) => { drawn.push({ ...state }); }, () => drawn.length >= stop);
  told.push({ drawn, took: now - 1000 });
}
return told;"""
NUMBER = st.floats(-1e4, 1e4, allow_nan=False).map(lambda x: round(x, 3))
STATE = st.fixed_dictionaries({"a": NUMBER, "b": NUMBER, "c": st.sampled_from([0.0, 1.0])})


@pytest.fixture(scope="module")
def glided(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    return node(tmp_path_factory.mktemp("glide"), {"lab/glide": "glide"}, BODY)


@settings(max_examples=5, deadline=None)
@given(pairs=st.lists(st.tuples(STATE, STATE), min_size=20, max_size=20))
def test_sliders_go_steadily_from_one_state_to_the_other(glided: Callable[[Any], Any], pairs: Any) -> None:
    asked = [{"from": a, "to": b, "reduced": False, "stop": 1000} for a, b in pairs]
    for one, got in zip(asked, glided(asked), strict=True):
        start, end, drawn = one["from"], one["to"], got["drawn"]
        moved = [name for name in ("a", "b") if start[name] != end[name]]
        assert bool(drawn) == bool(moved)
        if moved:
            assert 192 <= got["took"] <= 216 and len(drawn) == 12
        for name in moved:
            way = [abs(state[name] - start[name]) for state in drawn]
            assert way == sorted(way) and way[0] > 0 and way[-1] <= abs(end[name] - start[name]) + 1e-9
        # A choice has nothing between: it is taken at once.
        assert all(state["c"] == end["c"] for state in drawn)


def test_nothing_moves_where_motion_is_reduced_and_a_newer_move_ends_it(glided: Callable[[Any], Any]) -> None:
    ends = {"from": {"a": 0, "b": 0, "c": 0}, "to": {"a": 1, "b": 2, "c": 1}}
    reduced, newer = glided([{**ends, "reduced": True, "stop": 1000}, {**ends, "reduced": False, "stop": 3}])
    assert reduced == {"drawn": [], "took": 0}
    assert len(newer["drawn"]) == 3
