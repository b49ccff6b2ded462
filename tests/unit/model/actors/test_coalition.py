"""Who guarantees, from which seat, at what best split: the last chapters' quantities."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_settings import few, many, plausible, seeds

from deterrence.evidence import providers
from deterrence.model import GRAPH, best_words, coalition_share, largest_member, seat_fear
from deterrence.model.coalition import GIVEN, MEMBERS, SPENT
from deterrence.model.frontier import BUDGETS, PRIZES, table
from deterrence.model.unguarded import NOTHING, PILLARS

NOBODY = dict.fromkeys(MEMBERS, 0.0)
APART = GRAPH.behind("synergy", "words_credit", "troops_credit", "industry_credit", "army_credit")
BEST = GRAPH.behind("best_value")


@pytest.mark.parametrize("who", MEMBERS)
def test_what_each_brings_is_what_the_evidence_says(who):
    latest = providers().sort_values("as_of").groupby(["provider", "measure"])["value"].last()
    key = who.removeprefix("with_")
    assert GIVEN[key] == pytest.approx(sum(latest[member, "military aid"] for member in MEMBERS[who]))
    spent = sum(latest[member, "military spending"] for member in MEMBERS[who])
    assert SPENT[key] == pytest.approx(spent / 1000, abs=1e-4)


@few
@given(st.sets(st.sampled_from(list(MEMBERS))), st.sampled_from(list(MEMBERS)), st.sampled_from([0.0, 1.0]))
def test_a_further_member_never_brings_less(chosen, further, by_spending):
    def share(those):
        return coalition_share(**NOBODY | dict.fromkeys(those, 1.0), by_spending=by_spending)

    assert share(chosen) <= share(chosen | {further}) <= share(set(MEMBERS)) == 1
    assert share(set()) == 0


def test_the_largest_member_is_all_of_a_coalition_of_one_and_nothing_of_none():
    assert largest_member(**NOBODY | {"with_poland": 1.0}) == 1
    assert largest_member(**NOBODY) == 0
    both = NOBODY | {"with_uk": 1.0, "with_france": 1.0}
    assert largest_member(**both) == pytest.approx(GIVEN["uk"] / (GIVEN["uk"] + GIVEN["france"]))


@few
@given(seeds)
def test_more_help_never_lowers_the_guarantors_pivot(seed):
    part = GRAPH.behind("help_matters")
    drawn = plausible(part, seed, 60)
    less, more = (part.evaluate(**drawn, with_us=there)["help_matters"] for there in (0.0, 1.0))
    assert np.all(less <= more + 1e-12)


@few
@given(seeds)
def test_a_protege_that_is_already_a_match_makes_help_matter_less(seed):
    part = GRAPH.behind("help_matters")
    drawn = plausible(part, seed, 60)
    strengths = [part.evaluate(**drawn | {"protege_strength": m})["help_matters"] for m in (1.0, 1.5, 2.5)]
    assert np.all(np.diff(strengths, axis=0) <= 1e-12)


def test_each_seat_looks_at_its_own():
    assert [seat_fear(0.1, 0.2, 0.3, seat) for seat in (0.0, 1.0, 2.0)] == [0.1, 0.2, 0.3]


@settings(few, max_examples=6)
@given(seeds)
def test_one_pillar_alone_has_no_synergy(seed):
    drawn = many(APART.defaults, seed, 40)
    for pillar in PILLARS:
        alone = APART.evaluate(**drawn | NOTHING | {pillar: drawn[pillar]})
        np.testing.assert_allclose(alone["synergy"], 0, atol=1e-12)


def test_whether_the_whole_is_more_than_its_parts_turns_with_what_is_at_stake():
    whole = dict.fromkeys(PILLARS[1:], 1 / 3) | {"words_share": 0.0, "budget": 20.0}
    little, much = (APART.evaluate(**whole, prize=prize)["synergy"] for prize in (0.5, 1.6))
    assert little < -0.01
    assert much > 0.01


@pytest.mark.parametrize("open_", [1.0, 2.0])
@pytest.mark.parametrize("prize", PRIZES)
def test_no_split_is_much_better_than_the_best(open_, prize):
    rng = np.random.default_rng(1953)
    splits = rng.dirichlet(np.ones(4), 400)
    if open_ == 1:
        splits[:, 0] = 0
        splits /= splits.sum(axis=1, keepdims=True)
    value = GRAPH.behind("deterrence_value")
    for budget in (*BUDGETS, 0.7, 5.0, 13.0, 25.0):
        tried = value.evaluate(**dict(zip(PILLARS, splits.T, strict=True)), prize=prize, budget=budget)
        best = BEST.evaluate(pillars_open=open_, prize=prize, budget=budget)["best_value"]
        assert best >= np.max(tried["deterrence_value"]) - 0.004, budget


def test_the_splits_of_the_table_are_whole():
    for rows in table().values():
        assert len(rows) == len(BUDGETS)
        assert [sum(row) for row in rows] == pytest.approx([1.0] * len(BUDGETS))
    assert best_words(0.0, 10.0, 1.0) == 1
    assert best_words(1.0, 10.0, 1.0) == 0
