"""Settings to try the model with: a symbol's whole range, or a whole graph's parameters at once."""

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from deterrence.model import GRAPHS, QUANTITIES, SYMBOLS
from deterrence.model.forms import FORMS

few = settings(max_examples=25, deadline=None)
seeds = st.integers(0, 2**32 - 1)
share = st.floats(0, 1)

# Where a range has no end, how far to go.
REACH = {"troops": 2e5, "exposed": 2e5, "built_troops": 2e5, "column_left": 1e5, "leakers": 1e6}

USUAL = {name: value for graph in GRAPHS.values() for name, value in graph.evaluate().items()}
"""Every parameter's default and every quantity's value at the defaults: a valid value for any argument."""

FUNCTIONS = {function.__name__: function for function in QUANTITIES}


def ends(name):
    """The range of a name, cut where it has no end."""
    symbol, reach = SYMBOLS[name], REACH.get(name, 10.0)
    low = symbol.low if np.isfinite(symbol.low) else -reach
    return low, symbol.high if np.isfinite(symbol.high) else low + 2 * reach if low < 0 else low + reach


def within(name):
    return st.floats(*ends(name))


def banded(name):
    """A value within the band, or the whole range of what has none."""
    return st.floats(*(SYMBOLS[name].band or ends(name)))


def many(names, seed, count=300, forms=False):
    """Arrays of settings: half of them plausible, half anywhere in the range, its very ends included.

    The contested forms stay at their defaults, unless ``forms`` asks for all of them.
    """
    rng = np.random.default_rng(seed)
    drawn = {}
    for name in names:
        if name in FORMS and not forms:
            drawn[name] = np.full(count, USUAL[name])
            continue
        low, high = ends(name)
        band = SYMBOLS[name].band or tuple(np.clip([USUAL[name] * 0.2, USUAL[name] * 3], low, high))
        wide = np.where(rng.random(count) < 0.5, rng.uniform(low, high, count), rng.choice([low, high], count))
        drawn[name] = np.where(rng.random(count) < 0.5, rng.uniform(min(band), max(band), count), wide)
    return drawn


def plausible(graph, seed, count=300, **given):
    """Arrays of settings of one graph: bands where there are some, defaults elsewhere, and what is given."""
    rng = np.random.default_rng(seed)
    bands = {name: SYMBOLS[name].band for name in graph.defaults if SYMBOLS[name].band}
    return {name: rng.uniform(*band, count) for name, band in bands.items()} | given


def never_falls(values, slack=1e-12):
    return bool(np.all(np.diff(values, axis=0) >= -slack))
