"""The signalling game: by hand, by every deviation that a sender could try, and against what the paper says of it."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from model_settings import few

from deterrence.model import SIGNALLING

VALUES = (np.arange(4000) + 0.5) / 4000  # of the protégé to a sender, spread evenly
chances = st.floats(0.05, 1)
costs = st.floats(0.01, 1.5)
shares = st.floats(0.01, 0.99)
games = given(chances, costs, shares)


def solved(chance, cost, determined, tied, errors=0.0):
    return SIGNALLING.evaluate(
        stand_chance=chance, stand_cost=cost, determined_share=determined, hands_tied=tied, signal_errors=errors
    )


def payoff(value, size, challenged, tied, chance, cost):
    """What a sender gets that sends a signal of some size (none: 0), is challenged so often, and then does its best."""
    ex_post, ex_ante = (size, 0.0) if tied else (0.0, size)
    return (1 - challenged) * value + challenged * np.maximum(chance * value - cost, -ex_post) - ex_ante


def fights(value, size, tied, chance, cost):
    return chance * value - cost >= (-size if tied else 0.0)


def test_by_hand():
    # Tied: 0.3 · 0.3 / (0.7 + 0.3 · 0.6) = 9/88, and 0.3 − 0.6 · 9/88 = 21/88. Sunk: 0.3 / 0.6, and 0.7 · 0.5.
    tied, sunk = (SIGNALLING.evaluate(hands_tied=switch) for switch in (1.0, 0.0))
    assert (tied["signals_from"], tied["signal_size"]) == pytest.approx((9 / 88, 21 / 88))
    assert (sunk["signals_from"], sunk["signal_size"]) == pytest.approx((0.5, 0.35))
    # War: a determined challenger meets a sender who signalled. Sunk, the mean sender of those values it at 3/4.
    assert (tied["game_war"], sunk["game_war"]) == pytest.approx((0.3 * 79 / 88, 0.15))
    assert sunk["game_payoff"] == pytest.approx(0.5 * (0.7 * 0.75 + 0.3 * (0.45 - 0.3) - 0.35))
    assert (tied["challenged_after"], tied["challenged_silent"]) == (0.3, 1)


@few
@games
def test_in_equilibrium_no_sender_gains_by_any_other_signal_or_by_silence(chance, cost, determined):
    for tied in (True, False):
        made = solved(chance, cost, determined, float(tied))
        size, least = float(made["signal_size"]), float(made["signals_from"])
        sends = least <= VALUES
        silent = payoff(VALUES, 0.0, 1.0, tied, chance, cost)
        sent = payoff(VALUES, size, determined, tied, chance, cost)
        chosen = np.where(sends, sent, silent)
        # A signal that is not the equilibrium's persuades nobody if it is smaller, and no better if it is larger.
        others = [payoff(VALUES, size * part, 1.0, tied, chance, cost) for part in (0.2, 0.5, 0.9, 0.99)]
        others += [payoff(VALUES, size * more + 0.01, determined, tied, chance, cost) for more in (1, 1.5, 3)]
        for other in (silent, sent, *others):
            assert np.all(chosen >= other - 1e-9)


@few
@games
def test_leaders_never_bluff_with_either_signal(chance, cost, determined):
    """The paper's first result: whoever ties its hands or sinks a cost fights if challenged."""
    for tied in (True, False):
        made = solved(chance, cost, determined, float(tied))
        sends = made["signals_from"] + 1e-9 < VALUES
        assert np.all(fights(VALUES[sends], float(made["signal_size"]) + 1e-12, tied, chance, cost))
        assert made["bluffs_sent"] == 0
        assert made["challenged_after"] == pytest.approx(determined)


@few
@games
def test_a_smaller_signal_would_be_worth_a_bluff(chance, cost, determined):
    """So the signal is no larger than it must be: at nine tenths of it, if it were believed, some would bluff."""
    for tied in (True, False):
        made = solved(chance, cost, determined, float(tied))
        size = 0.9 * float(made["signal_size"])
        assume(float(made["signals_from"]) < 1 and size > 1e-3)
        bluffs = ~fights(VALUES, size, tied, chance, cost)
        gain = payoff(VALUES, size, determined, tied, chance, cost) - payoff(VALUES, 0.0, 1.0, tied, chance, cost)
        assert np.any(gain[bluffs] > 0)


@few
@games
def test_tied_hands_pay_better_on_average_and_bring_the_greater_risk_of_war(chance, cost, determined):
    """The paper's second result."""
    tied, sunk = (solved(chance, cost, determined, switch) for switch in (1.0, 0.0))
    assert tied["game_payoff"] >= sunk["game_payoff"] - 1e-12
    assert tied["game_war"] >= sunk["game_war"] - 1e-12
    if tied["senders_share"] > 0.01 and determined < 0.9 and cost > 0.05:
        assert tied["game_payoff"] > sunk["game_payoff"]
        assert tied["game_war"] > sunk["game_war"]


@few
@given(chances, costs, shares, st.floats(0, 0.5))
def test_payoff_and_risk_of_war_are_the_means_over_all_senders_with_their_errors(chance, cost, determined, errors):
    for tied in (True, False):
        made = solved(chance, cost, determined, float(tied), errors)
        size, after, silent = (float(made[name]) for name in ("signal_size", "challenged_after", "challenged_silent"))
        means = made["signals_from"] <= VALUES
        sends = np.where(means, 1 - errors, errors)
        # Sent by mistake, a signal is followed by giving way; who fails to signal fights if it would fight anyway.
        bluff = (1 - after) * VALUES - (after * size if tied else size)
        with_signal = np.where(means, payoff(VALUES, size, after, tied, chance, cost), bluff)
        without = np.where(means, payoff(VALUES, 0.0, silent, tied, chance, cost), (1 - silent) * VALUES)
        found = np.mean(sends * with_signal + (1 - sends) * without)
        assert made["game_payoff"] == pytest.approx(found, abs=2e-3)
        unbound = fights(VALUES, 0.0, tied, chance, cost)
        war = np.mean(sends * means * after + (1 - sends) * (means & unbound) * silent)
        assert made["game_war"] == pytest.approx(war, abs=2e-3)
        if np.mean(sends) > 0.01:
            assert made["bluffs_sent"] == pytest.approx(np.mean(sends * ~means) / np.mean(sends), abs=2e-2)


def test_errors_can_turn_round_which_signal_brings_the_greater_risk_of_war():
    war = {
        (errors, tied): float(solved(0.6, 0.3, 0.05, tied, errors)["game_war"])
        for errors in (0.0, 0.1)
        for tied in (1.0, 0.0)
    }
    assert war[0.0, 1.0] > war[0.0, 0.0]
    assert war[0.1, 1.0] < war[0.1, 0.0]
