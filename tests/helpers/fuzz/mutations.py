"""What becomes of a good file or link when bytes are lost, doubled, moved or put in: for tests of what reads them."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st

# On what a careless reader of text trips.
SIGNS = [
    "",
    "\0",
    "\n",
    "\r",
    "\u2028",
    "\ufeff",
    "\u202e",
    "é",
    "😀",
    "'",
    '"',
    "`",
    "\\",
    "/",
    "../",
    "<b>",
    "&",
    "=",
    "?",
]
SIGNS += ["#", "%", "%zz", "%00", "+", ",", ";", ":", "{", "}", "[", "]", "(", "0", "-1", "1e999", "NaN", "null", "\t"]
JUNK = st.sampled_from(SIGNS) | st.text(max_size=8) | st.integers(1, 3000).map(lambda n: "9" * n)
# What JSON may hold where something else was meant.
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.sampled_from(SIGNS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "length", "then", "toJSON", "v", "items", "work", ""]


@st.composite
def changed_text(draw: st.DrawFn, text: str, parts: str | None = None) -> str:
    """Return ``text`` after a few changes; ``parts`` splits it into what is lost or moved as a whole.

    Parameters
    ----------
    draw
        Given by hypothesis.
    text
        A good text.
    parts
        What its parts end with, as a line break; else single signs are changed.
    """
    held = text.splitlines(keepends=True) if parts == "\n" else list(text) if parts is None else text.split(parts)
    for _ in range(draw(st.integers(1, 4))):
        if not held:
            break
        one, other = draw(st.integers(0, len(held) - 1)), draw(st.integers(0, len(held) - 1))
        how = draw(st.sampled_from(["drop", "double", "swap", "insert", "cut", "spoil"]))
        if how == "drop":
            del held[one : one + draw(st.integers(1, 5))]
        elif how == "double":
            held[one:one] = [held[one]] * draw(st.integers(1, 3))
        elif how == "swap":
            held[one], held[other] = held[other], held[one]
        elif how == "insert":
            held.insert(one, draw(JUNK))
        elif how == "cut":
            held = held[:one]
        else:
            place = draw(st.integers(0, len(held[one])))
            held[one] = held[one][:place] + draw(JUNK) + held[one][place + draw(st.integers(0, 2)) :]
    return (parts or "").join(held) if parts != "\n" else "".join(held)


@st.composite
def changed_data(draw: st.DrawFn, data: Any) -> Any:
    """Return a copy of plain ``data`` in which some values are others, are gone, or stand under other names."""
    made = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 3))):
        within, name = made, None
        while isinstance(within, dict | list) and within:
            names = list(within) if isinstance(within, dict) else range(len(within))
            name = draw(st.sampled_from(list(names)))
            if not isinstance(within[name], dict | list) or draw(st.integers(0, 3)) == 0:
                break
            within = within[name]
        if name is None or not isinstance(within, dict | list) or not within:
            return draw(VALUES)
        how = draw(st.sampled_from(["value", "value", "drop", "name", "more"]))
        if how == "value":
            within[name] = draw(VALUES)
        elif how == "drop":
            del within[name]
        elif isinstance(within, dict):
            within[draw(st.sampled_from(NAMES) | st.text(max_size=8))] = within[name] if how == "name" else draw(VALUES)
        else:
            within.extend([within[name]] * draw(st.sampled_from([1, 2, 500])))
    return made


@st.composite
def changed_json(draw: st.DrawFn, data: Any) -> bytes:
    """Return a file of JSON that was ``data`` once: other values in it, or other signs in the text, or both."""
    if draw(st.booleans()):
        data = draw(changed_data(data))
    text = json.dumps(data, ensure_ascii=draw(st.booleans()))
    if draw(st.integers(0, 2)) == 0:
        text = draw(changed_text(text))
    made = text.encode("utf-8", "surrogatepass")
    return made if draw(st.integers(0, 9)) else draw(st.binary(max_size=3)) + made[: draw(st.integers(0, len(made)))]
