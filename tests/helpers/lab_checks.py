"""What a lab over a model must keep: tried on the course's own and on what ``coursekit new`` makes."""

from __future__ import annotations

import numpy as np
from lab_in_node import ask, same
from lab_states import random_keys

from coursekit.lab.compile.draws_script import draws_script
from coursekit.lab.compile.model_lab_script import model_lab_script
from coursekit.lab.declare.sentences import render_sentences
from coursekit.lab.display import Lab
from coursekit.lab.html.model_lab import mount

COUNT = 1000


def random_parameters(lab: Lab, rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Parameters within their ranges: most near their bands, some at the very ends."""
    drawn = {}
    for name, default in lab.graph.defaults.items():
        symbol = lab.graph.symbol(name)
        low = symbol.low if np.isfinite(symbol.low) else default - 10
        high = symbol.high if np.isfinite(symbol.high) else default + 10
        near = np.clip(default * rng.uniform(0.2, 3, COUNT), low, high)
        wide = np.where(rng.random(COUNT) < 0.5, rng.uniform(low, high, COUNT), rng.choice([low, high, default], COUNT))
        drawn[name] = np.where(rng.random(COUNT) < 0.6, near, wide)
    return drawn


def check_quantities(lab: Lab) -> None:
    """The page's JavaScript and NumPy compute every quantity alike."""
    drawn = random_parameters(lab, np.random.default_rng(1994))
    rows = [dict(zip(drawn, map(float, row), strict=True)) for row in zip(*drawn.values(), strict=True)]
    theirs = ask(source=model_lab_script(lab, []), lab=lab.id, evaluate=rows)["evaluated"]
    ours = lab.graph.evaluate(**drawn)
    seen_nan = False
    for quantity in lab.graph.order:
        values = np.broadcast_to(ours[quantity], COUNT)
        seen_nan |= bool(np.isnan(values).any())
        wrong = [i for i in range(COUNT) if not same(values[i], theirs[i][quantity])]
        assert not wrong, (quantity, rows[wrong[0]], values[wrong[0]], theirs[wrong[0]][quantity])
    if "critical_credibility" in lab.graph.order:
        assert seen_nan  # the inputs reach the undefined cases too


def check_rows(lab: Lab) -> None:
    """Rows, readings, sentences and the pictures' titles are the same in the page."""
    rng = np.random.default_rng(2022)
    keys = [dict(preset.state) for preset in lab.presets]
    keys += [random_keys(lab, rng) for _ in range(12)]
    states = [lab.state(**chosen) for chosen in keys]
    source = draws_script([lab]) + model_lab_script(lab, [])
    for chosen, theirs in zip(keys, ask(source=source, lab=lab.id, states=states)["computed"], strict=True):
        for ours_rows, their_rows in ((lab.curve(**chosen), theirs["curve"]), (lab.point(**chosen), theirs["point"])):
            assert len(ours_rows) == len(their_rows)
            for ours, other in zip(ours_rows, their_rows, strict=True):
                assert ours.keys() == other.keys()
                for column, value in ours.items():
                    assert value == other[column] if column == "series" else same(value, other[column]), (
                        chosen,
                        column,
                    )
        ours = lab.readings(**chosen)
        assert ours.keys() == theirs["readings"].keys()
        assert all(same(value, theirs["readings"][key]) for key, value in ours.items())
        assert lab.sentence(**chosen) == theirs["sentence"]
        found = [render_sentences(says, ours) for says in lab.findings]
        assert found == theirs["findings"]
        assert all(found), "every picture has a finding in any state"


def check_lab(lab: Lab, module: str) -> None:
    """All of it, and that it shows itself with its controls, its sentence and a table."""
    check_quantities(lab)
    check_rows(lab)
    html = mount(lab)
    assert f'<section class="lab" id="lab-{lab.id}"' in html and 'role="status"' in html and "<table" in html, module
    assert all(f'name="{field.name}"' in html for field in lab.fields)
