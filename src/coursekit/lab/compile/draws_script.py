"""The script ``labs/draws.js``: every column of draws that a lab of the course takes, packed, exact to the last digit.

A quasi-random column fills its band evenly, in the order of a Sobol sequence: the binary digits of a draw's rank are
sums, without carry, of the digits of its place. So a column is a straight line from its least to its greatest value,
how far each value in order of size stands off that line, and the order: ten numbers for 512 draws. A column in any
other order is left as it is.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np

from coursekit.lab.declare import ModelLabSpec

DECIMALS = range(13)
ODD = 1 / 16  # the share of a column's values that may have more decimals than the others
MOST_STEPS = 1000
FIRST = 48  # the code of the character "0", which stands for the least step
UNPACK = """function ([decimals, low, high, least, order, steps, odd]) {
  const n = steps.length, column = new Array(n);
  for (let i = 0; i < n; i++) {
    let rank = order[0];
    for (let bit = 0; i >> bit; bit++) if ((i >> bit) & 1) rank ^= order[bit + 1];
    const line = low + Math.floor((rank * (high - low)) / (n - 1));
    column[i] = odd[rank] ?? (line + steps.charCodeAt(rank) - 48 + least) / 10 ** decimals;
  }
  return column;
}"""


def packed_columns(labs: Iterable[ModelLabSpec]) -> dict[str, list[Any]]:
    """Return every column that some lab draws from, by its name: packed, or as it is."""
    columns: dict[str, list[float]] = {}
    for lab in labs:
        for name in set(lab.graph.defaults) & set(lab.draws):
            columns[name] = np.asarray(lab.draws[name]).tolist()
    return {name: pack(column) or column for name, column in sorted(columns.items())}


def taken_columns(lab: ModelLabSpec) -> set[str]:
    """Return the columns that a lab's script reads: those of its parameters that no control and no series sets."""
    series = ({**overrides, **lab.defaults} for overrides in lab.compare.values())
    return {name for given in series for name in lab.graph.draws(lab.draws, given, 1)}


def unpacking_script(columns: dict[str, list[Any]]) -> str:
    """Return the script that gives a page these columns, as :func:`packed_columns` has them."""
    packed = json.dumps(columns, separators=(",", ":"))
    return (
        f"(() => {{\nconst unpack = {UNPACK};\nconst packed = {packed};\n"
        "const kit = (globalThis.coursekit ??= {}), draws = (kit.draws ??= {});\n"
        "for (const name in packed)\n"
        "  draws[name] = typeof packed[name][5] === 'string' ? unpack(packed[name]) : packed[name];\n})();\n"
    )


def draws_script(labs: Iterable[ModelLabSpec]) -> str:
    """Return the script ``labs/draws.js`` with every column that some lab draws from."""
    return unpacking_script(packed_columns(labs))


def pack(column: list[float]) -> list[Any] | None:
    """Return a column as ``UNPACK`` takes it: decimals, least, greatest, least step, order, steps, odd values by rank.

    It is None for a column that is in no such order, or not evenly spread.
    """
    last = len(column) - 1
    for decimals in DECIMALS:
        whole = [round(x * 10**decimals) for x in column]
        if sum(n / 10**decimals != x for n, x in zip(whole, column, strict=True)) <= ODD * len(column):
            break
    ordered = sorted(whole)
    order = sums_without_carry(whole)
    if order is None or last < 1 or max(abs(n) for n in ordered) * last >= 2**53:
        return None
    low, high = ordered[0], ordered[-1]
    steps = [value - (low + rank * (high - low) // last) for rank, value in enumerate(ordered)]
    least = min(steps)
    if max(steps) - least > MOST_STEPS:
        return None
    ranks = ranks_of(order, len(column))
    odd = {rank: x for rank, x in zip(ranks, column, strict=True) if ordered[rank] / 10**decimals != x}
    return [decimals, low, high, least, order, "".join(chr(FIRST + step - least) for step in steps), odd]


def ranks_of(order: list[int], count: int) -> list[int]:
    """Return the rank of each place, from that of the first and what each binary digit of a place adds.

    Parameters
    ----------
    order : list of int
        The rank of the first, then one number for each digit.
    count : int
        How many places there are.

    Returns
    -------
    list of int
        Ranks.
    """
    ranks = [order[0]] * count
    for at in range(count):
        for digit, added in enumerate(order[1:]):
            ranks[at] ^= added if at >> digit & 1 else 0
    return ranks


def sums_without_carry(column: list[int]) -> list[int] | None:
    """Return the order that :func:`ranks_of` makes ranks of, or None if the column's order is no such sum.

    Equal values may stand in either order: the sums are found from values that stand alone, and then all are checked.
    """
    count, ordered = len(column), sorted(column)
    digits = count.bit_length() - 1
    if count != 2**digits:
        return None
    place = {value: rank for rank, value in enumerate(ordered)}
    rows: dict[int, tuple[int, int]] = {}  # equations in echelon form, by their leading digit
    counted = Counter(column)
    for at in (at for at, value in enumerate(column) if counted[value] == 1):
        left, right = 1 | at << 1, place[column[at]]
        for lead, (other, added) in rows.items():
            if left >> lead & 1:
                left, right = left ^ other, right ^ added
        if left:
            lead = left.bit_length() - 1
            for known, (other, added) in rows.items():
                if other >> lead & 1:
                    rows[known] = (other ^ left, added ^ right)
            rows[lead] = (left, right)
    if len(rows) <= digits:
        return None
    order = [rows[digit][1] for digit in range(digits + 1)]
    ranks = ranks_of(order, count)
    fits = sorted(ranks) == list(range(count)) and [ordered[rank] for rank in ranks] == column
    return order if fits else None
