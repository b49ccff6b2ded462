"""Predictions ask for a number with a range, or for a choice."""

import re

from archive_example import example

from coursekit.lab.declare import Prediction
from coursekit.lab.html.prediction import prediction
from deterrence.labs import lab, labs


def test_a_number_is_asked_for_with_a_range():
    asked = lab("promise").predict
    html = prediction("promise", asked, lab("promise").readings(**asked.state))
    assert re.findall(r'name="(guess|within)"', html) == ["guess", "within"]
    # The guess comes first; how sure it is stands folded, as a step that one may leave out.
    first, fold = html.split('<details class="sure">')
    assert 'name="guess"' in first and 'name="within"' in fold.split("</details>")[0]
    assert "20 to 40 points" in html
    assert html.count("<label") == html.count("<input") == html.count("<output")


def test_a_choice_is_asked_for_without_one():
    asked = Prediction("c", "Which?", lambda r: "a", "Because.", options={"a": "This", "b": "That"})
    html = prediction("cases", asked, example().readings())
    assert html.count('type="radio"') == 2 and "within" not in html and 'data-shown="This"' in html


def test_the_range_never_leaves_what_can_be_guessed():
    asked = Prediction("n", "How many?", lambda r: 3, "So.", low=0, high=1, start=0, step=0.1)
    html = prediction("cases", asked, example().readings())
    assert "0 to 0.1" in html and 'max="0.5"' in html


def test_one_of_something_has_its_own_word():
    asked = Prediction("n", "How many?", lambda r: 1.0, "So.", start=1, unit="points", unit_one="point")
    html = prediction("cases", asked, example().readings())
    assert 'data-shown="1 point"' in html and ">1 point</output>" in html and 'data-unit-one="point"' in html
    assert [asked.with_unit(number) for number in ("0", "1", "0.1", "11")] == [
        "0 points",
        "1 point",
        "0.1 points",
        "11 points",
    ]
    bare = Prediction("n", "How much?", lambda r: 1.0, "So.", unit="%")
    assert "data-unit-one" not in prediction("cases", bare, example().readings()) and bare.with_unit("1") == "1%"


def test_every_unit_that_is_a_plural_says_what_one_is():
    for name, one in labs().items():
        asked = getattr(one, "predict", None)
        if asked and asked.options is None and asked.unit.endswith("s") and " " not in asked.unit:
            assert asked.unit_one, f"{name}: 1 {asked.unit}"
