"""The protégé's own move by hand: one worked number for each form, limits and signs."""

import numpy as np
import pytest
from hypothesis import given
from model_settings import few, plausible, seeds

from deterrence.model import GRAPH, crisis_begun, entrapped, war_either_way
from deterrence.model.forms import PROTEGE

PART = GRAPH.behind("war_either_way")
FORMS = {form.key: PROTEGE.number(form.key) for form in PROTEGE.options}


def test_one_number_each():
    # Help with ½ of .8 and .2: the challenger wins with .5; worth 1 · .5 − .3 = .2 with noise .2: logistic(1)
    assert crisis_begun(0.5, 0.8, 0.2, 1.0, 0.3, 0.2) == pytest.approx(1 / (1 + np.exp(-1)))
    # Alone it loses with .8: worth .2 − .3 = −.1: logistic(−½)
    assert crisis_begun(0.5, 0.8, 0.2, 1.0, 0.3, 0.2, FORMS["conditional"]) == pytest.approx(1 / (1 + np.exp(0.5)))
    assert crisis_begun(0.5, 0.8, 0.2, 1.0, 0.3, 0.2, FORMS["passive"]) == 0
    assert entrapped(0.4, 0.5) == pytest.approx(0.2)
    assert entrapped(0.4, 0.5, FORMS["conditional"]) == 0
    assert war_either_way(0.5, 0.2) == pytest.approx(0.6)  # 1 − ½ · .8


def test_limits():
    assert crisis_begun(0.0, 0.8, 0.2) == crisis_begun(0.0, 0.8, 0.2, form_protege=1.0)  # nobody believes in help
    assert crisis_begun(1.0, 0.5, 0.5) == crisis_begun(1.0, 0.5, 0.5, form_protege=1.0)  # help would change nothing
    assert war_either_way(0.3, 0.0) == pytest.approx(0.3)


@few
@given(seeds)
def test_who_counts_on_help_dares_at_least_as_much_and_conditions_never_raise_the_guarantors_risk(seed):
    drawn = plausible(PART, seed)
    found = {key: PART.evaluate(**{**drawn, "form_protege": place}) for key, place in FORMS.items()}
    assert np.all(found["counting"]["crisis_begun"] >= found["conditional"]["crisis_begun"] - 1e-12)
    assert np.all(found["counting"]["war_either_way"] >= found["conditional"]["war_either_way"] - 1e-12)
    for key in ("conditional", "passive"):
        np.testing.assert_allclose(found[key]["war_either_way"], found[key]["drawn_in"], atol=1e-12)


@few
@given(seeds)
def test_a_firmer_word_makes_a_protege_that_counts_on_it_bolder_and_no_other(seed):
    drawn = {**plausible(PART, seed), "words_share": 1.0, "troops_share": 0.0, "equal_cost": 0.0}
    for key, place in FORMS.items():
        loose, firm = (
            np.asarray(PART.evaluate(**{**drawn, "form_protege": place, "commitment": w})["crisis_begun"])
            for w in (0.1, 0.9)
        )
        assert np.all(firm >= loose - 1e-12) if key == "counting" else np.all(firm == loose)
