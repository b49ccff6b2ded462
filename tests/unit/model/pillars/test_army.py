"""Attrition, the kill chain, salvos."""

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from model_settings import few, many, never_falls, seeds, share, within

from deterrence.model import (
    ARMY,
    attackers_left,
    column_left,
    column_stopped,
    course_defenders,
    defenders_left,
    interceptors_left,
    kill_chance,
    leakers,
    quality_needed,
    targets_left,
)

units, effect, exponent = st.floats(10, 5000), st.floats(0.2, 5), st.floats(0.5, 2)


def course(x, y, ex, ey, power, steps, attrition):
    """Both sides' courses: the attacker's is the defender's seen from the other side, with the clock put right."""
    clock = (y / x) ** (2 - power)
    return (
        course_defenders(x, y, ex, ey, power, steps, attrition),
        course_defenders(y, x, ey, ex, power, steps, attrition * clock),
    )


def test_by_hand():
    # linear law: 2 · 300 against 1 · 500 leaves 100 / 2; square law: 2 · 300² − 1 · 400² = 20,000 → √10,000
    assert defenders_left(300, 500, 2, 1, 1) == pytest.approx(50)
    assert attackers_left(300, 500, 2, 1, 1) == 0
    assert defenders_left(300, 400, 2, 1, 2) == pytest.approx(100)
    # linear: (700 − 2 · 300); square: √(500² − 2 · 300²) = √70,000
    assert attackers_left(300, 700, 2, 1, 1) == pytest.approx(100)
    assert attackers_left(300, 500, 2, 1, 2) == pytest.approx(264.575131, abs=1e-6)
    assert defenders_left(300, 500, 2, 1, 2) == 0
    # three times as many need three times the quality, or nine times
    assert quality_needed(200, 600, 1) == pytest.approx(3)
    assert quality_needed(200, 600, 2) == pytest.approx(9)
    assert quality_needed(1, 600, 1) == pytest.approx(600)
    assert course_defenders(1, 0.5, 1, 1, 1, 1, 0.02) == pytest.approx(0.99)
    # one round, square law: 300 − .02 · 1 · 500; second: 290 − .02 · (500 − .02 · 2 · 300)
    assert course_defenders(300, 500, 2, 1, 2, 1, 0.02) == pytest.approx(290)
    assert course_defenders(300, 500, 2, 1, 2, 2, 0.02) == pytest.approx(280.24)
    # linear law: losses shrink with the defender, and the attacker's with the attacker (600 / 300 at first)
    assert course_defenders(300, 600, 2, 1, 1, 2, 0.02) == pytest.approx(288 - 0.02 * (600 - 24) * 288 / 300)
    assert kill_chance(0.9, 0.8, 0.7, 0.6, 0.5) == pytest.approx(0.1512)
    # 50 vehicles, .2 · 100 / 50 = .4 hits each
    assert column_left(0.2, 50, 100) == pytest.approx(50 * math.exp(-0.4))
    assert column_stopped(70, 100, 0.3) == pytest.approx(0.5)
    assert column_stopped(50, 100, 0.3) == pytest.approx(1 / (1 + math.exp(-2.5)))
    # 10 missiles, two shots each, half stop: 20 fired, 10 · ¾ stopped; next 5 left + 5 come = 10 fired, 5 · ¾ stopped
    assert interceptors_left(1, 10, 25, 5, 2, 0.5) == 10
    assert leakers(1, 10, 25, 5, 2, 0.5) == pytest.approx(2.5)
    assert leakers(2, 10, 25, 5, 2, 0.5) == pytest.approx(2.5 + 6.25)
    assert interceptors_left(2, 10, 25, 5, 2, 0.5) == 5
    assert targets_left(100, 0.005) == pytest.approx(math.exp(-0.5))


@few
@given(units, units, effect, effect, exponent)
def test_one_side_at_most_is_left_and_the_invariant_says_how_many(x, y, ex, ey, power):
    ours, theirs = defenders_left(x, y, ex, ey, power), attackers_left(x, y, ex, ey, power)
    assert min(ours, theirs) == 0
    assert ours <= x * (1 + 1e-12)
    assert theirs <= y * (1 + 1e-12)
    balance, scale = ex * x**power - ey * y**power, ex * x**power + ey * y**power
    assert ex * ours**power - ey * theirs**power == pytest.approx(balance, abs=1e-9 * scale)


@few
@given(units, units, exponent)
def test_the_quality_that_is_needed_is_just_enough(x, y, power):
    needed = quality_needed(x, y, power)
    assume(0.011 < needed < 99)
    assert defenders_left(x, y, needed * 1.01, 1, power) > 0
    assert attackers_left(x, y, needed * 0.99, 1, power) > 0


