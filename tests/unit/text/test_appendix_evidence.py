"""The appendix on the evidence shows every table, marks what is unverified, and ships the files as they are."""

from __future__ import annotations

import json
import re
from html import escape
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT
from sphinx.errors import ExtensionError

from coursekit.book.directives.cites import CITE, short
from coursekit.book.site.data import ship
from deterrence.evidence import codebook, read
from deterrence.evidence.agreement import agreement, disagreements
from deterrence.text.appendix import all_tables, coders, contents
from deterrence.text.appendix.evidence import as_written, described, unverified
from deterrence.text.appendix.html import cited

ENTRIES = {entry["name"]: entry for entry in codebook()["resources"]}
tables = pytest.mark.parametrize("name", ENTRIES)


@tables
def test_every_table_is_there_with_codebook_sources_and_file(name: str) -> None:
    entry, html = ENTRIES[name], described(ENTRIES[name])
    assert html in all_tables().html
    assert f'id="table-{name}"' in html and f'href="#table-{name}"' in contents().html
    for part in (contents().html, html):
        assert f"/_static/data/{name}.csv" in part
    assert f"<dd>{len(read(name)):,}</dd>" in html
    for field in entry["schema"]["fields"]:
        assert html.count(f"<code>{field['name']}</code>") >= 2, "once in the codebook, once over the first rows"
        assert cited(field["description"]) in html
    for source in entry["sources"]:
        assert escape(source["title"]) in html
    for licence in entry.get("licenses", codebook()["licenses"]):
        assert escape(licence["title"]) in html


@tables
def test_what_is_unverified_is_marked(name: str) -> None:
    frame = read(name)
    rows = frame["standing"] == "unverified"
    if "unseen" in frame:
        rows = rows | (frame["unseen"] != "")
    found = unverified(as_written(ENTRIES[name]), ENTRIES[name])
    assert len(found) == rows.sum()
    html = described(ENTRIES[name])
    assert html.count("badge unverified") >= len(found)
    assert bool(found) == ("Unverified here" in html)


def test_an_unseen_cell_wears_its_mark_among_the_first_rows() -> None:
    first = read("guarantee_cases").iloc[0]
    assert first["unseen"] == "presence; support"
    row = described(ENTRIES["guarantee_cases"]).rpartition("<tbody>")[2].partition("</tr>")[0]
    assert row.count("badge unverified") == 2


def test_both_codings_are_compared_and_every_disagreement_stands() -> None:
    html = coders().html
    for row in agreement().to_dict("records"):
        assert f"<code>{row['variable']}</code></th><td>{row['n']}</td><td>{row['agreed']}</td>" in html
    body = html.rpartition("<tbody>")[2]
    assert body.count("<tr>") == len(disagreements())
    for row in disagreements().to_dict("records"):
        assert escape(row["first_note"]) in body and escape(row["second_note"]) in body


def test_shipped_files_equal_their_sources(tmp_path: Path) -> None:
    source = Path(str(resources.files("deterrence.evidence")))
    (tmp_path / "old.csv").write_text("gone\n", "utf-8")
    files = ship(source, tmp_path)
    assert {file.name for file in files} == {file.name for file in tmp_path.glob("*.csv")}
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    for entry, shipped in zip(codebook()["resources"], package["resources"], strict=True):
        assert (tmp_path / shipped["path"]).read_bytes() == (source / entry["path"]).read_bytes()
        assert {**shipped, "path": ""} == {**entry, "path": ""}


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExtensionError, match=r"datapackage\.json is missing"):
        ship(tmp_path, tmp_path / "out")
    package = {"resources": [{"name": "a", "path": "tables/a.csv"}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(package), "utf-8")
    with pytest.raises(ExtensionError, match=r"lists tables/a\.csv, which is not there"):
        ship(tmp_path, tmp_path / "out")


@given(st.text(), st.from_regex(r"[a-z]{3,12}(19|20)[0-9]{2}[a-z]?", fullmatch=True))
def test_a_source_becomes_a_link_and_text_stays_text(text: str, key: str) -> None:
    html = cited(f"{text} {key}.")
    assert f'data-cite="{key}"' in html
    assert re.sub(r"<[^>]*>", "", html) == escape(f"{text} {key}.", quote=False)


def test_a_link_names_authors_and_year() -> None:
    from pybtex.database import parse_file

    works = parse_file(str(ROOT / "book" / "references.bib")).entries
    assert short(works["fearon1997"]) == "Fearon 1997"
    assert short(works["berkemeier2018"]) == "Berkemeier & Fuhrmann 2018"
    assert short(works["leeds2000"]) == "Leeds et al. 2000"
    for part in (all_tables(), contents(), coders()):
        assert {key for key in CITE.findall(part.html)} <= set(works)
