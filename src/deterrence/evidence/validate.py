"""Check a table of evidence against its codebook, and say of each fault where it is and what would be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise
from typing import Any

import pandas as pd

from deterrence.evidence.tables import codebook, read, resource


@dataclass(frozen=True)
class Fault:
    """One fault: the table, the line of its file (the heading is line 1), the column, and what is wrong."""

    table: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"{self.table}, line {self.line}, column {self.column!r}: {self.message}"


def _date(text: str) -> str:
    return pd.Timestamp(text).strftime("%Y-%m-%d")


CONVERT: dict[str, tuple[Callable[[str], Any], str]] = {
    "integer": (int, "a whole number"),
    "number": (float, "a number"),
    "boolean": ({"true": True, "false": False}.__getitem__, "true or false"),
    "date": (_date, "a date such as 1994-12-05"),
    "string": (str, "text"),
}


def cell_fault(text: str, field: dict[str, Any]) -> str | None:
    """Say what is wrong with one cell.

    Parameters
    ----------
    text : str
        The cell as written in the file; "" if it is empty.
    field : dict
        The column's entry in the codebook: ``name``, ``type``, ``constraints``.

    Returns
    -------
    str or None
        A sentence, or None if the cell is right.
    """
    limits = field.get("constraints", {})
    if text == "":
        if not limits.get("required"):
            return None
        if field["name"] == "source":
            return "no source. Give a citation key from book/references.bib."
        return "empty, but a value is required."
    convert, wanted = CONVERT[field["type"]]
    try:
        value = convert(text)
    except (ValueError, KeyError):
        return f"{text!r} is not {wanted}."
    if "enum" in limits and value not in limits["enum"]:
        return f"{text!r} is not one of: {', '.join(map(str, limits['enum']))}."
    # Written as "not within", so that NaN, which compares false with everything, is caught too.
    if "minimum" in limits and not value >= limits["minimum"]:
        return f"{text} is below the smallest value allowed, {limits['minimum']}."
    if "maximum" in limits and not value <= limits["maximum"]:
        return f"{text} is above the largest value allowed, {limits['maximum']}."
    return None


def _cells(table: pd.DataFrame, entry: dict[str, Any]) -> Iterator[Fault]:
    for field in entry["schema"]["fields"]:
        if field["name"] in table:
            for line, text in enumerate(table[field["name"]], start=2):
                if message := cell_fault(text, field):
                    yield Fault(entry["name"], line, field["name"], message)


def _keys(table: pd.DataFrame, entry: dict[str, Any]) -> Iterator[Fault]:
    key = entry["schema"]["primaryKey"]
    first: dict[tuple[str, ...], int] = {}
    for line, values in enumerate(table[key].itertuples(index=False, name=None), start=2):
        if values in first:
            said = ", ".join(f"{name} {value!r}" for name, value in zip(key, values, strict=True))
            yield Fault(entry["name"], line, key[0], f"{said} stands in line {first[values]} already.")
        first.setdefault(values, line)


def _order(table: pd.DataFrame, entry: dict[str, Any]) -> Iterator[Fault]:
    for names in entry.get("ordered", []):
        for low, high in pairwise(names):
            pair = table[[low, high]].apply(pd.to_numeric, errors="coerce")
            for place in (pair[low] > pair[high]).to_numpy().nonzero()[0]:
                smaller, larger = table[low].iloc[place], table[high].iloc[place]
                yield Fault(entry["name"], place + 2, high, f"{larger} is less than {low} {smaller}: upside down.")


def _links(table: pd.DataFrame, entry: dict[str, Any]) -> Iterator[Fault]:
    for link in entry["schema"].get("foreignKeys", []):
        column, other = link["fields"], link["reference"]
        known = set(read(other["resource"])[other["fields"]])
        for line, value in enumerate(table[column], start=2):
            if value not in known:
                yield Fault(entry["name"], line, column, f"{value!r} does not stand in the table {other['resource']}.")


def check(table: pd.DataFrame, name: str) -> list[Fault]:
    """Check a table against its codebook.

    Parameters
    ----------
    table : pandas.DataFrame
        The table, read as text (``dtype=str``, empty cells as ``""``).
    name : str
        The table's name in the codebook, ``datapackage.json``.

    Returns
    -------
    list of Fault
        Columns missing or unknown; cells of the wrong type, empty or outside their limits (a row without source
        among them); keys that occur twice; values that should rise from left to right and do not; names that another
        table does not know. Empty if all is well.
    """
    entry = resource(name)
    known = [field["name"] for field in entry["schema"]["fields"]]
    faults = [Fault(name, 1, c, "this column of the codebook is missing.") for c in known if c not in table]
    faults += [Fault(name, 1, str(c), "the codebook does not know this column.") for c in table if c not in known]
    if faults:
        return faults
    return [*_cells(table, entry), *_keys(table, entry), *_order(table, entry), *_links(table, entry)]


def check_all() -> list[Fault]:
    """Check every table that is shipped; return all faults."""
    faults = []
    for entry in codebook()["resources"]:
        with (resources.files(__package__) / entry["path"]).open("r", encoding="utf-8") as handle:
            faults += check(pd.read_csv(handle, dtype=str, keep_default_na=False), entry["name"])
    return faults
