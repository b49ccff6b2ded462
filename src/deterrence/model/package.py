"""A guarantee as a package of words, troops, industry and army: its size at equal cost or as stated, and its cost.

At equal cost a pillar gets its share of the budget. At stated size a pillar that has any share is there as stated.
"""

from __future__ import annotations

from coursekit.model.symbolic import Value, exp, log, maximum, minimum, where
from deterrence.model.forms import WORDS
from deterrence.model.symbols import beside, declared


@beside("firmness")
def firmness_if_called(
    words_share: Value = 1.0,
    equal_cost: Value = 1.0,
    budget: Value = 1.0,
    commitment: Value = 0.5,
    words_price: Value = 0.3,
    called_price: Value = 1.2,
) -> Value:
    """How firmly the words bind, if the budget must also carry what they may be expected to cost when called in.

    Source: fearon1997, tied hands are paid for when tested; that both prices saturate alike is assumed.
    """
    spent = 1 - exp(-words_share * budget / (words_price + called_price))
    return where(equal_cost > 0.5, spent, where(words_share > 0, commitment, 0.0))


@declared
@WORDS.of(firmness_if_called)
def firmness(
    words_share: Value = 1.0,
    equal_cost: Value = 1.0,
    budget: Value = 1.0,
    commitment: Value = 0.5,
    words_price: Value = 0.3,
    called_price: Value = 1.2,
) -> Value:
    """How firmly the words bind: as stated, or as far as the budget carries them.

    Words saturate: after ratification and repetition, more spending adds little. Source: assumed.
    """
    return where(
        equal_cost > 0.5, 1 - exp(-words_share * budget / words_price), where(words_share > 0, commitment, 0.0)
    )


@declared
def troops(
    troops_share: Value = 0.0,
    equal_cost: Value = 1.0,
    budget: Value = 1.0,
    contingent: Value = 5000.0,
    troops_price: Value = 2.3,
) -> Value:
    """Allied troops posted: as stated, or as many as the budget keeps abroad. Source: arithmetic."""
    stated = where(troops_share > 0, contingent, 0.0)
    return where(equal_cost > 0.5, 10_000 * troops_share * budget / troops_price, stated)


@declared
def industry_spending(
    industry_share: Value = 0.0, equal_cost: Value = 1.0, budget: Value = 1.0, industry_programme: Value = 2.0
) -> Value:
    """Spending on the industry: as stated, or its share of the budget. Source: arithmetic."""
    return where(equal_cost > 0.5, industry_share * budget, where(industry_share > 0, industry_programme, 0.0))


@declared
def army_spending(
    army_share: Value = 0.0, equal_cost: Value = 1.0, budget: Value = 1.0, army_programme: Value = 2.0
) -> Value:
    """Spending on the army: as stated, or its share of the budget. Source: arithmetic."""
    return where(equal_cost > 0.5, army_share * budget, where(army_share > 0, army_programme, 0.0))


FIRMEST = 0.999
"""Words are priced no further than this firmness: beyond it more spending adds nothing that anyone would see."""


@beside("words_idle")
def words_idle_if_called(
    words_share: Value = 1.0,
    equal_cost: Value = 1.0,
    budget: Value = 1.0,
    words_price: Value = 0.3,
    called_price: Value = 1.2,
) -> Value:
    """Part of the budget for words that buys nothing, if words must also carry what they may cost when called in.

    Source: arithmetic; what is spent beyond a firmness of 99.9 %.
    """
    most = -(words_price + called_price) * log(1 - FIRMEST)
    return where(equal_cost > 0.5, maximum(0.0, words_share * budget - most), 0.0)


@declared
@WORDS.of(words_idle_if_called)
def words_idle(
    words_share: Value = 1.0,
    equal_cost: Value = 1.0,
    budget: Value = 1.0,
    words_price: Value = 0.3,
    called_price: Value = 1.2,
) -> Value:
    """Part of the budget for words that buys nothing, because they are as firm as they can be.

    Source: arithmetic; what is spent beyond a firmness of 99.9 %.
    """
    most = -words_price * log(1 - FIRMEST)
    return where(equal_cost > 0.5, maximum(0.0, words_share * budget - most), 0.0)


@beside("guarantee_cost")
def guarantee_cost_if_called(
    firmness: Value,
    troops: Value,
    industry_spending: Value,
    army_spending: Value,
    words_price: Value = 0.3,
    troops_price: Value = 2.3,
    called_price: Value = 1.2,
    words_idle: Value = 0.0,
) -> Value:
    """What the guarantee costs a year, with what its words may be expected to cost when called in.

    Source: arithmetic; firmness is priced no further than 99.9 %, and a budget beyond that is spent all the same.
    """
    words = -(words_price + called_price) * log(1 - minimum(firmness, FIRMEST))
    return words + words_idle + troops_price * troops / 10_000 + industry_spending + army_spending


@declared
@WORDS.of(guarantee_cost_if_called)
def guarantee_cost(
    firmness: Value,
    troops: Value,
    industry_spending: Value,
    army_spending: Value,
    words_price: Value = 0.3,
    troops_price: Value = 2.3,
    called_price: Value = 1.2,
    words_idle: Value = 0.0,
) -> Value:
    """What the guarantee costs a year: for words, the spending that makes them as firm as they are.

    Source: arithmetic; firmness is priced no further than 99.9 %, and a budget beyond that is spent all the same.
    """
    words = -words_price * log(1 - minimum(firmness, FIRMEST))
    return words + words_idle + troops_price * troops / 10_000 + industry_spending + army_spending


@declared
def deterrence_value(attack_unguarded: Value, attack_probability: Value) -> Value:
    """By how much the guarantee lowers the chance of attack; below zero, it provokes more than it deters.

    Source: definition.
    """
    return attack_unguarded - attack_probability


@declared
def war_deterrence(war_unguarded: Value, war_probability: Value) -> Value:
    """By how much the guarantee lowers the chance of war. Source: definition."""
    return war_unguarded - war_probability


@declared
def dispute_deterrence(dispute_unguarded: Value, dispute_probability: Value) -> Value:
    """By how much it lowers the chance of a lesser dispute; below zero, there are more of them. Source: definition."""
    return dispute_unguarded - dispute_probability


@declared
def grey_deterrence(grey_unguarded: Value, grey_probability: Value) -> Value:
    """By how much it lowers the chance of grey-zone pressure; below zero, there is more of it. Source: definition."""
    return grey_unguarded - grey_probability
