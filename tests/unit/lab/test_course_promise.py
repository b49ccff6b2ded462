"""The course's promise: in every chapter words stand beside things, at equal cost and as stated; no lab is homeless."""

import json
import re
from collections import Counter

import numpy as np
import pytest
from paths import ROOT

from coursekit.lab.charts.model_lab import for_page
from coursekit.lab.display import Lab
from deterrence.labs import labs
from deterrence.model import GRAPH

CALL = re.compile(r"^lab\(\"([\w-]+)\"\)", re.M)
CHAPTERS = {path.stem: CALL.findall(path.read_text("utf-8")) for path in sorted((ROOT / "chapters").glob("*.md"))}
PAIR = ("symbolic", "tangible")


def keeps_the_promise(lab) -> bool:
    """Whether a lab plots the deterrence value of words and of things, at equal cost and as stated."""
    if not isinstance(lab, Lab) or "deterrence_value" not in lab.show or not set(PAIR) <= set(lab.compare):
        return False
    choice = next((field for field in lab.fields if field.name == "equal_cost"), None)
    drawn = "deterrence_value" in json.dumps(for_page(lab)) if lab.chart else lab.bars == "deterrence_value"
    return choice is not None and drawn


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_sets_words_beside_things_at_equal_cost_and_at_stated_size(chapter):
    found = [name for name in CHAPTERS[chapter] if keeps_the_promise(labs()[name])]
    assert found, f"{chapter}: no lab plots deterrence_value for {PAIR} with a control equal_cost"
    part = GRAPH.behind("guarantee_cost", "deterrence_value")
    for lab in (labs()[name] for name in found):
        choice = next(field for field in lab.fields if field.name == "equal_cost")
        keys = {choice.number(key): key for key in getattr(choice, "options", {"1": 0, "0": 0})}
        assert set(keys) == {0.0, 1.0}, f"{lab.id}: equal_cost must be on or off"
        for number, key in keys.items():
            rows = {row["series"]: row for row in lab.point(equal_cost=key)}
            assert all(np.isfinite(rows[series]["deterrence_value"]) for series in PAIR)
            if number == 1:
                given = {name: value for name, value in lab.state(equal_cost=key).items() if name in part.defaults}
                cost = [part.evaluate(**{**given, **lab.compare[series]})["guarantee_cost"] for series in PAIR]
                assert cost[0] == pytest.approx(cost[1]), f"{lab.id}: words cost {cost[0]:g}, things {cost[1]:g}"


def test_every_lab_stands_on_one_page():
    pages = [*(ROOT / "chapters").glob("*.md"), *(ROOT / "book").glob("*.md")]
    placed = Counter(name for page in pages for name in CALL.findall(page.read_text("utf-8")))
    assert placed == Counter(labs().keys())
