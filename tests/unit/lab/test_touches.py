"""The picture of what a control touches tells the truth: what is not in it does not change."""

import re

import numpy as np
import pytest
from lab_states import random_keys

from coursekit.lab.display import Lab
from coursekit.lab.html.dependency_diagram import dependency_diagram, dependent_quantities, readable
from deterrence.labs import labs

LABS = {name: lab for name, lab in labs().items() if isinstance(lab, Lab)}


@pytest.mark.parametrize("name", LABS)
def test_what_a_control_does_not_touch_stays_as_it_is_and_what_it_touches_is_drawn(name):
    lab, rng = LABS[name], np.random.default_rng(1839)
    found = dependent_quantities(lab)
    series = next(iter(lab.compare), None)
    changed = {field.name: set() for field in lab.fields}
    for _ in range(12):
        here, there = (lab.state(**random_keys(lab, rng)) for _ in range(2))
        for control in changed:
            fixed = dict(lab.compare[series]) if series else {}
            before = lab.graph.evaluate(**{**fixed, **here})
            after = lab.graph.evaluate(**{**fixed, **here, control: there[control]})
            changed[control] |= {q for q in lab.graph.order if not np.array_equal(before[q], after[q], equal_nan=True)}
    for control, quantities in changed.items():
        assert quantities <= set(found[control])
    html = dependency_diagram(lab)
    drawn = dict(re.findall(r'data-node="(\w+)" data-by="([\w ]*)"', html))
    for control, quantities in found.items():
        for quantity in quantities:
            assert control in drawn[quantity].split()
        assert all(readable(quantity) in html for quantity in quantities)
    for field in lab.fields:
        assert field.name not in drawn or drawn[field.name] == field.name


@pytest.mark.parametrize("name", LABS)
def test_every_control_of_every_lab_touches_something_that_is_shown(name):
    lab = LABS[name]
    for control, quantities in dependent_quantities(lab).items():
        assert set(quantities) & set(lab.show), f"{name}: {control} changes nothing that the lab shows"
