"""How far a guess was off is told as exactly as one could guess, no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from page_modules import node

BODY = "return given.map(([guess, answer, step]) => roundedDistance(guess, answer, step));"


@pytest.fixture(scope="module")
def distances(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    return node(tmp_path_factory.mktemp("score"), {"prediction/score": "roundedDistance"}, BODY)


def test_the_distance_has_the_decimals_of_the_slider_and_one_at_most(distances: Callable[[Any], Any]) -> None:
    asked = [["61", "0.867705", "1"], ["0.5", "0.3671", "0.05"], ["44", "44.2225", "1"], ["7", "7", "1"]]
    assert distances(asked) == ["60", "0.1", "0", "0"]


UNITS = "return given.map(([dataset, value]) => unitOf({ dataset }, value));"


def test_one_of_something_has_its_own_word(tmp_path_factory: pytest.TempPathFactory) -> None:
    unit = node(tmp_path_factory.mktemp("unit"), {"prediction/score": "unitOf"}, UNITS)
    both = {"unit": "points", "unitOne": "point"}
    asked = [[both, "1"], [both, "1.0"], [both, "2"], [both, "0.1"], [both, "-1"], [both, None], [{"unit": "%"}, "1"]]
    assert unit(asked) == ["point", "point", "points", "points", "points", "points", "%"]
    assert unit([[{}, "1"]]) == [""]
