"""The pillars' shares of the credit (Shapley): what defines them."""

import numpy as np
import pytest
from hypothesis import given, settings
from model_settings import few, many, plausible, seeds

from deterrence.model import GRAPH
from deterrence.model.unguarded import NOTHING, PILLARS

CREDITS = ("words_credit", "troops_credit", "industry_credit", "army_credit")
PART = GRAPH.behind(*CREDITS, "deterrence_value")
some = settings(few, max_examples=5)


@some
@given(seeds)
def test_the_shares_sum_to_the_whole(seed):
    values = PART.evaluate(**many(PART.defaults, seed, 60))
    np.testing.assert_allclose(sum(values[name] for name in CREDITS), values["deterrence_value"], atol=1e-12)


@settings(few, max_examples=2)
@given(seeds)
def test_a_pillar_that_is_not_there_gets_nothing_and_one_alone_gets_all(seed):
    drawn = many(PART.defaults, seed, 60)
    for pillar, credit in zip(PILLARS, CREDITS, strict=True):
        absent = PART.evaluate(**drawn | {pillar: 0.0})
        np.testing.assert_allclose(absent[credit], 0, atol=1e-12)
        alone = PART.evaluate(**drawn | NOTHING | {pillar: drawn[pillar]})
        np.testing.assert_allclose(alone[credit], alone["deterrence_value"], atol=1e-12)


@some
@given(seeds)
def test_two_pillars_that_do_the_same_get_the_same(seed):
    twins = {"industry_share": 0.3, "army_share": 0.3, "industry_gain": 0.4, "army_gain": 0.4}
    prices = {"industry_price": 5.0, "army_price": 5.0}
    values = PART.evaluate(
        **plausible(PART, seed, 60, **twins, **prices, words_share=0.2, troops_share=0.2, budget=6.0)
    )
    np.testing.assert_allclose(values["industry_credit"], values["army_credit"], atol=1e-12)


def test_of_two_pillars_each_gets_the_mean_of_coming_first_and_second():
    def attack(**there):
        return GRAPH.behind("attack_probability").evaluate(**NOTHING | there)["attack_probability"]

    none, words, troops = attack(), attack(words_share=0.5), attack(troops_share=0.4)
    both = attack(words_share=0.5, troops_share=0.4)
    values = PART.evaluate(**NOTHING | {"words_share": 0.5, "troops_share": 0.4})
    assert values["words_credit"] == pytest.approx(((none - words) + (troops - both)) / 2)
    assert values["troops_credit"] == pytest.approx(((none - troops) + (words - both)) / 2)


def test_a_pillar_that_provokes_gets_blame():
    values = PART.evaluate(
        words_share=0.5, troops_share=0.5, budget=8.0, prize=0.3, provocation=0.1, tripwire_pull=-0.05
    )
    assert values["troops_credit"] < 0
