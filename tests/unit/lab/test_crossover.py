"""The crossover that labs draw: the lowest equal budget at which things do better than words, and its interval."""

import re
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from coursekit.lab.html.pictures import pictures
from deterrence.labs import labs
from deterrence.labs._shared.crossover import (
    BUDGETS,
    OTHERWISE,
    Crossover,
    _first,
    _moves,
    budgets,
    crossover,
    things_lead,
)
from deterrence.model.forms import FORMS
from deterrence.text.no_rigging.openings import openings

LABS = list(openings().index)
LEADS = arrays(float, (3, 7), elements=st.floats(-1, 1))


@given(LEADS)
def test_the_first_lead_lies_between_the_last_budget_without_one_and_the_first_with_one(lead):
    at = np.geomspace(0.1, 40, 7)
    for row, found in zip(lead, _first(lead, at), strict=True):
        leads = [budget for budget, value in zip(at, row, strict=True) if value > 0]
        if not leads:
            assert found == inf
            continue
        before = at[max(int(np.argmax(row > 0)) - 1, 0)]
        assert before * (1 - 1e-9) <= found <= leads[0] * (1 + 1e-9)


def test_half_way_between_equal_and_opposite_leads_on_the_scale_of_ratios():
    assert _first(np.array([[-1.0, 1.0]]), np.array([1.0, 4.0])) == pytest.approx([2.0])
    assert _first(np.array([[0.5, -1.0]]), np.array([1.0, 4.0])) == pytest.approx([1.0])


@pytest.mark.parametrize("name", LABS)
def test_below_the_crossover_words_lead_and_above_it_things_do(name):
    """What the picture marks is where the lab itself, with its middle guesses, turns over."""
    lab, found = labs()[name], crossover(labs()[name])
    shown, least = lab.show[0], budgets(lab)[0]

    def lead(budget: float) -> float:
        read = lab.readings(budget=budget)
        gap = read[f"tangible.{shown}"] - read[f"symbolic.{shown}"]
        return -gap if shown == "attack_probability" else gap

    if found.usual == inf:
        assert all(lead(budget) <= 0 for budget in budgets(lab)[::6])
    else:
        assert lead(1.1 * found.usual) > 0
        assert found.usual <= least or lead(0.9 * found.usual) < 0
    assert found.wide[0] <= found.half[0] <= found.half[1] <= found.wide[1]
    # Who leads at the largest budget has passed words somewhere.
    assert found.never <= 1 - things_lead(lab, budget=budgets(lab)[-1]) + 1e-9
    assert 0.05 < found.never < 0.6, "the picture says that in some draws no budget is enough"


def test_every_lab_with_a_budget_draws_it_in_words_too_and_no_tick_lies_on_another():
    for name in LABS:
        (view,) = [view.html() for view in labs()[name].views if view.html]
        names, said = re.findall(r'class="name">(.*?)<', view), re.findall(r'class="value">(.*?)<', view)
        assert names[0] == "By the default forms" and 2 <= len(names) == len(said) <= 3
        assert set(names[1:]) <= {OTHERWISE[forms.name] for forms in labs()[name].forms}
        for text in said:
            assert re.fullmatch(
                r"(none|at most [\d.]+|[\d.]+) \(half of the draws: (at most )?[\d.]+( to (none|[\d.]+))?\)", text
            ), text
        places = [float(left) for left in re.findall(r'<i style="left:([\d.]+)%', view)]
        assert places == sorted(places) and min(np.diff(places)) > 14  # 14 % of a phone's picture: four digits fit
        assert f">{budgets(labs()[name])[-1]:g}+<" in view


def test_the_picture_stands_under_a_tab_of_its_own_with_its_finding_above_it():
    made = pictures(labs()["flip"])[-1]
    assert made["name"] == "Budget" and not made["charts"] and "uncertain" in made["finding"]
    assert made["html"].count('class="strip"') == 3 and not made["key"]


def test_a_form_has_a_row_only_if_it_moves_the_crossover():
    one = Crossover(4.1, (0.1, inf), (1.0, 20.0), 0.2)
    assert not _moves(one, Crossover(4.2, (0.1, inf), (1.05, 20.0), 0.3))
    assert _moves(one, Crossover(inf, (0.1, inf), (1.0, 20.0), 0.2))
    assert _moves(one, Crossover(4.1, (0.1, inf), (1.0, inf), 0.2))
    assert set(OTHERWISE) == set(FORMS) - {"form_signals", "form_protege"} and BUDGETS == 61
