"""Similar hand-ins: found when names, layout and comments were changed, quickly, and never for what everybody has."""

from __future__ import annotations

import random
import time

import pytest
from desk_in_node import ask, marked
from hypothesis import given, settings
from hypothesis import strategies as st

CODE = '''
def left(stock, weeks):
    """Return what is left."""
    total = 0
    for week in range(weeks):   # each week
        if stock > 100 and week % 2 == 0:
            total += stock * 0.3
        else:
            total -= min(stock, week) / 2
        stock = round(stock - total, 3)
    return sorted([stock, total], key=lambda one: -one)[0]
'''
RENAMED = """
def left(a, b):
    s = 1
    for i in range(b):
            if a > 7 and i % 3 == 1: # other
                s += a * 0.9
            else:
                s -= min(a, i) / 4
            a = round(a - s, 9)
    return sorted([a, s], key=lambda q: -q)[1]
"""
OTHER = """
def left(stock, weeks):
    import math
    parts = [math.exp(-w) for w in range(weeks)]
    best = max(parts, default=None)
    while best is not None and len(parts) > 2:
        parts.pop()
        best = parts[-1] if parts else None
    return dict(stock=stock, best=best).get("stock")
"""
WORDS = st.sampled_from(
    ["if", "else", "for", "in", "x", "zeta", "print", "(", ")", "[", ":", "=", "12", "'t'", "#", "\n"]
)


def prints(code: str) -> list[int]:
    return ask("fingerprints", code)


def test_new_names_numbers_layout_and_remarks_change_nothing() -> None:
    assert prints(CODE) == prints(RENAMED) and len(prints(CODE)) > 15
    assert len(set(prints(CODE)) & set(prints(OTHER))) <= 2


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=80).map(" ".join) | st.text(max_size=200))
def test_whatever_is_handed_in_has_fingerprints(code: str) -> None:
    found = prints(code)
    assert found == sorted(set(found)) and all(0 <= one < 2**32 for one in found)


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=5, max_size=60).map(" ".join))
def test_a_part_taken_over_is_always_found(before: str) -> None:
    """What winnowing promises: a shared run of RUN + WINDOW - 1 tokens leaves a shared fingerprint."""
    part = "\nprint(sorted(open, key=len)[0].strip().split().index(print)) or print.values.mean()\n"
    one, other = f"{before}\n{part}", f"{part}\nassert before is None"
    assert set(prints(one)) & set(prints(other))


def handed(alias: str, code: str) -> dict:
    return marked(f"{alias}.json", alias, prints={"left": prints(code)})


def pairs(hand_ins: list[dict], starter: str = "") -> list[tuple[str, str]]:
    found = ask("similar", hand_ins, {"left": starter})["pairs"]
    return [(hand_ins[pair["a"]]["alias"], hand_ins[pair["b"]]["alias"]) for pair in found]


def test_a_copy_is_listed_and_what_the_starter_gives_is_not() -> None:
    three = [handed("anna", CODE), handed("bo", OTHER), handed("cy", RENAMED)]
    assert pairs(three) == [("anna", "cy")]
    assert pairs(three, starter=CODE) == []


def test_two_hand_ins_of_one_person_are_no_pair() -> None:
    assert pairs([handed("anna", CODE), handed("Anna ", RENAMED)]) == []


def test_what_everybody_writes_is_no_copy() -> None:
    everybody = [handed(f"a{n}", CODE) for n in range(30)]
    assert pairs(everybody) == []
    assert pairs([*everybody, handed("x", OTHER), handed("y", OTHER)]) == [("x", "y")]


def test_the_order_of_files_changes_no_pair() -> None:
    several = [handed("anna", CODE), handed("bo", OTHER), handed("cy", RENAMED), handed("di", OTHER)]
    want = {frozenset(pair) for pair in pairs(several)}
    assert want == {frozenset(("anna", "cy")), frozenset(("bo", "di"))}
    assert {frozenset(pair) for pair in pairs(several[::-1])} == want


@pytest.mark.parametrize("n", [10_000])
def test_ten_thousand_are_searched(n: int) -> None:
    """Each of eight common ways, a little of one's own, and one copy; it must end while a person waits."""
    rng = random.Random(7)
    ways = [[rng.getrandbits(32) for _ in range(14)] for _ in range(8)]
    alike = [rng.getrandbits(32) for _ in range(9)]
    hand_ins = []
    for place in range(n):
        own = [rng.getrandbits(32) for _ in range(6)] + [rng.getrandbits(11) for _ in range(4)]
        some = rng.choice(ways) + (alike if place in (17, n - 1) else own)
        hand_ins.append(marked(f"{place}.json", f"a{place}", prints={"left": sorted(set(some))}))
    began = time.monotonic()
    found = ask("similar", hand_ins, {})["pairs"]
    assert [(pair["a"], pair["b"]) for pair in found] == [(17, n - 1)]
    assert time.monotonic() - began < 60
