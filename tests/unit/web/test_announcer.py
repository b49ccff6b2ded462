"""What changes with each step of a control is said once, half a second after the last step, and then taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from page_modules import node

# A clock that is turned by hand, and as much of a page as the announcer writes to.
BODY = """
  let now = 0, last = 0;
  const timers = new Map();
  globalThis.setTimeout = (act, ms) => { timers.set(++last, { at: now + ms, act }); return last; };
  globalThis.clearTimeout = (id) => timers.delete(id);
  const said = [];
  document.createElement = () => ({ setAttribute() {}, append() {}, replaceChildren() { said.push([now, ""]); },
    set textContent(text) { said.push([now, text]); } });
  const say = announcer({ append() {} });
  const turn = (until) => {
    for (;;) {
      const [id, next] = [...timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (!next || next.at > until) break;
      timers.delete(id);
      now = next.at;
      next.act();
    }
    now = until;
  };
  let at = 0;
  given.forEach((gap, n) => { at += gap; turn(at); say(String(n)); });
  turn(at + 60000);
  return { said, at };
"""


@pytest.fixture(scope="module")
def announced(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    return node(tmp_path_factory.mktemp("announcer"), {"lab/controls/announcer": "announcer"}, BODY)


def test_ten_quick_steps_are_said_once_and_taken_away(announced: Callable[[Any], Any]) -> None:
    told = announced([100] * 10)
    assert told["said"] == [[told["at"] + 500, "9"], [told["at"] + 4500, ""]]


@pytest.mark.parametrize("gaps", [[0], [600, 600], [499, 501, 2, 4501]])
def test_each_rest_is_said(announced: Callable[[Any], Any], gaps: list[int]) -> None:
    told = announced(gaps)["said"]
    rests = [n for n, gap in enumerate([*gaps[1:], 10**6]) if gap > 500]
    assert [text for _, text in told if text] == [str(n) for n in rests]
