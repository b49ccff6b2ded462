"""Learning by making; what an investor asks for."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import few, many, never_falls, seeds, within

from deterrence.model import (
    INDUSTRY,
    cost_after_pause,
    insurance_fee,
    learning_exponent,
    projects_viable,
    public_outlay,
    required_return,
    trust_shown,
    unit_cost,
)

RETURN = INDUSTRY.behind("projects_viable")


def test_by_hand():
    # a fall by half at each doubling is an exponent of 1; by a fifth, −log₂ .8
    assert learning_exponent(0.5) == pytest.approx(1)
    assert learning_exponent(0.2) == pytest.approx(0.321928, abs=1e-6)
    assert unit_cost(0.321928095, 8, 100) == pytest.approx(51.2)  # .8³
    # .1 · .6 · .5 · 1.4 · (1 − .25)
    assert insurance_fee(0.1, 0.6, 0.5, 0.4, 0.25) == pytest.approx(0.0315)
    # .03 + .0315 + 2 · (.1 · .6 · (1 − .5) + .02)
    assert required_return(0.0315, 0.03, 0.1, 0.6, 0.5, 2, 0.02) == pytest.approx(0.1615)
    # e^(−.5 / (.5 · .5))
    assert projects_viable(0.5, 0.5, 0.5) == pytest.approx(0.135335, abs=1e-6)
    # 64 units, half forgotten in each of two months: as if 16 had been made
    assert cost_after_pause(0.5, 64, 100, 2, 0.5) == pytest.approx(unit_cost(0.5, 16, 100)) == 25
    assert public_outlay(0.1, 0.6, 0.5, 0.4, 0.25) == pytest.approx(0.0105)


@few
@given(within("learning_rate"), st.floats(1, 5e8), st.floats(0, 1e9))
def test_unit_cost_falls_by_the_learning_rate_at_each_doubling(rate, units, first):
    b = learning_exponent(rate)
    assert unit_cost(b, 2 * units, first) == pytest.approx((1 - rate) * unit_cost(b, units, first))
    assert unit_cost(b, 1, first) == pytest.approx(first)


def test_without_learning_the_last_unit_costs_what_the_first_did():
    assert learning_exponent(0) == 0
    assert unit_cost(0, 1e6, 70) == 70


@few
@given(st.floats(0, 1), st.floats(1, 1e6), st.floats(0, 120), st.floats(0, 0.5))
def test_a_pause_never_makes_the_next_unit_cheaper_nor_dearer_than_the_first(b, units, idle, forgetting):
    paused = cost_after_pause(b, units, 100, idle, forgetting)
    assert unit_cost(b, units, 100) - 1e-9 <= paused <= 100
    assert cost_after_pause(b, units, 100, 0, forgetting) == pytest.approx(unit_cost(b, units, 100))


@few
@given(seeds)
def test_what_the_state_and_the_investor_pay_is_the_whole_premium(seed):
    drawn = many(RETURN.defaults, seed)
    names = INDUSTRY.needs("public_outlay")
    shared = {name: drawn[name] for name in names}
    whole = insurance_fee(**shared | {"public_share": 0.0})
    np.testing.assert_allclose(public_outlay(**shared) + insurance_fee(**shared), whole, atol=1e-12)


@few
@given(seeds)
def test_capital_that_comes_shows_less_trust_the_more_of_its_risk_is_insured(seed):
    graph = INDUSTRY.behind("trust_shown")
    # with a fair premium, so that what is asked for stays above nothing and only the uninsured risk differs
    drawn = many(graph.defaults, seed) | {"insured_share": np.linspace(0, 1, 9)[:, None], "safe_return": 0.05}
    shown = graph.evaluate(**drawn)["trust_shown"]
    assert never_falls(-shown, 1e-9)
    np.testing.assert_allclose(shown[-1], drawn["prior_trust"])  # all insured: both kinds come alike


def test_a_doubter_that_fears_no_more_than_others_makes_capital_tell_nothing():
    assert trust_shown(0.2, doubt_factor=1, prior_trust=0.3) == pytest.approx(0.3)


@few
@given(seeds)
def test_risk_raises_what_an_investor_asks_for_and_a_public_share_lowers_it(seed):
    drawn = many(RETURN.defaults, seed)
    steps = np.linspace(0, 1, 9)[:, None]
    raise_it = ("strike_chance", "strike_loss", "insurer_load", "rule_loss")
    for name, sign in [*((name, 1) for name in raise_it), ("public_share", -1)]:
        assert never_falls(sign * RETURN.evaluate(**drawn | {name: steps})["required_return"]), name
        assert never_falls(-sign * RETURN.evaluate(**drawn | {name: steps})["projects_viable"]), name


@few
@given(seeds)
def test_insurance_pays_only_if_its_load_is_below_the_dread_of_uninsured_loss(seed):
    drawn = many(RETURN.defaults, seed)
    bare, covered = (RETURN.evaluate(**drawn | {"insured_share": f})["required_return"] for f in (0.0, 1.0))
    price = (1 + drawn["insurer_load"]) * (1 - drawn["public_share"])
    expected = drawn["strike_chance"] * drawn["strike_loss"]
    np.testing.assert_allclose(covered - bare, expected * (price - drawn["risk_aversion"]), atol=1e-9)


def test_insurance_can_make_an_investment_dearer():
    bare, covered = (
        RETURN.evaluate(insured_share=f, insurer_load=3.0, risk_aversion=1.5)["required_return"] for f in (0.0, 1.0)
    )
    assert covered > bare


def test_where_less_than_nothing_is_asked_for_every_project_is_viable():
    assert projects_viable(-0.05, 0.2) == projects_viable(0, 0.2) == 1
