"""A promise of shells and its delivery: what is due, and what has arrived."""

from __future__ import annotations

from coursekit.model.symbolic import Value, absolute, exp, log, maximum, minimum, where
from deterrence.model.symbols import declared


@declared
def made_so_far(
    promise_month: Value = 12.0,
    capacity_start: Value = 20.0,
    capacity_goal: Value = 120.0,
    ramp_midpoint: Value = 30.0,
    ramp_rate: Value = 0.045,
) -> Value:
    """What the givers' industry has made since the promise: the sum of logistic growth.

    Source: the integral of `production`; that output grows like this is assumed.
    """
    late = ramp_rate * (promise_month - ramp_midpoint)
    early = -ramp_rate * ramp_midpoint
    grown = maximum(0, late) + log(1 + exp(-absolute(late))) - maximum(0, early) - log(1 + exp(-absolute(early)))
    return capacity_start * promise_month + (capacity_goal - capacity_start) * grown / ramp_rate


@declared
def delivered(
    made_so_far: Value,
    promise_month: Value = 12.0,
    promised: Value = 1000.0,
    due_months: Value = 12.0,
    stocks_given: Value = 250.0,
    release_months: Value = 3.0,
    sent_share: Value = 0.6,
    on_paper: Value = 0.0,
) -> Value:
    """What has arrived: first out of stocks, then the part of the output that is sent; on paper, an even flow.

    Source: arithmetic; the pace at which stocks are released and the share that is sent are assumed.
    """
    schedule = promised * minimum(1, promise_month / due_months)
    sent = stocks_given * (1 - exp(-promise_month / release_months)) + sent_share * made_so_far
    return where(on_paper > 0.5, schedule, minimum(promised, sent))
