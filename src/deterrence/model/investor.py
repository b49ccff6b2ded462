"""Learning by making, and what an investor asks for with and without insurance."""

from __future__ import annotations

from coursekit.lab.maths import Value, exp, log2, maximum
from deterrence.model.symbols import declared


@declared
def learning_exponent(learning_rate: Value = 0.15) -> Value:
    """Exponent of the learning curve, from the fall in unit cost at each doubling of output.

    Source: wright1936; the rates' spread is in argote1990.
    """
    return -log2(1 - learning_rate)


@declared
def unit_cost(learning_exponent: Value, units_made: Value = 1000.0, first_cost: Value = 100.0) -> Value:
    """Cost of the latest unit: it falls by the same share at each doubling.

    Source: unit form of the learning curve; wright1936 had the cumulative average.
    How much of it is learning and not capital is disputed (thompson1997).
    """
    return first_cost * units_made ** (-learning_exponent)


@declared
def insurance_fee(
    strike_chance: Value = 0.1,
    strike_loss: Value = 0.6,
    insured_share: Value = 0.0,
    insurer_load: Value = 0.4,
    public_share: Value = 0.0,
) -> Value:
    """What the insurance costs the investor a year: the expected loss, the insurer's load, less what the state pays.

    Source: expected-loss pricing with a proportional load, assumed.
    """
    return strike_chance * strike_loss * insured_share * (1 + insurer_load) * (1 - public_share)


@declared
def required_return(
    insurance_fee: Value,
    safe_return: Value = 0.035,
    strike_chance: Value = 0.1,
    strike_loss: Value = 0.6,
    insured_share: Value = 0.0,
    risk_aversion: Value = 2.5,
) -> Value:
    """Return at which the investment is worth its risk: uninsured loss counts beyond its size.

    Source: a certainty equivalent with a constant multiple on uninsured loss, assumed.
    """
    return safe_return + insurance_fee + risk_aversion * strike_chance * strike_loss * (1 - insured_share)


@declared
def projects_viable(required_return: Value, usual_return: Value = 0.25) -> Value:
    """Share of projects that would be worth it, if returns are spread exponentially. Source: assumed."""
    return exp(-maximum(0.0, required_return) / usual_return)
