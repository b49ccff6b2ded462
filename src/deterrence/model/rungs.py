"""Lesser steps than war: the challenger chooses among nothing, grey-zone pressure, a lesser dispute and war.

So fewer wars and more incidents can come out together (O'Mahony et al. 2018; Frederick et al. 2020).
"""

from __future__ import annotations

from coursekit.model.symbolic import Value, exp, maximum
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


@declared
def logit_total(
    attack_utility: Value,
    dispute_utility: Value,
    grey_utility: Value,
    status_quo: Value,
    best_option: Value,
    choice_noise: Value = 0.2,
) -> Value:
    """Weights of all four options together. Source: multinomial logit, after signorino1999."""
    war = exp((attack_utility - best_option) / choice_noise)
    dispute = exp((dispute_utility - best_option) / choice_noise)
    grey = exp((grey_utility - best_option) / choice_noise)
    peace = exp((status_quo - best_option) / choice_noise)
    return war + dispute + grey + peace


@declared
def war_probability(attack_utility: Value, best_option: Value, logit_total: Value, choice_noise: Value = 0.2) -> Value:
    """Chance of war, when lesser steps are open too. Source: multinomial logit, after signorino1999."""
    return exp((attack_utility - best_option) / choice_noise) / logit_total


@declared
def dispute_probability(
    dispute_utility: Value, best_option: Value, logit_total: Value, choice_noise: Value = 0.2
) -> Value:
    """Chance of a lesser dispute. Source: multinomial logit, after signorino1999."""
    return exp((dispute_utility - best_option) / choice_noise) / logit_total


@declared
def grey_probability(grey_utility: Value, best_option: Value, logit_total: Value, choice_noise: Value = 0.2) -> Value:
    """Chance of grey-zone pressure. Source: multinomial logit, after signorino1999."""
    return exp((grey_utility - best_option) / choice_noise) / logit_total


@declared
def peace_probability(status_quo: Value, best_option: Value, logit_total: Value, choice_noise: Value = 0.2) -> Value:
    """Chance that the challenger does nothing. Source: multinomial logit, after signorino1999."""
    return exp((status_quo - best_option) / choice_noise) / logit_total