@settings(few, max_examples=40)
@given(st.floats(50, 500), st.floats(50, 500), st.floats(0.5, 2), st.floats(0.5, 2), exponent)
def test_the_invariant_holds_along_the_course_in_the_limit_of_small_steps(x, y, ex, ey, power):
    def drift(attrition, steps):
        ours, theirs = course(x, y, ex, ey, power, np.arange(steps + 1.0), attrition)
        alive = (ours > 0.05 * x) & (theirs > 0.05 * y)
        start = ex * x**power - ey * y**power
        return np.max(np.abs(ex * ours**power - ey * theirs**power - start)[alive]) / (ex * x**power + ey * y**power)

    coarse, fine = drift(0.004, 50), drift(0.001, 200)  # the same span of battle
    assert fine < 0.01
    assert fine <= 0.4 * coarse + 1e-9  # a quarter, as Euler's steps err in proportion to their length


@pytest.mark.parametrize(
    ("attackers", "power", "left", "near"),
    # By hand: 300 − 300/2; (300^1.5 − 300^1.5/2)^(1/1.5) = 300 / 2^(2/3); √(300² − 400²/2). Steps of the linear law
    # keep its invariant whatever their length.
    [(300, 1.0, 150.0, 1e-3), (300, 1.5, 188.988, 0.02), (400, 2.0, 100.0, 0.15)],
)
def test_the_course_ends_where_the_closed_form_says(attackers, power, left, near):
    assert defenders_left(300, attackers, 2, 1, power) == pytest.approx(left, rel=1e-5)
    coarse, fine = (course_defenders(300, attackers, 2, 1, power, 200, attrition) for attrition in (0.1, 0.05))
    assert fine == pytest.approx(left, rel=near)
    if power == 2:
        assert abs(fine - left) < abs(coarse - left)
        finer = course_defenders(300, attackers, 2, 1, power, 200, 0.01)
        assert finer == pytest.approx(left, rel=0.03)


@few
@given(seeds)
def test_units_vehicles_interceptors_and_missiles_are_never_negative_nor_more_than_there_were(seed):
    values = ARMY.evaluate(**(drawn := many(ARMY.defaults, seed)))
    for name in ("defenders_left", "course_defenders"):
        assert np.all((values[name] >= 0) & (values[name] <= drawn["defenders"] * (1 + 1e-9))), name
    assert np.all((values["attackers_left"] >= 0) & (values["attackers_left"] <= drawn["attackers"] * (1 + 1e-9)))
    assert np.all((values["column_left"] >= 0) & (values["column_left"] <= drawn["column"]))
    assert np.all(values["interceptors_left"] >= 0)
    fired = drawn["salvo"] * np.floor(drawn["salvos"])
    assert np.all((values["leakers"] >= 0) & (values["leakers"] <= fired * (1 + 1e-9)))
    most = drawn["interceptors"] + drawn["resupply"] * np.floor(drawn["salvos"])
    assert np.all(values["interceptors_left"] <= most * (1 + 1e-9))


@few
@given(st.tuples(share, share, share, share, share))
def test_a_chain_is_no_stronger_than_its_weakest_link(links):
    assert kill_chance(*links) <= min(links)
    for place in range(5):
        broken = [0 if place == i else link for i, link in enumerate(links)]
        assert kill_chance(*broken) == 0


@few
@given(share, within("column"), within("attempts"), within("breakpoint"))
def test_more_attempts_never_let_more_through(chance, column, attempts, breaks):
    left = column_left(chance, column, np.array([0, attempts / 2, attempts]))
    assert left[0] == pytest.approx(column)
    assert never_falls(-left, 1e-9)
    assert never_falls(column_stopped(left, column, breaks))


@few
@given(seeds)
def test_defence_by_missiles_in_a_plain_loop(seed):
    names = ARMY.needs("leakers")
    drawn = many(names, seed, 12)
    for case in (dict(zip(drawn, map(float, row), strict=True)) for row in zip(*drawn.values(), strict=True)):
        held, through = case["interceptors"], 0.0
        for _ in range(int(case["salvos"])):
            fired = min(held, case["salvo"] * case["shots_each"])
            met = fired / case["shots_each"]  # missiles met with all their shots
            through += case["salvo"] - met + met * (1 - case["intercept_chance"]) ** case["shots_each"]
            held += case["resupply"] - fired
        scale = 1 + case["salvo"] * case["salvos"]
        assert leakers(**case) == pytest.approx(through, abs=1e-9 * scale)
        assert interceptors_left(**case) == pytest.approx(held, rel=1e-9, abs=1e-6)


@few
@given(seeds)
def test_better_or_more_interceptors_never_let_more_through(seed):
    drawn = many(ARMY.needs("leakers"), seed, 50)
    for name, steps in (("intercept_chance", np.linspace(0, 1, 9)), ("interceptors", np.linspace(0, 1e6, 9))):
        through = leakers(**drawn | {name: steps[:, None]})
        assert np.all(np.diff(through, axis=0) <= 1e-9 * (1 + through[:-1]))


def test_two_shots_each_save_targets_while_stocks_last_and_cost_them_after():
    first, last = ([leakers(n, 40, 200, 0, shots, 0.7) for shots in (1, 2)] for n in (2, 10))
    assert first[1] < first[0]
    assert last[1] > last[0]


@few
@given(within("leakers"), within("leaker_damage"))
def test_no_leaker_no_damage(through, damage):
    assert targets_left(0, damage) == targets_left(through, 0) == 1
    assert targets_left(through, damage) <= 1
