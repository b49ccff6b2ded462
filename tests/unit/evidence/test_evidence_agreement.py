"""Two coders compared: kappa is the textbook's, neither coder comes first, and every listed disagreement is one."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deterrence.evidence import read
from deterrence.evidence.agreement import FIRST, SECOND, VARIABLES, agreement, disagreements, kappa
from deterrence.evidence.tables import resource

PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30)


def coding(answers, note="", start=1):
    """Give a coding that answers every variable alike, case by case."""
    table = pd.DataFrame({"id": range(start, start + len(answers)), "case": [f"case {a}" for a in answers]})
    return table.assign(note=note, **{name: list(answers) for name in VARIABLES})


def test_kappa_of_a_table_worked_by_hand():
    """Fifty cases: both yes 20, only the first yes 5, only the second yes 10, both no 15.

    Equal in 35 of 50: p_o = 0.7. The first says yes in 25 of 50, the second in 30 of 50:
    p_e = 0.5 * 0.6 + 0.5 * 0.4 = 0.5. So kappa = (0.7 - 0.5) / (1 - 0.5) = 0.4.
    """
    first = ["yes"] * 25 + ["no"] * 25
    second = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    assert kappa(first, second) == pytest.approx(0.4)


def test_kappa_of_three_answers_worked_by_hand():
    """Equal in 4 of 6; p_e = (3 * 2 + 2 * 2 + 1 * 2) / 36 = 1/3; kappa = (2/3 - 1/3) / (1 - 1/3) = 1/2."""
    assert kappa("aaabbc", "aabbcc") == pytest.approx(0.5)


def test_kappa_says_when_there_is_nothing_to_tell_apart():
    assert math.isnan(kappa("aaa", "aaa"))
    assert kappa("aaa", "bbb") == 0
    assert kappa("ab", "ba") == -1


@pytest.mark.parametrize(("first", "second"), [("", ""), ("ab", "a")])
def test_kappa_refuses_coders_who_cannot_be_compared(first, second):
    with pytest.raises(ValueError, match=f"they answer {len(first)} and {len(second)}"):
        kappa(first, second)


@given(pairs=PAIRS)
def test_neither_coder_comes_first(pairs):
    first, second = zip(*pairs, strict=True)
    assert kappa(first, second) == pytest.approx(kappa(second, first), abs=0, nan_ok=True)


@given(pairs=PAIRS)
def test_kappa_depends_neither_on_the_names_of_the_answers_nor_on_the_order_of_the_cases(pairs):
    first, second = zip(*pairs, strict=True)
    renamed = [[{"a": "z", "b": "y", "c": "x"}[answer] for answer in coder] for coder in (first, second)]
    assert kappa(*renamed) == pytest.approx(kappa(first, second), abs=0, nan_ok=True)
    assert kappa(first[::-1], second[::-1]) == pytest.approx(kappa(first, second), abs=0, nan_ok=True)


@given(pairs=PAIRS)
def test_kappa_is_one_exactly_when_all_are_equal_and_never_above_the_share(pairs):
    first, second = zip(*pairs, strict=True)
    value, share = kappa(first, second), sum(a == b for a, b in pairs) / len(pairs)
    assert math.isnan(value) or (value == 1) == (share == 1)
    assert math.isnan(value) or -1 <= value <= share + 1e-12


@given(pairs=PAIRS)
@settings(deadline=None, max_examples=40)
def test_what_is_not_agreed_is_listed(pairs):
    first, second = (coding(answers) for answers in zip(*pairs, strict=True))
    listed, counted = disagreements(first, second), agreement(first, second).set_index("variable")
    missing = counted["n"] - counted["agreed"]
    assert listed["variable"].value_counts().reindex(VARIABLES, fill_value=0).to_dict() == missing.to_dict()
    assert (listed["first"] != listed["second"]).all()


def test_a_disagreement_says_who_said_what():
    listed = disagreements(coding("ab", note="ours"), coding("ac", note="theirs"))
    assert listed["variable"].tolist() == list(VARIABLES)
    assert (listed.drop(columns="variable") == [2, "case b", "b", "c", "ours", "theirs"]).all(axis=None)


def test_cases_are_matched_by_number_not_by_place():
    first = coding("abc")
    assert disagreements(first, first.iloc[::-1]).empty
    assert (agreement(first, first.iloc[::-1])["kappa"] == 1).all()


def test_cases_that_one_coder_alone_coded_are_left_out():
    first, second = coding("abcd"), coding("xcd", start=2)
    assert (agreement(first, second)[["n", "agreed"]] == [3, 2]).all(axis=None)
    assert set(disagreements(first, second)["id"]) == {2}


@pytest.mark.parametrize("second", [coding("abc", start=4), pd.concat([coding("abc"), coding("a")])])
def test_codings_without_a_shared_case_or_with_a_case_twice_are_refused(second):
    for compare in (agreement, disagreements):
        for one, other in ((coding("abc"), second), (second, coding("abc"))):
            with pytest.raises(ValueError, match="share a case, and hold each case once"):
                compare(one, other)


def test_both_shipped_codings_hold_the_same_cases_and_know_the_same_answers():
    first, second = (read(name).set_index("id") for name in (FIRST, SECOND))
    assert second.index.tolist() == list(range(1, 46))
    assert first.loc[second.index, "year_made"].tolist() == second["year_made"].tolist()
    fields = [{field["name"]: field for field in resource(name)["schema"]["fields"]} for name in (FIRST, SECOND)]
    for variable in VARIABLES:
        ours, theirs = (field[variable]["constraints"]["enum"] for field in fields)
        assert sorted(ours) == sorted(theirs)


def test_every_disagreement_shipped_stands_in_both_tables():
    first, second = (read(name).set_index("id") for name in (FIRST, SECOND))
    listed = disagreements()
    assert not listed.duplicated(["id", "variable"]).any()
    for row in listed.itertuples():
        assert (first.at[row.id, row.variable], second.at[row.id, row.variable]) == (row.first, row.second)
        assert row.first != row.second
        assert (first.at[row.id, "note"], second.at[row.id, "note"]) == (row.first_note, row.second_note)


def test_shares_are_counted_and_kappa_lies_below_them():
    table = agreement()
    assert table["variable"].tolist() == list(VARIABLES)
    assert (table["n"] == len(read(SECOND))).all()
    assert table["share"].tolist() == pytest.approx((table["agreed"] / table["n"]).tolist())
    assert (table["kappa"] <= table["share"]).all()
    assert len(disagreements()) == (table["n"] - table["agreed"]).sum()
