"""What a new run of grading changed: the gradebook that stood there, compared with the one that takes its place."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TOTAL, POINTS = "total", " points"
HEAD = ("when", "file", "alias", "item", "before", "after")


@dataclass(frozen=True)
class Change:
    """Points of one hand-in that are others now; empty text where there were, or are, none."""

    file: str
    alias: str
    item: str
    before: str
    after: str


def earlier_gradebook(path: Path) -> str:
    """Return the gradebook that a run is to replace; empty text if there is none that can be read."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, ValueError):
        return ""


def changes(before: str, after: str) -> list[Change]:
    """Return whose points differ between two gradebooks, in the order of the newer one: each item, then the total.

    What stands in one of them only, a hand-in or an item, is no change. Nor is a gradebook that cannot be read.

    Parameters
    ----------
    before : str
        The earlier gradebook, as CSV.
    after : str
        The newer one.
    """
    old = {row.get("file", ""): row for row in gradebook_rows(before)}
    found = []
    for row in gradebook_rows(after):
        earlier = old.get(row.get("file", ""))
        if earlier is None:
            continue
        items = [name for name in row if name.endswith(POINTS) and name in earlier]
        for name in [*items, *([TOTAL] if TOTAL in earlier else [])]:
            if earlier[name] != row[name]:
                item = name.removesuffix(POINTS)
                found.append(Change(row["file"], row.get("alias", ""), item, earlier[name], row[name]))
    return found


def gradebook_rows(gradebook: str) -> list[dict[str, str]]:
    """Return the rows of a gradebook, given as CSV, by the names of its columns; a missing cell is empty."""
    reader = csv.DictReader(io.StringIO(gradebook.removeprefix("\ufeff"), newline=""), restval="")
    return [{name: cell for name, cell in row.items() if name is not None} for row in reader]


def keep(found: Sequence[Change], path: Path, when: str) -> None:
    """Add changes to a file that lists those of all runs, as CSV; nothing is written where there are none.

    Parameters
    ----------
    found : sequence of Change
        The changes of one run.
    path : Path
        The file; it is made if it is not there.
    when : str
        The time of the run, as it is to stand in the file.
    """
    if not found:
        return
    new = not path.exists()
    with path.open("a", encoding="utf-8-sig" if new else "utf-8", newline="") as file:
        writer = csv.writer(file)
        if new:
            writer.writerow(HEAD)
        writer.writerows((when, one.file, one.alias, one.item, one.before, one.after) for one in found)
