"""Lesser steps than war: the challenger chooses among nothing, grey-zone pressure, a lesser dispute and war.

So fewer wars and more incidents can come out together (O'Mahony et al. 2018; Frederick et al. 2020).
"""

from __future__ import annotations

from coursekit.model.symbolic import Value, maximum
from deterrence.model.symbols import declared


@declared
def grey_utility(
    credibility: Value,
    prize: Value = 1.0,
    grey_gain: Value = 0.08,
    grey_cost: Value = 0.03,
    grey_response: Value = 0.1,
) -> Value:
    """What the challenger expects from sabotage, pressure and denial of responsibility. Source: assumed."""
    return grey_gain * prize * (1 - grey_response * credibility) - grey_cost


@declared
def dispute_utility(
    credibility: Value,
    troops: Value,
    prize: Value = 1.0,
    dispute_gain: Value = 0.25,
    dispute_cost: Value = 0.12,
    dispute_response: Value = 0.5,
    friction: Value = 0.035,
) -> Value:
    """What the challenger expects from a threat or show of force; troops next door give it occasion and use.

    Source: frederick2020 find light forces inside an ally with more disputes; the linear form is assumed.
    """
    return dispute_gain * prize * (1 - dispute_response * credibility) - dispute_cost + friction * troops / 10_000


@declared
def best_option(attack_utility: Value, dispute_utility: Value, grey_utility: Value, status_quo: Value) -> Value:
    """What the challenger's best option is worth; taken off everywhere, so that nothing overflows.

    Source: arithmetic.
    """
    return maximum(maximum(attack_utility, dispute_utility), maximum(grey_utility, status_quo))
