"""Chances, intervals, draws and Sobol indices."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deterrence.analysis import (
    BANDS,
    OUTCOMES,
    PACKAGES,
    deterred,
    interval,
    margins,
    package,
    probability_ahead,
    sample,
)
from deterrence.analysis.quasi import evenly, primes
from deterrence.analysis.sobol import BUDGET, sobol_indices


def test_packages_cost_the_same():
    from deterrence.model import GRAPH

    cost = GRAPH.behind("guarantee_cost")
    # Up to 2 billion: from firmness .999 on, more words are not priced.
    for chosen in PACKAGES.values():
        assert cost.evaluate(**chosen, equal_cost=1.0, budget=1.7)["guarantee_cost"] == pytest.approx(1.7)


@pytest.mark.parametrize("shares", [(0.5, 0.4, 0, 0), (1.2, -0.2, 0, 0)])
def test_a_package_that_costs_more_or_less_is_refused(shares):
    with pytest.raises(ValueError, match="sum to 1"):
        package(*shares)


def test_an_unknown_outcome_is_named():
    with pytest.raises(ValueError, match="no outcome 'peace'; there are attack, war"):
        deterred(PACKAGES["army"], "peace")


def test_probability_by_hand():
    # With two draws that differ in the price of words alone, one side wins one each or both.
    draws = {"audience_ceiling": np.array([0.0, 0.45])}
    words, troops = PACKAGES["symbolic"], PACKAGES["presence"]
    lead = margins(words, troops, draws=draws)
    assert lead[0] < 0 < lead[1]
    assert probability_ahead(words, troops, draws=draws) == 0.5
    assert probability_ahead(words, troops, by=lead[1] + 1e-6, draws=draws) == 0


@given(st.sampled_from(list(PACKAGES)), st.sampled_from(list(PACKAGES)), st.sampled_from(list(OUTCOMES)))
def test_one_is_ahead_or_the_other_or_they_tie(a, b, outcome):
    draws = sample(64)
    one, other = (probability_ahead(PACKAGES[x], PACKAGES[y], outcome, draws=draws) for x, y in ((a, b), (b, a)))
    ties = np.mean(margins(PACKAGES[a], PACKAGES[b], outcome, draws) == 0)
    assert one + other + ties == pytest.approx(1)
    assert probability_ahead(PACKAGES[a], PACKAGES[b], outcome, 0.02, draws) <= one


def test_interval_by_hand():
    assert interval(np.arange(101.0), 0.9) == pytest.approx((5, 50, 95))
    with pytest.raises(ValueError, match="level must lie between 0 and 1"):
        interval(np.arange(3.0), 90)


def test_primes():
    assert primes(8) == [2, 3, 5, 7, 11, 13, 17, 19]


def test_draws_fill_bands_evenly_and_hardly_go_together():
    draws = sample()
    unit = np.array([(column - BANDS[name][0]) / (BANDS[name][1] - BANDS[name][0]) for name, column in draws.items()])
    assert unit.min() >= 0
    assert unit.max() <= 1
    for column in unit:
        tenths = np.bincount((column * 10).astype(int), minlength=10)
        assert abs(tenths - 1000).max() <= 20, "chance alone would miss by 60"
    together = np.corrcoef(unit)
    assert np.abs(together - np.eye(len(unit))).max() < 0.04


def test_a_seed_gives_the_same_draws_and_another_others():
    assert np.array_equal(evenly(10, 3, 1), evenly(10, 3, 1))
    assert not np.array_equal(evenly(10, 3, 1), evenly(10, 3, 2))


def test_sobol_indices_are_whole_and_possible():
    table = sobol_indices()
    assert len(table) == len(OUTCOMES) * len(PACKAGES) * len(BANDS)
    assert set(table["parameter"]) == set(BANDS), "the model changed: run build_sobol again"
    assert not table.isna().any().any()
    assert table[["first", "total"]].min().min() > -0.03
    assert (table["total"] >= table["first"] - 0.06).all()
    assert (table.groupby(["outcome", "package"])["first"].sum() < 1.03).all()


@pytest.mark.parametrize("name", PACKAGES)
def test_sobol_indices_come_out_again_by_another_way(name):
    """Jansen's estimators, on other draws, for the parameters said to matter most and one said not to."""
    table = sobol_indices().query("outcome == 'attack' and package == @name").set_index("parameter")
    count, size = 4000, len(BANDS)
    low, high = np.array(list(BANDS.values())).T
    points = low + evenly(count, 2 * size, seed=5).reshape(count, 2, size) * (high - low)
    one, other = points[:, 0], points[:, 1]

    def run(rows):
        return deterred(PACKAGES[name], budget=BUDGET, **dict(zip(BANDS, rows.T, strict=True)))

    here, there = run(one), run(other)
    spread = np.var(np.concatenate([here, there]))
    for parameter in (*table["total"].nlargest(4).index, table["total"].idxmin()):
        i = list(BANDS).index(parameter)
        mixed = one.copy()
        mixed[:, i] = other[:, i]
        swapped = run(mixed)
        total = np.mean((here - swapped) ** 2) / 2 / spread
        first = 1 - np.mean((there - swapped) ** 2) / 2 / spread
        assert table.at[parameter, "total"] == pytest.approx(total, abs=0.06), parameter
        assert table.at[parameter, "first"] == pytest.approx(first, abs=0.08), parameter
