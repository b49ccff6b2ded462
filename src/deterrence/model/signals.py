"""Costly signals: a word that ties the sender's hands, or a cost that it sinks at once (Fearon 1997)."""

from __future__ import annotations

from coursekit.model.symbolic import Value, exp, logistic, maximum, where
from deterrence.model.forms import CHOICE, SIGNALS
from deterrence.model.symbols import beside, declared


@beside("belief_when_tied")
def belief_without_bluff(
    signal_cost: Value = 0.1, prior_resolve: Value = 0.3, resolve_noise: Value = 0.2, bluff_gain: Value = 0.4
) -> Value:
    """Chance that the guarantor fights after a public word: certain once a bluff would cost more than it gains.

    Source: fearon1997, no bluffing in equilibrium; that one threshold serves both signals is assumed.
    """
    return where(signal_cost < bluff_gain, prior_resolve, 1.0)


@declared
@SIGNALS.of(belief_without_bluff)
def belief_when_tied(
    signal_cost: Value = 0.1, prior_resolve: Value = 0.3, resolve_noise: Value = 0.2, bluff_gain: Value = 0.4
) -> Value:
    """Chance that the guarantor fights after a public word that would cost so much to break.

    All can say the word, so it does not show who is resolute; it pushes each sender's resolve up by the cost of
    breaking it. NaN only if no one was resolute and the push is beyond counting.
    Source: fearon1997, "tying hands"; the logistic form is that of `credibility`.
    """
    return prior_resolve / (prior_resolve + (1 - prior_resolve) * exp(-signal_cost / resolve_noise))


@declared
def signal_belief(belief_when_tied: Value, belief_after_signal: Value, hands_tied: Value = 1.0) -> Value:
    """Chance that the guarantor fights, as others see it after the signal. Source: one kind of signal or the other."""
    return where(hands_tied > 0.5, belief_when_tied, belief_after_signal)


@beside("signal_attack")
def signal_attack_if_it_pays(
    signal_belief: Value,
    win_alone: Value,
    win_joined: Value,
    joined_cost: Value,
    status_quo: Value,
    prize: Value = 1.0,
    cost_alone: Value = 0.3,
    choice_noise: Value = 0.2,
    strength_cost: Value = 0.0,
) -> Value:
    """Chance of attack after the signal: the challenger's sum, with the belief that the signal left.

    Source: as `attack_if_it_pays`.
    """
    alone = win_alone * prize - cost_alone - strength_cost
    gain = (1 - signal_belief) * alone + signal_belief * (win_joined * prize - joined_cost)
    return maximum(0.0, 1 - exp((status_quo - gain) / choice_noise))


@declared
@CHOICE.of(signal_attack_if_it_pays)
def signal_attack(
    signal_belief: Value,
    win_alone: Value,
    win_joined: Value,
    joined_cost: Value,
    status_quo: Value,
    prize: Value = 1.0,
    cost_alone: Value = 0.3,
    choice_noise: Value = 0.2,
    strength_cost: Value = 0.0,
) -> Value:
    """Chance of attack after the signal: the challenger's sum, with the belief that the signal left.

    Source: as `attack_probability`.
    """
    alone = win_alone * prize - cost_alone - strength_cost
    gain = (1 - signal_belief) * alone + signal_belief * (win_joined * prize - joined_cost)
    return logistic((gain - status_quo) / choice_noise)


@beside("silent_attack")
def silent_attack_if_it_pays(
    win_alone: Value,
    win_joined: Value,
    joined_cost: Value,
    status_quo: Value,
    prior_resolve: Value = 0.3,
    prize: Value = 1.0,
    cost_alone: Value = 0.3,
    choice_noise: Value = 0.2,
    strength_cost: Value = 0.0,
) -> Value:
    """Chance of attack with no signal, on the belief that was there before. Source: as `attack_if_it_pays`."""
    alone = win_alone * prize - cost_alone - strength_cost
    gain = (1 - prior_resolve) * alone + prior_resolve * (win_joined * prize - joined_cost)
    return maximum(0.0, 1 - exp((status_quo - gain) / choice_noise))


@declared
@CHOICE.of(silent_attack_if_it_pays)
def silent_attack(
    win_alone: Value,
    win_joined: Value,
    joined_cost: Value,
    status_quo: Value,
    prior_resolve: Value = 0.3,
    prize: Value = 1.0,
    cost_alone: Value = 0.3,
    choice_noise: Value = 0.2,
    strength_cost: Value = 0.0,
) -> Value:
    """Chance of attack with no signal, on the belief that was there before. Source: as `attack_probability`."""
    alone = win_alone * prize - cost_alone - strength_cost
    gain = (1 - prior_resolve) * alone + prior_resolve * (win_joined * prize - joined_cost)
    return logistic((gain - status_quo) / choice_noise)


@declared
def signal_value(silent_attack: Value, signal_attack: Value) -> Value:
    """By how much the signal lowers the chance of attack. Source: definition."""
    return silent_attack - signal_attack


@declared
def signal_price(
    signal_attack: Value, signal_belief: Value, signal_cost: Value = 0.1, hands_tied: Value = 1.0
) -> Value:
    """What the signal is expected to cost its sender: a broken word only if it is tested, a sunk cost at once.

    Source: fearon1997; where hands are tied, as `tied_cost`.
    """
    return where(hands_tied > 0.5, signal_attack * (1 - signal_belief) * signal_cost, signal_cost)


@declared
def signal_war(signal_attack: Value, signal_belief: Value) -> Value:
    """Chance that the guarantor finds itself at war: attacked, and it fights. Source: definition."""
    return signal_attack * signal_belief
