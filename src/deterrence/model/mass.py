"""Fewer and better against many and plain: what quality must make up for when it costs numbers."""

from __future__ import annotations

from coursekit.model.symbolic import Value, exp, logistic, maximum, minimum
from deterrence.model.symbols import declared


@declared
def fielded(defenders: Value = 300.0, unit_price: Value = 3.0) -> Value:
    """Units that the same money fields, if one costs as much as several plain ones. Source: arithmetic."""
    return defenders / unit_price


@declared
def fielded_effect(defender_effect: Value = 6.0, skill: Value = 1.0) -> Value:
    """Effect of one fielded unit: what its equipment could do, times how well it is used.

    Source: biddle2004 holds that employment weighs as much as numbers and technology; the product is assumed.
    """
    return defender_effect * skill


@declared
def worth_its_price(unit_price: Value = 3.0, lanchester_exponent: Value = 1.5) -> Value:
    """Effect at which one dear unit is worth as much as the plain ones that its price would buy.

    Source: the invariant of `defenders_left`.
    """
    return unit_price**lanchester_exponent


@declared
def battle_margin(
    fielded: Value,
    fielded_effect: Value,
    attackers: Value = 600.0,
    attacker_effect: Value = 1.0,
    lanchester_exponent: Value = 1.5,
) -> Value:
    """Share left of the side that wins when the other has none: the defender's above zero, the attacker's below.

    Source: the invariant of `defenders_left`.
    """
    ratio = attacker_effect / fielded_effect * (attackers / fielded) ** lanchester_exponent
    held = maximum(0, 1 - ratio) ** (1 / lanchester_exponent)
    return held - maximum(0, 1 - 1 / ratio) ** (1 / lanchester_exponent)


@declared
def stopped_together(
    kill_chance: Value,
    column: Value = 100.0,
    attempts: Value = 300.0,
    breakpoint: Value = 0.3,
    outage: Value = 0.2,
) -> Value:
    """Chance that the column stops, if now and then all links fail at once, at the same average for one attempt.

    Source: independent attempts but for one common failure, assumed; without it this is `column_stopped`.
    """
    up = minimum(1, kill_chance / (1 - outage))
    stopped = logistic((1 - exp(-up * attempts / column) - breakpoint) / 0.08)
    return (1 - outage) * stopped + outage * logistic(-breakpoint / 0.08)
