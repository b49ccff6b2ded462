"""Fewer and better against many and plain; links that fail together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import few, many, never_falls, seeds

from deterrence.model import (
    ARMY,
    attackers_left,
    battle_margin,
    column_stopped,
    defenders_left,
    fielded,
    kill_chance,
    stopped_together,
    worth_its_price,
)

exponent = st.floats(0.5, 2)


def test_by_hand():
    assert fielded(300, 3) == 100
    assert worth_its_price(3, 1) == 3
    assert worth_its_price(3, 2) == pytest.approx(9)
    # linear law: 100 units of effect 4 against 300: a quarter left; of effect 2, a third of the attackers left
    assert battle_margin(100, 4, 300, 1, 1) == pytest.approx(0.25)
    assert battle_margin(100, 2, 300, 1, 1) == pytest.approx(-1 / 3)


@few
@given(st.floats(10, 5000), st.floats(1, 5000), st.floats(0.2, 5), exponent)
def test_the_margin_is_what_the_attrition_law_leaves(x, y, effect, power):
    held = defenders_left(x, y, effect, 1, power) / x
    lost = attackers_left(x, y, effect, 1, power) / y
    assert battle_margin(x, effect, y, 1, power) == pytest.approx(held - lost, abs=1e-6)


@few
@given(st.floats(10, 5000), st.floats(1, 5000), st.floats(0.2, 20), exponent)
def test_at_that_effect_the_dear_units_do_as_well_as_the_plain_ones(x, y, price, power):
    dear = battle_margin(fielded(x, price), worth_its_price(price, power), y, 1, power)
    assert dear == pytest.approx(battle_margin(x, 1, y, 1, power), abs=1e-6)


@few
@given(seeds)
def test_better_use_of_the_equipment_never_costs(seed):
    graph = ARMY.behind("battle_margin")
    drawn = many(graph.defaults, seed) | {"skill": np.linspace(0.1, 5, 9)[:, None]}
    assert never_falls(graph.evaluate(**drawn)["battle_margin"], 1e-9)


@few
@given(seeds)
def test_links_that_never_fail_together_fail_one_by_one(seed):
    drawn = many(ARMY.behind("stopped_together").defaults, seed)
    values = ARMY.evaluate(**drawn | {"outage": 0.0})
    np.testing.assert_allclose(values["stopped_together"], values["column_stopped"], atol=1e-12)


def test_a_common_failure_costs_most_where_much_is_tried():
    # The same average for one attempt: with many attempts a common failure takes its whole chance away.
    k = kill_chance()
    apart, together = (stopped_together(k, 100, 2000, 0.3, outage) for outage in (0.0, 0.2))
    assert apart == pytest.approx(1, abs=1e-3)
    assert together == pytest.approx(0.8, abs=0.01)
    assert column_stopped(100 * np.exp(-k * 20), 100, 0.3) == pytest.approx(apart)


def test_with_few_attempts_failing_together_can_be_better():
    # Luck comes in days: on the good ones the few attempts that there are do more.
    assert stopped_together(0.37, 100, 60, 0.3, 0.4) > stopped_together(0.37, 100, 60, 0.3, 0.0)
