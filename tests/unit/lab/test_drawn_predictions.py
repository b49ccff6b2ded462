"""Predictions that are drawn: the model's curve beside them is the lab's own, and where they part is told rightly."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_modules import node

from coursekit.lab.declare import CurvePrediction
from coursekit.lab.html.drawn_prediction import drawn_prediction
from deterrence.labs import labs

DRAWN = {name: lab for name, lab in labs().items() if isinstance(getattr(lab, "predict", None), CurvePrediction)}


def test_at_least_five_labs_ask_for_a_curve() -> None:
    assert len(DRAWN) >= 5


@pytest.mark.parametrize("name", list(DRAWN))
def test_what_is_revealed_is_the_labs_own_curve_and_band(name: str) -> None:
    lab, asked = DRAWN[name], DRAWN[name].predict
    html = str(drawn_prediction(lab, asked))
    rows = [row for row in lab.curve(**asked.state) if row["series"] == asked.series]
    xs = np.linspace(lab.x.low, lab.x.high, asked.points)
    for attribute, end in (("answer", ""), ("lows", "_low"), ("highs", "_high")):
        (told,) = re.findall(rf'data-{attribute}="([^"]*)"', html)
        own = np.interp(xs, [row[lab.x.name] for row in rows], [row[f"{asked.quantity}{end}"] for row in rows])
        assert np.allclose(np.array(told.split(), float), asked.times * own, atol=0.051)
    (line,) = re.findall(r'class="line" d="M([^"]*)"', html)
    drawn = np.array([pair.split() for pair in line.split("L")], float)
    assert len(drawn) == len(rows)
    back = asked.low + (asked.high - asked.low) * (1 - drawn[:, 1] / 100)
    (band,) = re.findall(r'class="band" d="M([^"]*)Z"', html)
    edge = np.array([pair.split() for pair in band.split("L")], float)
    high, low = edge[: len(rows)], edge[len(rows) :][::-1]
    assert np.allclose(high[:, 0], drawn[:, 0]) and np.allclose(low[:, 0], drawn[:, 0])
    assert (high[:, 1] <= drawn[:, 1] + 0.011).all() and (drawn[:, 1] <= low[:, 1] + 0.011).all()
    assert np.allclose(back, [asked.times * row[asked.quantity] for row in rows], atol=0.01 * (asked.high - asked.low))


@pytest.mark.parametrize("name", list(DRAWN))
def test_every_point_is_a_slider_with_a_name_of_its_own(name: str) -> None:
    asked = DRAWN[name].predict
    html = str(drawn_prediction(DRAWN[name], asked))
    names = re.findall(r'<input type="range" name="guess" aria-label="([^"]+)"', html)
    assert len(names) == asked.points == len(set(names))
    # A guess is told with one decimal at most.
    assert round(asked.step, 1) == asked.step and round(asked.low, 1) == asked.low
    assert not re.search(r"\.\d\d", " ".join(re.findall(r'data-(?:answer|lows|highs|shown)="([^"]*)"', html)))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [({"points": 8}, "multiple"), ({"series": "crises"}, "must be along"), ({"at": "here"}, "place {x}")],
)
def test_a_prediction_that_cannot_be_drawn_fails_the_build(wrong: dict[str, Any], told: str) -> None:
    lab = DRAWN["salvo"]
    with pytest.raises(ValueError, match=re.escape(told)):
        replace(lab, predict=replace(lab.predict, **wrong))


BODY = """return given.map(({ drawn, model, lows, highs, from, to, value }) => {
  const values = [...drawn];
  const set = drawBetween(values, from, to, value);
  return { set, values, ...comparePoints(drawn, model, lows, highs, 0.5) };
});"""


@pytest.fixture(scope="module")
def compare(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    return node(tmp_path_factory.mktemp("curve"), {"prediction/curve_score": "drawBetween, comparePoints"}, BODY)


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_a_quick_hand_leaves_no_point_out_and_the_parting_is_the_furthest(
    compare: Callable[[Any], Any], seed: int
) -> None:
    rng = np.random.default_rng(seed)
    asked = []
    for _ in range(40):
        n = int(rng.integers(2, 12))
        drawn, model, width = rng.uniform(0, 100, n), rng.uniform(0, 100, n), rng.uniform(0, 40, n)
        asked.append({"drawn": drawn.tolist(), "model": model.tolist(), "lows": (model - width).tolist(),
                      "highs": (model + width).tolist(), "from": int(rng.integers(n)), "to": int(rng.integers(n)),
                      "value": float(rng.uniform(0, 100))})  # fmt: skip
    for one, got in zip(asked, compare(asked), strict=True):
        drawn, model = np.array(one["drawn"]), np.array(one["model"])
        apart = np.abs(drawn - model)
        assert got["place"] == int(apart.argmax()) and got["mean"] == pytest.approx(apart.mean())
        within = (drawn >= np.array(one["lows"]) - 0.5) & (drawn <= np.array(one["highs"]) + 0.5)
        assert got["held"] == int(within.sum())
        start, end = one["from"], one["to"]
        low, high = min(start, end), max(start, end)
        between = set(range(low, high + 1)) - ({start} if start != end else set())
        assert set(got["set"]) == between and got["values"][end] == pytest.approx(one["value"])
        ends = sorted((drawn[start], one["value"]))
        assert all(ends[0] - 1e-9 <= got["values"][i] <= ends[1] + 1e-9 for i in between)
        assert all(got["values"][i] == drawn[i] for i in range(len(drawn)) if i not in between)
