"""The challenger's decision, by hand and in general."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import few, many, seeds, share, within

from deterrence.model import attack_probability, attack_utility, critical_credibility, joined_cost, status_quo

NEEDS = ("win_alone", "win_joined", "prize", "cost_alone", "joined_cost", "status_quo")


def test_by_hand():
    # .75 · (.8 · 2 − .5) + .25 · (.3 · 2 − .7) = .825 − .025
    assert attack_utility(0.25, 0.8, 0.3, 0.7, 2, 0.5) == pytest.approx(0.8)
    assert joined_cost(0.6, 0.25) == pytest.approx(0.85)
    # .2 − .04 · 15,000 / 10,000
    assert status_quo(15_000, 0.2, 0.04) == pytest.approx(0.14)
    # 1 / (1 + exp(−(.5 − .1) / .2)) = 1 / (1 + e⁻²)
    assert attack_probability(0.5, 0.1, 0.2) == pytest.approx(0.880797, abs=1e-6)


@few
@given(share, within("prize"), within("cost_alone"))
def test_at_certainty_only_one_of_the_two_wars_counts(win, prize, cost):
    assert attack_utility(0, win, 0.1, 4, prize, cost) == pytest.approx(win * prize - cost)
    assert attack_utility(1, 0.1, win, cost, prize, 4) == pytest.approx(win * prize - cost)


@few
@given(seeds)
def test_credibility_deters_only_where_the_joined_war_is_the_worse(seed):
    drawn = many(("win_alone", "win_joined", "joined_cost", "prize", "cost_alone"), seed)
    more = attack_utility(0.8, **drawn) - attack_utility(0.3, **drawn)
    worse = (
        drawn["win_alone"] * drawn["prize"]
        - drawn["cost_alone"]
        - (drawn["win_joined"] * drawn["prize"] - drawn["joined_cost"])
    )
    np.testing.assert_allclose(more, -0.5 * worse, atol=1e-12)


@few
@given(seeds)
def test_above_the_critical_credibility_attack_does_not_pay_and_below_it_does(seed):
    drawn = many(NEEDS, seed, 1000)
    needed = critical_credibility(**drawn)
    peace = drawn.pop("status_quo")
    found = np.isfinite(needed)
    assert found.any()
    assert np.all(needed[found] <= 1)
    for q in (0.0, 0.25, 0.5, 0.75, 1.0):
        gain = attack_utility(q, **drawn) - peace
        assert np.all(gain[found & (q >= needed)] <= 1e-9)
        assert np.all(gain[found & (q <= needed)] >= -1e-9)


@few
@given(seeds)
def test_where_there_is_no_critical_credibility_not_even_certain_help_deters(seed):
    drawn = many(NEEDS, seed, 1000)
    none = np.isnan(critical_credibility(**drawn))
    peace = drawn.pop("status_quo")
    alone, joined = attack_utility(0, **drawn), attack_utility(1, **drawn)
    assert none.any()
    # Either certain help leaves attack paying, or help is no loss to the challenger at all.
    assert np.all((joined[none] > peace[none] - 1e-9) | (joined[none] >= alone[none] - 1e-9))


@few
@given(st.floats(-5, 5), st.floats(0.01, 5))
def test_even_odds_where_attack_pays_as_much_as_peace(worth, noise):
    assert attack_probability(worth, worth, noise) == pytest.approx(0.5)


@few
@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(0.01, 5))
def test_the_better_attack_pays_the_likelier_it_is_and_noise_blurs(worth, peace, noise):
    now = attack_probability(worth, peace, noise)
    assert attack_probability(worth + 0.5, peace, noise) >= now
    assert attack_probability(worth, peace + 0.5, noise) <= now
    assert abs(attack_probability(worth, peace, 5.0) - 0.5) <= abs(now - 0.5) + 1e-12
    assert attack_probability(peace, worth, noise) == pytest.approx(1 - now)  # the two choices are mirror images


def test_without_noise_the_choice_is_all_but_certain():
    assert attack_probability(0.2, 0.1, 0.01) > 0.9999
    assert attack_probability(0.1, 0.2, 0.01) < 0.0001


@few
@given(st.floats(0, 1e5), st.floats(0, 1e5), st.floats(0.001, 5))
def test_troops_next_door_make_peace_worth_less_if_they_provoke(troops, more, provocation):
    assert status_quo(troops + more, 0.1, provocation) <= status_quo(troops, 0.1, provocation)
    assert status_quo(troops + more, 0.1, 0.0) == status_quo(troops, 0.1, 0.0) == pytest.approx(0.1)
