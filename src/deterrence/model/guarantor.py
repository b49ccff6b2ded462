"""The guarantor's credibility: would it fight? Words move the audience cost, troops the tripwire."""

from __future__ import annotations

from coursekit.model.symbolic import Value, exp, logistic, maximum, minimum, where
from deterrence.model.forms import HELP, SIGNALS
from deterrence.model.symbols import beside, declared


@declared
def audience_cost(firmness: Value, audience_ceiling: Value = 0.16) -> Value:
    """Cost of breaking the promise that was made: the firmer the words, the higher.

    Source: fearon1997, "tying hands"; the linear form is assumed.
    """
    return audience_ceiling * firmness


@declared
def exposed(troops: Value, forward_share: Value = 1.0) -> Value:
    """Troops that the first blow would hit: those placed where the attack would come. Source: definition."""
    return troops * forward_share


@declared
def tripwire(exposed: Value, mandate: Value = 1.0, tripwire_pull: Value = 0.15, tripwire_half: Value = 4000.0) -> Value:
    """Push to fight from losses among troops posted; it saturates, and may be nil.

    Source: musgrave2023 and reiter2021 find its pull far weaker than assumed: the band begins at none.
    """
    return mandate * tripwire_pull * exposed / (exposed + tripwire_half)


@declared
def fighting_cost(exposed: Value, win_joined: Value, war_cost: Value = 0.5, exposure_cost: Value = 0.06) -> Value:
    """Cost of fighting, which grows with the soldiers exposed to the first blow, and more so if they may lose.

    Source: gelpi2005, losses weigh by the prospect of success; the product is assumed.
    """
    return war_cost + exposure_cost * win_joined * exposed / 10_000


@beside("resolve")
def resolve_by_success(
    win_alone: Value,
    win_joined: Value,
    audience_cost: Value,
    tripwire: Value,
    fighting_cost: Value,
    stake: Value = 0.6,
    success_weight: Value = 0.58,
) -> Value:
    """What fighting is worth to the guarantor, if what counts is the chance that it succeeds.

    Source: assumed; a stronger protégé makes success likelier. The weight makes both forms alike at the default case.
    """
    return (1 - win_joined) * success_weight * stake + audience_cost + tripwire - fighting_cost


@declared
@HELP.of(resolve_by_success)
def resolve(
    win_alone: Value,
    win_joined: Value,
    audience_cost: Value,
    tripwire: Value,
    fighting_cost: Value,
    stake: Value = 0.6,
    success_weight: Value = 0.58,
) -> Value:
    """What fighting is worth to the guarantor: the difference it makes, its word and its dead, less the cost.

    Source: the guarantor fights when this is positive (after fearon1997); a stronger protégé makes help matter less.
    """
    return (win_alone - win_joined) * stake + audience_cost + tripwire - fighting_cost


@declared
def credibility(resolve: Value, resolve_noise: Value = 0.2) -> Value:
    """Chance that the guarantor fights, as others see it: its resolve is known only roughly.

    Source: fearon1997, resolve as private information; the logistic form is assumed.
    """
    return logistic(resolve / resolve_noise)


@declared
def credibility_later(credibility: Value, years_since: Value = 0.0, credibility_decay: Value = 0.02) -> Value:
    """Chance that the guarantor fights, years after its promise was last renewed.

    Source: constant hazard, read off defence pacts that ended by violation (atop2002); contested both ways
    (bennett1997, savun2007).
    """
    return credibility * exp(-credibility_decay * years_since)


@beside("bluff_rate")
def no_bluff(signal_cost: Value = 0.1, bluff_gain: Value = 0.4) -> Value:
    """Share of irresolute guarantors that would send the signal too: all while it costs too little, then none.

    Source: fearon1997, no bluffing in equilibrium; a signal that costs less than a bluff gains separates nobody.
    """
    return where(signal_cost < bluff_gain, 1.0, 0.0)


@declared
@SIGNALS.of(no_bluff)
def bluff_rate(signal_cost: Value = 0.1, bluff_gain: Value = 0.4) -> Value:
    """Share of irresolute guarantors that would send the signal too: fewer, the more it costs.

    Source: after fearon1997, "sinking costs"; the linear fall is assumed.
    """
    return minimum(1, maximum(0, 1 - signal_cost / bluff_gain))


@declared
def belief_after_signal(bluff_rate: Value, prior_resolve: Value = 0.3) -> Value:
    """Belief in the guarantor's resolve after a costly signal.

    Source: Bayes' rule, every resolute guarantor sending the signal (after fearon1997).
    """
    return prior_resolve / (prior_resolve + (1 - prior_resolve) * bluff_rate)


@declared
def tied_cost(attack_probability: Value, credibility: Value, audience_cost: Value) -> Value:
    """What tied hands are expected to cost: the audience cost, if attacked and the guarantor stays out.

    Source: fearon1997, where this is the price of a promise and sunk costs are paid at once.
    """
    return attack_probability * (1 - credibility) * audience_cost
