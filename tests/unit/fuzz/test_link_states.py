"""Whatever stands in a lab's link: the lab opens in a state that its controls can have, and computes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutations import JUNK, changed_text
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


@cache
def values(id: str, name: str) -> st.SearchStrategy[str]:
    """Values of a control: those that it takes, those beside them, and anything."""
    control = next(one for one in LABS[id].fields if in_links(one.name) == name)
    if control.kind == "slider":
        good = st.floats(control.low, control.high).map(str) | st.sampled_from([str(control.low), str(control.high)])
        return good | st.floats().map(str) | JUNK
    options = list(control.options) if control.kind == "choice" else ["0", "1", "true", "off"]
    return st.sampled_from(options) | JUNK


@st.composite
def links(draw: st.DrawFn) -> tuple[str, str]:
    """A lab and a link to it, good or spoilt."""
    id = draw(st.sampled_from(sorted(LABS)))
    known = [in_links(one.name) for one in LABS[id].fields]
    names = st.sampled_from(known)
    chosen = draw(st.lists(st.one_of(names, names, names, JUNK), max_size=6))
    pairs = [f"{one}={draw(values(id, one) if one in known else JUNK)}" for one in chosen]
    hash = f"#lab-{id}?{'&'.join(pairs)}"
    return id, draw(changed_text(hash)) if draw(st.integers(0, 3)) == 0 else hash


@given(links(), st.integers(0, 19))
def test_any_link_opens_a_lab_in_a_state_that_its_controls_can_have(page, asked: tuple[str, str], lot: int) -> None:
    id, hash = asked
    # Computing takes a hundred times as long as reading: of most links it is enough that the state is sound.
    opened = page({"lab": id, "hash": hash, "compute": lot == 0})
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
    assert lot or opened["says"], "a lab in any state says something"
    # The link that the lab then offers leads back to where it stands.
    assert {name: str(value) for name, value in opened["again"].items()} == {
        name: str(value) for name, value in opened["all"].items()
    }
