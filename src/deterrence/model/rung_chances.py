"""The chance of each rung: nothing, grey-zone pressure, a lesser dispute, war; by choice or by separate risks."""

from __future__ import annotations

from coursekit.model.symbolic import Value, exp, maximum
from deterrence.model.challenger import chance_apart
from deterrence.model.forms import CHOICE, RUNGS
from deterrence.model.symbols import beside, declared


def _apart(worth: str) -> str:
    """Return the equation of a rung that is a risk of its own: that of `attack_probability`, with the rung's worth."""
    return rf"1 \Big/ \left( 1 + e^{{-({worth} - s) / \sigma_c}} \right)"


@beside("logit_total")
def total_of_what_pays(
    attack_utility: Value,
    dispute_utility: Value,
    grey_utility: Value,
    status_quo: Value,
    best_option: Value,
    choice_noise: Value = 0.2,
) -> Value:
    """Weights of all options, those that pay less than peace left out. Source: as `attack_if_it_pays`; assumed."""
    peace = exp((status_quo - best_option) / choice_noise)
    war = maximum(0.0, exp((attack_utility - best_option) / choice_noise) - peace)
    dispute = maximum(0.0, exp((dispute_utility - best_option) / choice_noise) - peace)
    grey = maximum(0.0, exp((grey_utility - best_option) / choice_noise) - peace)
    return war + dispute + grey + peace


@declared
@CHOICE.of(total_of_what_pays)
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


@beside("war_probability")
def war_if_it_pays(
    attack_utility: Value, best_option: Value, logit_total: Value, choice_noise: Value = 0.2, status_quo: Value = 0.15
) -> Value:
    """Chance of war, when lesser steps are open too: exactly 0 unless it pays more than peace.

    Source: as `attack_if_it_pays`.
    """
    peace = exp((status_quo - best_option) / choice_noise)
    return maximum(0.0, exp((attack_utility - best_option) / choice_noise) - peace) / logit_total


@beside("war_probability")
def war_apart(
    attack_utility: Value,
    best_option: Value,
    logit_total: Value,
    choice_noise: Value = 0.2,
    status_quo: Value = 0.15,
    form_choice: Value = 0.0,
) -> Value:
    """Chance of war, as a risk of its own beside lesser steps.

    Source: assumed, as in models of competing hazards.
    """
    return chance_apart(attack_utility, status_quo, choice_noise, form_choice)


war_apart.latex = _apart("U")  # type: ignore[attr-defined]


@declared
@RUNGS.of(war_apart)
@CHOICE.of(war_if_it_pays)
def war_probability(
    attack_utility: Value, best_option: Value, logit_total: Value, choice_noise: Value = 0.2, status_quo: Value = 0.15
) -> Value:
    """Chance of war, when lesser steps are open too. Source: multinomial logit, after signorino1999."""
    return exp((attack_utility - best_option) / choice_noise) / logit_total


@beside("dispute_probability")
def dispute_if_it_pays(
    dispute_utility: Value, best_option: Value, logit_total: Value, choice_noise: Value = 0.2, status_quo: Value = 0.15
) -> Value:
    """Chance of a lesser dispute: exactly 0 unless it pays more than peace.

    Source: as `attack_if_it_pays`.
    """
    peace = exp((status_quo - best_option) / choice_noise)
    return maximum(0.0, exp((dispute_utility - best_option) / choice_noise) - peace) / logit_total


@beside("dispute_probability")
def dispute_apart(
    dispute_utility: Value,
    best_option: Value,
    logit_total: Value,
    choice_noise: Value = 0.2,
    status_quo: Value = 0.15,
    form_choice: Value = 0.0,
) -> Value:
    """Chance of a lesser dispute, as a risk of its own beside the others.

    Source: assumed, as in models of competing hazards.
    """
    return chance_apart(dispute_utility, status_quo, choice_noise, form_choice)


dispute_apart.latex = _apart("U_d")  # type: ignore[attr-defined]


@declared
@RUNGS.of(dispute_apart)
@CHOICE.of(dispute_if_it_pays)
def dispute_probability(
    dispute_utility: Value, best_option: Value, logit_total: Value, choice_noise: Value = 0.2, status_quo: Value = 0.15
) -> Value:
    """Chance of a lesser dispute. Source: multinomial logit, after signorino1999."""
    return exp((dispute_utility - best_option) / choice_noise) / logit_total


@beside("grey_probability")
def grey_if_it_pays(
    grey_utility: Value, best_option: Value, logit_total: Value, choice_noise: Value = 0.2, status_quo: Value = 0.15
) -> Value:
    """Chance of grey-zone pressure: exactly 0 unless it pays more than peace.

    Source: as `attack_if_it_pays`.
    """
    peace = exp((status_quo - best_option) / choice_noise)
    return maximum(0.0, exp((grey_utility - best_option) / choice_noise) - peace) / logit_total


@beside("grey_probability")
def grey_apart(
    grey_utility: Value,
    best_option: Value,
    logit_total: Value,
    choice_noise: Value = 0.2,
    status_quo: Value = 0.15,
    form_choice: Value = 0.0,
) -> Value:
    """Chance of grey-zone pressure, as a risk of its own beside the others.

    Source: assumed, as in models of competing hazards.
    """
    return chance_apart(grey_utility, status_quo, choice_noise, form_choice)


grey_apart.latex = _apart("U_g")  # type: ignore[attr-defined]


@declared
@RUNGS.of(grey_apart)
@CHOICE.of(grey_if_it_pays)
def grey_probability(
    grey_utility: Value, best_option: Value, logit_total: Value, choice_noise: Value = 0.2, status_quo: Value = 0.15
) -> Value:
    """Chance of grey-zone pressure. Source: multinomial logit, after signorino1999."""
    return exp((grey_utility - best_option) / choice_noise) / logit_total


@beside("peace_probability")
def peace_beside_risks(
    status_quo: Value,
    best_option: Value,
    logit_total: Value,
    choice_noise: Value = 0.2,
    war_probability: Value = 0.0,
    dispute_probability: Value = 0.0,
    grey_probability: Value = 0.0,
) -> Value:
    """Chance that none of the separate risks comes true. Source: product of independent chances."""
    return (1 - war_probability) * (1 - dispute_probability) * (1 - grey_probability)


@declared
@RUNGS.of(peace_beside_risks)
def peace_probability(
    status_quo: Value,
    best_option: Value,
    logit_total: Value,
    choice_noise: Value = 0.2,
    war_probability: Value = 0.0,
    dispute_probability: Value = 0.0,
    grey_probability: Value = 0.0,
) -> Value:
    """Chance that the challenger does nothing. Source: multinomial logit, after signorino1999."""
    return exp((status_quo - best_option) / choice_noise) / logit_total
