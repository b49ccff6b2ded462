"""Essays and memos that several tabs write at once: every word that a tab has written stays somewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from page_modules import node

# Each program is steps of tabs that know only what they have seen. Returned for each: what is kept at its end, read in
# both orders of the notes that crashed tabs left, and the words that nobody has deleted.
SIMULATE = """return given.map(({ form, steps }) => {
  const essay = form === "essay";
  let [clock, ids, words] = [0, 0, 0], stored;
  const tabs = new Map(), notes = [], living = new Set();
  const tab = (n) => {
    const kept = stored && parseTexts(stored);
    if (!tabs.has(n)) tabs.set(n, { id: `t${++ids}`, base: kept, texts: { ...kept?.texts } });
    return tabs.get(n);
  };
  const read = (n) => ({ texts: { ...tab(n).texts }, at: new Date(++clock * 1000).toISOString(), by: tab(n).id,
    from: versionOf(tab(n).base), aside: {} });
  for (const [what, n, where] of steps) {
    const one = tab(n), field = essay ? "text" : ["claim", "reasons"][where % 2];
    const before = one.texts[field] ?? "";
    if (what === "type") {
      const word = `w${++words}.`;
      one.texts[field] = where < 2 ? `${before} ${word}` : `${word} ${before}`;
      living.add(word);
    } else if (what === "delete") {
      for (const word of before.match(/w\\d+\\./g) ?? []) living.delete(word);
      one.texts[field] = "";
    } else if (what === "see" && stored) {
      // A tab takes up another's text only when all that it holds itself is kept.
      if (!one.dirty) [one.base, one.texts] = [parseTexts(stored), { ...parseTexts(stored).texts }];
    } else if (what === "save" && Object.keys(one.texts).length) {
      const mine = read(n);
      const kept = stored ? mergeTexts(parseTexts(stored), mine, one.base) : mine;
      stored = formatTexts(kept, essay);
      [one.base, one.texts] = [kept, { ...kept.texts }];
    } else if (what === "crash" && Object.keys(one.texts).length) {
      notes.push(formatTexts(read(n), essay));
      tabs.delete(n);
    }
    one.dirty = what === "type" || what === "delete" || (what === "see" && one.dirty);
  }
  for (const n of tabs.keys()) if (tab(n).dirty) notes.push(formatTexts(read(n), essay));
  const ends = [notes, [...notes].reverse()].map((all) => all.reduce((a, b) => mergeSavedTexts(a, b), stored));
  return { living: [...living], ends };
});"""

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["type", "type", "type", "save", "save", "see", "crash", "delete"]),
        st.integers(0, 2),
        st.integers(0, 3),
    ),
    max_size=25,
)
PROGRAMS = st.lists(
    st.fixed_dictionaries({"form": st.sampled_from(["essay", "memo"]), "steps": STEPS}), min_size=60, max_size=60
)


@pytest.fixture(scope="module")
def simulate(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    names = "parseTexts, formatTexts, mergeTexts, mergeSavedTexts, versionOf"
    return node(tmp_path_factory.mktemp("texts"), {"shared/free_text/saved_texts": names}, SIMULATE)


def pieces(kept: dict[str, Any] | None) -> list[str]:
    """Every text that is kept: those of the fields, and those set aside."""
    if kept is None:
        return []
    if "text" in kept:
        return [kept["text"], *kept.get("others", [])]
    return [*kept["answers"].values(), *(text for aside in kept.get("others", {}).values() for text in aside)]


@settings(max_examples=6, deadline=None, phases=[Phase.generate])  # each example is sixty programs
@given(programs=PROGRAMS)
def test_no_word_of_any_tab_is_lost(simulate: Callable[[Any], Any], programs: list[dict[str, Any]]) -> None:
    for program, result in zip(programs, simulate(programs), strict=True):
        for end in result["ends"]:
            lost = [word for word in result["living"] if not any(word in text for text in pieces(end))]
            assert not lost, (program, end)


def test_one_tab_after_the_other_sets_nothing_aside(simulate: Callable[[Any], Any]) -> None:
    """A tab that has seen what another kept takes its place, even with less; so does the newer note of one tab."""
    turns = [[("type", 0, 0), ("save", 0, 0), ("see", 1, 0), ("delete", 1, 0), ("type", 1, 0), ("save", 1, 0)],
             [("type", 0, 0), ("save", 0, 0), ("delete", 0, 0), ("type", 0, 0), ("crash", 0, 0)]]  # fmt: skip
    for result in simulate([{"form": "essay", "steps": steps} for steps in turns]):
        for end in result["ends"]:
            assert end["text"].strip() == "w2."
            assert "others" not in end


def test_a_stale_tab_keeps_both_texts_whole(simulate: Callable[[Any], Any]) -> None:
    steps = [("see", 1, 0), ("type", 0, 0), ("save", 0, 0), ("type", 1, 0), ("type", 1, 0), ("save", 1, 0)]
    (result,) = simulate([{"form": "essay", "steps": steps}])
    assert result["ends"][0]["text"].split() == ["w2.", "w3."]
    assert [text.strip() for text in result["ends"][0]["others"]] == ["w1."]


def test_two_fields_of_a_memo_are_no_conflict(simulate: Callable[[Any], Any]) -> None:
    steps = [
        ("type", 0, 0),
        ("save", 0, 0),
        ("see", 1, 0),
        ("type", 0, 1),
        ("save", 0, 0),
        ("type", 1, 0),
        ("save", 1, 0),
    ]
    (result,) = simulate([{"form": "memo", "steps": steps}])
    assert {name: text.split() for name, text in result["ends"][0]["answers"].items()} == {
        "claim": ["w1.", "w3."],
        "reasons": ["w2."],
    }
    assert "others" not in result["ends"][0]
