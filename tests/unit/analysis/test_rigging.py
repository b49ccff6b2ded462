"""The report on rigging: computed again from its seed, and put together as it says."""

import numpy as np
import pandas as pd
import pytest

from deterrence.analysis import sample
from deterrence.analysis.build_tables import make
from deterrence.analysis.population import dyads
from deterrence.analysis.rigging import BUDGETS, LEAD, WORKED, claims, no_rigging, no_rigging_cases


@pytest.fixture(scope="module")
def again():
    return make()


STALE = "the model changed: run python -m deterrence.analysis.build_tables"


def test_shares_come_out_again_from_the_seed(again):
    pd.testing.assert_frame_equal(no_rigging(), again["no_rigging.csv"], obj=STALE, rtol=0, atol=2e-4)


def test_worked_cases_come_out_again(again):
    pd.testing.assert_frame_equal(no_rigging_cases(), again["no_rigging_cases.csv"], obj=STALE, rtol=0, atol=2e-4)


def test_dyads_come_out_again(again):
    pd.testing.assert_frame_equal(dyads(), again["dyads.csv"], obj=STALE)


def test_another_seed_says_the_same():
    one, other = claims(sample(seed=1994), 3.0, 1.0), claims(sample(seed=4), 3.0, 1.0)
    for claim in one:
        assert np.mean(one[claim] > 0) == pytest.approx(np.mean(other[claim] > 0), abs=0.015), claim


def test_both_sides_are_counted_alike():
    table = no_rigging().pivot(index=["outcome", "budget", "prize"], columns="claim", values=["any", "ahead"])
    for side, opposite in (
        ("symbolic ahead of presence", "presence ahead of symbolic"),
        ("symbolic ahead of the three pillars", "three pillars ahead of symbolic"),
        ("symbolic ahead of every tangible package", "some tangible package ahead of symbolic"),
        ("three pillars ahead of their best member", "best member ahead of the three pillars"),
    ):
        assert (table["any"][side] + table["any"][opposite]).to_numpy() == pytest.approx(1, abs=1e-3)
        assert (table["ahead"] <= table["any"]).all().all()


def test_neither_side_wins_always():
    # If words, or things, were ahead at every budget in all draws, the course would be propaganda.
    table = no_rigging().query("prize == 1 and outcome == 'attack' and claim == 'symbolic ahead of presence'")
    assert sorted(table["budget"]) == sorted(BUDGETS)
    assert table["ahead"].between(0.05, 0.95).all()


def test_each_worked_case_is_a_case():
    draws = sample()
    cases = no_rigging_cases()
    assert set(cases["claim"]) == set(WORKED)
    for claim, least in WORKED.items():
        rows = cases[cases["claim"] == claim]
        number = int(rows["draw"].iloc[0])
        one = {name: column[number - 1 : number] for name, column in draws.items()}
        margin = claims(one, 3.0, 1.0)[claim][0]
        assert margin > 0 and margin >= least
        assert rows["margin"].iloc[0] == pytest.approx(margin, abs=1e-4)
        for row in rows.itertuples():
            assert row.value == pytest.approx(one[row.parameter][0], rel=0.01)
            assert row.margin_without < row.margin
    assert LEAD == 0.02
