"""Strength, the contest, and how much help can be used."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import few, many, never_falls, seeds, share, within

from deterrence.model import interoperability, own_strength, usable_help, win_alone, win_joined

LN2 = float(np.log(2))


def test_by_hand():
    # Spending ln 2 prices reaches half of the gain: .5 · (1 + .4/2) · (1 + .6/2)
    assert own_strength(4 * LN2, 7 * LN2, 0.5, 0.4, 4, 0.6, 7) == pytest.approx(0.5 * 1.2 * 1.3)
    assert usable_help(0.6, 0.5, 1.5) == pytest.approx(0.45)
    # 1 / (1 + (.3 + .2)²), 1 / (1 + (.3 + .2 + 1.5)²)
    assert win_alone(0.3, 0.2, 2) == pytest.approx(0.8)
    assert win_joined(0.3, 0.2, 1.5, 2) == pytest.approx(0.2)
    # .6 + .4 · .8 · (1 − ½)
    assert interoperability(0.8, 5 * LN2, 0.6, 5) == pytest.approx(0.76)


def test_the_ends():
    assert own_strength(0, 0, 0.45) == pytest.approx(0.45)  # nothing spent, nothing gained
    assert own_strength(100, 100, 0.5, 0.4, 0.01, 0.6, 0.01) == pytest.approx(0.5 * 1.4 * 1.6)  # all that can be gained
    assert win_alone(0, 0) == 1  # nobody in the way
    assert win_alone(1, 0, 3.3) == pytest.approx(0.5)  # equals, however much an edge decides
    assert interoperability(1, 0) == interoperability(0, 50) == pytest.approx(0.85)  # neither does it alone
    assert interoperability(1, 50, 0.2, 0.1) == pytest.approx(1)


@few
@given(seeds)
def test_more_strength_never_helps_the_challenger(seed):
    drawn = many(("own_strength", "local_strength", "usable_help", "decisiveness"), seed)
    steps = np.linspace(0, 3, 20)[:, None]
    for grown in ("own_strength", "local_strength", "usable_help"):
        assert never_falls(-win_joined(**drawn | {grown: drawn[grown] + steps}))
    apart = {name: drawn[name] for name in ("own_strength", "local_strength", "decisiveness")}
    assert np.all(win_joined(**drawn) <= win_alone(**apart) + 1e-12)
    np.testing.assert_allclose(win_joined(**drawn | {"usable_help": 0.0}), win_alone(**apart))


@few
@given(within("own_strength"), within("decisiveness"))
def test_decisiveness_drives_the_contest_from_even_to_certain(strength, decisiveness):
    blunt, sharp = win_alone(strength, 0, decisiveness), win_alone(strength, 0, 10)
    assert abs(sharp - 0.5) >= abs(blunt - 0.5) - 1e-12


@few
@given(st.floats(0, 50), st.floats(0, 50), st.floats(0, 50))
def test_the_first_billion_buys_more_than_the_next(spent, step, army):
    gains = np.diff([own_strength(spent + i * step, army) for i in range(3)])
    assert gains[1] <= gains[0] + 1e-12
    assert np.all(gains >= -1e-12)
    gains = np.diff([own_strength(army, spent + i * step) for i in range(3)])
    assert gains[1] <= gains[0] + 1e-12
    assert np.all(gains >= -1e-12)


@few
@given(share, st.floats(0, 49), share)
def test_standards_and_training_need_each_other(standards, years, start):
    together = interoperability(standards, years, start)
    assert start - 1e-12 <= together <= 1
    assert interoperability(standards, 0, start) == pytest.approx(start)
    assert interoperability(0, years, start) == pytest.approx(start)
    assert interoperability(standards, years + 1, start) >= together - 1e-12
