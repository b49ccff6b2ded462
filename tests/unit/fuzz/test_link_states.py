"""Whatever stands in a lab's link: the lab opens in a state that its controls can have, and computes."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from mutations import changed_text, junk, randoms
from page_process import page_process

from coursekit.lab.compile.draws_script import draws_script
from coursekit.lab.compile.model_lab_script import model_lab_script
from coursekit.lab.declare.otherwise import in_links
from coursekit.lab.display import Lab
from deterrence.labs import labs

LABS: dict[str, Lab] = {id: lab for id, lab in labs().items() if isinstance(lab, Lab)}
MODULES = {
    "lab/controls/state": "readLink, checkLink, defaultValues, asNumbers, stateQuery",
    "lab/evaluate/rows": "computeRows",
    "lab/evaluate/population": "computePopulation",
    "lab/evaluate/sentences": "renderSentences",
}
BODY = """
const { runInThisContext } = require("node:vm");
if (given.source) return void runInThisContext(given.source);
const script = coursekit.labs[given.lab], { plan } = script;
const link = readLink(given.hash);
if (!link) return { link };
const { keys, notes } = checkLink(plan, link.asked), all = { ...defaultValues(plan), ...keys };
const query = stateQuery(plan, all);
const again = { ...defaultValues(plan), ...checkLink(plan, [...new URLSearchParams(query)]).keys };
const state = asNumbers(plan, all);
const made = given.compute && (plan.population ? computePopulation(script, state) :
  computeRows(script, state, coursekit.draws));
return { asked: link.asked.length, id: link.id, note: link.note, keys, notes, all, again, query,
  says: made && renderSentences(script.says, made.readings) };
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    """The page's code, with the scripts of all labs."""
    asked = page_process(tmp_path_factory.mktemp("links"), MODULES, BODY)
    asked({"source": draws_script(list(LABS.values()))})
    for lab in LABS.values():
        asked({"source": model_lab_script(lab, [])})
    return asked


def value(random: Random, id: str, name: str) -> str:
    """Return what a link sets a control to: what it takes, what lies beside that, or anything.

    Parameters
    ----------
    random
        What it is drawn from.
    id
        The lab.
    name
        The control.
    """
    control = next((one for one in LABS[id].fields if in_links(one.name) == name), None)
    if control is None or random.random() < 0.2:
        return junk(random)
    if control.kind == "choice":
        return random.choice(list(control.options))
    if control.kind != "slider":
        return random.choice(["0", "1", "true", "off", "2"])
    ends = [control.low, control.high, control.low - control.step, control.high + control.step]
    return str(random.choice([random.uniform(control.low, control.high), *ends]))


def link(random: Random) -> tuple[str, str]:
    """Return a lab and a link to it, good or spoilt."""
    id = random.choice(list(LABS))
    known = [in_links(one.name) for one in LABS[id].fields]
    chosen = [random.choice(known) if random.random() < 0.8 else junk(random) for _ in range(random.randrange(7))]
    hash = f"#lab-{id}?{'&'.join(f'{name}={value(random, id, name)}' for name in chosen)}"
    return id, changed_text(random, hash) if random.random() < 0.25 else hash


@given(randoms)
def test_any_link_opens_a_lab_in_a_state_that_its_controls_can_have(page, seed: int) -> None:
    random = Random(seed)
    id, hash = link(random)
    compute = random.random() < 0.05
    # Computing takes a hundred times as long as reading: of most links it is enough that the state is sound.
    opened = page({"lab": id, "hash": hash, "compute": compute})
    if "all" not in opened:
        assert opened == {"link": None} and not hash.startswith("#lab-")
        return
    for control in LABS[id].fields:
        value = opened["all"][in_links(control.name)]
        if control.kind == "slider":
            assert control.low <= float(value) <= control.high, (control.name, value)
        elif control.kind == "choice":
            assert value in control.options, (control.name, value)
        else:
            assert str(value) in ("0", "1"), (control.name, value)
    for budget in LABS[id].budgets:
        assert sum(float(opened["all"][name]) for name in budget.parts) <= budget.total + 1e-9
    assert opened["says"] or not compute, "a lab in any state says something"
    # The link that the lab then offers leads back to where it stands.
    assert {name: str(value) for name, value in opened["again"].items()} == {
        name: str(value) for name, value in opened["all"].items()
    }
