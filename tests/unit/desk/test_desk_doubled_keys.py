"""A name that stands twice in one object of a hand-in is found, wherever it stands and however it is written."""

from __future__ import annotations

import json
from typing import Any

from desk_in_node import ask
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = st.sampled_from(["a", "b", '"', "\\", "{", "[:", "é", "a\nb"])
VALUES: Any = st.recursive(
    st.none() | st.integers() | NAMES,
    lambda inner: st.lists(inner, max_size=3) | st.lists(st.tuples(NAMES, inner), max_size=4).map(tuple),
    max_leaves=12,
)


def written(value: Any) -> str:
    """JSON of a value in which a tuple of pairs is an object, doubled names and all."""
    if isinstance(value, tuple):
        return "{" + ", ".join(f"{json.dumps(name)} : {written(one)}" for name, one in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    return json.dumps(value)


@settings(max_examples=80, deadline=None)
@given(VALUES)
def test_names_twice_in_one_object_are_named_as_pythons_reader_meets_them(value: Any) -> None:
    text, twice = written(value), set()

    def seen(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _ in pairs]
        twice.update(name for name in names if names.count(name) > 1)
        return dict(pairs)

    json.loads(text, object_pairs_hook=seen)
    assert set(ask("doubledKeys", text)) == twice
