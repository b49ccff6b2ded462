"""The table of openings says of each lab what the lab itself says, as it opens and at a larger budget."""

import re

import pytest
from paths import ROOT

from deterrence.evidence import proposals
from deterrence.labs import labs
from deterrence.text.no_rigging import openings_numbers, openings_table
from deterrence.text.no_rigging.openings import LARGER, SMALLER, check_openings, leaning, openings

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


@pytest.mark.parametrize(
    ("name", "state"), [("promise", {}), ("punishment", {}), ("flip", {}), ("together", {"budget": LARGER})]
)
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
    assert set(sized) == {
        "arms",
        "modern",
        "comparator",
        "together",
        "window",
        "design",
        "promise",
        "tripwire",
        "punishment",
        "consent",
        "flip",
    }
    for name in (*sized, "shapley"):
        lab, opens = labs()[name], labs()[name].state()
        fields = {field.name: field for field in lab.fields}
        for control in proposed.keys() & fields.keys():
            assert opens[control] == fields[control].number(proposed[control]), (name, control)
        assert lab.state(equal_cost="cost") == opens | {"equal_cost": 1.0}
        first = lab.show[0]
        shown = {row["series"]: round(row[first], 3) for row in lab.point()}
        assert len(set(shown.values())) == len(shown), f"{name}: nothing differs as it opens"


def test_no_lab_opens_at_a_size_of_the_courses_own_and_the_two_equal_budgets_pull_opposite_ways():
    table, proposed = openings(), {row["control"]: row["key"] for row in proposals().to_dict("records")}
    assert list(table.index[~table["sized"]]) == ["frontier"]
    assert table.loc["frontier", "budget"] == float(proposed["budget"]) == 30
    assert (table["small"] < 0.5).all() and (table["opens"] > 0.5).all() and (SMALLER, LARGER) == (1, 10)
    assert list(openings_table().rows["Lab"]).count("The cost frontier (opens at €30 bn)") == 1


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
