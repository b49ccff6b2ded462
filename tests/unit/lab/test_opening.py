"""What a lab opens at, and the mode that a control sets where none is named."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.lab.declare import Slider
from coursekit.lab.declare.opening import settings
from deterrence.labs import labs
from deterrence.model import GRAPH

SIZE = {"equal_cost": "size"}
LAB = labs()["together"]


def test_what_is_not_set_stays_as_the_lab_opens():
    assert LAB.state() == LAB.defaults
    assert LAB.state()["equal_cost"] == 0 != GRAPH.defaults["equal_cost"]
    assert LAB.state(prize=1.5) == LAB.defaults | {"prize": 1.5}


@given(st.floats(0.5, 40), st.integers(0, 60_000))
def test_a_control_sets_its_mode_unless_a_mode_is_named_or_two_are_meant(budget, troops):
    assert LAB.state(budget=budget)["equal_cost"] == 1
    assert LAB.state(budget=budget, **SIZE)["equal_cost"] == 0
    assert LAB.state(contingent=troops)["equal_cost"] == LAB.state(contingent=troops, **SIZE)["equal_cost"] == 0
    assert LAB.state(budget=budget, contingent=troops)["equal_cost"] == LAB.defaults["equal_cost"]


@pytest.mark.parametrize(
    ("opens", "said"),
    [
        ({"budget": 99}, "its range is 0.5 to 40"),
        ({"troops": 9}, "no control 'troops'"),
        ({"equal_cost": "x"}, "no 'x'"),
    ],
)
def test_an_opening_that_no_reader_could_set_is_refused(opens, said):
    with pytest.raises(ValueError, match=said):
        replace(LAB, opens=opens)


def test_a_name_may_be_written_as_in_a_link_and_an_unknown_one_is_refused():
    fields = [Slider("own_strength", "Strength", 0, 1, 0.1)]
    assert settings("x", fields, {"own-strength": 0.5}) == {"own_strength": 0.5}
    with pytest.raises(ValueError, match="'x' has no control 'strength'; it has own_strength"):
        settings("x", fields, {"strength": 0.5})
