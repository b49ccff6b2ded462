"""What the learner is to rediscover shows in the simulated dyads, for the reason that is given."""

import numpy as np
import pandas as pd
import pytest

from deterrence.analysis.population import attack_rates, dyads, population, simulate

MANY = 40_000


def rates(chosen=True, **made):
    return attack_rates(simulate(population(MANY, **made), chosen)).set_index("among")


def test_the_file_shows_both_faces():
    table = attack_rates(dyads()).set_index("among")
    assert len(dyads()) == 1000
    assert table.at["all dyads", "slope"] < -0.3, "over all dyads, credibility goes with peace"
    assert table.at["crises", "slope"] > 0, "among crises, it looks as if it failed"


@pytest.mark.parametrize("seed", [1, 7, 2002])
def test_credibility_deters_and_yet_seems_to_fail_among_crises(seed):
    table = rates(seed=seed)
    assert table.at["all dyads", "slope"] < -0.35
    assert table.at["crises", "slope"] > 0.15
    assert table.at["crises", "high"] > table.at["crises", "low"]


def test_it_disappears_where_challengers_do_not_choose():
    by_lot = rates(chosen=False)
    assert by_lot.at["crises", "slope"] < -0.2
    assert by_lot.at["crises", "high"] < by_lot.at["crises", "low"]
    assert by_lot.at["crises", "dyads"] == pytest.approx(rates().at["crises", "dyads"], rel=0.05), "as many crises"


def test_it_is_weaker_the_less_motives_differ():
    slopes = [rates(spread=spread).at["crises", "slope"] for spread in (0.0, 0.6, 1.5)]
    assert slopes == sorted(slopes)
    assert abs(slopes[0]) < 0.12


def test_the_reason_is_who_comes_into_crises():
    made = simulate(population(MANY))
    crises = made[made["crisis"] == 1]
    correlation = {name: t["credibility"].corr(t["motive"]) for name, t in (("all", made), ("crises", crises))}
    assert abs(correlation["all"]) < 0.02
    assert correlation["crises"] > 0.2


def test_an_attack_needs_a_crisis():
    made = simulate(population())
    assert set(np.unique(made["crisis"])) == {0, 1}
    assert (made["attack"] <= made["crisis"]).all()


def test_ranges_and_seed():
    made = population(500, seed=3)
    assert made["credibility"].between(0.1, 0.9).all()
    assert (made["credibility"] + made["news"]).between(0.1, 0.9).all()
    assert made["motive"].between(0, 10).all()
    pd.testing.assert_frame_equal(made, population(500, seed=3))


def test_what_is_wrong_is_named():
    with pytest.raises(ValueError, match="count must be 1 or more"):
        population(0)
    with pytest.raises(ValueError, match="lack news"):
        simulate(population(5).drop(columns="news"))
