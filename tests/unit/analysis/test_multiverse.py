"""The multiverse: computed again at one budget, exact in its split of the variance, and said as it is."""

import re

import numpy as np
import pandas as pd
import pytest
from paths import ROOT

from deterrence.analysis.multiverse import (
    BUDGETS,
    CLAIMS,
    CONTESTED,
    DRAWS,
    SHARES_FILE,
    UNIVERSES,
    VARIED,
    at_budget,
    margins,
    multiverse,
    multiverse_variance,
    variance_shares,
)
from deterrence.analysis.packages import PART
from deterrence.labs._shared.crossover import OTHERWISE
from deterrence.model.forms import FORMS
from deterrence.text.no_rigging import forms_table, multiverse_numbers, multiverse_table, specification_curve
from deterrence.text.no_rigging.multiverse import HEADLINES, SELECTORS, check_multiverse
from deterrence.text.no_rigging.specification_curve import specifications

SAMPLE = 3.0
STALE = "the model changed: run python -m deterrence.analysis.build_multiverse"


@pytest.fixture(scope="module")
def again():
    return at_budget(SAMPLE)


def of_sample(table):
    return table[table["budget"] == SAMPLE].reset_index(drop=True)


def test_shares_come_out_again(again):
    pd.testing.assert_frame_equal(of_sample(multiverse()), again[0], obj=STALE, rtol=0, atol=2e-3, check_dtype=False)


def test_variance_comes_out_again(again):
    pd.testing.assert_frame_equal(of_sample(multiverse_variance()), again[1], obj=STALE, rtol=0, atol=2e-4)


def test_every_universe_is_there_once_at_every_budget_with_every_claim():
    table = multiverse()
    assert len(table) == len(UNIVERSES) * len(BUDGETS) * len(CLAIMS), SHARES_FILE
    assert not table.duplicated([*SELECTORS, "budget", "claim"]).any()
    assert (table["ahead"] <= table["any"]).all()


def test_every_form_that_bears_on_the_packages_is_in_it():
    assert {forms.name for forms in CONTESTED} == set(FORMS) & set(PART.defaults)


def test_words_and_presence_never_lead_both():
    wide = multiverse().pivot(index=[*SELECTORS, "budget"], columns="claim", values="any")
    assert (wide["words lead"] + wide["presence leads"] <= 1 + 1e-3).all()
    logit = wide.query("form_choice == 0")
    assert (logit["words lead"] + logit["presence leads"]).to_numpy() == pytest.approx(1, abs=1e-3)


def test_shares_of_variance_are_those_of_a_case_by_hand():
    # The margin is 1 under the first form's other option and −1 under its own, whatever the rest: it explains all.
    first = CONTESTED[0].name
    made = [{claim: np.full(8, 2 * one[first] - 1) for claim in CLAIMS} for one in UNIVERSES]
    table = variance_shares(1.0, made).query("claim == @VARIED[0]").set_index("factor")
    assert table.loc[first, ["first", "total"]].tolist() == [1, 1]
    assert (table.drop(index=first)[["first", "total"]] == 0).all().all()
    # The product of two forms and nothing else: neither explains anything alone, each all together with the other.
    one, two = (forms.name for forms in CONTESTED[:2])
    sign = [(2 * u[one] - 1) * (2 * u[two] - 1) for u in UNIVERSES]
    table = variance_shares(1.0, [{claim: np.full(8, s) for claim in CLAIMS} for s in sign]).set_index("factor")
    table = table[table["claim"] == VARIED[0]]
    assert table.loc[[one, two], "first"].tolist() == [0, 0]
    assert table.loc[[one, two], "total"].tolist() == [1, 1]
    assert table.loc[DRAWS, "total"] == 0


def test_totals_are_at_least_the_first_order_shares():
    table = multiverse_variance()
    assert (table["total"] >= table["first"] - 2e-4).all()
    assert (table.groupby(["budget", "claim"])["first"].sum() <= 1 + 1e-3).all()


def test_a_tie_is_no_lead():
    nobody = {**UNIVERSES[0], "form_choice": 1.0}
    made = margins(nobody, 30.0)
    tie = made["words lead"] == 0
    assert tie.any() and (made["presence leads"][tie] == 0).all()


PAGE = (ROOT / "book" / "no_rigging.md").read_text("utf-8")


def test_every_number_that_the_page_glues_is_there():
    glued = set(re.findall(r"\{glue:text\}`(mv-[\w.-]+)(?::[^`]*)?`", PAGE))
    assert len(glued) > 10
    assert glued <= set(multiverse_numbers())


def test_a_sentence_that_is_no_longer_true_stops_the_build():
    with pytest.raises(ValueError, match="rewrite that passage"):
        check_multiverse(multiverse_numbers() | {"mv-presence-10": 0.1})


def test_tables_and_curves_show_every_headline_and_every_form():
    assert list(multiverse_table().rows.iloc[:, 0]) == [said for _, _, said in HEADLINES.values()]
    assert len(forms_table().rows) == 1 + len(CONTESTED)
    assert set(OTHERWISE) == set(SELECTORS)
    for short in ("presence", "three"):
        rows = specifications(short, 10.0)
        assert len(rows) == 2 ** (len(rows.columns) - 2)
        assert rows["share"].is_monotonic_increasing
        html = specification_curve(short)._repr_html_()
        assert "<svg" in html and "the default forms" in html
