"""The guarantor's credibility: would it fight? Words move the audience cost, troops the tripwire."""

from __future__ import annotations

from coursekit.lab.maths import Value, logistic
from deterrence.model.symbols import declared


@declared
def audience_cost(firmness: Value, audience_ceiling: Value = 0.25) -> Value:
    """Cost of breaking the promise that was made: the firmer the words, the higher.

    Source: Fearon 1997, "tying hands"; the linear form is assumed.
    """
    return audience_ceiling * firmness


@declared
def tripwire(troops: Value, tripwire_pull: Value = 0.35, tripwire_half: Value = 4000.0) -> Value:
    """Push to fight from losses among troops posted; it saturates, and may be nil or negative.

    Source: Musgrave & Ward 2023 and Reiter & Poast 2021 doubt that it pulls, so its band includes less than zero.
    """
    return tripwire_pull * troops / (troops + tripwire_half)


@declared
def fighting_cost(troops: Value, war_cost: Value = 0.5, exposure_cost: Value = 0.03) -> Value:
    """Cost of fighting, which grows with the soldiers exposed to the first blow.

    Source: Musgrave & Ward 2023 on losses that deter the guarantor itself; the linear form is assumed.
    """
    return war_cost + exposure_cost * troops / 10_000


@declared
def resolve(
    win_alone: Value,
    win_joined: Value,
    audience_cost: Value,
    tripwire: Value,
    fighting_cost: Value,
    stake: Value = 0.6,
) -> Value:
    """What fighting is worth to the guarantor: the difference it makes, its word and its dead, less the cost.

    Source: the guarantor fights when this is positive (after Fearon 1997); a stronger protégé makes help matter less.
    """
    return (win_alone - win_joined) * stake + audience_cost + tripwire - fighting_cost


@declared
def credibility(resolve: Value, resolve_noise: Value = 0.2) -> Value:
    """Chance that the guarantor fights, as others see it: its resolve is known only roughly.

    Source: Fearon 1997, resolve as private information; the logistic form is assumed.
    """
    return logistic(resolve / resolve_noise)
