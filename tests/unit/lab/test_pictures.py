"""Pictures of labs: whatever in them is announced as one thing has something to say."""

import re

import pytest

from coursekit.lab.charts.model_lab import still
from coursekit.lab.display import Lab
from deterrence.labs import labs

DRAWN = [name for name, made in labs().items() if isinstance(made, Lab) and made.chart]


@pytest.mark.parametrize("name", DRAWN)
def test_no_mark_is_announced_without_a_word(name):
    """Vega announces a mark that draws no data, such as a rule at zero, as a nameless symbol: give it `aria=False`."""
    for picture in still(labs()[name], labs()[name].defaults):
        marks = re.findall(r'<g class="mark-\w+ role-mark [^>]*>', picture)
        assert marks
        assert [mark for mark in marks if 'role="graphics-symbol"' in mark and "aria-label" not in mark] == []
