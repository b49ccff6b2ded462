"""Presence: strength on the spot, the two clocks, consent."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import few, many, never_falls, seeds, share, within

from deterrence.model import GRAPH, fait_accompli, lasting_value, local_strength, presence_kept, react_days, seize_days


def test_by_hand():
    # .5 · .06 · (.75 + .25 · 3) · 2
    assert local_strength(20_000, 0.5, 0.25, 0.06, 3) == pytest.approx(0.09)
    # 240 / 80 + 5 · (.5 + .1)
    assert seize_days(0.5, 0.1, 240, 80, 5) == pytest.approx(6)
    assert react_days(3, 9.5) == pytest.approx(12.5)
    # help is 1.5 days late, each clock unsure by .5: 1 / (1 + e⁻³)
    assert fait_accompli(4, 5.5, 0.5) == pytest.approx(0.952574, abs=1e-6)
    # e^(−.5 · .02 · 30)
    assert presence_kept(30, 0.5, 0.02, 0) == pytest.approx(0.740818, abs=1e-6)
    # e^(−(.5 · .02 + .01) · 30)
    assert presence_kept(30, 0.5, 0.02, 0.01) == pytest.approx(0.548812, abs=1e-6)
    assert lasting_value(0.2, 0.5) == pytest.approx(0.1)


@few
@given(within("troops"), share, share, st.floats(1, 20))
def test_heavy_troops_are_worth_no_less_than_light_ones_and_need_a_mandate(troops, mandate, heavy, factor):
    mixed = local_strength(troops, mandate, heavy, 0.1, factor)
    assert local_strength(troops, mandate, 0, 0.1, factor) <= mixed + 1e-12
    assert mixed <= local_strength(troops, mandate, 1, 0.1, factor) + 1e-12
    assert local_strength(troops, 0, heavy, 0.1, factor) == 0  # troops that may only watch hold nothing


@few
@given(st.floats(0, 100), st.floats(0, 100), within("clock_noise"))
def test_a_fait_accompli_pays_when_time_to_seize_is_less_than_time_to_react(seize, react, noise):
    chance = fait_accompli(seize, react, noise)
    if abs(seize - react) > 1e-9:
        assert (chance > 0.5) == (seize < react)
    else:
        assert chance == pytest.approx(0.5)
    assert fait_accompli(react, seize, noise) == pytest.approx(1 - chance)


def test_with_sure_clocks_it_is_a_matter_of_hours():
    assert fait_accompli(2, 3, 0.1) > 0.999
    assert fait_accompli(3, 2, 0.1) < 0.001


@few
@given(seeds)
def test_quick_help_and_strength_in_the_way_make_a_quick_seizure_fail(seed):
    part = GRAPH.behind("fait_accompli")
    drawn = many(part.defaults, seed)
    steps = np.linspace(0, 30, 12)[:, None]
    assert never_falls(part.evaluate(**drawn | {"decision_days": steps})["fait_accompli"])
    assert never_falls(part.evaluate(**drawn | {"deploy_days": steps})["fait_accompli"])
    assert never_falls(-part.evaluate(**drawn | {"troops": steps * 2000})["fait_accompli"])
    assert never_falls(-part.evaluate(**drawn | {"seize_distance": 1 + steps * 50})["fait_accompli"])
    assert never_falls(part.evaluate(**drawn | {"advance_rate": 1 + steps * 10})["fait_accompli"])


@few
@given(st.floats(0, 50), st.floats(0, 50), share, st.floats(0, 5))
def test_consent_wears_off_year_by_year_and_never_where_none_is_needed(years, more, need, loss):
    both = presence_kept(years, need, loss) * presence_kept(more, need, loss)
    assert presence_kept(years + more, need, loss) == pytest.approx(both, abs=1e-12)
    assert presence_kept(years, 0, loss, 0) == 1
    assert presence_kept(0, need, loss) == 1
    assert presence_kept(years, 1, loss) <= presence_kept(years, need, loss)


@few
@given(st.floats(0, 50), share, st.floats(0, 5), st.floats(0, 5))
def test_a_giver_that_may_go_home_never_makes_it_last_longer(years, need, loss, giver):
    assert presence_kept(years, need, loss, giver) <= presence_kept(years, need, loss, 0)
    # a party whose consent is always needed counts as much as the giver
    assert presence_kept(years, 1, loss, giver) == pytest.approx(presence_kept(years, 1, giver, loss), abs=1e-12)
