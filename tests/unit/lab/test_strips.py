"""Rows of dots: every place lies on the scale, and what does not is refused by name."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.lab.html.interval_strips import Strip, strips

TICKS = {0.0: "none", 1.0: "all"}


@given(st.lists(st.floats(0, 1), min_size=5, max_size=5))
def test_every_place_lies_within_the_track_and_intervals_hold_their_dot(ends):
    wide_low, low, value, high, wide_high = sorted(ends)
    html = strips([Strip("A", "said", value, (low, high), (wide_low, wide_high))], TICKS)
    lefts = [float(place) for place in re.findall(r"left:([\d.]+)%", html)]
    assert all(0 <= place <= 100 for place in lefts)
    band, width = map(float, re.search(r'"band" style="left:([\d.]+)%;width:([\d.]+)%', html).groups())
    dot = float(re.search(r'"dot" style="left:([\d.]+)%', html)[1])
    assert band - 0.02 <= dot <= band + width + 0.02


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Strip("A", "", 1.5, (0.5, 1.6)), "A: 1.6 lies outside the scale, 0 to 1"),
        (Strip("B", "", 0.5, (0.6, 0.7)), "B: 0.5 lies outside its interval, 0.6 to 0.7"),
        (Strip("C", "", 0.5, (0.4, 0.6), (-0.1, 0.7)), "C: -0.1 lies outside the scale"),
    ],
)
def test_what_is_not_on_the_scale_is_refused(row, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        strips([row], TICKS)


def test_words_are_escaped_and_the_picture_is_hidden_from_screen_readers():
    html = strips([Strip("<b>", "a & b", 0.5, (0.4, 0.6))], TICKS, zero=0.0)
    assert "<b>" not in html
    assert "a &amp; b" in html
    assert 'class="track" aria-hidden="true"' in html
    assert 'class="zero"' in html
