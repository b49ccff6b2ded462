"""The four rungs: war, a lesser dispute, grey-zone pressure, nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import few, many, plausible, seeds, within

from deterrence.model import (
    GRAPH,
    attack_probability,
    best_option,
    dispute_probability,
    dispute_utility,
    grey_probability,
    grey_utility,
    logit_total,
    peace_probability,
    war_probability,
)

RUNGS = GRAPH.behind("war_probability", "dispute_probability", "grey_probability", "peace_probability")
CHANCES = ("war_probability", "dispute_probability", "grey_probability", "peace_probability")
UTILITIES = ("attack_utility", "dispute_utility", "grey_utility", "status_quo")


def chances(war, dispute, grey, peace, noise):
    best = best_option(war, dispute, grey, peace)
    total = logit_total(war, dispute, grey, peace, best, noise)
    return (
        war_probability(war, best, total, noise),
        dispute_probability(dispute, best, total, noise),
        grey_probability(grey, best, total, noise),
        peace_probability(peace, best, total, noise),
    )


def test_by_hand():
    # .1 · 2 · (1 − .3 · .5) − .04
    assert grey_utility(0.5, 2, 0.1, 0.04, 0.3) == pytest.approx(0.13)
    # .2 · 2 · (1 − .6 · .5) − .1 + .05 · 20,000 / 10,000
    assert dispute_utility(0.5, 20_000, 2, 0.2, 0.1, 0.6, 0.05) == pytest.approx(0.28)
    # weights 1, ½, ¼, ¼ of the best
    weights = 0.1 * np.log([1, 1 / 2, 1 / 4, 1 / 4]) + 0.3
    assert best_option(*weights) == pytest.approx(0.3)
    assert logit_total(*weights, 0.3, 0.1) == pytest.approx(2)
    assert chances(*weights, 0.1) == pytest.approx((1 / 2, 1 / 4, 1 / 8, 1 / 8))
    for place in range(4):  # whichever is best
        turned = np.roll(weights, place)
        assert chances(*turned, 0.1) == pytest.approx(tuple(np.roll([1 / 2, 1 / 4, 1 / 8, 1 / 8], place)))


@few
@given(seeds)
def test_the_four_chances_sum_to_one_whatever_the_settings(seed):
    values = RUNGS.evaluate(**many(RUNGS.defaults, seed))
    total = sum(values[name] for name in CHANCES)
    np.testing.assert_allclose(total, 1, atol=1e-12)
    assert all(np.all((values[name] >= 0) & (values[name] <= 1)) for name in CHANCES)
    assert np.all((values["logit_total"] >= 1) & (values["logit_total"] <= 4 + 1e-12))


@few
@given(*(st.floats(-5, 5) for _ in range(4)), within("choice_noise"))
def test_the_better_option_is_the_likelier_and_by_the_logit_of_the_difference(war, dispute, grey, peace, noise):
    found = dict(zip((war, dispute, grey, peace), chances(war, dispute, grey, peace, noise), strict=False))
    ranked = [found[worth] for worth in sorted(found)]
    assert ranked == sorted(ranked)
    p = chances(war, dispute, grey, peace, noise)
    if min(p) > 1e-200:
        assert np.log(p[0] / p[3]) == pytest.approx((war - peace) / noise, abs=1e-6)


@few
@given(st.floats(-2, 2), st.floats(-2, 2), st.floats(0.01, 0.3))
def test_with_lesser_steps_out_of_reach_it_is_the_choice_between_war_and_peace(war, peace, noise):
    p = chances(war, war - 60, peace - 60, peace, noise)
    assert p[0] == pytest.approx(attack_probability(war, peace, noise), abs=1e-12)
    assert chances(war, peace, peace, peace, noise)[0] <= p[0] + 1e-12  # more to choose from, less war


def test_presence_can_bring_fewer_wars_and_more_disputes_together():
    none, some = (RUNGS.evaluate(words_share=0.0, troops_share=1.0, budget=b) for b in (0.0, 8.0))
    assert some["war_probability"] < none["war_probability"]
    assert some["dispute_probability"] > none["dispute_probability"]


@few
@given(seeds)
def test_a_response_makes_lesser_steps_pay_less_and_friction_makes_disputes_pay_more(seed):
    drawn = plausible(RUNGS, seed)
    low, high = (RUNGS.evaluate(**drawn, words_share=0.0, budget=0.0, credibility=q) for q in (0.1, 0.9))
    assert np.all(high["grey_utility"] <= low["grey_utility"] + 1e-12)
    assert np.all(high["dispute_utility"] < low["dispute_utility"])
    few_troops, more = (RUNGS.evaluate(**drawn, troops=n, credibility=0.5) for n in (0.0, 2e4))
    assert np.all(more["dispute_utility"] >= few_troops["dispute_utility"])
    np.testing.assert_array_equal(more["grey_utility"], few_troops["grey_utility"])
