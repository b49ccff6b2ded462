"""The army: attrition (Lanchester 1916), the kill chain, salvo and air defence (Hughes), fighting together."""

from __future__ import annotations

from coursekit.model.symbolic import Value, exp, logistic, maximum, minimum, scan
from deterrence.model.symbols import declared


@declared
def defenders_left(
    defenders: Value = 300.0,
    attackers: Value = 600.0,
    defender_effect: Value = 6.0,
    attacker_effect: Value = 1.0,
    lanchester_exponent: Value = 1.5,
) -> Value:
    """Defending units left when the attacker has none; 0 if the defender is beaten.

    Source: general Lanchester attrition dx/dt = −e_y y x^(2−ϑ), whose invariant is e_x x^ϑ − e_y y^ϑ:
    ϑ = 1 is the linear law, ϑ = 2 the square law (lanchester1916; rubio2016 compares such laws with battles).
    """
    power = defenders**lanchester_exponent - attacker_effect / defender_effect * attackers**lanchester_exponent
    return maximum(0.0, power) ** (1 / lanchester_exponent)


@declared
def attackers_left(
    defenders: Value = 300.0,
    attackers: Value = 600.0,
    defender_effect: Value = 6.0,
    attacker_effect: Value = 1.0,
    lanchester_exponent: Value = 1.5,
) -> Value:
    """Attacking units left when the defender has none; 0 if the attacker is beaten. Source: as `defenders_left`."""
    power = attackers**lanchester_exponent - defender_effect / attacker_effect * defenders**lanchester_exponent
    return maximum(0.0, power) ** (1 / lanchester_exponent)


@declared
def quality_needed(defenders: Value = 300.0, attackers: Value = 600.0, lanchester_exponent: Value = 1.5) -> Value:
    """Quality ratio at which the defender holds against the number: the ratio of numbers to the power ϑ.

    Source: the invariant of `defenders_left`.
    """
    return (attackers / maximum(1.0, defenders)) ** lanchester_exponent


@declared
def course_defenders(
    defenders: Value = 300.0,
    attackers: Value = 600.0,
    defender_effect: Value = 6.0,
    attacker_effect: Value = 1.0,
    lanchester_exponent: Value = 1.5,
    battle_steps: Value = 20.0,
    attrition: Value = 0.02,
) -> Value:
    """Defending units after some rounds, in steps of the attrition law. Source: as `defenders_left`, Euler steps."""
    scale = maximum(1.0, defenders)

    def step(t: Value, x: Value, y: Value) -> tuple[Value, Value]:
        lost = attrition * attacker_effect * y * (x / scale) ** (2 - lanchester_exponent)
        dealt = attrition * defender_effect * x * (y / scale) ** (2 - lanchester_exponent)
        return maximum(0.0, x - lost), maximum(0.0, y - dealt)

    return scan(step, (defenders, attackers), battle_steps)[0]


@declared
def kill_chance(
    detect: Value = 0.85, decide: Value = 0.85, deliver: Value = 0.8, hit: Value = 0.8, kill: Value = 0.8
) -> Value:
    """Chance that one attempt stops one vehicle: every link must hold. Source: the kill chain as a product."""
    return detect * decide * deliver * hit * kill


@declared
def column_left(kill_chance: Value, column: Value = 100.0, attempts: Value = 300.0) -> Value:
    """Vehicles that reach the border, if attempts are spread evenly over those still moving.

    Source: independent attempts; a commander's decision to turn back is left to `column_stopped`.
    """
    return column * exp(-kill_chance * attempts / column)


@declared
def column_stopped(column_left: Value, column: Value = 100.0, breakpoint: Value = 0.3) -> Value:
    """Chance that the column stops before the border: likely once losses pass the breakpoint.

    Source: breakpoints are a rule of thumb, and disputed; the logistic form is assumed.
    """
    return logistic((1 - column_left / column - breakpoint) / 0.08)


def _salvo(
    held: Value, resupply: Value, salvo: Value, shots_each: Value, intercept_chance: Value
) -> tuple[Value, Value]:
    """Return the interceptors left after one salvo, and the missiles that got through."""
    fired = minimum(held, salvo * shots_each)
    stopped = fired / shots_each * (1 - (1 - intercept_chance) ** shots_each)
    return held - fired + resupply, maximum(0.0, salvo - stopped)  # rounding must not make fewer than none


@declared
def interceptors_left(
    salvos: Value = 10.0,
    salvo: Value = 40.0,
    interceptors: Value = 400.0,
    resupply: Value = 30.0,
    shots_each: Value = 2.0,
    intercept_chance: Value = 0.55,
) -> Value:
    """Interceptors left after some salvos. Source: salvo model after hughes1995, with a stock."""

    def step(t: Value, held: Value) -> tuple[Value]:
        return (_salvo(held, resupply, salvo, shots_each, intercept_chance)[0],)

    return scan(step, (interceptors,), salvos)[0]


@declared
def leakers(
    salvos: Value = 10.0,
    salvo: Value = 40.0,
    interceptors: Value = 400.0,
    resupply: Value = 30.0,
    shots_each: Value = 2.0,
    intercept_chance: Value = 0.55,
) -> Value:
    """Missiles that get through, all salvos together. Source: as `interceptors_left`."""

    def step(t: Value, held: Value, through: Value) -> tuple[Value, Value]:
        left, leaked = _salvo(held, resupply, salvo, shots_each, intercept_chance)
        return left, through + leaked

    return scan(step, (interceptors, 0.0), salvos)[1]


@declared
def targets_left(leakers: Value, leaker_damage: Value = 0.002) -> Value:
    """Share of the targets still standing. Source: each leaker destroys a share of what stands; assumed."""
    return exp(-leaker_damage * leakers)
