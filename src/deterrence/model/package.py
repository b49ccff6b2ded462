"""A guarantee as a package of words and troops: what it costs and how far it lowers the chance of attack."""

from __future__ import annotations

from coursekit.lab.maths import Value, exp, where
from deterrence.model import challenger, guarantor, strength
from deterrence.model.symbols import declared


@declared
def firmness(
    words_share: Value = 1.0,
    equal_cost: Value = 1.0,
    budget: Value = 1.0,
    commitment: Value = 0.5,
    words_price: Value = 0.3,
) -> Value:
    """How firmly the words bind: as stated, or as far as the budget carries them.

    Words saturate: after ratification and repetition, more spending adds little. Source: assumed.
    """
    return where(equal_cost > 0.5, 1 - exp(-words_share * budget / words_price), words_share * commitment)


@declared
def troops(
    troops_share: Value = 0.0,
    equal_cost: Value = 1.0,
    budget: Value = 1.0,
    contingent: Value = 5000.0,
    troops_price: Value = 3.0,
) -> Value:
    """Allied troops posted: as stated, or as many as the budget keeps abroad. Source: arithmetic."""
    return where(equal_cost > 0.5, 10_000 * troops_share * budget / troops_price, troops_share * contingent)


@declared
def attack_unguarded(
    prize: Value = 1.0,
    cost_alone: Value = 0.3,
    cost_joined: Value = 0.7,
    peace_value: Value = 0.15,
    choice_noise: Value = 0.2,
    protege_strength: Value = 0.45,
    help_strength: Value = 0.7,
    strength_posted: Value = 0.19,
    decisiveness: Value = 1.5,
    stake: Value = 0.6,
    war_cost: Value = 0.5,
    resolve_noise: Value = 0.2,
) -> Value:
    """Chance of attack with no words and no troops: a guarantor may still fight for its own stake.

    Source: the same quantities at an empty package.
    """
    alone = strength.win_alone(0.0, protege_strength, strength_posted, decisiveness)
    joined = strength.win_joined(0.0, protege_strength, help_strength, strength_posted, decisiveness)
    margin = guarantor.resolve(alone, joined, 0.0, 0.0, war_cost, stake)
    expected = challenger.attack_utility(
        guarantor.credibility(margin, resolve_noise), alone, joined, prize, cost_alone, cost_joined
    )
    return challenger.attack_probability(expected, peace_value, choice_noise)


@declared
def deterrence_value(attack_unguarded: Value, attack_probability: Value) -> Value:
    """By how much the guarantee lowers the chance of attack; below zero, it provokes more than it deters.

    Source: definition.
    """
    return attack_unguarded - attack_probability
