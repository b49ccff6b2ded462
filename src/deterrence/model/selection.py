"""A population of dyads whose challengers choose: first whether to start a crisis, then whether to attack.

After Fearon 2002.
"""

from __future__ import annotations

from coursekit.model.symbolic import Value, logistic, where
from deterrence.model.symbols import declared


@declared
def entry_utility(
    dyad_credibility: Value = 0.5,
    dyad_motive: Value = 1.0,
    dyad_loss: Value = 1.0,
    probe_cost: Value = 0.1,
    motive_spread: Value = 1.0,
) -> Value:
    """What the challenger expects from starting a crisis: it knows what everyone knows of the guarantor.

    Source: after fearon2002, general deterrence.
    """
    return (1 - dyad_credibility) * dyad_motive**motive_spread - dyad_credibility * dyad_loss - probe_cost


@declared
def entry_probability(entry_utility: Value, choice_noise: Value = 0.2) -> Value:
    """Chance that the challenger starts a crisis. Source: logit, after signorino1999."""
    return logistic(entry_utility / choice_noise)


@declared
def entry_chance(entry_probability: Value, by_lot: Value = 0.0, lot_chance: Value = 0.45) -> Value:
    """Chance of a crisis: as the challenger chooses, or the same for all. Source: the comparison is ours."""
    return where(by_lot > 0.5, lot_chance, entry_probability)


@declared
def crisis(entry_chance: Value, dyad_luck_enter: Value = 0.5) -> Value:
    """1 if there is a crisis, 0 if general deterrence held. Source: a draw against the chance."""
    return where(dyad_luck_enter < entry_chance, 1.0, 0.0)


@declared
def crisis_utility(
    dyad_credibility: Value = 0.5,
    dyad_motive: Value = 1.0,
    dyad_loss: Value = 1.0,
    dyad_news: Value = 0.0,
    motive_spread: Value = 1.0,
    news_weight: Value = 1.0,
) -> Value:
    """What the challenger expects from attacking, now that the crisis has told it more of the guarantor.

    Source: after fearon2002, immediate deterrence.
    """
    learnt = dyad_credibility + news_weight * dyad_news
    believed = where(learnt < 0, 0.0, where(learnt > 1, 1.0, learnt))
    return (1 - believed) * dyad_motive**motive_spread - believed * dyad_loss


@declared
def crisis_attack(
    crisis: Value, crisis_utility: Value, choice_noise: Value = 0.2, dyad_luck_attack: Value = 0.5
) -> Value:
    """1 if the crisis ends in attack, 0 if immediate deterrence held or there was none.

    Source: a draw against the chance.
    """
    return where(dyad_luck_attack < logistic(crisis_utility / choice_noise), crisis, 0.0)
