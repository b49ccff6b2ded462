"""What holds of every quantity: its range, its arguments' ranges, the shape of what it gives back."""

import inspect

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_settings import FUNCTIONS, USUAL, few, many, seeds

from deterrence.model import GRAPHS, SYMBOLS

EACH = pytest.mark.parametrize("name", FUNCTIONS)

# Undefined, and so NaN, in some corner: no threshold there, a signal that nobody would send, nothing at stake.
MAY_BE_UNDEFINED = {"critical_credibility", "belief_after_signal", "preventive_threshold", "belief_when_tied"}
MAY_BE_UNDEFINED |= {"signal_belief", "signal_attack", "signal_value", "signal_price", "signal_war"}


def arguments(name):
    return list(inspect.signature(FUNCTIONS[name]).parameters)


def some(name):
    """All arguments of a plain quantity; of those that look at the whole graph some eight, to save time."""
    return arguments(name)[:: max(1, len(arguments(name)) // 8)]


def call(name, **changed):
    return FUNCTIONS[name](**{need: USUAL[need] for need in arguments(name)} | changed)


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
@settings(few, max_examples=8)
@given(seeds)
def test_every_quantity_stays_within_its_range(graph, seed):
    values = graph.evaluate(**many(graph.defaults, seed, forms=True))
    for name in graph.order:
        low, high = SYMBOLS[name].low, SYMBOLS[name].high
        value, slack = np.asarray(values[name]), 1e-12 * max(1.0, abs(low) if np.isfinite(low) else 1.0)
        inside = (value >= low - slack) & (value <= high + slack)
        assert np.all(inside | (np.isnan(value) & (name in MAY_BE_UNDEFINED))), name


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
def test_probabilities_are_chances_in_the_table(graph):
    for name in graph.order:
        if name.endswith("_probability") or SYMBOLS[name].unit == "chance":
            low, high = SYMBOLS[name].low, SYMBOLS[name].high
            assert (low, high) in {(0, 1), (-1, 1)} or name in MAY_BE_UNDEFINED, name


@EACH
@given(beyond=st.floats(0.01, 1e6))
@settings(few, max_examples=4)
def test_a_value_out_of_range_is_refused_by_argument_value_and_range(name, beyond):
    for argument in arguments(name):
        symbol = SYMBOLS[argument]
        for bad in (symbol.low - beyond, symbol.high + beyond):
            if not np.isfinite(bad):
                continue
            for given_value in (bad, np.array([USUAL[argument], bad])):
                with pytest.raises(ValueError) as error:
                    call(name, **{argument: given_value})
                assert str(error.value) == f"{name}: {argument} is {bad:.10g}; its range is {symbol.range}."


NO_NUMBERS = {
    "text": "much",
    "a text in a list": [1.0, "much"],
    "mapping": {},
    "object": object(),
    "ragged": [[1.0], [1.0, 2.0]],
}


@EACH
@pytest.mark.parametrize("bad", NO_NUMBERS.values(), ids=NO_NUMBERS)
def test_what_is_no_number_is_refused_by_argument_and_range(name, bad):
    for argument in arguments(name):
        with pytest.raises(ValueError) as error:
            call(name, **{argument: bad})
        assert str(error.value) == f"{name}: {argument} must be a number ({SYMBOLS[argument].range}), not {bad!r}."


@EACH
def test_the_ends_of_each_range_are_valid(name):
    row, found = 0, {argument: np.full(2 * len(arguments(name)), USUAL[argument]) for argument in arguments(name)}
    for argument in arguments(name):
        for end in (SYMBOLS[argument].low, SYMBOLS[argument].high):
            found[argument][row] = end if np.isfinite(end) else USUAL[argument]
            row += 1
    assert call(name, **found).shape == (row,)


@EACH
def test_arrays_in_arrays_out_of_the_same_shape(name):
    alone = call(name)
    assert type(alone) is float
    for argument in some(name):
        for shape in ((2, 3), (0,)):
            got = call(name, **{argument: np.full(shape, USUAL[argument])})
            assert isinstance(got, np.ndarray), argument
            assert got.shape == shape, argument
            np.testing.assert_allclose(got, alone, rtol=1e-12)


@EACH
def test_each_row_of_an_array_is_what_the_numbers_alone_give(name):
    drawn = many(arguments(name), 7, 8, forms=True)
    got = FUNCTIONS[name](**drawn)
    for i in range(8):
        alone = FUNCTIONS[name](**{argument: float(values[i]) for argument, values in drawn.items()})
        np.testing.assert_allclose(got[i], alone, rtol=1e-9, err_msg=name)


@EACH
def test_a_series_in_a_series_out_with_its_index(name):
    index = pd.Index(["Oslo", "Riga"], name="place")
    for argument in some(name):
        got = call(name, **{argument: pd.Series(USUAL[argument], index=index)})
        assert isinstance(got, pd.Series), argument
        assert got.index.equals(index)
        assert got.index.name == "place"


@pytest.mark.parametrize(
    "name", ["stock", "demand_met", "endurance", "course_defenders", "interceptors_left", "leakers"]
)
@pytest.mark.parametrize("shape", [(3,), (2, 2)])
def test_no_step_taken_keeps_the_shape_too(name, shape):
    steps = {"course_defenders": "battle_steps", "interceptors_left": "salvos", "leakers": "salvos"}.get(name, "month")
    assert call(name, **{steps: np.zeros(shape)}).shape == shape
    other = next(argument for argument in arguments(name) if argument != steps)
    assert call(name, **{steps: 0.0, other: np.full(shape, USUAL[other])}).shape == shape
