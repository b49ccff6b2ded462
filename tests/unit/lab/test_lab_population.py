"""A lab over a population gives the rates of the table that it rests on, and the same in the page."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lab_in_node import ask, same
from lab_states import random_keys
from population_example import example

from coursekit.lab.compile.model_lab_script import model_lab_script
from coursekit.lab.declare import Axis, Population
from coursekit.lab.evaluate.population import Z, linear_fit, mean_with_interval
from coursekit.lab.html.model_lab import mount
from deterrence.analysis.population import attack_rates, dyads
from deterrence.evidence.intervals import wilson

LAB = example()


def test_at_its_defaults_it_gives_the_rates_of_the_table():
    rates = attack_rates(dyads()).set_index("among")
    said = LAB.readings()
    for group, row in (("all", rates.loc["all dyads"]), ("crises", rates.loc["crises"])):
        assert said[f"{group}.count"] == row["dyads"]
        assert said[f"{group}.slope"] == pytest.approx(row["slope"])
    assert said["all.crisis_attack"] == pytest.approx(dyads()["attack"].mean())


def test_bins_hold_every_row_once():
    for group in ("all", "crises"):
        rows = [row for row in LAB.curve() if row["series"] == group]
        assert sum(row["count"] for row in rows) == LAB.readings()[f"{group}.count"]
        share = sum(row["count"] * row["crisis_attack"] for row in rows if row["count"]) / sum(r["count"] for r in rows)
        assert share == pytest.approx(LAB.readings()[f"{group}.crisis_attack"])


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 10_000))
def test_the_page_computes_the_same(seed):
    rng = np.random.default_rng(seed)
    size = int(rng.integers(1, 60))
    columns = {name: rng.uniform(0.05, 0.95, size) for name in LAB.population.columns if name != "dyad_motive"} | {
        "dyad_motive": rng.uniform(0, 3, size)
    }
    made = example(population=Population(columns, {"all": None, "crises": "crisis"}, dots=7))
    keys = [random_keys(made, rng) for _ in range(6)]
    states = [made.state(**chosen) for chosen in keys]
    for chosen, theirs in zip(
        keys, ask(source=model_lab_script(made, []), lab="probe", states=states)["computed"], strict=True
    ):
        from coursekit.lab.evaluate.rows import tables

        for ours_rows, name in zip(tables(made, made.state(**chosen)), ("curve", "point", "people"), strict=True):
            assert len(ours_rows) == len(theirs[name])
            for ours, other in zip(ours_rows, theirs[name], strict=True):
                assert ours.keys() == other.keys()
                assert all(v == other[k] if k == "series" else same(v, other[k]) for k, v in ours.items()), (
                    ours,
                    other,
                )
        ours = made.readings(**chosen)
        assert ours.keys() == theirs["readings"].keys()
        assert all(same(value, theirs["readings"][key]) for key, value in ours.items())
        assert made.sentence(**chosen) == theirs["sentence"]


@given(st.lists(st.tuples(st.floats(-5, 5), st.booleans()), min_size=3, max_size=50))
def test_the_line_is_that_of_least_squares(rows):
    x, y = np.array([row[0] for row in rows]).round(3), np.array([float(row[1]) for row in rows])
    if np.ptp(x) < 0.01:
        return
    start, slope, error = linear_fit(x, y)
    wanted = np.polyfit(x, y, 1)
    assert (slope, start) == (pytest.approx(wanted[0], abs=1e-6), pytest.approx(wanted[1], abs=1e-6))
    assert error >= 0


@given(st.integers(0, 40), st.integers(1, 40))
def test_the_interval_is_wilsons(hits, n):
    hits = min(hits, n)
    share, low, high = mean_with_interval(np.array([1.0] * hits + [0.0] * (n - hits)))
    wanted = wilson(hits, n, Z)
    assert (low, high) == (pytest.approx(wanted[0], abs=1e-6), pytest.approx(wanted[1], abs=1e-6))
    assert low <= share + 1e-12 and share <= high + 1e-12


def test_it_stands_in_the_page_with_its_groups():
    html = mount(LAB)
    assert "Crises only" in html and 'role="status"' in html and "<svg" in html


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"population": Population({}, {"all": None})}, "columns must be there, and equally long"),
        ({"population": Population({"motive": np.ones(3)}, {"all": None})}, "'motive' is no parameter"),
        (
            {"population": Population({"probe_cost": np.ones(3)}, {"all": None})},
            "a column of the population and a control",
        ),
        ({"x": Axis("choice_noise", 0, 1)}, "a population needs x=Axis"),
        ({"labels": {"all": "All"}}, "no name for the group 'crises'"),
    ],
)
def test_a_population_that_is_wrong_is_refused(change, said):
    with pytest.raises(ValueError, match="Lab 'probe'") as error:
        example(**change)
    assert said in str(error.value)
