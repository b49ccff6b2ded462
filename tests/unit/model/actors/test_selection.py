"""Dyads whose challengers choose: what selection does to what one sees in crises, and what it need not do."""

import numpy as np
import pytest
from hypothesis import given, settings
from model_settings import few, many, seeds, share, within

from deterrence.model import SELECTION, crisis, crisis_attack, crisis_utility, entry_probability, entry_utility


def population(seed, motive, news=0.1, count=20_000, credible=(0.1, 0.7), noise=0.2):
    """Attack rates of the more and the less credible half: among all dyads, and among crises."""
    rng = np.random.default_rng(seed)
    drawn = {
        "dyad_credibility": rng.uniform(*credible, count),
        "dyad_motive": np.clip(motive(rng, count), 0, 10),
        "dyad_news": np.clip(rng.normal(0, news, count), -1, 1),
        "dyad_luck_enter": rng.random(count),
        "dyad_luck_attack": rng.random(count),
    }
    values = SELECTION.evaluate(**drawn, choice_noise=noise)
    high = drawn["dyad_credibility"] > sum(credible) / 2
    there, attack = values["crisis"] == 1, values["crisis_attack"] == 1
    return {
        "all": (attack[high].mean(), attack[~high].mean()),
        "crises": (attack[high & there].mean(), attack[~high & there].mean()),
        "entered": (there[high].mean(), there[~high].mean()),
    }


def some_want_it_badly(rng, count):
    return np.where(rng.random(count) < 0.7, rng.uniform(0, 0.3, count), rng.uniform(2, 10, count))


def test_by_hand():
    # .75 · 2 − .25 · 1.2 − .1
    assert entry_utility(0.25, 2, 1.2, 0.1) == pytest.approx(1.1)
    # 1 / (1 + e^(−.2 / .2))
    assert entry_probability(0.2, 0.2) == pytest.approx(0.731059, abs=1e-6)
    assert (crisis(0.7, 0.69), crisis(0.7, 0.71), crisis(0, 0)) == (1, 0, 0)  # what has no chance does not happen
    # learnt that help is .15 likelier: .6 · 2 − .4 · 1.2
    assert crisis_utility(0.25, 2, 1.2, 0.15) == pytest.approx(0.72)
    assert crisis_utility(0.25, 2, 1.2, -0.5) == pytest.approx(2)  # belief does not fall below none
    assert crisis_utility(0.75, 2, 1.2, 0.5) == pytest.approx(-1.2)  # nor rise above certainty
    # attack is .731 likely at a utility of .2
    assert (crisis_attack(1, 0.2, 0.2, 0.73), crisis_attack(1, 0.2, 0.2, 0.74), crisis_attack(0, 0.2, 0.2, 0.1)) == (
        1,
        0,
        0,
    )


@few
@given(seeds)
def test_no_crisis_no_attack(seed):
    values = SELECTION.evaluate(**many(SELECTION.defaults, seed))
    assert set(np.unique(values["crisis"])) <= {0, 1}
    assert np.all(values["crisis_attack"] <= values["crisis"])
    assert np.all((values["entry_probability"] >= 0) & (values["entry_probability"] <= 1))


@few
@given(share, within("dyad_motive"), within("dyad_loss"), within("probe_cost"))
def test_credibility_known_beforehand_deters_already_the_crisis(q, motive, loss, probe):
    assert entry_utility(min(1, q + 0.1), motive, loss, probe) <= entry_utility(q, motive, loss, probe) + 1e-12
    assert entry_utility(q, motive, loss, probe) == pytest.approx(crisis_utility(q, motive, loss, 0) - probe)


@settings(few, max_examples=10)
@given(seeds)
def test_who_comes_to_a_crisis_wants_the_prize_more(seed):
    rng = np.random.default_rng(seed)
    motive = rng.uniform(0, 3, 5000)
    there = SELECTION.evaluate(dyad_motive=motive, dyad_luck_enter=rng.random(5000))["crisis"] == 1
    assert motive[there].mean() > motive[~there].mean() + 0.5


@settings(few, max_examples=10)
@given(seeds)
def test_among_crises_credible_threats_look_as_if_they_failed_where_only_the_eager_try_them(seed):
    # Most want the prize hardly, some badly, and the crisis tells little that was not known (Fearon 2002).
    seen = population(seed, some_want_it_badly)
    assert seen["all"][0] < seen["all"][1] - 0.03  # credible threats do prevent attacks ...
    assert seen["entered"][0] < seen["entered"][1] - 0.05  # ... by preventing crises ...
    assert seen["crises"][0] > seen["crises"][1] + 0.03  # ... and so those that are tested fail the more often


@settings(few, max_examples=10)
@given(seeds)
def test_selection_need_not_turn_the_sign_but_only_blur_it(seed):
    # Where wants are spread evenly, credible threats still look better among crises, only much less so.
    seen = population(seed, lambda rng, count: rng.uniform(0, 3, count))
    odds = {where: np.log(p / (1 - p)) for where, p in ((w, np.array(seen[w])) for w in ("all", "crises"))}
    assert odds["all"][0] < odds["all"][1]
    assert odds["crises"][0] < odds["crises"][1]
    assert abs(np.diff(odds["crises"])) < abs(np.diff(odds["all"]))
