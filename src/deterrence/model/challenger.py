"""The challenger's decision: when does attack pay? (Huth & Russett 1984; Zagare & Kilgour 2000)."""

from __future__ import annotations

import inspect

import numpy as np

from coursekit.model.symbolic import Value, exp, logistic, maximum, where
from deterrence.model.forms import CHOICE, COSTS
from deterrence.model.symbols import beside, declared


@declared
def joined_cost(cost_joined: Value = 0.7, punishment: Value = 0.0, strength_cost: Value = 0.0) -> Value:
    """Cost of fighting both, with what allies impose from afar and a stronger protégé inflicts.

    Source: assumed; that punishment and denial are two ways is an old point (schelling1966).
    """
    return cost_joined + punishment + strength_cost


@declared
def attack_utility(
    credibility: Value,
    win_alone: Value,
    win_joined: Value,
    joined_cost: Value,
    prize: Value = 1.0,
    cost_alone: Value = 0.3,
    strength_cost: Value = 0.0,
) -> Value:
    """What the challenger expects from attacking: two wars, weighed by the chance of each.

    Source: huth1984, expected-utility form.
    """
    alone = win_alone * prize - cost_alone - strength_cost
    return (1 - credibility) * alone + credibility * (win_joined * prize - joined_cost)


@declared
def critical_credibility(
    win_alone: Value,
    win_joined: Value,
    prize: Value,
    cost_alone: Value,
    joined_cost: Value,
    status_quo: Value,
    strength_cost: Value = 0.0,
) -> Value:
    """How credible a guarantee must be before attack stops paying.

    Zero or less: attack never pays. NaN: no credibility deters, because the guarantor's entry
    costs the challenger nothing or too little.
    Source: zagare2000, as a threshold.
    """
    alone = win_alone * prize - cost_alone - strength_cost
    joined = win_joined * prize - joined_cost
    threshold = (alone - status_quo) / where(alone > joined, alone - joined, np.nan)
    return where(threshold > 1, np.nan, threshold)


@declared
def status_quo(troops: Value, peace_value: Value = 0.15, provocation: Value = 0.01) -> Value:
    """What the challenger gets from not attacking; less if it feels threatened by troops next door.

    Source: omahony2018 find more low-level disputes near posted troops; the linear form is assumed.
    """
    return peace_value - provocation * troops / 10_000


@beside("attack_probability")
def attack_if_it_pays(attack_utility: Value, status_quo: Value, choice_noise: Value = 0.2) -> Value:
    """Chance that the challenger attacks: exactly 0 unless attack pays more than peace.

    Where it pays, a challenger attacks if the gain exceeds costs that others cannot see, whose mean is the noise.
    Source: zagare2000 for the threshold; the exponential spread is assumed.
    """
    return maximum(0.0, 1 - exp((status_quo - attack_utility) / choice_noise))


@declared
@CHOICE.of(attack_if_it_pays)
def attack_probability(attack_utility: Value, status_quo: Value, choice_noise: Value = 0.2) -> Value:
    """Chance that the challenger attacks: likely, not certain, once attack pays more than peace.

    Source: signorino1999 for the logit form, gartzke1999 on why noise remains.
    """
    return logistic((attack_utility - status_quo) / choice_noise)


chance_apart = beside("attack_probability")(CHOICE.of(attack_if_it_pays)(inspect.unwrap(attack_probability)))
"""The same chance for any option against peace, unchecked: takes the option's worth, that of peace, and the noise."""


@beside("strength_cost")
def strength_cost_growing(own_strength: Value, bare_strength: Value, cost_alone: Value = 0.3) -> Value:
    """Cost that a stronger protégé adds to any war: in proportion to what it gained in strength.

    Source: after slantchev2005, where military moves change costs and chances together; the proportion is assumed.
    """
    return cost_alone * (where(bare_strength > 0, own_strength / bare_strength, 1.0) - 1)


@declared
@COSTS.of(strength_cost_growing)
def strength_cost(own_strength: Value, bare_strength: Value, cost_alone: Value = 0.3) -> Value:
    """Cost that a stronger protégé adds to any war: none. Source: costs as given numbers (huth1984)."""
    return 0.0
