"""What a package is, what it costs, what it is worth."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_settings import few, many, plausible, seeds, share

from deterrence.model import (
    GRAPH,
    army_spending,
    attack_unguarded,
    deterrence_value,
    dispute_deterrence,
    firmness,
    grey_deterrence,
    guarantee_cost,
    industry_spending,
    troops,
    war_deterrence,
    words_idle,
)
from deterrence.model.unguarded import NOTHING, PATHS

VALUES = ("deterrence_value", "war_deterrence", "dispute_deterrence", "grey_deterrence")
WORTH, COST = GRAPH.behind(*VALUES), GRAPH.behind("guarantee_cost")
LN2 = float(np.log(2))


def test_by_hand():
    # at equal cost: half the budget on words whose price is half a budget over ln 2
    assert firmness(0.5, 1, 2, 0.9, 1 / LN2) == pytest.approx(0.5)
    assert firmness(0.5, 0, 2, 0.9, 0.3) == pytest.approx(0.9)  # as stated, whatever its share
    # a quarter of 6 bn at 3 bn for 10,000; the 8,000 stated, or none
    assert troops(0.25, 1, 6, 8000, 3) == pytest.approx(5000)
    assert troops(0.5, 0, 6, 8000, 3) == pytest.approx(8000)
    assert troops(0, 0, 6, 8000, 3) == firmness(0, 0, 2, 0.9, 0.3) == 0
    assert industry_spending(0.25, 1, 6, 9) == pytest.approx(1.5)
    assert industry_spending(0.25, 0, 6, 9) == pytest.approx(9)
    assert army_spending(0.25, 1, 6, 9) == pytest.approx(1.5)
    assert army_spending(0.25, 0, 6, 9) == pytest.approx(9)
    assert industry_spending(0, 0, 6, 9) == army_spending(0, 0, 6, 9) == 0
    # .4 · ln 2 + 3 · .5 + .7 + .9
    assert guarantee_cost(0.5, 5000, 0.7, 0.9, 0.4, 3) == pytest.approx(0.4 * LN2 + 3.1)
    for value in (deterrence_value, war_deterrence, dispute_deterrence, grey_deterrence):
        assert value(0.7, 0.2) == pytest.approx(0.5)


def test_complete_firmness_has_a_price_and_no_more():
    assert guarantee_cost(1, 0, 0, 0, 0.3) == pytest.approx(0.3 * np.log(1000))
    assert guarantee_cost(0.999, 0, 0, 0, 0.3) == pytest.approx(guarantee_cost(1, 0, 0, 0, 0.3))


@few
@given(st.tuples(share, share, share, share), st.floats(0, 1.5), st.floats(0.25, 1), st.floats(0.1, 10))
def test_at_equal_cost_a_package_costs_its_shares_of_the_budget(shares, budget, words_price, troops_price):
    # Up to a budget at which words alone are not yet firmer than what is priced.
    values = COST.evaluate(
        **dict(zip(NOTHING, shares, strict=True)),
        equal_cost=1.0,
        budget=budget,
        words_price=words_price,
        troops_price=troops_price,
    )
    assert values["guarantee_cost"] == pytest.approx(budget * sum(shares), abs=1e-9)


@settings(few, max_examples=10)
@given(seeds)
def test_an_empty_package_deters_nothing_on_any_rung_and_costs_nothing(seed):
    drawn = many(WORTH.defaults, seed, 1000) | NOTHING
    values = WORTH.evaluate(**drawn)
    for name in VALUES:
        np.testing.assert_allclose(values[name], 0, atol=1e-12, err_msg=name)
    cost = COST.evaluate(**{name: value for name, value in drawn.items() if name in COST.defaults})
    np.testing.assert_allclose(cost["guarantee_cost"], 0, atol=1e-12)


@settings(few, max_examples=10)
@given(seeds)
def test_with_no_guarantee_the_chance_does_not_depend_on_what_only_a_guarantee_has(seed):
    part = PATHS.behind("attack_probability")
    drawn = many(part.defaults, seed)
    asked = {name: drawn[name] for name in GRAPH.needs("attack_unguarded")}
    np.testing.assert_allclose(attack_unguarded(**asked), part.evaluate(**drawn | NOTHING)["attack_probability"])


@settings(few, max_examples=10)
@given(seeds)
def test_what_one_rung_gains_another_loses(seed):
    values = WORTH.evaluate(**many(WORTH.defaults, seed))
    assert all(np.all(np.abs(values[name]) <= 1) for name in VALUES)
    peace = GRAPH.behind("peace_probability")
    drawn = plausible(GRAPH, seed, 100, words_share=0.5, troops_share=0.5, budget=3.0)
    known = {name: value for name, value in drawn.items() if name in peace.defaults}
    more = peace.evaluate(**known)["peace_probability"] - peace.evaluate(**known | NOTHING)["peace_probability"]
    values = WORTH.evaluate(**{name: value for name, value in drawn.items() if name in WORTH.defaults})
    np.testing.assert_allclose(sum(values[name] for name in VALUES[1:]), more, atol=1e-12)


@settings(few, max_examples=10)
@given(seeds)
def test_words_alone_never_raise_the_chance_of_attack_where_help_costs_the_challenger_something(seed):
    drawn = plausible(WORTH, seed, cost_joined=0.9, cost_alone=0.2)
    values = WORTH.evaluate(**drawn, words_share=1.0, budget=np.linspace(0, 5, 9)[:, None])["deterrence_value"]
    assert np.all(np.diff(values, axis=0) >= -1e-12)


def test_presence_is_not_bound_to_deter_more_the_more_of_it_there_is():
    # A challenger that feels threatened: the first troops deter, many more provoke.
    worth = WORTH.evaluate(
        words_share=0.0, troops_share=1.0, budget=np.array([0.0, 0.5, 20.0]), provocation=0.08, prize=0.6
    )["deterrence_value"]
    assert worth[1] > 0
    assert worth[2] < worth[1]


def test_presence_can_raise_lesser_disputes_while_it_lowers_war():
    worth = WORTH.evaluate(words_share=0.0, troops_share=1.0, budget=8.0)
    assert worth["war_deterrence"] > 0 > worth["dispute_deterrence"]


def test_a_budget_that_words_cannot_use_is_spent_all_the_same_and_what_is_idle_is_said():
    # at 0.3 bn, 99.9 % firm costs 0.3 · ln 1000 = 2.072 bn; with 1.2 bn if called in, 1.5 · ln 1000 = 10.36 bn
    assert words_idle(1, 1, 30, 0.3) == pytest.approx(30 - 0.3 * np.log(1000))
    assert words_idle(1, 1, 30, 0.3, 1.2, form_words=1) == pytest.approx(30 - 1.5 * np.log(1000))
    assert words_idle(1, 1, 2, 0.3) == words_idle(1, 0, 30, 0.3) == words_idle(0, 1, 30, 0.3) == 0


@few
@given(st.tuples(share, share, share, share), st.floats(0, 100), st.floats(0.1, 3), st.sampled_from([0.0, 1.0]))
def test_at_equal_cost_a_package_costs_its_shares_of_any_budget(shares, budget, words_price, form):
    given = dict(zip(NOTHING, shares, strict=True)) | {"budget": budget, "words_price": words_price}
    cost = COST.evaluate(**given, equal_cost=1.0, form_words=form)["guarantee_cost"]
    assert cost == pytest.approx(budget * sum(shares), abs=1e-6)
