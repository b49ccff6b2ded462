"""The text of two chapters: what it claims of labs and evidence is checked, and its figure can be read out."""

import pytest

from deterrence.text import counting, presence
from deterrence.text.lab_numbers import lab_numbers
from deterrence.text.states import hold


@pytest.mark.parametrize(
    ("chapter", "name", "value"),
    [
        ("counting", "six-tangible-deterrence-value", 0.0),
        ("counting", "1946-2010-war-high", 0.1),
        ("counting", "read-tangible-war-deterrence", 16.9),
        ("presence", "no-pull-tangible-deterrence-value", 9.0),
        ("presence", "watchers-tangible-deterrence-value", 2.0),
        ("presence", "baltic-most", 2100.0),
        ("presence", "game-hours", 61.0),
    ],
)
def test_a_sentence_that_is_no_longer_true_stops_the_build(chapter, name, value):
    module = {"counting": counting, "presence": presence}[chapter]
    numbers = getattr(module, f"{chapter}_numbers")()
    assert name in numbers
    with pytest.raises(ValueError, match=rf"chapters/{chapter}\.md says that .* rewrite that passage"):
        module._check(numbers | {name: value})


def test_what_holds_passes_in_silence():
    hold("counting", {"two is more than one": True})


def test_numbers_are_named_by_state_series_and_quantity_and_values_are_points():
    numbers = lab_numbers(counting.COMPARATOR, {"there": {"budget": 6.0}})
    readings = counting.COMPARATOR.readings(budget=6.0)
    assert numbers["there-tangible-deterrence-value"] == pytest.approx(100 * readings["tangible.deterrence_value"])
    assert numbers["there-tangible-credibility-low"] == readings["tangible.credibility.low"]


def test_the_figure_reads_out_what_it_draws():
    html = counting.rates_figure()._repr_html_()
    said = html.split("aria-label=")[1].split(">")[0]
    assert "Wars, as coded, 1946–2010: -0.80 points (-1.64 to -0.23)" in said
    assert html.count("<tr") == 7  # a heading and six rows


def test_resolve_is_highest_between_none_and_very_many_troops():
    numbers = presence.presence_numbers()
    assert 0 < numbers["peak-troops"] < numbers["below-troops"] < 60_000
    assert numbers["peak-credibility"] > numbers["none-credibility"]
