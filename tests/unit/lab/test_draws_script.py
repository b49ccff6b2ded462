"""Draws are packed for the page, and come out of the packing as they went in, to the last digit."""

from __future__ import annotations

import gzip
import json
import subprocess
from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coursekit.lab.compile.draws_script import draws_script, pack, ranks_of, sums_without_carry
from coursekit.node import node_command
from deterrence.model import draws


def unpacked(columns: dict[str, list[float]]) -> dict[str, list[float]]:
    """Return the columns as the page has them after it has run the script."""
    lab = SimpleNamespace(graph=SimpleNamespace(defaults=columns), draws=columns)
    program = draws_script([lab]) + "console.log(JSON.stringify(coursekit.draws));"  # type: ignore[list-item]
    done = subprocess.run([*node_command(), "-"], input=program, capture_output=True, text=True, check=True)
    return {name: list(map(float, column)) for name, column in json.loads(done.stdout).items()}


def sobol(seed: int, low: float, high: float, digits: int = 4) -> list[float]:
    """Return 512 draws of a scrambled digital sequence, as Sobol's is, over a band, shortened to some digits."""
    rng = np.random.default_rng(seed)
    # Each digit of a place changes one digit of the rank, and by chance those that weigh less: so each rank comes once.
    parts = [1 << (29 - digit) | int(rng.integers(1 << (29 - digit))) for digit in rng.permutation(9)]
    ranks = ranks_of([int(rng.integers(1 << 30)), *parts], 512)
    return [float(f"{low + rank / 2**30 * (high - low):.{digits}g}") for rank in ranks]


BANDS = [(0, 0.02), (0, 0.3), (0.001, 1), (0.05, 0.07), (-2, 3), (3, 5), (700, 7000), (0, 5000), (5, 50)]
OTHERS = [[0.0], [0.5, 0.25], [1.0] * 512, [-0.1, 1e6, 3.0, 1e-9], [float(n) for n in range(512)]]


def test_any_column_comes_out_as_it_went_in() -> None:
    columns = [sobol(7 * n + digits, *band, digits) for n, band in enumerate(BANDS) for digits in (3, 4, 5, 6)]
    columns += [*OTHERS, np.random.default_rng(5).normal(size=512).tolist()]
    named = {f"c{n}": column for n, column in enumerate(columns)}
    assert unpacked(named) == named
    assert sum(pack(column) is not None for column in columns) >= len(columns) // 2


def test_the_course_draws_are_exact_and_take_less_than_half() -> None:
    columns = {name: np.asarray(column).tolist() for name, column in draws().items()}
    assert unpacked(columns) == columns
    lab = SimpleNamespace(graph=SimpleNamespace(defaults=columns), draws=columns)
    sent = [len(gzip.compress(text.encode())) for text in (draws_script([lab]), json.dumps(columns))]  # type: ignore[list-item]
    assert sent[0] < 0.5 * sent[1]


@given(st.integers(0, 999))
def test_the_order_of_a_sobol_sequence_is_ten_numbers(seed: int) -> None:
    column = [round(1e6 * x) for x in sobol(seed, 0, 1, 9)]
    order = sums_without_carry(column)
    assert order is not None and len(order) == 10
    ordered = sorted(column)
    assert [ordered[rank] for rank in ranks_of(order, 512)] == column


def test_a_column_in_another_order_is_left_alone() -> None:
    column = sobol(1, 0.2, 0.8)
    assert pack(column) is not None
    swapped = [column[1], column[0], *column[2:]]
    assert pack(swapped) is None and pack(column[:500]) is None
