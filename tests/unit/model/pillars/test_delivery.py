"""A promise of shells and what arrives of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import few, many, never_falls, seeds

from deterrence.model import INDUSTRY, delivered, made_so_far, production

GRAPH = INDUSTRY.behind("delivered")


def test_by_hand():
    # no growth: 12 months at 20
    assert made_so_far(12, 20, 20, 30, 0.05) == pytest.approx(240)
    # on paper half of the time is half of the promise, and after the due date all of it
    assert delivered(0, 6, 1000, 12, on_paper=1) == 500
    assert delivered(0, 24, 1000, 12, on_paper=1) == 1000
    # all stocks out at once, and half of 400: 100 + 200
    assert delivered(400, 12, 1000, 12, 100, 0.1, 0.5) == pytest.approx(300)
    assert delivered(4000, 12, 1000, 12, 100, 0.1, 0.5) == 1000  # no more than was promised


@few
@given(st.floats(1, 120), st.floats(0, 200), st.floats(0, 200), st.floats(0, 100), st.floats(0.01, 2))
def test_what_was_made_is_the_sum_of_each_months_production(months, start, goal, midpoint, rate):
    at = np.linspace(0, months, 4001)
    sum_of_it = np.trapezoid(production(at, start, goal, midpoint, rate), at)
    assert made_so_far(months, start, goal, midpoint, rate) == pytest.approx(sum_of_it, rel=1e-3, abs=1e-3)


@few
@given(seeds)
def test_deliveries_never_shrink_nor_exceed_the_promise(seed):
    drawn = many(GRAPH.defaults, seed) | {"promise_month": np.linspace(0, 240, 25)[:, None]}
    come = GRAPH.evaluate(**drawn)["delivered"]
    assert never_falls(come, 1e-6)
    assert np.all((come >= 0) & (come <= drawn["promised"] + 1e-9))
