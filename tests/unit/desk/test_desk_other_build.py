"""A hand-in of another build is noted where the course differs, and only there."""

from __future__ import annotations

import pytest
from desk_in_node import ask

KEY = [["a", {"version": "1"}], ["b", {"version": "2"}]]
SAME = [["a", {"version": "1"}], ["b", {"version": "2"}], ["own", {"version": "7"}], ["odd", None]]
CHANGED = [["a", {"version": "1"}], ["b", {"version": "1"}]]
SITE = {"build": "x", "edition": "self-study"}


@pytest.mark.parametrize(
    ("build", "edition", "exercises", "noted"),
    [
        ("x", "self-study", CHANGED, None),
        ("y", "self-study", SAME, "desk.other-build"),
        ("y", "", SAME, "desk.other-build"),
        # The class edition always is another build than the self-study edition whose desk grades it.
        ("y", "class", SAME, None),
        ("y", "class", CHANGED, "desk.other-edition"),
        ("", "class", CHANGED, None),
    ],
)
def test_what_differs_is_noted_and_nothing_else(build: str, edition: str, exercises: object, noted: str | None) -> None:
    assert ask("otherBuild", SITE, KEY, {"build": build, "edition": edition, "exercises": exercises}) == noted
