"""A link into a lab opens the tab that its settings need, as Python does, and names what that tab leaves out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product
from typing import Any

import pytest
from page_modules import node

from coursekit.lab.compile.model_lab_script import describe_controls
from coursekit.lab.declare.opening import settings as settings_in_python
from coursekit.lab.declare.otherwise import in_links
from deterrence.labs import lab

MOVED = {"budget": "7", "contingent": "9000", "commitment": "treaty", "prize": "1.5"}
TABS = [None, "cost", "size", "free"]  # "free" is no mode
CONTROLS = {control["name"]: control for control in map(dict, describe_controls(lab("promise")))}
UNDER = {name: control["when"][1] for name, control in CONTROLS.items() if control.get("when")}
BODY = """return given.map(({controls, asked}) => {
  const found = checkLink({ controls, budgets: [] }, Object.entries(asked));
  return { keys: found.keys, notes: found.notes };
});"""


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    return node(tmp_path_factory.mktemp("links"), {"lab/controls/state": "checkLink"}, BODY)


def follow(followed: Callable[[Any], Any], links: list[dict[str, str]]) -> list[dict[str, Any]]:
    return followed([{"controls": list(CONTROLS.values()), "asked": link} for link in links])


def test_the_tab_is_pythons_and_each_setting_that_it_leaves_out_is_named(followed: Callable[[Any], Any]) -> None:
    """Every choice of settings, under each tab, under none, and under one that there is not."""
    chosen = [names for n in range(len(MOVED) + 1) for names in combinations(MOVED, n)]
    links = [{name: MOVED[name] for name in names} | ({"equal_cost": tab} if tab else {})
             for tab, names in product(TABS, chosen)]  # fmt: skip
    for link, found in zip(links, follow(followed, links), strict=True):
        right = {name: value for name, value in link.items() if value != "free"}
        wanted = settings_in_python("promise", lab("promise").fields, right)
        default = CONTROLS["equal_cost"]["default"]
        open_now = found["keys"].get("equal_cost", default)
        assert open_now == wanted.get("equal_cost", default)
        assert {name: str(found["keys"][name]) for name in right} == right
        named = " ".join(note for note in found["notes"] if note.startswith("Not counted here"))
        for name, tab in UNDER.items():
            assert (name in named) == (name in right and tab != open_now), (link, found)
        if "free" not in link.values() and not named:
            assert found["notes"] == []


def test_a_link_with_nothing_of_another_tab_or_with_every_control_has_no_note(followed: Callable[[Any], Any]) -> None:
    every = {in_links(name): str(control["default"]) for name, control in CONTROLS.items()}
    links = [
        {},
        {"prize": "1.5"},
        {"equal_cost": "size", "contingent": "9000"},
        {"equal_cost": "cost", "budget": "7"},
        {**every, "contingent": "9000", "budget": "7", "equal_cost": "cost"},
    ]
    assert [found["notes"] for found in follow(followed, links)] == [[]] * len(links)
