"""Printed text is shown as a terminal shows it, in whatever pieces it comes, and in blocks that stay short."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_modules import node

# What of a page the text needs: elements that hold text, whose characters are replaced as the DOM says.
BODY = """
class Text {
  constructor(data) { this.data = data; }
  get length() { return this.data.length; }
  appendData(more) { this.data += more; }
  replaceData(at, n, by) { this.data = this.data.slice(0, at) + by + this.data.slice(at + n); }
  deleteData(at, n) { this.replaceData(at, n, ""); }
}
class Element {
  inside = [];
  append(...more) { this.inside.push(...more); }
  insertBefore(one, next) { this.inside.splice(this.inside.indexOf(next), 0, one); }
}
globalThis.document = { createElement: () => new Element(), createTextNode: (text) => new Text(text) };
return given.map((pieces) => {
  const pre = new Element();
  const text = new StreamText(pre);
  for (const piece of pieces) text.add(piece);
  return pre.inside.map((block) => block.data ?? block.inside[0].data);
});"""
PIECE = st.text(st.sampled_from("abcdefghi\r\r\n"), max_size=12)
LONG = st.integers(1, 3000).map(lambda n: "x" * (n % 70) + "\n" * (n % 2) + "y" * n)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    return node(tmp_path_factory.mktemp("stream"), {"outputs/stream_text": "StreamText"}, BODY)


def terminal(text: str) -> str:
    """What a terminal of one column per character shows."""
    lines, at = [""], 0
    for sign in text.replace("\r\n", "\n"):
        if sign == "\n":
            lines.append("")
            at = 0
        elif sign == "\r":
            at = 0
        else:
            lines[-1] = lines[-1][:at] + sign + lines[-1][at + 1 :]
            at += 1
    return "\n".join(lines)


@settings(max_examples=20, deadline=None)
@given(given=st.lists(st.lists(PIECE, max_size=20), min_size=20, max_size=20))
def test_text_in_any_pieces_is_what_a_terminal_shows(shown: Callable[[Any], Any], given: list[list[str]]) -> None:
    for pieces, blocks in zip(given, shown(given), strict=True):
        assert "\n".join(blocks) == terminal("".join(pieces))


@settings(max_examples=20, deadline=None)
@given(given=st.lists(st.lists(PIECE | LONG, max_size=60), min_size=5, max_size=5))
def test_what_is_ended_stands_in_blocks_of_whole_lines(shown: Callable[[Any], Any], given: list[list[str]]) -> None:
    for pieces, blocks in zip(given, shown(given), strict=True):
        assert "\n".join(blocks) == terminal("".join(pieces))
        assert not any(block.endswith("\n") for block in blocks[:-1]), "which a browser would not show"
        assert len(blocks[-1]) <= 4000 or "\n" not in blocks[-1].lstrip("\n")
