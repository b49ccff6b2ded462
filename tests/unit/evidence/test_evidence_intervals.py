"""Intervals: they hold the share, shrink with the number of trials, and agree with published worked examples."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from deterrence.evidence.intervals import design_effect, newcombe, wilson

# How long an example takes says nothing of whether it is right: no deadline.
unhurried = settings(deadline=None)

COUNTS = st.integers(1, 100_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@unhurried
@given(COUNTS)
def test_wilson_holds_the_share_and_stays_within_0_and_1(counts):
    events, trials = counts
    low, high = wilson(events, trials)
    assert 0 <= low <= events / trials <= high <= 1
    assert low < high


@unhurried
@given(COUNTS)
def test_wilson_is_the_same_seen_from_the_other_side(counts):
    events, trials = counts
    low, high = wilson(events, trials)
    other_low, other_high = wilson(trials - events, trials)
    assert (low, high) == pytest.approx((1 - other_high, 1 - other_low), abs=1e-12)


@unhurried
@given(COUNTS, st.integers(2, 50))
def test_more_trials_with_the_same_share_tell_more(counts, times):
    events, trials = counts
    low, high = wilson(events, trials)
    closer_low, closer_high = wilson(events * times, trials * times)
    assert low <= closer_low
    assert closer_high <= high
    assert closer_high - closer_low < high - low


@unhurried
@given(COUNTS, st.floats(1, 20))
def test_a_design_effect_only_widens(counts, effect):
    events, trials = counts
    low, high = wilson(events, trials)
    wide_low, wide_high = wilson(events / effect, trials / effect)
    assert wide_low <= low + 1e-12
    assert wide_high >= high - 1e-12


@unhurried
@given(COUNTS, COUNTS)
def test_newcombe_holds_the_difference_and_turns_with_the_groups(one, other):
    low, high = newcombe(*one, *other)
    difference = other[0] / other[1] - one[0] / one[1]
    assert -1 - 1e-12 <= low <= difference <= high <= 1 + 1e-12
    assert (-high, -low) == pytest.approx(newcombe(*other, *one), abs=1e-12)


def test_arrays_give_what_single_counts_give():
    events, trials = np.array([0, 18, 17]), np.array([10, 1505, 4301])
    low, high = wilson(events, trials)
    assert [tuple(map(float, wilson(e, n))) for e, n in zip(events, trials, strict=True)] == list(
        zip(low, high, strict=True)
    )


def test_newcombe_agrees_with_his_own_example():
    """Newcombe (1998), Statistics in Medicine 17:873-890, example 56/70 v. 48/80, method 10: .0524 to .3339."""
    assert newcombe(48, 80, 56, 70) == pytest.approx((0.0524, 0.3339), abs=5e-5)


@pytest.mark.parametrize(
    ("events", "trials", "message"),
    [
        (-1, 10, "events must lie between"),
        (11, 10, "it is 11"),
        (0, 0, "trials must be above 0"),
        (1, np.nan, "trials"),
    ],
)
def test_impossible_counts_are_refused_by_name(events, trials, message):
    with pytest.raises(ValueError, match=message):
        wilson(events, trials)


EVENTS = st.lists(st.booleans(), min_size=2, max_size=60)


@unhurried
@given(EVENTS)
def test_trials_each_on_their_own_have_no_design_effect(happened):
    assume(len(set(happened)) == 2)
    own = np.arange(len(happened))
    assert design_effect(happened, own, own) == pytest.approx(1)


@unhurried
@given(EVENTS, st.integers(2, 6))
def test_trials_told_over_and_over_count_once(happened, times):
    """Each trial entered several times, marked as one group: the variance grows by exactly that number."""
    assume(len(set(happened)) == 2)
    group = np.repeat(np.arange(len(happened)), times)
    effect = design_effect(np.repeat(happened, times), group, np.arange(len(group)))
    assert effect == pytest.approx(times)


@unhurried
@given(EVENTS, st.data())
def test_a_design_effect_is_never_below_1(happened, data):
    assume(len(set(happened)) == 2)
    groups = st.lists(st.integers(0, 4), min_size=len(happened), max_size=len(happened))
    assert design_effect(happened, data.draw(groups), data.draw(groups)) >= 1


def test_a_design_effect_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one 0 and one 1"):
        design_effect([0, 0], [1, 2], [1, 2])
    with pytest.raises(ValueError, match="equally long"):
        design_effect([0, 1], [1], [1, 2])
