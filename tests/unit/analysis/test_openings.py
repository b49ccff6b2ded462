"""The table of openings says of each lab what the lab itself says, as it opens and at a larger budget."""

import re

import pytest
from paths import ROOT

from deterrence.evidence import proposals
from deterrence.labs import labs
from deterrence.labs._shared.opening import OWN_SIZE
from deterrence.text.no_rigging import openings_numbers, openings_table
from deterrence.text.no_rigging.openings import LARGER, check_openings, leaning, openings

PAGE = (ROOT / "book" / "no_rigging.md").read_text("utf-8")


def test_every_lab_that_compares_words_and_things_under_a_budget_is_listed():
    found = {
        name
        for name, lab in labs().items()
        if {"symbolic", "tangible"} <= set(getattr(lab, "compare", ()))
        and any(field.name == "budget" for field in lab.fields)
    }
    assert found == set(openings().index)
    assert len(openings_table().rows) == len(found) > 8


@pytest.mark.parametrize(("name", "state"), [("promise", {}), ("punishment", {}), ("together", {"budget": LARGER})])
def test_the_side_is_the_one_that_the_lab_shows_ahead(name, state):
    """Whoever has the lower chance of attack is ahead in the lab on punishment, and not who has the higher."""
    lab = labs()[name]
    read = lab.readings(**state)
    shown = lab.show[0]
    things = read[f"tangible.{shown}"] > read[f"symbolic.{shown}"]
    if shown == "attack_probability":
        things = not things
    assert leaning(openings().loc[name, "larger" if state else "opens"]) == ("things" if things else "words")


def test_labs_on_packages_open_at_the_sizes_of_the_evidence_and_equal_cost_is_one_choice_away():
    proposed = {row["control"]: row["key"] for row in proposals().to_dict("records")}
    sized = openings().query("sized").index
    assert set(sized) == {"arms", "modern", "comparator", "together", "window", "design"}
    for name in (*sized, "shapley"):
        lab, opens = labs()[name], labs()[name].state()
        fields = {field.name: field for field in lab.fields}
        for control in proposed.keys() & fields.keys():
            assert opens[control] == fields[control].number(proposed[control]), (name, control)
        assert lab.state(equal_cost="cost") == opens | {"equal_cost": 1.0}
        first = lab.show[0]
        shown = {row["series"]: round(row[first], 3) for row in lab.point()}
        assert len(set(shown.values())) == len(shown), f"{name}: nothing differs as it opens"


def test_a_lab_that_opens_at_the_courses_own_size_says_so_and_which_way_it_leans():
    """Elsewhere the caption says nothing of it: the sizes are the proposals'."""
    table = openings()
    for name, row in table.iterrows():
        own = not row["sized"] and row["budget"] == table["budget"].min()
        assert (OWN_SIZE in labs()[name].caption) == own, name
        if own:
            assert row["budget"] == 1 and row["opens"] < 0.5 < row["larger"] and LARGER == 10


def test_near_one_half_a_lab_leans_nowhere():
    assert [leaning(share) for share in (0, 0.44, 0.46, 0.5, 0.54, 0.56, 1)] == [
        "words",
        "words",
        "neither",
        "neither",
        "neither",
        "things",
        "things",
    ]


def test_the_page_glues_only_numbers_that_there_are_and_stops_where_its_words_are_untrue():
    glued = set(re.findall(r"\{glue:text\}`(open-[\w-]+)(?::[^`]*)?`", PAGE))
    assert len(glued) == 8 and glued <= set(openings_numbers())
    with pytest.raises(ValueError, match="rewrite that passage"):
        check_openings(openings_numbers() | {"open-aid-year": 5.0})
