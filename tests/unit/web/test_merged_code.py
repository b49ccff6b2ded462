"""One exercise's code that several tabs write at once: every word that a tab has written stays somewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from page_modules import node

# Each program is steps of tabs that know only what they have seen, as `Autosave` does them. Returned for each: what is
# kept at its end, and the words that nobody has deleted.
SIMULATE = """return given.map(({ steps }) => {
  let [ids, words, clock] = [0, 0, Date.now()], stored, notes = [];
  const tabs = new Map(), living = new Set();
  const fresh = { code: "start", starter: "start", hints: 0, tried: [], passed: false, revision: 0, by: "", runs: [] };
  const tab = (n) => {
    if (!tabs.has(n)) {
      stored = notes.reduce((made, note) => mergePending(made, note), stored);
      notes = [];
      tabs.set(n, { id: `t${++ids}`, work: { ...fresh, ...structuredClone(stored) } });
    }
    return tabs.get(n);
  };
  const takeOver = (one, clash) => {
    Object.assign(one.work, mergeProgress(one.work, stored));
    if (!clash) one.work.revision = Math.max(one.work.revision, stored.revision);
    one.other = clash ? structuredClone(stored) : undefined;
  };
  const save = (one) => {
    const made = mergeSaved(stored, { ...structuredClone(one.work), by: one.id });
    stored = made.kept;
    one.dirty = false;
    takeOver(one, made.clash);
  };
  for (const [what, n] of steps) {
    const one = tab(n), { work } = one;
    if (what === "type") {
      work.code += ` w${++words}.`;
      living.add(`w${words}.`);
      one.dirty = true;
    } else if (what === "delete") {
      for (const word of work.code.match(/w\\d+\\./g) ?? []) living.delete(word);
      work.code = "start";
      one.dirty = true;
    } else if (what === "reset" && work.code !== "start") {
      Object.assign(work, replaceCode(work, "start", work.code));
      one.dirty = true;
    } else if (what === "undo" && work.undo !== undefined) {
      Object.assign(work, replaceCode(work, work.undo, undefined));
      one.dirty = true;
    } else if (what === "run") {
      work.runs = mergeRuns([{ code: work.code, at: new Date(++clock).toISOString(), how: "run", status: "" }],
        work.runs);
      one.dirty = true;
    } else if (what === "see" && stored) {
      takeOver(one, stored.by !== one.id && stored.revision !== work.revision && stored.code !== work.code);
    } else if ((what === "mine" || what === "theirs") && one.other) {
      Object.assign(work, resolveClash(work, one.other, what));
      one.other = undefined;
      one.dirty = true;
    } else if (what === "save") save(one);
    else if (what === "crash") {
      if (one.dirty) notes.push({ ...structuredClone(work), by: one.id });
      tabs.delete(n);
    }
  }
  for (const one of tabs.values()) save(one);
  const end = notes.reduce((made, note) => mergePending(made, note), stored);
  return { living: [...living], end: end ?? fresh };
});"""

KINDS = ["type", "type", "type", "save", "save", "see", "crash", "delete", "mine", "theirs", "run", "reset", "undo"]
STEPS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 2)), max_size=40)
PROGRAMS = st.lists(st.fixed_dictionaries({"steps": STEPS}), min_size=80, max_size=80)


@pytest.fixture(scope="module")
def simulate(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    names = "mergePending, mergeProgress, mergeRuns, mergeSaved, replaceCode, resolveClash"
    return node(tmp_path_factory.mktemp("codes"), {"code/saved/saved_code": names}, SIMULATE)


def codes(kept: dict[str, Any]) -> list[str]:
    """Return every code that is kept: the one that stands, and those set aside or run."""
    return [kept["code"], *(run["code"] for run in kept["runs"])]


def lost(result: dict[str, Any]) -> list[str]:
    """Return the words of which nothing is kept any more."""
    return [word for word in result["living"] if not any(word in code for code in codes(result["end"]))]


@settings(max_examples=6, deadline=None, phases=[Phase.generate])  # each example is eighty programs
@given(programs=PROGRAMS)
def test_no_word_of_any_tab_is_lost(simulate: Callable[[Any], Any], programs: list[dict[str, Any]]) -> None:
    for program, result in zip(programs, simulate(programs), strict=True):
        assert not lost(result), (program, result["end"])


def test_what_was_set_aside_outlives_the_next_clash_of_its_tab(simulate: Callable[[Any], Any]) -> None:
    # The second tab clashes, gives way, and clashes again with other words.
    clash = [("type", 0), ("save", 0), ("type", 1), ("save", 1)]
    steps = [("see", 0), ("see", 1), *clash, ("theirs", 1), ("save", 1), *clash, *clash]
    (result,) = simulate([{"steps": steps}])
    assert len(result["living"]) == 6
    assert not lost(result), result["end"]


def test_what_was_written_before_and_after_a_reset_is_kept_whatever_is_pressed(simulate: Callable[[Any], Any]) -> None:
    presses = [("type", 0), ("reset", 0), ("type", 0), ("reset", 0), ("type", 0), ("undo", 0), ("type", 0), ("save", 0)]
    (result,) = simulate([{"steps": presses}])
    assert len(result["living"]) == 4
    assert not lost(result), result["end"]


def test_later_runs_do_not_push_out_what_was_set_aside(simulate: Callable[[Any], Any]) -> None:
    clash = [("see", 0), ("see", 1), ("type", 0), ("save", 0), ("type", 1), ("run", 1), ("save", 1), ("crash", 1)]
    later = [step for _ in range(30) for step in (("type", 0), ("delete", 0), ("run", 0), ("type", 0), ("run", 0))]
    (result,) = simulate([{"steps": [*clash, *later, ("save", 0)]}])
    assert any("w2." in run["code"] and run["how"] == "aside" for run in result["end"]["runs"]), result["end"]["runs"]
    assert sum(run["how"] == "run" for run in result["end"]["runs"]) == 20
