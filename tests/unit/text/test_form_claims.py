"""What the chapters say of the contested forms: each sentence that flips with a form is held to the model."""

import numpy as np
import pytest
from paths import ROOT

from deterrence.analysis.packages import BANDS, PACKAGES, deterred
from deterrence.labs import lab
from deterrence.model import GRAPH, draws
from deterrence.text.no_rigging import multiverse_numbers

SAID = {
    "army": "takes off more than twice as much, and is ahead in most draws",
    "counting": "troops are ahead at one billion already in more draws than words",
    "industry": "an industry for ten billion euros a year takes off more than twice as much",
    "presence": "are worth less than half as much, and words do better in more draws than troops",
    "promises": "under *Assume otherwise* it can be one that never attacks where that does not pay",
    "symbiosis": "at ten billion they do in most draws if a stronger protégé makes war costlier",
}


@pytest.mark.parametrize("chapter", SAID)
def test_the_chapter_says_with_which_form_its_claim_flips(chapter):
    text = " ".join((ROOT / "chapters" / f"{chapter}.md").read_text("utf-8").split())
    assert SAID[chapter] in text


def value(package, **forms):
    return deterred(PACKAGES[package], budget=10.0, **forms)


@pytest.mark.parametrize("package", ["army", "industry"])
def test_growing_costs_more_than_double_what_strength_is_worth(package):
    assert value(package, form_costs=1.0) > 2 * value(package)
    given = {name: draws()[name] for name in BANDS} | {"budget": 10.0, "form_costs": 1.0}
    assert np.mean(deterred(PACKAGES[package], **given) > deterred(PACKAGES["symbolic"], **given)) > 0.5


def test_entry_more_than_halves_what_troops_are_worth():
    assert value("presence", form_entry=1.0) < value("presence") / 2
    numbers = multiverse_numbers()
    assert numbers["mv-words-10-entry"] > numbers["mv-presence-10-entry"]


def test_words_with_their_price_if_called_in_trail_at_one_billion():
    numbers = multiverse_numbers()
    assert numbers["mv-presence-1-words"] > numbers["mv-words-1-words"]


def test_that_a_stronger_protege_has_the_less_credible_guarantor_is_said_to_be_built_in():
    text = " ".join((ROOT / "chapters" / "symbiosis.md").read_text("utf-8").split())
    assert "between these two strengths the promise loses credibility in every draw" in text
    part = GRAPH.behind("credibility")
    given = {name: column for name, column in draws().items() if name in part.defaults} | {"budget": 6.0}
    weak, strong = (part.evaluate(**given | {"protege_strength": at})["credibility"] for at in (0.45, 1.2))
    assert np.all(strong < weak)


def test_disputes_without_friction_rise_only_where_rungs_shut_each_other_out():
    calm = {"contingent": 20_000, "friction": 0.0, "provocation": 0.0}
    for form, rises in (("exclusive", True), ("hazards", False)):
        readings = lab("provocation").readings(**calm, form_rungs=form)
        assert (readings["tangible.dispute_probability"] > readings["nothing.dispute_probability"]) == rises


def test_three_pillars_and_their_best_member_depend_on_costs_and_choice():
    numbers = multiverse_numbers()
    assert numbers["mv-three-10-costs"] > 0.5 > numbers["mv-three-10-choice"]


def test_where_attack_never_pays_only_the_noisy_challenger_attacks():
    never = {"prize": 0.3, "win_alone": 0.5}
    noisy, threshold = (GRAPH.behind("attack_probability").evaluate(**never, form_choice=f) for f in (0.0, 1.0))
    assert noisy["attack_probability"] > 0 == threshold["attack_probability"]
