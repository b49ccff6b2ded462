"""Every lab answers the keyboard with another sentence, other numbers or another picture, and goes back."""

from __future__ import annotations

import json

import pytest
from driver import Driver

from coursekit.tasks.build import place

FEATURE = "labs"
BUILT = place("self-study") / "course.json"
LABS = json.loads(BUILT.read_text("utf-8"))["labs"] if BUILT.is_file() else [{"id": "none", "page": "(not built)"}]
AWAKE = """(id) => {
  const lab = document.getElementById(`lab-${id}`);
  if (lab.dataset.state !== "ready") lab.scrollIntoView({ block: "center", behavior: "instant" });
  return lab.dataset.state === "ready";
}"""
SHOWS = """(id) => {
  const lab = document.getElementById(`lab-${id}`);
  const drawn = [...lab.querySelectorAll("figure svg, figure canvas, .passages, .bar-row")];
  return [...[...lab.querySelectorAll(".says, table")].map((one) => one.textContent),
    ...drawn.map((one) => one.outerHTML)].join("\\n");
}"""
# How much of a lab's picture is drawn: its shapes, rows or passages.
DRAWN = """(id) => document.querySelectorAll(`#lab-${id} :is(figure path, .passage, .bar-row, .timeline i)`).length"""
FOCUS = """([id, name]) => {
  const lab = document.getElementById(`lab-${id}`);
  for (const fold of lab.querySelectorAll("form.controls details")) fold.open = true;
  const all = [...lab.querySelectorAll(`form.controls [name="${name}"]`)].filter((one) => one.checkVisibility());
  const one = all.find((each) => each.checked) ?? all[0];
  one?.scrollIntoView({ block: "center", behavior: "instant" });
  one?.focus();
  return one ? one.type : null;
}"""
SAYS = "([selector, said]) => document.querySelector(selector).innerText.trim() === said"
# Another entry of a list than the chosen one.
OTHER = """([id, name]) => {
  const list = document.querySelector(`#lab-${id} [name="${name}"]`);
  return [...list.options].map((one) => one.value).find((value) => value !== list.value);
}"""
# Keys that move a control one way; the other way where it stood at that end.
KEYS = {"range": ("ArrowRight", "ArrowLeft"), "checkbox": ("Space",), "radio": ("ArrowDown", "ArrowUp")}


@pytest.mark.parametrize("entry", LABS, ids=lambda entry: entry["id"])
def test_a_lab_moves_and_goes_back(reader: Driver, base: str, entry: dict) -> None:
    id = entry["id"]
    if not reader.call("() => location.href").startswith(base + entry["page"]):
        reader.go(base + entry["page"])
    reader.wait(AWAKE, id)
    reader.wait(DRAWN, id)
    before, said = reader.call(SHOWS, id), reader.text(f"#lab-{id} .says")
    assert said
    assert any(moves(reader, id, control["name"], before) for control in entry["controls"]), "no control moves it"
    reader.click(f"#lab-{id} details.tools > summary")
    reader.click(f"#lab-{id} [data-do=reset]")
    reader.wait(SAYS, [f"#lab-{id} .says", said])


def moves(reader: Driver, id: str, name: str, before: str) -> bool:
    """Whether one of a control's keys, or another entry of its list, changes what the lab shows."""
    kind = reader.call(FOCUS, [id, name])  # none of a control that does not count now and is not seen
    if kind == "select-one":
        reader.choose(f'#lab-{id} [name="{name}"]', reader.call(OTHER, [id, name]))
    for key in KEYS.get(kind, ("",) if kind else ()):
        for _ in range(3 if key else 0):
            reader.press(key)
        if reader.comes(f"([id, before]) => ({SHOWS})(id) !== before", [id, before], 3):
            return True
    return False
