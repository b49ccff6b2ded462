"""The order in which files of tests are handed out: the costliest first, so that all processes end together.

``tests/costs.json`` says what each file costs, as ``pytest --cpu-report tests/costs.json`` writes it; what was never
measured is marked as estimated, until a whole run replaces it. A file that is not in it is taken to cost as much as the
tests of its folder usually do.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

# CPU-seconds of one test; the longest beginning that fits counts.
USUAL = {"tests/browser/": 4.0, "tests/book/": 0.5, "tests/": 0.1}
Item = TypeVar("Item", bound=pytest.Item)


def known_costs(place: Path) -> dict[str, float]:
    """Return the CPU-seconds of each file, as a report of costs gives them."""
    return {file: row["cpu_s"] for file, row in json.loads(place.read_text("utf-8")).items()}


def usual_cost(file: str) -> float:
    """Return what one test of a file costs that was never measured."""
    return USUAL[max((start for start in USUAL if file.startswith(start)), key=len, default="tests/")]


def file_of(item: pytest.Item) -> str:
    """Return the file of a test, by which pytest-xdist hands tests out."""
    return item.nodeid.partition("::")[0]


def longest_first(items: Sequence[Item], known: Mapping[str, float]) -> list[Item]:
    """Return the tests file by file, the costliest file first; within a file they stay in order.

    Parameters
    ----------
    items
        The tests, as they were collected.
    known
        From files, as seen from the root, to their cost.
    """
    many = Counter(map(file_of, items))
    cost = {file: known.get(file, count * usual_cost(file)) for file, count in many.items()}
    return sorted(items, key=lambda item: (-cost[file_of(item)], file_of(item)))
