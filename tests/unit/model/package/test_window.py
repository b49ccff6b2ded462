"""The window of vulnerability while a guarantee is built."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import few, never_falls, plausible, seeds, within

from deterrence.model import (
    GRAPH,
    built_strength,
    built_troops,
    preventive_threshold,
    shift,
    win_alone,
    win_later,
    win_now,
)

PART = GRAPH.behind("shift")
LN2 = float(np.log(2))
FULL = {"troops_share": 0.3, "industry_share": 0.3, "army_share": 0.4, "budget": 10.0}


def test_by_hand():
    assert built_troops(8000, 1.5 * LN2, 1.5) == pytest.approx(4000)
    # industry: half built; army, half as fast: 1 − 2^(−1/2)
    built = (0.5 + 1 - 2**-0.5) / 2
    assert built_strength(0.9, 0.4, 3 * LN2, 3, 6) == pytest.approx(0.4 + 0.5 * built)
    # .8 · .1 · (.5 + .5 · 3) · .5 = .08; 1 / (1 + .5²)
    assert win_now(0.42, 5000, 0.8, 0.5, 0.1, 3, 2) == pytest.approx(0.8)
    assert win_later(0.3) == 0.3
    assert shift(0.8, 0.3) == pytest.approx(0.5)
    assert preventive_threshold(1.5, 0.6) == pytest.approx(0.4)


@few
@given(seeds)
def test_at_first_nothing_is_there_and_in_the_end_all_is(seed):
    drawn = plausible(PART, seed, **FULL)
    start, end = (PART.evaluate(**drawn | {"buildup_years": years}) for years in (0.0, 50.0))
    np.testing.assert_allclose(start["built_troops"], 0)
    np.testing.assert_allclose(start["built_strength"], drawn["protege_strength"])
    np.testing.assert_allclose(start["win_now"], win_alone(drawn["protege_strength"], 0, drawn["decisiveness"]))
    np.testing.assert_allclose(end["win_now"], end["win_later"], atol=0.01)
    np.testing.assert_allclose(end["built_troops"], end["troops"])


@few
@given(seeds)
def test_the_shift_that_is_still_to_come_never_grows_while_one_builds(seed):
    years = np.linspace(0, 50, 26)[:, None]
    values = PART.evaluate(**plausible(PART, seed, **FULL) | {"buildup_years": years})
    assert never_falls(values["built_troops"], 1e-9)
    assert never_falls(values["built_strength"])
    assert never_falls(-values["win_now"])
    assert np.all(values["shift"] >= -1e-12)
    assert never_falls(-values["shift"])


@few
@given(st.floats(0.01, 4), within("cost_both"))
def test_the_more_is_at_stake_and_the_cheaper_war_the_sooner_striking_first_pays(prize, cost):
    assert preventive_threshold(prize * 1.1, cost) <= preventive_threshold(prize, cost)
    assert preventive_threshold(prize, cost * 0.9) <= preventive_threshold(prize, cost)


def test_a_large_and_rapid_shift_opens_the_window_and_a_small_one_does_not():
    large = GRAPH.evaluate(**FULL | {"budget": 60.0}, buildup_years=0.1, cost_both=0.2, prize=2.0)
    small = GRAPH.evaluate(**FULL | {"budget": 1.0}, buildup_years=0.1, cost_both=0.2, prize=2.0)
    assert large["shift"] > large["preventive_threshold"] == small["preventive_threshold"] > small["shift"]
