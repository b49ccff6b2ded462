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
        fired.append(min(rest["demand"], (held + came[-1]) / rest["turnover"]))
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
    # 100 in stock and 30 come in: half of 130 may be fired, 60 are asked for: 130 − 60 = 70; then half of 100: 100 − 50
    given_values = {**still, "aid_level": 30.0, "aid_gap": 0.0, "stock_start": 100, "demand": 60, "turnover": 2}
    assert stock(1, **given_values) == pytest.approx(70)
    assert stock(2, **given_values) == pytest.approx(50)
    assert demand_met(2, **given_values) == pytest.approx((60 + 50) / 120)
    assert endurance(2, **given_values, held_share=0.84) == 1
    assert endurance(2, **given_values, held_share=0.83) == 2
    now = INDUSTRY.evaluate(month=1.0, **given_values)
    assert now["demand_now"] == pytest.approx((70 + 30) / 2 / 60)


@pytest.mark.parametrize("months", [3, 7, 12])
def test_with_nothing_coming_in_endurance_is_the_stock_over_the_demand(months):
    full = {**still, "turnover": 1.0, "demand": 50.0, "held_share": 1.0}
    assert endurance(24, **full, stock_start=50.0 * months + 20) == months


@pytest.mark.parametrize(("aid_level", "months"), [(50.0, 6), (0.0, 4)])
def test_what_comes_in_during_a_month_can_be_fired_in_it(aid_level, months):
    # 600 and 150 a month, 250 fired: 750, 650, 550, 450, 350, 250 are there, then 150.
    # Without aid 700, 550, 400, 250 are there, then 100.
    level = {"capacity_start": 100.0, "capacity_goal": 100.0, "aid_level": aid_level, "aid_gap": 0.0, "demand": 250.0}
    assert endurance(24, **level, stock_start=600.0, turnover=1.0, held_share=1.0) == months


@few
@given(seeds)
def test_the_share_fired_in_a_month_is_the_one_by_which_endurance_is_judged(seed):
    """The curve and the number of months come from two formulas; they must keep the same books."""
    for case in plain(INDUSTRY.needs("endurance"), seed):
        held_share = case.pop("held_share")
        months = np.arange(int(case["month"]), dtype=float)
        shares = INDUSTRY.behind("demand_now").evaluate(**case | {"month": months})["demand_now"]
        if np.all(np.abs(shares - held_share) > 1e-9):
            short = np.flatnonzero(shares < held_share)
            assert endurance(**case, held_share=held_share) == (short[0] if short.size else len(months))


def test_a_long_war_settles_where_what_comes_in_is_fired():
    # Inflow 60 below demand 150: what is there tends to inflow × turnover, 120, of which 60 came in; 60 / 150 is met.
    given_values = {**still, "aid_level": 60.0, "aid_gap": 0.0, "demand": 150.0, "turnover": 2.0}
    assert stock(240, **given_values) == pytest.approx(60)
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
