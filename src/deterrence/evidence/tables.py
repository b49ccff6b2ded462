"""Loaders: each gives one table of the evidence as a fresh pandas frame, typed by the codebook."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import Any

import pandas as pd

DTYPES = {"string": "str", "integer": "Int64", "number": "float64", "boolean": "bool", "date": "str"}


@lru_cache
def codebook() -> dict[str, Any]:
    """Return ``datapackage.json``: what each table and each of its columns means."""
    text = (resources.files(__package__) / "datapackage.json").read_text("utf-8")
    package: dict[str, Any] = json.loads(text)
    return package


def resource(name: str) -> dict[str, Any]:
    """Return the codebook's entry for one table.

    Raises
    ------
    KeyError
        If no table has that name; the message lists the tables there are.
    """
    entries: dict[str, dict[str, Any]] = {entry["name"]: entry for entry in codebook()["resources"]}
    if name not in entries:
        raise KeyError(f"There is no table {name!r}. There are: {', '.join(entries)}.")
    return entries[name]


def read(name: str) -> pd.DataFrame:
    """Read one table by name, each column with the type that the codebook gives it.

    Empty cells of text columns become empty strings; of number and date columns, missing values.
    """
    entry = resource(name)
    fields = entry["schema"]["fields"]
    text = [field["name"] for field in fields if field["type"] == "string"]
    dates = [field["name"] for field in fields if field["type"] == "date"]
    file = resources.files(__package__) / entry["path"]
    with file.open("r", encoding="utf-8") as handle:
        table = pd.read_csv(handle, dtype={field["name"]: DTYPES[field["type"]] for field in fields})
    return table.fillna(dict.fromkeys(text, "")).assign(**{name: pd.to_datetime(table[name]) for name in dates})


def promises_tested() -> pd.DataFrame:
    """Promises that a war put to the test, 1816–2003: one row per alliance and war (146 rows, 45 wars).

    Columns ``war_id``, ``atop_id`` (key), ``war``, ``year`` (the war's first), ``era`` (the authors' period), one
    true/false column per duty (``defence``, ``offence``, ``neutrality``, ``nonaggression``, ``consultation``: an
    alliance may hold several), ``honoured``, ``source``, ``standing``.

    Every row is a promise that *failed to prevent* the war: nothing here says how often promises deter.
    """
    return read("promises_tested")


def honour_rates() -> pd.DataFrame:
    """Share of the tested promises that were kept, by duty and era, with 95 % intervals clustered by war.

    Columns ``obligation`` (``any`` or one duty), ``era``, ``honoured`` and ``tested`` (counts), ``wars``, ``rate``,
    ``low``, ``high`` (shares from 0 to 1), ``interval`` (its method), ``source``, ``standing``.
    """
    return read("honour_rates")


def clauses() -> pd.DataFrame:
    """Return what the clauses of some security guarantees oblige, in our own words: one row a duty.

    ``who`` + ``modal`` + ``duty`` + ``trigger`` read as one sentence. With it stand ``article``, ``strength`` (from
    *abstain* to *must act by all means*), ``automatic`` (0–3: how surely help follows), ``judge``, ``help``, ``note``,
    ``source`` and ``standing``; and, from :func:`texts`, ``text``, ``dated``, ``form`` and ``binding``.
    """
    about = texts()[["text_id", "text", "dated", "form", "binding"]]
    return read("clauses").merge(about, on="text_id", how="left", validate="many_to_one")


def texts() -> pd.DataFrame:
    """Return the guarantee texts: one row each, with parties, date, legal form and a note on what became of them."""
    return read("texts")


def findings() -> pd.DataFrame:
    """Return single figures that the text quotes from the literature: one row each, found by its name ``finding``."""
    return read("findings")


def datasets() -> pd.DataFrame:
    """Every table of this package: name, title, number of rows, licence and sources."""
    rows = [
        {
            "name": entry["name"],
            "title": entry["title"],
            "rows": len(read(entry["name"])),
            "key": ", ".join(entry["schema"]["primaryKey"]),
            "licence": ", ".join(licence["name"] for licence in entry.get("licenses", codebook()["licenses"])),
            "sources": "; ".join(source["title"] for source in entry["sources"]),
        }
        for entry in codebook()["resources"]
    ]
    return pd.DataFrame(rows)
