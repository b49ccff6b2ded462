"""The report's statistics are those that NumPy gives, and say nothing where too little is known."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
from desk_in_node import ask
from hypothesis import given, settings
from hypothesis import strategies as st

QUICK = settings(max_examples=80, deadline=None)
SHARE = st.floats(0, 1, allow_subnormal=False).map(lambda x: round(x, 3))
COLUMNS = st.lists(st.tuples(SHARE, SHARE), min_size=0, max_size=40)
TABLE = st.integers(1, 6).flatmap(
    lambda k: st.lists(st.lists(st.none() | SHARE, min_size=k, max_size=k), min_size=0, max_size=25)
)


def varies(values: list[float]) -> bool:
    return len(set(values)) > 1


@QUICK
@given(COLUMNS)
def test_correlation_is_numpys(pairs: list[tuple[float, float]]) -> None:
    x, y = [a for a, _ in pairs], [b for _, b in pairs]
    ours = ask("correlation", x, y)
    if len(x) < 3 or not varies(x) or not varies(y):
        assert ours is None
    else:
        assert ours == pytest.approx(np.corrcoef(x, y)[0, 1], abs=1e-9)
        assert -1 <= ours <= 1


@QUICK
@given(st.lists(st.tuples(st.booleans(), SHARE), min_size=3, max_size=40))
def test_with_right_and_wrong_it_is_the_point_biserial(pairs: list[tuple[bool, float]]) -> None:
    """By the textbook's other formula: the difference of the two means over the spread, times √(pq)."""
    right, y = [a for a, _ in pairs], np.array([b for _, b in pairs])
    ours = ask("correlation", [float(a) for a in right], list(y))
    if len(set(right)) < 2 or not varies(list(y)):
        assert ours is None
        return
    mask, p = np.array(right), np.mean(right)
    theirs = (y[mask].mean() - y[~mask].mean()) / y.std() * math.sqrt(p * (1 - p))
    assert ours == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("centre", [0.1, 0.3, 1 / 3, 1e6 + 0.1])
@pytest.mark.parametrize("n", [3, 10, 997])
def test_a_column_that_is_the_same_throughout_has_no_correlation(centre: float, n: int) -> None:
    """Whatever rounding leaves of its spread."""
    assert ask("correlation", [centre] * n, list(range(n))) is None
    assert ask("correlation", list(range(n)), [centre] * n) is None


@QUICK
@given(TABLE, st.randoms())
def test_items_are_as_numpy_has_them_whatever_the_order_of_rows(table: list[list], rng: random.Random) -> None:
    points = [rng.choice([0.5, 1, 2, 3]) for _ in range(len(table[0]) if table else 3)]
    plain = [["nothing" if v is None else v for v in row] for row in table]
    ours = ask("itemStatistics", plain, points)
    assert len(ours) == len(points)
    for item, one in enumerate(ours):
        rows = [row for row in table if row[item] is not None]
        own = [row[item] for row in rows]
        rest = [float(np.dot([v or 0 for v in row], points)) - (row[item] or 0) * points[item] for row in rows]
        assert one["n"] == len(own) and one["blank"] == len(table) - len(own)
        assert one.get("difficulty") == (pytest.approx(np.mean(own)) if own else None)
        assert 0 <= (one.get("difficulty") or 0) <= 1 + 1e-12
        flat = not varies(own) or np.ptp(rest) < 1e-9 if len(own) else True
        if len(own) < 3 or flat or len(points) == 1:
            assert one.get("discrimination") is None
        else:
            assert one["discrimination"] == pytest.approx(np.corrcoef(own, rest)[0, 1], abs=1e-6)
    mixed = rng.sample(plain, len(plain))
    for before, after in zip(ours, ask("itemStatistics", mixed, points), strict=True):
        assert before.keys() == after.keys()
        assert all(before[name] == pytest.approx(after[name], abs=1e-9) for name in before)


@QUICK
@given(st.lists(st.floats(0, 100), max_size=50))
def test_histogram_and_median_are_numpys(percents: list[float]) -> None:
    counts = ask("histogram", percents, 10)
    assert sum(counts) == len(percents)
    assert ask("median", percents) == (pytest.approx(np.median(percents)) if percents else None)
    assert counts[9] == sum(p >= 90 for p in percents)  # 100 itself lies in the last
    away = [p for p in percents if abs(p / 10 - round(p / 10)) > 1e-9]
    assert ask("histogram", away, 10) == np.histogram(away, bins=10, range=(0, 100))[0].tolist()
