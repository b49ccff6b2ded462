"""The guarantor's credibility: what raises it, what lowers it, and what theory leaves open."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import few, many, never_falls, plausible, seeds, share, within

from deterrence.model import (
    GRAPH,
    audience_cost,
    belief_after_signal,
    bluff_rate,
    credibility,
    credibility_later,
    exposed,
    fighting_cost,
    resolve,
    tied_cost,
    tripwire,
)

PART = GRAPH.behind("credibility")
SIZES = np.array([0, 0.1, 0.5, 1, 2, 5, 10, 20])[:, None]


def with_troops(seed, **given_values):
    """Credibility as presence grows, a row a size, in a few hundred plausible worlds."""
    drawn = plausible(PART, seed, words_share=0.3, troops_share=1.0, **given_values)
    return PART.evaluate(**drawn, budget=SIZES, firmness=0.5)["credibility"]


def test_by_hand():
    assert audience_cost(0.5, 0.3) == pytest.approx(0.15)
    assert exposed(8000, 0.25) == pytest.approx(2000)
    # .5 · .3 · 3 / (3 + 6)
    assert tripwire(3000, 0.5, 0.3, 6000) == pytest.approx(0.05)
    # .4 + .1 · .5 · 2
    assert fighting_cost(20_000, 0.5, 0.4, 0.1) == pytest.approx(0.5)
    # (.8 − .3) · .6 + .1 + .05 − .4
    assert resolve(0.8, 0.3, 0.1, 0.05, 0.4, 0.6) == pytest.approx(0.05)
    # 1 / (1 + e^−2)
    assert credibility(0.2, 0.1) == pytest.approx(0.880797, abs=1e-6)
    assert credibility(0) == 0.5
    # .8 · e^(−.02 · 10)
    assert credibility_later(0.8, 10, 0.02) == pytest.approx(0.654985, abs=1e-6)
    # 1 − .1 / .4; then .3 / (.3 + .7 · .75)
    assert bluff_rate(0.1, 0.4) == pytest.approx(0.75)
    assert belief_after_signal(0.75, 0.3) == pytest.approx(0.363636, abs=1e-6)
    # .4 · (1 − .25) · .2
    assert tied_cost(0.4, 0.25, 0.2) == pytest.approx(0.06)


@few
@given(within("exposed"), share, st.floats(-5, 10), within("tripwire_half"))
def test_a_tripwire_saturates_and_needs_a_mandate(troops, mandate, pull, half):
    pushed = tripwire(troops, mandate, pull, half)
    assert abs(pushed) <= abs(pull) + 1e-12
    assert tripwire(half, 1, pull, half) == pytest.approx(pull / 2)
    assert tripwire(troops, 0, pull, half) == tripwire(0, mandate, pull, half) == 0


@few
@given(seeds)
def test_with_a_tripwire_that_pulls_and_war_costs_fixed_credibility_never_falls_with_presence(seed):
    # Here troops move the tripwire alone; that they also fight, and so make help less needed, comes below.
    drawn = {"exposure_cost": 0.0, "strength_posted": 0.0}
    for pull in (0.0, 0.2, 3.0):
        assert never_falls(with_troops(seed, tripwire_pull=pull, **drawn))


@few
@given(seeds)
def test_with_a_tripwire_that_repels_credibility_falls(seed):
    got = with_troops(seed, tripwire_pull=-0.2, exposure_cost=0.0, strength_posted=0.0)
    assert np.all(np.diff(got, axis=0) < 0)


@few
@given(seeds)
def test_where_war_costs_rise_with_exposure_credibility_falls(seed):
    got = with_troops(seed, tripwire_pull=0.0, exposure_cost=0.1, strength_posted=0.0)
    assert np.all(np.diff(got, axis=0) < 0)
    safe = with_troops(seed, tripwire_pull=0.0, exposure_cost=0.1, strength_posted=0.0, forward_share=0.0)
    np.testing.assert_allclose(np.diff(safe, axis=0), 0, atol=1e-12)  # unless none of them stand where the blow falls


def test_troops_that_fight_can_make_further_help_matter_less_and_so_less_credible():
    # The tripwire pulls and fighting costs the same; still credibility first rises, then falls (pivotality).
    small, middle, large = (
        PART.evaluate(words_share=0.0, troops_share=1.0, budget=b, exposure_cost=0.0)["credibility"]
        for b in (0.1, 5.0, 20.0)
    )
    assert small < middle > large


@few
@given(seeds)
def test_if_an_edge_does_not_decide_more_than_in_proportion_a_stronger_protege_only_lowers_credibility(seed):
    drawn = plausible(PART, seed, decisiveness=np.random.default_rng(seed).uniform(0.1, 1, 300), troops=0.0)
    strengths = np.linspace(0, 5, 20)[:, None]
    assert never_falls(-PART.evaluate(**drawn | {"protege_strength": strengths})["credibility"])


def test_if_an_edge_decides_much_a_hopeless_protege_gains_credibility_with_strength_and_a_strong_one_loses_it():
    hopeless, fair, strong = (
        PART.evaluate(protege_strength=m, decisiveness=2.5, words_share=0.0)["credibility"] for m in (0.0, 0.4, 1.5)
    )
    assert hopeless < fair > strong


@few
@given(seeds)
def test_each_motive_moves_resolve_its_own_way(seed):
    names = ("win_alone", "win_joined", "audience_cost", "tripwire", "fighting_cost", "stake")
    drawn = many(names, seed)
    now, up = resolve(**drawn), np.full(300, 0.01)
    for name, slope in (("audience_cost", 1), ("tripwire", 1), ("fighting_cost", -1)):
        np.testing.assert_allclose(resolve(**drawn | {name: drawn[name] + up}) - now, slope * up, atol=1e-9)
    gain = drawn["win_alone"] - drawn["win_joined"]
    np.testing.assert_allclose(resolve(**drawn | {"stake": 0.0}) + drawn["stake"] * gain, now, atol=1e-9)


@few
@given(st.floats(-5, 5), st.floats(0.01, 5))
def test_credibility_is_even_at_no_resolve_and_noise_blurs_it(worth, noise):
    assert credibility(-worth, noise) == pytest.approx(1 - credibility(worth, noise))
    assert abs(credibility(worth, 5) - 0.5) <= abs(credibility(worth, noise) - 0.5) + 1e-12
    assert credibility(worth, noise) <= credibility(worth + 0.1, noise)


@few
@given(share, st.floats(0, 50), st.floats(0, 50), within("credibility_decay"))
def test_commitment_wears_off_at_a_constant_rate(now, years, more, decay):
    later = credibility_later(now, years, decay)
    assert credibility_later(now, 0, decay) == pytest.approx(now)
    assert credibility_later(now, years + more, decay) == pytest.approx(
        credibility_later(later, more, decay), abs=1e-12
    )
    assert credibility_later(now, years, 0) == pytest.approx(now)


@few
@given(share, st.floats(0, 9), within("bluff_gain"))
def test_a_costly_signal_never_lowers_belief_and_a_free_one_tells_nothing(prior, cost, gain):
    bluffs = bluff_rate(cost, gain)
    assert 0 <= bluffs <= 1
    assert bluff_rate(cost + 0.1, gain) <= bluffs
    assert belief_after_signal(bluff_rate(0, gain), prior) == pytest.approx(prior)
    after = belief_after_signal(bluffs, prior)
    if prior > 0:
        assert prior - 1e-12 <= after <= 1
        assert belief_after_signal(bluff_rate(gain, gain), prior) == 1  # nobody bluffs at that price
    elif bluffs == 0:
        assert np.isnan(after)  # a signal that nobody at all would send


@few
@given(share, share, within("audience_cost"))
def test_tied_hands_cost_nothing_to_who_fights_or_is_not_tested(attack, q, cost):
    assert 0 <= tied_cost(attack, q, cost) <= cost
    assert tied_cost(attack, 1, cost) == tied_cost(0, q, cost) == 0
