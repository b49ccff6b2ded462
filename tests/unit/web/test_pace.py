"""However fast code shows something, no more reaches its page than the page can show; what is little goes at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_modules import node

# A clock that goes on by a tenth of a millisecond with each look at it, and by what a program does in between.
BODY = """return given.map((messages) => {
  let now = 5;
  const pace = new Pace(() => (now += 0.1));
  return messages.map(([pause, length]) => { now += pause; pace.wait(length); return now; });
});"""
BURST, PER_SECOND, LENGTH = 200, 200, 10_000
MESSAGES = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 3 * BURST * LENGTH // 100)), max_size=300)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    return node(tmp_path_factory.mktemp("pace"), {"worker/pace": "Pace"}, BODY)


@settings(max_examples=10, deadline=None)
@given(asked=st.lists(MESSAGES, min_size=5, max_size=5))
def test_in_no_stretch_of_time_more_than_a_burst_and_the_rate(sent: Callable[[Any], Any], asked: Any) -> None:
    for messages, times in zip(asked, sent(asked), strict=True):
        costs = [min(BURST, 1 + length / LENGTH) for _, length in messages]
        for first in range(0, len(times), 7):
            for last in range(first, len(times), 11):
                most = BURST + (times[last] - times[first]) / 1000 * PER_SECOND + costs[first]
                assert sum(costs[first : last + 1]) <= most + 1e-6


def test_little_goes_at_once_and_a_huge_message_goes_too(sent: Callable[[Any], Any]) -> None:
    small, huge, slow = sent([[[0, 10]] * 150, [[0, 10**9]] * 3, [[5, 10]] * 1000])
    assert small[-1] < 50, "milliseconds"
    assert [round(time / 1000) for time in huge] == [0, 1, 2]
    assert slow[-1] < 6500, "200 a second are never waited for"
