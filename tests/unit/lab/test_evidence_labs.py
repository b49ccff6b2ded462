"""What the labs on promises and evidence say is what the tables and the analysis say."""

import re

import pytest

from deterrence.analysis import PACKAGES, single_flips
from deterrence.evidence import base_rates, guarantee_cases, honour_rates
from deterrence.labs import lab


def test_of_the_guesses_named_in_the_prediction_one_alone_turns_the_order():
    made = lab("flip")
    alone = single_flips(PACKAGES["symbolic"], PACKAGES["presence"], budget=1.0).set_index("parameter")["shift"]
    turns = {"audience": "audience_ceiling", "price": "troops_price", "stake": "stake"}
    right = made.predict.answer(made.readings(**made.predict.state))
    assert {key for key, name in turns.items() if alone.notna()[name]} == {right}


@pytest.mark.parametrize("preset", lab("flip").presets, ids=lambda preset: preset.name)
def test_each_case_of_the_flips_says_who_is_ahead_by_its_numbers(preset):
    made = lab("flip")
    read, said = made.readings(**preset.state), made.sentence(**preset.state)
    gap = read["tangible.deterrence_value"] - read["symbolic.deterrence_value"]
    assert ("the troops are ahead" in said) == (gap > 0.005)
    assert ("the words are ahead" in said) == (gap < -0.005)


@pytest.mark.parametrize("size", [0.0, 0.1, 0.2, 0.32, 0.4, 0.6])
def test_the_lab_on_signals_names_the_one_that_convinces_more(size):
    read, said = lab("hands").readings(signal_cost=size), lab("hands").sentence(signal_cost=size)
    gap = read["tangible.signal_value"] - read["symbolic.signal_value"]
    assert ("sunk cost convinces more" in said) == (gap > 0.005)
    assert ("promise convinces more" in said) == (gap < -0.005)


def test_kept_promises_are_those_of_the_table():
    rates = honour_rates()
    for duty, passage in lab("honour").passages.items():
        rows = rates[rates["obligation"] == duty]
        counts = set((rows["honoured"].astype(str) + " of " + rows["tested"].astype(str)).tolist())
        assert {row[2] for row in passage.rows} == counts
        assert all(count in passage.html for count in counts)


def test_base_rates_say_flip_where_the_sign_turns_and_only_there():
    table = base_rates()
    kept = {"war": ("war", True), "recount": ("war begun (recount)", True), "others": ("war", False)}
    for key, (outcome, rival) in kept.items():
        rows = table[(table["outcome"] == outcome) & (table["rival"] == rival)]
        more = {era: pair.sort_values("pact")["rate"].is_monotonic_increasing for era, pair in rows.groupby("era")}
        said = lab("baserates").passages[key].sentence
        assert ("The sign flips." in said) == (len(set(more.values())) == 2), key
        numbers = re.findall(r"[\d.]+(?=% a year)", said)
        assert len(numbers) == 2


def test_the_archive_holds_every_guarantee_that_counts_and_the_attacked_shields_were_attacked_by_their_guarantors():
    made = lab("cases")
    assert len(made.cases) == len(guarantee_cases("guarantee"))
    cases = guarantee_cases("guarantee").set_index("slug")
    shown = made.shown(presence="shield", attacked="yes")
    assert {cases.at[case.key, "guarantors"] for case in shown} == {"Soviet Union", "Russia"}
    assert made.predict.answer(made.readings(**made.predict.state)) == 6


@pytest.mark.parametrize("preset", lab("selection").presets, ids=lambda preset: preset.name)
def test_what_is_said_of_selection_agrees_with_the_slopes(preset):
    read, said = lab("selection").readings(**preset.state), lab("selection").sentence(**preset.state)
    assert ("seems to rise" in said) == (read["crises.slope.low"] > 0 > read["all.slope.high"])
    assert ("nothing misleads" in said) == (read["crises.slope"] < read["all.slope"])
