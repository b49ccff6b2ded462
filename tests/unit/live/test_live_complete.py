"""Names to complete: those that are there, found without running anything of the learner's."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.live.complete import MOST, names_for

RAN: list[str] = []


class Sly:
    """Every way to look at it that runs code is told."""

    plain = 1

    def __init__(self) -> None:
        self.own = {"inner": 1}

    def __getattr__(self, name: str) -> object:
        RAN.append(name)
        raise AttributeError(name)

    def __dir__(self) -> list[str]:
        RAN.append("dir")
        return ["hidden"]

    @property
    def value(self) -> Sly:
        RAN.append("property")
        return self

    def method(self) -> None:
        RAN.append("method")


NAMES = {
    "table": pd.DataFrame({"war": ["a"], "honoured": [True], "two words": [1]}),
    "sly": Sly(),
    "math": math,
    "notes": {"alone": 1, "joined": 2, 5: 6},
    "total": 1,
    "total_left": 2,
    "_hidden": 3,
    "Sly": Sly,
}


@pytest.mark.parametrize(
    ("code", "there", "missing"),
    [
        ("to", ["total", "total_left"], ["table"]),
        ("x = to", ["total"], ["math"]),
        ("", ["math", "sly"], ["_hidden"]),
        ("_", ["_hidden"], ["total"]),
        ("math.sq", ["sqrt"], ["sin"]),
        ("table.hon", ["honoured"], ["head"]),
        ("table.he", ["head"], ["two words"]),
        ("table.war.va", ["value_counts"], []),
        ("table['t", ["two words"], ["war"]),
        ('notes["', ["alone", "joined"], []),
        ("print(notes['al", ["alone"], ["joined"]),
        ("sly.", ["own", "plain", "value", "method"], ["hidden"]),
        ("Sly.me", ["method"], []),
        ("total.bit_", ["bit_length"], []),
        ("'abc'.up", [], ["upper"]),
        ("sly.value.", [], ["own"]),
        ("f(sly).", [], ["own"]),
        ("5.", [], ["real"]),
    ],
)
def test_what_is_offered(code: str, there: list[str], missing: list[str]) -> None:
    RAN.clear()
    found = [one["name"] for one in names_for(code, NAMES)]
    assert set(there) <= set(found) and not set(missing) & set(found)
    assert found == sorted(found) and RAN == []
    if not there:
        assert found == []


def test_kinds_are_those_the_editor_knows() -> None:
    kinds = {one["name"]: one["kind"] for one in names_for("", NAMES)}
    assert kinds["math"] == "namespace" and kinds["Sly"] == "class" and kinds["total"] == "variable"
    assert {one["name"]: one["kind"] for one in names_for("sly.", NAMES)}["method"] == "method"


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="abst.['\"]() =\n5", max_size=30))
def test_any_text_gets_a_short_list(code: str) -> None:
    found = names_for(code, NAMES)
    assert len(found) <= MOST and RAN == []
