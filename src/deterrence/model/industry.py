"""The arms industry: production, aid, stocks and endurance; learning; what an investor asks for."""

from __future__ import annotations

from coursekit.model.symbolic import Value, floor, logistic, maximum, minimum, scan, where
from deterrence.model.symbols import declared


def _made(month: Value, start: Value, goal: Value, midpoint: Value, rate: Value) -> Value:
    return start + (goal - start) * logistic(rate * (month - midpoint))


def _sent(month: Value, level: Value, stops: Value, gap: Value) -> Value:
    return where((month >= stops) & (month < stops + gap), 0.0, level)


@declared
def production(
    month: Value = 24.0,
    capacity_start: Value = 20.0,
    capacity_goal: Value = 120.0,
    ramp_midpoint: Value = 30.0,
    ramp_rate: Value = 0.045,
) -> Value:
    """Own production in a month: slow at first, then fast, then full. Source: logistic growth, assumed."""
    return capacity_start + (capacity_goal - capacity_start) * logistic(ramp_rate * (month - ramp_midpoint))


@declared
def aid(month: Value = 24.0, aid_level: Value = 80.0, aid_stops: Value = 24.0, aid_gap: Value = 6.0) -> Value:
    """Aid in a month: a level, with one interruption. Source: definition."""
    return _sent(month, aid_level, aid_stops, aid_gap)


@declared
def stock(
    month: Value = 24.0,
    capacity_start: Value = 20.0,
    capacity_goal: Value = 120.0,
    ramp_midpoint: Value = 30.0,
    ramp_rate: Value = 0.045,
    aid_level: Value = 80.0,
    aid_stops: Value = 24.0,
    aid_gap: Value = 6.0,
    stock_start: Value = 300.0,
    demand: Value = 150.0,
    turnover: Value = 1.5,
) -> Value:
    """Stock after some months; what is fired is the demand, or what the pipeline can give.

    What comes in during a month can be fired in that month. Source: a stock-and-flow balance, one step a month; its
    form is assumed.
    """

    def step(t: Value, held: Value) -> tuple[Value]:
        inflow = _made(t, capacity_start, capacity_goal, ramp_midpoint, ramp_rate) + _sent(
            t, aid_level, aid_stops, aid_gap
        )
        there = held + inflow
        return (there - minimum(demand, there / turnover),)

    return scan(step, (stock_start,), month)[0]


@declared
def demand_now(stock: Value, production: Value, aid: Value, demand: Value = 150.0, turnover: Value = 1.5) -> Value:
    """Share of this month's demand that can be fired, from the stock and what comes in this month.

    Source: the balance of `stock`.
    """
    return minimum(1.0, (stock + production + aid) / (turnover * demand))


@declared
def demand_met(
    month: Value = 24.0,
    capacity_start: Value = 20.0,
    capacity_goal: Value = 120.0,
    ramp_midpoint: Value = 30.0,
    ramp_rate: Value = 0.045,
    aid_level: Value = 80.0,
    aid_stops: Value = 24.0,
    aid_gap: Value = 6.0,
    stock_start: Value = 300.0,
    demand: Value = 150.0,
    turnover: Value = 1.5,
) -> Value:
    """Share of all demand met so far; 1 before the first month. Source: the balance of `stock`."""

    def step(t: Value, held: Value, fired: Value) -> tuple[Value, Value]:
        inflow = _made(t, capacity_start, capacity_goal, ramp_midpoint, ramp_rate) + _sent(
            t, aid_level, aid_stops, aid_gap
        )
        there = held + inflow
        now = minimum(demand, there / turnover)
        return there - now, fired + now

    _, fired = scan(step, (stock_start, 0.0), month)
    return where(month >= 1, minimum(1.0, fired / (demand * maximum(1.0, floor(month)))), 1.0)


@declared
def endurance(
    month: Value = 24.0,
    capacity_start: Value = 20.0,
    capacity_goal: Value = 120.0,
    ramp_midpoint: Value = 30.0,
    ramp_rate: Value = 0.045,
    aid_level: Value = 80.0,
    aid_stops: Value = 24.0,
    aid_gap: Value = 6.0,
    stock_start: Value = 300.0,
    demand: Value = 150.0,
    turnover: Value = 1.5,
    held_share: Value = 0.5,
) -> Value:
    """Months, within the horizon ``month``, until less than the needed share of the demand can be fired.

    Source: the balance of `stock`; the threshold is assumed.
    """

    def step(t: Value, held: Value, months: Value, holds: Value) -> tuple[Value, Value, Value]:
        inflow = _made(t, capacity_start, capacity_goal, ramp_midpoint, ramp_rate) + _sent(
            t, aid_level, aid_stops, aid_gap
        )
        there = held + inflow
        now = minimum(demand, there / turnover)
        still = where(now >= held_share * demand, holds, 0.0)
        return there - now, months + still, still

    return scan(step, (stock_start, 0.0, 1.0), month)[1]
