"""Every table of the evidence: what it is, its codebook, its sources, its first rows, and what in it is unverified."""

from __future__ import annotations

from html import escape
from importlib import resources
from typing import Any

import pandas as pd

from deterrence.evidence import codebook
from deterrence.text.appendix.html import Part, appendix, badge, cited, facts, folded, table

ROWS = 5
SHORT = 26  # letters in a cell that stays on one line
FILES = "../_static/data"  # from an appendix page, where coursekit.book.site.data puts the files
Entry = dict[str, Any]


def as_written(entry: Entry) -> pd.DataFrame:
    """Return a table with every cell as it stands in its file."""
    with (resources.files("deterrence.evidence") / entry["path"]).open("r", encoding="utf-8") as handle:
        return pd.read_csv(handle, dtype=str, keep_default_na=False)


def contents() -> Part:
    """Return the list of all tables, each with its number of rows, what is unverified in it, and its file."""
    rows = []
    for entry in codebook()["resources"]:
        frame, name = as_written(entry), entry["name"]
        unsure = len(unverified(frame, entry))
        rows.append(
            [
                f'<a href="#table-{name}">{escape(entry["title"])}</a>',
                f"{len(frame):,}",
                f"{unsure:,} {badge('unverified')}" if unsure else "none",
                _download(entry),
            ]
        )
    return appendix(
        table("All tables of the evidence", ("Table", "Rows", "Rows with something unverified", "File"), rows)
    )


def all_tables() -> Part:
    """Return every table's entry, in the codebook's order."""
    return appendix("".join(described(entry) for entry in codebook()["resources"]))


def described(entry: Entry) -> str:
    """Return one table's entry."""
    frame, schema = as_written(entry), entry["schema"]
    licences = entry.get("licenses", codebook()["licenses"])
    rows = [
        ("Rows", f"{len(frame):,}"),
        ("Columns", str(len(schema["fields"]))),
        ("Key", ", ".join(f"<code>{name}</code>" for name in schema["primaryKey"])),
        ("In Python", f'<code>deterrence.evidence.read("{entry["name"]}")</code>'),
        ("Sources", "<br>".join(_linked(source) for source in entry["sources"])),
        ("Licence", "<br>".join(_linked(licence) for licence in licences)),
        ("File", _download(entry)),
    ]
    unsure = unverified(frame, entry)
    items = "".join(f"<li>{escape(row)}: {cells} {badge('unverified')}</li>" for row, cells in unsure)
    marked = folded(f"Unverified here: {len(unsure)} rows", f'<ul class="needs">{items}</ul>') if unsure else ""
    return (
        f'<section class="entry" id="table-{entry["name"]}"><h3>{escape(entry["title"])}</h3>'
        f"<p>{cited(entry['description'])}</p>{facts(rows)}{_codebook(entry)}{marked}{_first(frame, entry)}</section>"
    )


def unverified(frame: pd.DataFrame, entry: Entry) -> list[tuple[str, str]]:
    """Return the rows that hold something unverified: which row, and what in it.

    A row's ``standing`` speaks of the whole row, its ``unseen`` names single columns for which no source was seen.

    Parameters
    ----------
    frame : pandas.DataFrame
        The table, every cell as text.
    entry : dict
        Its entry in the codebook.

    Returns
    -------
    list of (str, str)
        By row: its key, and as HTML its unverified cells or "the whole row".
    """
    key = [*entry["schema"]["primaryKey"], *(name for name in ("case",) if name in frame)]
    found = []
    for row in frame.to_dict("records"):
        cells = [f"<code>{escape(c)}</code> = {escape(row[c])}" for c in unseen(row)]
        if row.get("standing") == "unverified":
            cells = ["the whole row"]
        if cells:
            found.append((", ".join(dict.fromkeys(row[name] for name in key)), "; ".join(cells)))
    return found


def unseen(row: dict[Any, str]) -> list[str]:
    """Return the columns of a row for which no source was seen."""
    return [name for name in row.get("unseen", "").split("; ") if name]


def _first(frame: pd.DataFrame, entry: Entry) -> str:
    names = [field["name"] for field in entry["schema"]["fields"]]
    rows = [[_cell(name, row) for name in names] for row in frame.head(ROWS).to_dict("records")]
    label = f"First rows of {entry['title']}; scrolls sideways"
    first = table(label, [f"<code>{name}</code>" for name in names], rows, kind="data")
    return f'<p class="label">The first {len(rows)} of {len(frame):,} rows</p>{first}'


def _cell(name: str, row: dict[Any, str]) -> str:
    text = row[name]
    if name == "standing":
        return badge(text)
    mark = f" {badge('unverified')}" if name in unseen(row) else ""
    html = (cited(text) if "source" in name else escape(text)) + mark
    return f'<div class="long">{html}</div>' if len(text) > SHORT else html


def _codebook(entry: Entry) -> str:
    rows = [
        [
            f"<code>{escape(field['name'])}</code>",
            cited(field["description"]),
            escape(field["type"] + (f", {field['unit']}" if field.get("unit") else "")),
            _allowed(field.get("constraints", {})),
        ]
        for field in entry["schema"]["fields"]
    ]
    heads = ("Column", "What it says", "Type and unit", "Allowed")
    notes = [f"<code>{' ≤ '.join(names)}</code>" for names in entry.get("ordered", [])]
    notes += [
        f'<code>{link["fields"]}</code> stands in <a href="#table-{link["reference"]["resource"]}">'
        f"{link['reference']['resource']}</a>"
        for link in entry["schema"].get("foreignKeys", [])
    ]
    more = f"<p>In every row: {'; '.join(notes)}.</p>" if notes else ""
    return folded("Codebook", table(f"Codebook of {entry['title']}", heads, rows) + more)


def _allowed(limits: Entry) -> str:
    said = ["needed" if limits.get("required") else "may be empty"]
    if "enum" in limits:
        said.append("one of: " + ", ".join(map(str, limits["enum"])))
    if "minimum" in limits and "maximum" in limits:
        said.append(f"{limits['minimum']} to {limits['maximum']}")
    elif "minimum" in limits:
        said.append(f"{limits['minimum']} or more")
    elif "maximum" in limits:
        said.append(f"{limits['maximum']} or less")
    if "pattern" in limits:
        said.append(f"of the form {limits['pattern']}")
    return escape("; ".join(said))


def _linked(thing: Entry) -> str:
    text = escape(thing.get("title") or thing["name"])
    return f'<a href="{escape(thing["path"])}">{text}</a>' if thing.get("path", "").startswith("http") else text


def _download(entry: Entry) -> str:
    size = len((resources.files("deterrence.evidence") / entry["path"]).read_bytes())
    title = escape(entry["name"])
    return f'<a href="{FILES}/{title}.csv" download>{title}.csv</a> ({max(1, round(size / 1000)):,} KB)'
