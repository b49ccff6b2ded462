"""Each contested form by hand: one worked number, its limits, its sign."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import few, plausible, seeds, share

from deterrence.analysis.packages import BANDS, PACKAGES, deterred
from deterrence.model import (
    GRAPH,
    INDUSTRY,
    attack_probability,
    belief_after_signal,
    belief_when_tied,
    bluff_rate,
    critical_credibility,
    draws,
    firmness,
    guarantee_cost,
    own_strength,
    peace_probability,
    resolve,
    strength_cost,
    war_probability,
    win_alone,
    win_now,
)

LN2 = np.log(2)
CHAIN = GRAPH.behind("attack_probability", "critical_credibility", "peace_probability")
RUNGS = ("war_probability", "dispute_probability", "grey_probability")


def test_entry_posted_troops_count_only_if_their_state_joins():
    assert win_alone(0.3, 0.2, 2, form_entry=1) == pytest.approx(1 / 1.09)  # 1 / (1 + .3²)
    assert win_alone(0.3, 0.0, 2, form_entry=1) == win_alone(0.3, 0.0, 2)  # no troops, no difference
    assert win_now(0.3, 20_000, decisiveness=2, form_entry=1) == pytest.approx(1 / 1.09)


@few
@given(seeds)
def test_entry_never_helps_against_the_protege_alone_and_leaves_the_joint_war_as_it_is(seed):
    drawn = plausible(CHAIN, seed, troops_share=1.0, words_share=0.0, budget=10.0)
    usual, entry = (CHAIN.evaluate(**drawn, form_entry=form) for form in (0.0, 1.0))
    assert np.all(entry["win_alone"] >= usual["win_alone"])
    np.testing.assert_array_equal(entry["win_joined"], usual["win_joined"])
    assert np.all(entry["credibility"] >= usual["credibility"] - 1e-12)


def test_help_is_worth_its_difference_or_its_success():
    # the difference .8 − .3 = .5, or the success .7 · .58, each times the stake .6, and .1 + .05 − .2 beside it
    assert resolve(0.8, 0.3, 0.1, 0.05, 0.2, 0.6) == pytest.approx(0.25)
    assert resolve(0.8, 0.3, 0.1, 0.05, 0.2, 0.6, 0.58, form_help=1) == pytest.approx(0.7 * 0.58 * 0.6 - 0.05)
    assert resolve(0.3, 1.0, 0, 0, 0, 0.6, form_help=1) == 0  # help that cannot succeed is worth nothing
    # Both are alike at the default case, for which the weight is set.
    one, other = (CHAIN.evaluate(form_help=form)["credibility"] for form in (0.0, 1.0))
    assert one == pytest.approx(other, abs=0.005)


@few
@given(seeds)
def test_a_stronger_protege_can_count_on_more_help_where_success_counts(seed):
    drawn = plausible(CHAIN, seed) | {"form_help": 1.0, "words_share": 1.0, "troops_share": 0.0}
    weak, strong = (CHAIN.evaluate(**{**drawn, "protege_strength": m})["credibility"] for m in (0.2, 1.0))
    assert np.all(np.asarray(strong) >= weak)


def test_costs_grow_in_proportion_to_the_strength_that_is_gained():
    assert strength_cost(0.6, 0.4, 0.3, form_costs=1) == pytest.approx(0.15)  # .3 · (.6 / .4 − 1)
    assert strength_cost(0.4, 0.4, 0.3, form_costs=1) == 0
    assert strength_cost(0.6, 0.4, 0.3) == 0
    assert strength_cost(0.0, 0.0, 0.3, form_costs=1) == 0  # nobody's strength cannot grow
    # The dearer war needs less credibility: (.8 − .2 − .15) / ((.8 − .2 − .15) − (.3 − .5 − .15)) = .45 / .8
    assert critical_credibility(0.8, 0.3, 1, 0.2, 0.65, 0, 0.15) == pytest.approx(0.5625)


def test_choice_is_never_an_attack_that_does_not_pay():
    assert attack_probability(0.1, 0.1, 0.2, form_choice=1) == 0
    assert attack_probability(-3.0, 0.1, 0.01, form_choice=1) == 0
    assert attack_probability(0.1 + 0.2 * LN2, 0.1, 0.2, form_choice=1) == pytest.approx(0.5)  # 1 − ½
    assert attack_probability(5.0, 0.1, 0.01, form_choice=1) == pytest.approx(1)


@few
@given(seeds)
def test_choice_gives_exactly_nothing_where_the_prize_is_nothing_or_attack_never_pays(seed):
    drawn = plausible(CHAIN, seed) | {"form_choice": 1.0}
    nothing = CHAIN.evaluate(**drawn, prize=0.0)
    assert np.all(nothing["attack_probability"] == 0) and np.all(nothing["war_probability"] == 0)
    values = CHAIN.evaluate(**drawn)
    never = values["critical_credibility"] <= 0
    assert np.all(np.broadcast_to(values["attack_probability"], never.shape)[never] == 0)


def test_rungs_beside_each_other_are_decided_each_by_itself():
    # Worth .1 · ln 3 more than peace, with noise .1: odds of 3 to 1, whatever the other rungs are worth.
    worth = 0.1 * np.log(3)
    assert war_probability(worth, 9.0, 1.0, 0.1, 0.0, form_rungs=1) == pytest.approx(0.75)
    assert war_probability(0.1 * LN2, 9.0, 1.0, 0.1, 0.0, form_choice=1, form_rungs=1) == pytest.approx(0.5)
    assert peace_probability(0.0, 9.0, 1.0, 0.1, 0.5, 0.2, 0.25, form_rungs=1) == pytest.approx(0.3)  # ½ · .8 · .75


@few
@given(seeds, st.sampled_from([0.0, 1.0]))
def test_a_war_made_dearer_moves_lesser_steps_only_where_rungs_shut_each_other_out(seed, choice):
    drawn = plausible(CHAIN, seed) | {"credibility": 0.4, "form_choice": choice}
    for rungs, moves in ((0.0, True), (1.0, False)):
        cheap, dear = (CHAIN.evaluate(**drawn, form_rungs=rungs, win_alone=p) for p in (0.9, 0.2))
        change = np.asarray(dear["dispute_probability"]) - cheap["dispute_probability"]
        assert np.all(change >= -1e-12) if moves else np.all(change == 0)
    exclusive = CHAIN.evaluate(**drawn, form_rungs=0.0)
    total = sum(exclusive[name] for name in (*RUNGS, "peace_probability"))
    np.testing.assert_allclose(total, 1, atol=1e-12)


@few
@given(seeds)
def test_separate_risks_are_never_smaller_than_the_same_in_one_choice(seed):
    drawn = plausible(CHAIN, seed)
    one, many = (CHAIN.evaluate(**drawn, form_rungs=form) for form in (0.0, 1.0))
    for name in RUNGS:
        assert np.all(many[name] >= one[name] - 1e-12), name
    np.testing.assert_allclose(many["war_probability"], many["attack_probability"], rtol=1e-12)


def test_words_with_what_they_cost_if_called_in():
    # Half of all firmness where the budget is ln 2 times both prices: .3 + .9 = 1.2
    assert firmness(1, 1, 1.2 * LN2, 0.9, 0.3, 0.9, form_words=1) == pytest.approx(0.5)
    assert firmness(1, 1, 2.0, 0.9, 0.3, 0.0, form_words=1) == firmness(1, 1, 2.0, 0.9, 0.3)
    assert firmness(1, 0, 2.0, 0.9, 0.3, 0.9, form_words=1) == 0.9  # stated words are as stated
    assert guarantee_cost(0.5, 0, 0, 0, 0.3, 2.3, 0.9, form_words=1) == pytest.approx(1.2 * LN2)


def test_strength_in_a_long_war_is_what_supplies_keep_up():
    # Industry at half of its most: .4 + .6 · ½ = .7 of the demand; strength .5 · (1 + .4 · ½) · .7
    assert own_strength(6 * LN2, 0, 0.5, 0.4, 6, 0.6, 7, 0.4, form_endurance=1) == pytest.approx(0.42)
    assert own_strength(0, 0, 0.45, sustained_share=0.5, form_endurance=1) == pytest.approx(0.225)
    whole = own_strength(3, 4, sustained_share=1.0)
    assert own_strength(3, 4, sustained_share=1.0, form_endurance=1) == pytest.approx(whole)


def test_the_share_that_aid_alone_supplies_is_that_of_the_stocks_and_flows():
    supplied = INDUSTRY.evaluate(month=60.0, capacity_start=0.0, capacity_goal=0.0)["demand_met"]
    assert GRAPH.defaults["sustained_share"] == pytest.approx(supplied, abs=0.005)


@pytest.mark.parametrize(("cost", "bluffs", "tied"), [(0.0, 1, 0.3), (0.39, 1, 0.3), (0.4, 0, 1), (0.9, 0, 1)])
def test_in_equilibrium_nobody_bluffs_with_a_signal_that_separates(cost, bluffs, tied):
    rate = bluff_rate(cost, 0.4, form_signals=1)
    assert rate == bluffs
    assert belief_after_signal(rate, 0.3) == pytest.approx(1 if not bluffs else 0.3)
    assert belief_when_tied(cost, 0.3, bluff_gain=0.4, form_signals=1) == pytest.approx(tied)


@few
@given(share, st.floats(0.01, 10), st.floats(0, 9.9))
def test_equilibrium_beliefs_rise_with_the_signal_and_are_the_old_belief_or_certainty(prior, gain, cost):
    low, high = (belief_when_tied(at, prior, bluff_gain=gain, form_signals=1) for at in (cost, cost + 0.1))
    assert {low, high} <= {prior, 1.0} and low <= high


COLUMNS = {name: draws()[name] for name in BANDS}


def ahead(package, **forms):
    """Share of the 512 draws in which a package deters more than words, at € 10 billion a year."""
    given = {**COLUMNS, **forms, "budget": 10.0}
    return np.mean(deterred(PACKAGES[package], **given) > deterred(PACKAGES["symbolic"], **given))


@pytest.mark.parametrize(
    ("package", "forms", "points", "share_ahead"),
    [
        ("presence", {}, 18.5, 0.67),
        ("presence", {"form_entry": 1.0}, 7.2, 0.45),
        ("industry", {}, 7.0, 0.33),
        ("industry", {"form_costs": 1.0}, 18.6, 0.66),
        ("army", {}, 7.9, 0.37),
        ("army", {"form_costs": 1.0}, 21.1, 0.70),
    ],
)
def test_what_a_critic_computed_by_hand_comes_out_again(package, forms, points, share_ahead):
    assert 100 * deterred(PACKAGES[package], budget=10.0, **forms) == pytest.approx(points, abs=0.05)
    assert ahead(package, **forms) == pytest.approx(share_ahead, abs=0.006)


def test_with_entry_troops_never_pass_words_at_any_budget():
    for budget in np.arange(1.0, 20.5, 0.5):
        given = {"budget": budget, "form_entry": 1.0}
        assert deterred(PACKAGES["presence"], **given) < deterred(PACKAGES["symbolic"], **given)
