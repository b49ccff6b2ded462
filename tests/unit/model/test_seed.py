"""What must hold of challenger, guarantor and package, and the cases where theory says it must not."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_settings import few

from deterrence.model import (
    GRAPH,
    GRAPHS,
    QUANTITIES,
    SYMBOLS,
    attack_utility,
    credibility,
    critical_credibility,
    deterrence_value,
    draws,
    resolve,
    tripwire,
)
from deterrence.model.draws import COUNT

CORE = GRAPH.behind("deterrence_value", "critical_credibility")
share, prize = st.floats(0, 1), st.floats(0, 5)
STATES = st.fixed_dictionaries(
    {name: st.floats(*SYMBOLS[name].band) for name in CORE.defaults if SYMBOLS[name].band}
    | {"prize": st.floats(0.1, 3), "budget": st.floats(0, 20), "equal_cost": st.sampled_from([0.0, 1.0])}
    | {"words_share": share, "troops_share": share}
)


def test_critical_credibility_by_hand():
    # (.8 - .2 - 0) / ((.8 - .2) - (.3 - .5)) = .6 / .8
    assert critical_credibility(0.8, 0.3, 1, 0.2, 0.5, 0) == pytest.approx(0.75)


def test_attack_that_never_pays_needs_no_credibility():
    assert critical_credibility(0.2, 0.1, 1, 0.3, 0.5, 0.1) < 0


@pytest.mark.parametrize(
    ("case", "arguments"),
    [
        ("the guarantor's entry costs nothing", (0.8, 0.8, 1, 0.2, 0.2, 0)),
        ("it costs too little", (0.9, 0.8, 2, 0.1, 0.2, 0)),
    ],
)
def test_where_no_credibility_deters_there_is_none(case, arguments):
    assert np.isnan(critical_credibility(*arguments)), case


@few
@given(share, share, st.floats(-1, 1), prize, prize, prize)
def test_at_the_critical_credibility_attack_pays_just_as_much_as_peace(alone, joined, peace, want, c0, c1):
    needed = critical_credibility(alone, joined, want, c0, c1, peace)
    if 0 <= needed <= 1:
        assert attack_utility(needed, alone, joined, c1, want, c0) == pytest.approx(peace, abs=1e-9)


@few
@given(STATES)
def test_probabilities_are_probabilities(state):
    values = CORE.evaluate(**state)
    for name in ("win_alone", "win_joined", "credibility", "attack_probability", "attack_unguarded"):
        assert 0 <= values[name] <= 1, name
    assert -1 <= values["deterrence_value"] <= 1


@few
@given(STATES)
def test_an_empty_package_deters_nothing(state):
    empty = CORE.evaluate(**{**state, "words_share": 0.0, "troops_share": 0.0})
    assert empty["deterrence_value"] == pytest.approx(0, abs=1e-12)


@few
@given(STATES, st.floats(0, 1))
def test_words_never_lower_credibility(state, more):
    fewer = {**state, "words_share": more * state["words_share"]}
    assert CORE.evaluate(**fewer)["credibility"] <= CORE.evaluate(**state)["credibility"] + 1e-12


@few
@given(st.floats(0, 0.75), st.floats(0, 1e5), st.floats(0, 1e5))
def test_a_tripwire_that_pulls_never_lowers_resolve(pull, troops, more):
    def margin(n):
        return resolve(0.7, 0.4, 0.0, tripwire(n, 1.0, pull), 0.5)

    assert margin(troops) <= margin(troops + more) + 1e-12


def test_presence_can_lower_credibility():
    # It does where exposed soldiers make fighting dearer and their loss does not pull (Musgrave & Ward 2023).
    few, many = (
        CORE.evaluate(words_share=0.0, troops_share=1.0, budget=b, tripwire_pull=-0.05, exposure_cost=0.06)
        for b in (0.1, 5.0)
    )
    assert many["credibility"] < few["credibility"]


def test_presence_can_provoke_more_than_it_deters():
    case = CORE.evaluate(
        words_share=0.0,
        troops_share=1.0,
        budget=8.0,
        prize=0.3,
        provocation=0.07,
        tripwire_pull=-0.05,
        strength_posted=0.04,
    )
    assert case["deterrence_value"] < 0


def test_a_stronger_protege_can_make_the_guarantor_less_credible():
    weak, strong = (CORE.evaluate(protege_strength=m)["credibility"] for m in (0.45, 1.5))
    assert strong < weak


def test_there_are_settings_where_words_do_better_and_where_troops_do():
    cheap, dear = (
        [CORE.evaluate(budget=b, words_share=w, troops_share=1 - w)["deterrence_value"] for w in (1.0, 0.0)]
        for b in (0.5, 8.0)
    )
    assert cheap[0] > cheap[1]
    assert dear[0] < dear[1]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: deterrence_value(1.4, 0.2), "deterrence_value: attack_unguarded is 1.4; its range is 0 to 1"),
        (lambda: credibility("much"), "credibility: resolve must be a number"),
        (lambda: CORE.evaluate(budget=-1), "budget is -1; its range is 0 to 100"),
        (lambda: CORE.evaluate(troopers=1), "The model has no 'troopers'; it has"),
        (lambda: tripwire(np.array([1.0, -5.0])), "tripwire: exposed is -5; its range is 0 or more"),
    ],
)
def test_a_bad_value_is_named_with_its_range(call, said):
    with pytest.raises(ValueError) as error:
        call()
    assert said in str(error.value)


def test_a_series_comes_back_as_a_series():
    asked = pd.Series([0.1, 0.4], index=["a", "b"])
    assert critical_credibility(0.8, 0.3, 1, 0.2, 0.5, asked).index.tolist() == ["a", "b"]


def test_each_symbol_is_used_once():
    latex = [symbol.latex for symbol in SYMBOLS.values()]
    assert len(latex) == len(set(latex))


@pytest.mark.parametrize("quantity", QUANTITIES, ids=lambda q: q.__name__)
def test_each_quantity_says_symbol_unit_range_and_source(quantity):
    own = SYMBOLS[quantity.__name__]
    for part in (f"Symbol {own.latex}", f"unit {own.unit}", f"range {own.range}", "Source:"):
        assert part in quantity.__doc__, (quantity.__name__, part)


def test_draws_lie_in_their_bands_and_fill_them():
    for name, column in draws().items():
        assert len(column) == COUNT
        low, high = SYMBOLS[name].band
        for part in (column[:64], column):
            assert low <= part.min()
            assert part.max() <= high
            assert np.mean(part) == pytest.approx((low + high) / 2, abs=0.02 * (high - low))


def test_every_band_has_its_draws_and_holds_its_default():
    bands = {name: symbol.band for name, symbol in SYMBOLS.items() if symbol.band}
    assert set(draws()) == set(bands)
    for name, (low, high) in bands.items():
        graph = next(graph for graph in GRAPHS.values() if name in graph.defaults)
        assert low <= graph.defaults[name] <= high, name


def test_the_later_draws_are_those_of_the_bands_whatever_else_is_added():
    from deterrence.model.build_draws import later
    from deterrence.model.draws import LATER, _lines

    lines = _lines(LATER)
    names = [line.split(",")[0] for line in lines]
    assert later(names).splitlines() == lines
    assert later(names[:1]).splitlines() == lines[:1]
