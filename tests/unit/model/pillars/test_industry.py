"""Production, aid, stocks and endurance, beside a plain loop that keeps the same books."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import FUNCTIONS, few, many, never_falls, seeds, share, within

from deterrence.model import INDUSTRY, aid, demand_met, endurance, production, stock

FLOWS = INDUSTRY.needs("stock")
MONTHS = np.arange(0, 25.0)
still = {"capacity_start": 0.0, "capacity_goal": 0.0, "aid_level": 0.0}


def books(month, capacity_start, capacity_goal, ramp_midpoint, ramp_rate, aid_level, aid_stops, aid_gap, **rest):
    """Month by month: what came in, what was fired, what was left."""
    held, came, fired = rest["stock_start"], [], []
    for t in range(int(month)):
        made = capacity_start + (capacity_goal - capacity_start) / (1 + math.exp(-ramp_rate * (t - ramp_midpoint)))
        came.append(made + (0 if aid_stops <= t < aid_stops + aid_gap else aid_level))
        fired.append(min(rest["demand"], held / rest["turnover"]))
        held += came[-1] - fired[-1]
    return came, fired, held


def plain(names, seed):
    """A dozen settings as numbers; steep ramps left out, whose exponential the plain loop cannot take."""
    drawn = many(names, seed, 12) | {"ramp_rate": np.random.default_rng(seed).uniform(0.01, 0.5, 12)}
    return [dict(zip(drawn, map(float, row), strict=True)) for row in zip(*drawn.values(), strict=True)]


def test_by_hand():
    # halfway up at the midpoint: (20 + 100) / 2; e^(.1 · 10) beyond it: 20 + 80 / (1 + e⁻¹)
    assert production(12, 20, 100, 12, 0.1) == pytest.approx(60)
    assert production(22, 20, 100, 12, 0.1) == pytest.approx(78.484686, abs=1e-6)
    assert [aid(t, 80, 3, 2) for t in (0, 2.9, 3, 4, 4.9, 5)] == [80, 80, 0, 0, 0, 80]
    # 100 in stock, half may be fired at once, 30 come in, 45 are asked for: 100 + 30 − 45 = 85; 85 + 30 − 42.5 = 72.5
    given_values = {**still, "aid_level": 30.0, "aid_gap": 0.0, "stock_start": 100, "demand": 45, "turnover": 2}
    assert stock(1, **given_values) == pytest.approx(85)
    assert stock(2, **given_values) == pytest.approx(72.5)
    assert demand_met(2, **given_values) == pytest.approx((45 + 42.5) / 90)
    assert endurance(2, **given_values, held_share=0.95) == 1
    assert endurance(2, **given_values, held_share=0.94) == 2


@pytest.mark.parametrize("months", [3, 7, 12])
def test_with_nothing_coming_in_endurance_is_the_stock_over_the_demand(months):
    full = {**still, "turnover": 1.0, "demand": 50.0, "held_share": 1.0}
    assert endurance(24, **full, stock_start=50.0 * months + 20) == months


def test_a_long_war_settles_where_what_comes_in_is_fired():
    # Inflow 60 below demand 150: stock tends to inflow × turnover, the share met to 60 / 150.
    given_values = {**still, "aid_level": 60.0, "aid_gap": 0.0, "demand": 150.0, "turnover": 2.0}
    assert stock(240, **given_values) == pytest.approx(120)
    assert demand_met(240, **given_values, stock_start=0.0) == pytest.approx(0.4, abs=0.01)


@few
@given(seeds)
def test_the_books_balance_and_agree_with_a_plain_loop(seed):
    for case in plain(FLOWS, seed):
        came, fired, left = books(**case)
        assert stock(**case) == pytest.approx(left, rel=1e-9, abs=1e-6)
        assert left == pytest.approx(case["stock_start"] + sum(came) - sum(fired), rel=1e-9, abs=1e-6)
        met = sum(fired) / (case["demand"] * len(fired)) if fired else 1
        assert demand_met(**case) == pytest.approx(met, rel=1e-9)


@few
@given(seeds)
def test_endurance_counts_the_months_before_the_first_that_fails(seed):
    for case in plain(INDUSTRY.needs("endurance"), seed):
        needed = case.pop("held_share") * case["demand"]
        _, fired, _ = books(**case)
        short = [t for t, now in enumerate(fired) if now < needed * (1 - 1e-12)]
        clear = all(abs(now - needed) > 1e-9 * needed for now in fired)
        got = endurance(**case, held_share=needed / case["demand"])
        assert 0 <= got <= case["month"]
        if clear:
            assert got == (short[0] if short else len(fired))


@few
@given(seeds)
def test_stocks_are_never_negative_and_endurance_never_beyond_the_horizon(seed):
    values = INDUSTRY.evaluate(**(drawn := many(INDUSTRY.defaults, seed)))
    assert all(np.all(values[name] >= 0) for name in ("stock", "production", "aid", "endurance"))
    assert np.all((values["demand_met"] >= 0) & (values["demand_met"] <= 1))
    assert np.all(values["endurance"] <= drawn["month"])


@few
@given(seeds, st.sampled_from(["stock_start", "aid_level", "capacity_start", "capacity_goal"]))
def test_more_coming_in_never_leaves_less(seed, name):
    drawn = many(INDUSTRY.needs("endurance"), seed, 50)
    less = drawn | {name: drawn[name] / 2}
    for output in ("stock", "demand_met", "endurance"):
        of = {need: None for need in INDUSTRY.needs(output)}
        fewer, more = (FUNCTIONS[output](**{need: given_values[need] for need in of}) for given_values in (less, drawn))
        assert np.all(fewer <= more * (1 + 1e-9) + 1e-9)


@few
@given(seeds)
def test_a_longer_gap_in_aid_never_leaves_more(seed):
    drawn = many(FLOWS, seed, 50)
    gaps = np.array([0, 1, 3, 6, 12, 48.0])[:, None]
    left = stock(**drawn | {"aid_gap": gaps})
    assert np.all(np.diff(left, axis=0) <= 1e-9 * (1 + left[:-1]))


@few
@given(within("capacity_start"), within("capacity_goal"), within("ramp_midpoint"), within("ramp_rate"))
def test_production_grows_from_start_to_goal_and_never_leaves_them(start, goal, midpoint, rate):
    made = production(np.linspace(0, 240, 49), start, goal, midpoint, rate)
    assert np.all((made >= min(start, goal) - 1e-9) & (made <= max(start, goal) + 1e-9))
    assert never_falls(made if goal >= start else -made, 1e-9)


@few
@given(share, st.floats(0, 0.999))
def test_part_of_a_month_changes_nothing_but_the_month(held, part):
    months = MONTHS[:, None] + np.array([0, part])
    assert np.ptp(demand_met(months), axis=1) == pytest.approx(0)
    assert np.ptp(endurance(months, held_share=held), axis=1) == pytest.approx(0)
    assert np.ptp(stock(months), axis=1) == pytest.approx(0)
