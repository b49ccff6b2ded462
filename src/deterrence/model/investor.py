"""Learning by making, and what an investor asks for with and without insurance."""

from __future__ import annotations

from coursekit.model.symbolic import Value, exp, log2, maximum, minimum
from deterrence.model.symbols import declared


@declared
def learning_exponent(learning_rate: Value = 0.15) -> Value:
    """Exponent of the learning curve, from the fall in unit cost at each doubling of output.

    Source: wright1936 for the form; that the rate itself changes with what is made: hogan2020.
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
def cost_after_pause(
    learning_exponent: Value,
    units_made: Value = 1000.0,
    first_cost: Value = 100.0,
    idle_months: Value = 12.0,
    forgetting: Value = 0.05,
) -> Value:
    """Cost of the next unit after a pause in which experience is lost month by month.

    Source: argote1990 and kim2009 find fast forgetting, thompson2007 far less in the same shipyards.
    """
    return first_cost * maximum(1, units_made * (1 - forgetting) ** idle_months) ** (-learning_exponent)


@declared
def insurance_fee(
    strike_chance: Value = 0.1,
    strike_loss: Value = 0.6,
    insured_share: Value = 0.9,
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
    insured_share: Value = 0.9,
    risk_aversion: Value = 2.5,
    rule_loss: Value = 0.03,
) -> Value:
    """Return at which the investment is worth its risk: loss that nobody insures counts beyond its size.

    Source: a certainty equivalent with a constant multiple on such loss, assumed; rules that change are not insured.
    """
    own_risk = strike_chance * strike_loss * (1 - insured_share) + rule_loss
    return safe_return + insurance_fee + risk_aversion * own_risk


@declared
def projects_viable(required_return: Value, usual_return: Value = 0.25, uptime: Value = 0.85) -> Value:
    """Share of projects that would be worth it, if returns are spread exponentially and shrink with idle time.

    Source: assumed.
    """
    return exp(-maximum(0.0, required_return) / (usual_return * uptime))


@declared
def public_outlay(
    strike_chance: Value = 0.1,
    strike_loss: Value = 0.6,
    insured_share: Value = 0.9,
    insurer_load: Value = 0.4,
    public_share: Value = 0.0,
) -> Value:
    """What the state pays a year towards the insurance, as a share of the investment. Source: as `insurance_fee`."""
    return strike_chance * strike_loss * insured_share * (1 + insurer_load) * public_share


@declared
def trust_shown(
    required_return: Value,
    strike_chance: Value = 0.1,
    strike_loss: Value = 0.6,
    insured_share: Value = 0.9,
    risk_aversion: Value = 2.5,
    usual_return: Value = 0.25,
    uptime: Value = 0.85,
    doubt_factor: Value = 3.0,
    prior_trust: Value = 0.5,
) -> Value:
    """Chance that who invests is one who trusts, and not one who thinks a strike several times likelier.

    Source: Bayes' rule over two kinds of investors, as a costly signal (after fearon1997); the kinds are assumed.
    """
    feared = minimum(1, doubt_factor * strike_chance) - strike_chance
    more = risk_aversion * maximum(0, feared) * strike_loss * (1 - insured_share)
    gap = maximum(0, required_return + more) - maximum(0, required_return)
    return prior_trust / (prior_trust + (1 - prior_trust) * exp(-gap / (usual_return * uptime)))
