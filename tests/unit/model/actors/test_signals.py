"""Costly signals: what ties hands, what sorts senders, and what each costs."""

import numpy as np
from hypothesis import given
from model_settings import few, never_falls, plausible, seeds, within

from deterrence.model import (
    GRAPH,
    belief_when_tied,
    signal_attack,
    signal_belief,
    signal_price,
    silent_attack,
)

PART = GRAPH.behind("signal_value", "signal_price", "signal_war")
SIZES = np.linspace(0, 1, 11)[:, None]


@given(seeds)
@few
def test_a_larger_signal_of_either_kind_never_lowers_belief_nor_raises_the_chance_of_attack_where_help_hurts(seed):
    settings = plausible(PART, seed)
    for tied in (0.0, 1.0):
        values = PART.evaluate(**settings, signal_cost=SIZES, hands_tied=tied)
        assert never_falls(values["signal_belief"])
        helps = settings["cost_alone"] <= settings["cost_joined"]  # joined, the challenger wins less and pays more
        assert never_falls(-values["signal_attack"][:, helps])


@given(seeds)
@few
def test_no_signal_changes_nothing_and_costs_nothing(seed):
    for tied in (0.0, 1.0):
        values = PART.evaluate(**plausible(PART, seed), signal_cost=0.0, hands_tied=tied)
        np.testing.assert_allclose(values["signal_value"], 0, atol=1e-12)
        np.testing.assert_allclose(values["signal_price"], 0, atol=1e-12)


@given(seeds)
@few
def test_a_tied_hand_is_expected_to_cost_no_more_than_the_same_sum_sunk(seed):
    values = {
        tied: PART.evaluate(**plausible(PART, seed), signal_cost=SIZES, hands_tied=tied)["signal_price"]
        for tied in (0.0, 1.0)
    }
    assert np.all(values[1.0] <= values[0.0] + 1e-12)


@given(within("prior_resolve"), within("signal_cost"))
@few
def test_a_tied_hand_leaves_certainty_certain(prior, cost):
    assert belief_when_tied(cost, 1.0) == 1
    assert belief_when_tied(0.0, prior) == np.float64(prior) or prior == 0
    if prior > 0:
        assert belief_when_tied(cost, prior) >= prior - 1e-12


def test_the_switch_takes_one_kind_or_the_other():
    assert signal_belief(0.2, 0.7, 1.0) == 0.2
    assert signal_belief(0.2, 0.7, 0.0) == 0.7
    assert signal_price(0.5, 0.4, 0.1, 0.0) == 0.1
    assert abs(signal_price(0.5, 0.4, 0.1, 1.0) - 0.5 * 0.6 * 0.1) < 1e-15


@given(seeds)
@few
def test_the_signals_attack_is_the_models_attack_at_that_belief(seed):
    full = GRAPH.behind("attack_probability")
    settings = plausible(full, seed)
    values = full.evaluate(**settings)
    given_names = ("win_alone", "win_joined", "joined_cost", "status_quo")
    known = {name: values[name] for name in given_names}
    known |= {name: settings.get(name, full.defaults[name]) for name in ("prize", "cost_alone", "choice_noise")}
    same = signal_attack(signal_belief=values["credibility"], **known)
    np.testing.assert_allclose(same, values["attack_probability"], rtol=1e-12)
    np.testing.assert_allclose(
        silent_attack(prior_resolve=values["credibility"], **known), values["attack_probability"], rtol=1e-12
    )


def test_large_bluffs_are_sorted_out_and_small_ones_are_not():
    """At the defaults a word convinces more when the signal is small, sunk costs when they exceed a bluff's gain."""
    small, large = (
        {
            tied: GRAPH.behind("signal_value").evaluate(signal_cost=cost, hands_tied=tied)["signal_value"]
            for tied in (0.0, 1.0)
        }
        for cost in (0.1, 0.4)
    )
    assert small[1.0] > small[0.0]
    assert large[0.0] > large[1.0]
