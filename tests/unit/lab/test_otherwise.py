"""*Assume otherwise*: every lab that rests on a contested form offers it, and says what another form changed."""

import json
import re

import numpy as np
import pytest

from coursekit.lab.compile.model_lab_script import describe_controls, model_lab_script
from coursekit.lab.declare.sentences import format_number
from coursekit.lab.display import Lab
from coursekit.lab.html.controls import control_html
from deterrence.labs import labs
from deterrence.model.forms import FORMS

LABS = {name: lab for name, lab in labs().items() if isinstance(lab, Lab)}
OFFERING = {name: lab for name, lab in LABS.items() if lab.forms}
FRONT_PAGE = "worth"  # its lab has one control and nothing else: a visitor's first


def moves(lab: Lab, selector: str) -> bool:
    """Whether another form moves anything that the lab shows, at its start or in one of its named states."""
    others = {"budget": 10.0, "signal_cost": 0.4, "equal_cost": 1.0}
    states = [lab.defaults, *(lab.state(**preset.state) for preset in lab.presets)]
    states.append(lab.defaults | {name: value for name, value in others.items() if name in lab.defaults})
    for state in states:
        for overrides in lab.compare.values():
            given = {n: v for n, v in {**state, **overrides}.items() if n in lab.graph.defaults and n != selector}
            one, other = (lab.graph.evaluate(**given, **{selector: form}) for form in (0.0, 1.0))
            if any(not np.isclose(one[q], other[q], rtol=0, atol=1e-9, equal_nan=True) for q in lab.show if q in one):
                return True
    return False


@pytest.mark.parametrize("name", LABS)
def test_a_lab_offers_the_forms_that_move_what_it_shows_and_no_others(name):
    lab = LABS[name]
    if name == FRONT_PAGE:
        assert not lab.forms and len(lab.fields) == 1
        return
    resting = {selector for selector in FORMS if selector in lab.graph.defaults and moves(lab, selector)}
    assert {forms.name for forms in lab.forms} == resting


@pytest.mark.parametrize("name", OFFERING)
def test_it_says_nothing_of_forms_until_one_is_flipped_and_then_the_new_and_the_old_number(name):
    lab = OFFERING[name]
    usual = lab.sentence()
    assert "With what you assume now" not in usual
    for forms in lab.forms:
        flipped = {forms.name: forms.options[1].key}
        said, readings = lab.sentence(**flipped), lab.readings(**flipped)
        assert said.count("With what you assume now") >= 1, forms.name
        changed = 0
        for series in lab.compare:
            new, old = readings[f"{series}.{lab.show[0]}"], readings[f"usual.{series}.{lab.show[0]}"]
            assert old == pytest.approx(lab.readings()[f"{series}.{lab.show[0]}"], nan_ok=True)
            if abs(new - old) > 0.005:
                changed += 1
                assert f"“{lab.labels[series]}”: " in said
        assert ("this number stays as it was" in said) == (changed == 0)
        assert ("this number changes" in said) == (changed > 0)


def test_the_numbers_said_are_those_of_the_two_models():
    lab = LABS["tripwire"]
    state = {"equal_cost": "cost", "budget": 10.0}
    said = lab.sentence(**state, **{"form-entry": "entry"})
    new, old = (lab.readings(**state, form_entry=key)["tangible.deterrence_value"] for key in ("entry", "defence"))
    assert f"{format_number(new, 'points')} instead of {format_number(old, 'points')}" in said
    assert (round(100 * new), round(100 * old)) == (7, 18)


def test_controls_links_and_the_page_call_a_form_by_the_name_with_a_hyphen():
    lab = LABS["tripwire"]
    described = {one["name"]: one for one in describe_controls(lab)}
    assert described["form-entry"]["parameter"] == "form_entry"
    assert described["form-entry"]["options"] == ["defence", "entry"]
    assert "parameter" not in described["budget"]
    assert 'name="form-entry"' in control_html(lab, lab.form_choices[0])
    assert lab.state(**{"form-entry": "entry"}) == lab.state(form_entry="entry")
    assert lab.state(form_entry="entry")["form_entry"] == 1.0


def test_the_script_of_a_lab_holds_both_forms_and_its_cases_open_with_the_defaults():
    lab = LABS["tripwire"]
    script = model_lab_script(lab, [])
    plan = json.loads(re.search(r"  plan: (\{.*\}),\n", script)[1])
    assert plan["forms"] == [forms.name for forms in lab.forms]
    assert all(preset["form-entry"] == "defence" for preset in plan["presets"])
    assert "if ($form_entry < 0.5)" in script
