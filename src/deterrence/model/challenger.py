"""The challenger's decision: when does attack pay? (Huth & Russett 1984; Zagare & Kilgour 2000)."""

from __future__ import annotations

import numpy as np

from coursekit.model.symbolic import Value, logistic, where
from deterrence.model.symbols import declared


@declared
def joined_cost(cost_joined: Value = 0.7, punishment: Value = 0.0) -> Value:
    """Cost of fighting both, with what allies impose from afar: deterrence by punishment raises it.

    Source: assumed; that punishment and denial are two ways is an old point (schelling1966).
    """
    return cost_joined + punishment


@declared
def attack_utility(
    credibility: Value,
    win_alone: Value,
    win_joined: Value,
    joined_cost: Value,
    prize: Value = 1.0,
    cost_alone: Value = 0.3,
) -> Value:
    """What the challenger expects from attacking: two wars, weighed by the chance of each.

    Source: huth1984, expected-utility form.
    """
    return (1 - credibility) * (win_alone * prize - cost_alone) + credibility * (win_joined * prize - joined_cost)


@declared
def critical_credibility(
    win_alone: Value,
    win_joined: Value,
    prize: Value,
    cost_alone: Value,
    joined_cost: Value,
    status_quo: Value,
) -> Value:
    """How credible a guarantee must be before attack stops paying.

    Zero or less: attack never pays. NaN: no credibility deters, because the guarantor's entry
    costs the challenger nothing or too little.
    Source: zagare2000, as a threshold.
    """
    alone = win_alone * prize - cost_alone
    joined = win_joined * prize - joined_cost
    threshold = (alone - status_quo) / where(alone > joined, alone - joined, np.nan)
    return where(threshold > 1, np.nan, threshold)


@declared
def status_quo(troops: Value, peace_value: Value = 0.15, provocation: Value = 0.01) -> Value:
    """What the challenger gets from not attacking; less if it feels threatened by troops next door.

    Source: omahony2018 find more low-level disputes near posted troops; the linear form is assumed.
    """
    return peace_value - provocation * troops / 10_000


@declared
def attack_probability(attack_utility: Value, status_quo: Value, choice_noise: Value = 0.2) -> Value:
    """Chance that the challenger attacks: likely, not certain, once attack pays more than peace.

    Source: signorino1999 for the logit form, gartzke1999 on why noise remains.
    """
    return logistic((attack_utility - status_quo) / choice_noise)
