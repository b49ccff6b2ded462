"""The code on a worksheet leads where it says: it is read back by a reader that shares nothing with what draws it."""

from __future__ import annotations

import json
import random
import subprocess
from functools import cache

import pytest
from paths import ROOT
from qr_reader import Squares, read

from coursekit.node import node_command

LONGEST = 331  # bytes
SIGNS = "abcXYZ019:/?#&=%._-~éЖ€"


@cache
def drawn(texts: tuple[str, ...]) -> list[Squares | None]:
    command = [*node_command(), str(ROOT / "tests" / "helpers" / "qr_in_node.mjs")]
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)


def texts() -> tuple[str, ...]:
    """Texts of every length up to the longest and a little beyond, of signs of one, two and three bytes."""
    draw = random.Random(5)
    made = ["".join(draw.choices(SIGNS, k=length)) for length in range(1, 240, 4)]
    return ("https://example.org/course/lessons/promise-worth.html#lab-promise?budget=5", *made, "x" * 331, "x" * 332)


def test_what_is_drawn_is_read_back() -> None:
    for text, squares in zip(texts(), drawn(texts()), strict=True):
        if len(text.encode()) > LONGEST:
            assert squares is None, text
        else:
            assert squares is not None and read(squares) == text


def test_all_sizes_are_among_them() -> None:
    sizes = {(len(squares) - 17) // 4 for squares in drawn(texts()) if squares}
    assert sizes == set(range(1, 14))


def test_finder_patterns_stand_in_three_corners() -> None:
    for squares in filter(None, drawn(texts())):
        for top, left in ((0, 0), (0, len(squares) - 7), (len(squares) - 7, 0)):
            found = [row[left : left + 7] for row in squares[top : top + 7]]
            assert (
                found[0] == found[6] == [1] * 7
                and found[3] == [1, 0, 1, 1, 1, 0, 1]
                and found[1] == [1, 0, 0, 0, 0, 0, 1]
            )


def test_a_wrong_square_is_seen() -> None:
    squares = next(filter(None, drawn(texts())))
    turned = [row.copy() for row in squares]
    turned[-1][-1] ^= 1
    with pytest.raises(AssertionError, match="codeword"):
        read(turned)
