"""What becomes of a good file or link when bytes are lost, doubled, moved or put in: for tests of what reads them.

All is drawn from a :class:`random.Random`, whose seed an example is named by: ten thousand examples take seconds so,
where strategies of hypothesis would take minutes for each.
"""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any

from hypothesis import strategies as st

# An example: tests make of it what they read.
randoms = st.integers(0, 2**62)
# On what a careless reader of text trips.
SIGNS = ["", "\0", "\n", "\r", "\u2028", "\ufeff", "\u202e", "é", "😀", "\ud800", "'", '"', "`", "\\", "/", "<b>"]
SIGNS += ["&", "=", "?", "#", "%", "%zz", "%00", "+", ",", ";", ":", "{", "}", "[", "]", "(", "0", "-1", "1e999"]
SIGNS += ["NaN", "null", "../"]
SIGNS += ["\t", "\x0c", "\x85", "__proto__", "constructor", "0x10", "1_000", "١", "-0", "1e-400", "Infinity", " "]
NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "length", "then", "toJSON", "v", "items", "work", ""]


def junk(random: Random) -> str:
    """Return a few signs that nobody expects, seldom thousands."""
    how = random.random()
    if how < 0.6:
        return random.choice(SIGNS)
    if how < 0.97:
        return "".join(chr(random.choice([random.randrange(128), random.randrange(0x3000)])) for _ in range(3))
    return random.choice(SIGNS) * random.randrange(1, 3000)


def value(random: Random, depth: int = 0) -> Any:
    """Return what JSON may hold where something else was meant.

    Parameters
    ----------
    random
        What it is drawn from.
    depth
        How deep it stands already.
    """
    kind = random.randrange(10 if depth < 3 else 7)
    plain = [None, True, False, 0, -1, 2**53 + 1, 1.5, -0.0, 1e308, float("inf"), float("nan")]
    if kind < 4:
        return random.choice(plain)
    if kind < 7:
        return junk(random)
    if kind == 9:
        return {random.choice(NAMES): value(random, depth + 1) for _ in range(random.randrange(3))}
    inner: Any = [value(random, depth + 1) for _ in range(random.randrange(3))]
    for _ in range(random.choice([0, 0, 0, 0, 60, 300])):
        inner = [inner]
    return inner


def changed_text(random: Random, text: str, by_lines: bool = False) -> str:
    """Return ``text`` after a few changes.

    Parameters
    ----------
    random
        What they are drawn from.
    text
        A good text.
    by_lines
        Whether lines are lost, doubled and moved, or single signs.
    """
    held = text.splitlines(keepends=True) if by_lines else list(text)
    for _ in range(random.randint(1, 4)):
        if not held:
            break
        one, other = random.randrange(len(held)), random.randrange(len(held))
        how = random.choice(["drop", "double", "swap", "insert", "cut", "spoil"])
        if how == "drop":
            del held[one : one + random.randint(1, 5)]
        elif how == "double":
            held[one:one] = [held[one]] * random.randint(1, 3)
        elif how == "swap":
            held[one], held[other] = held[other], held[one]
        elif how == "insert":
            held.insert(one, junk(random))
        elif how == "cut" and random.random() < 0.3:
            held = held[:one]
        else:
            place = random.randint(0, len(held[one]))
            held[one] = held[one][:place] + junk(random) + held[one][place + random.randint(0, 2) :]
    return "".join(held)


def changed_data(random: Random, data: Any) -> Any:
    """Return a copy of plain data in which some values are others, are gone, or stand under other names.

    Parameters
    ----------
    random
        What the changes are drawn from.
    data
        What was good.
    """
    made = copy.deepcopy(data)
    for _ in range(random.randint(1, 3)):
        within, name = made, None
        while isinstance(within, dict | list) and within:
            name = random.choice(list(within) if isinstance(within, dict) else range(len(within)))
            if not isinstance(within[name], dict | list) or random.random() < 0.25:
                break
            within = within[name]
        if name is None or not isinstance(within, dict | list) or not within:
            return value(random)
        how = random.choice(["value", "value", "spoil", "drop", "name", "more"])
        if how == "value" or (how == "spoil" and not isinstance(within[name], str)):
            within[name] = value(random)
        elif how == "spoil":
            within[name] = changed_text(random, within[name])
        elif how == "drop":
            del within[name]
        elif isinstance(within, dict):
            other = random.choice([*NAMES, junk(random)])
            within[other] = within[name] if how == "name" else value(random)
        else:
            within.extend([within[name]] * random.choice([1, 2, 500]))
    return made


def changed_json(random: Random, data: Any) -> bytes:
    """Return a file of JSON that was ``data`` once: other values in it, other signs in its text, or both.

    Parameters
    ----------
    random
        What the changes are drawn from.
    data
        What was good.
    """
    if random.random() < 0.8:
        data = changed_data(random, data)
    text = json.dumps(data, ensure_ascii=random.random() < 0.5)
    if random.random() < 0.3:
        text = changed_text(random, text)
    made = text.encode("utf-8", "surrogatepass")
    return made if random.random() < 0.9 else random.randbytes(3) + made[: random.randint(0, len(made))]
