"""A quantity takes its arguments as any function does, however they are given: by name, by position, or not at all."""

import inspect

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_settings import FUNCTIONS, USUAL, few

from coursekit.model.quantity import Symbol, quantity

SYMBOLS = {name: Symbol(name, name, "share", 0.0, 1.0) for name in ("share", "one", "two")}


@quantity(SYMBOLS)
def share(one, two=0.5):
    return one * two


def by_position(name):
    kinds = {one.kind for one in inspect.signature(FUNCTIONS[name]).parameters.values()}
    return inspect.Parameter.KEYWORD_ONLY not in kinds


@pytest.mark.parametrize("name", [name for name in FUNCTIONS if by_position(name)])
def test_by_position_in_any_order_or_by_default_a_value_is_the_same(name):
    named = {need: USUAL[need] for need in inspect.signature(FUNCTIONS[name]).parameters}
    value = FUNCTIONS[name](**named)
    assert type(value) is float
    for other in (FUNCTIONS[name](*named.values()), FUNCTIONS[name](**dict(reversed(named.items())))):
        np.testing.assert_equal(other, value)


@settings(few)
@given(st.floats(0, 1), st.floats(0, 1))
def test_every_kind_of_number_gives_the_same(one, two):
    wanted = one * two
    for kind in (float, np.float64, np.asarray, lambda number: np.array([number, number]), lambda number: [number]):
        found = share(kind(one), two=kind(two))
        assert np.shape(found) == np.shape(kind(one)) and np.all(np.asarray(found) == wanted)
    assert share(one) == share(one, 0.5) == share(two=0.5, one=one)


@pytest.mark.parametrize("number", [0, 1, True, np.int64(1), np.float32(0.5), np.array(0.25), -0.0])
def test_a_single_number_of_another_kind_is_one_too(number):
    found = share(number, 1)
    assert type(found) is float and found == float(number)


@pytest.mark.parametrize(
    ("args", "kwargs", "said"),
    [
        ((), {}, "missing a required argument: 'one'"),
        ((), {"two": 0.5}, "missing a required argument: 'one'"),
        ((), {"three": 0.5}, "one"),
        ((0.5,), {"three": 0.5}, "unexpected keyword argument 'three'"),
        ((0.5,), {"one": 0.5}, "multiple values for argument 'one'"),
        ((0.5, 0.5, 0.5), {}, "too many positional arguments"),
    ],
)
def test_arguments_that_are_none_of_its_own_are_refused(args, kwargs, said):
    with pytest.raises(TypeError, match=said):
        share(*args, **kwargs)
