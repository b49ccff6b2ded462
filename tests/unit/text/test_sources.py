"""What may carry a fact: no page that anyone can edit, no forum and no web log is a first source."""

import re
from collections import Counter

import pandas as pd
from paths import ROOT
from pybtex.database import parse_file

from coursekit.book.directives.cites import short
from deterrence.evidence import codebook, read

BIB = (ROOT / "book" / "references.bib").read_text("utf-8")
ENTRIES = dict(re.findall(r"^@\w+\{(\w+),(.*?)^\}", BIB, flags=re.MULTILINE | re.DOTALL))
EDITED_BY_ANYONE = r"\{Wikipedia\}|\bforum\b|\bweb log\b|\{europesays"
WEAK = {key for key, entry in ENTRIES.items() if re.search(EDITED_BY_ANYONE, entry)}
TEXTS = [*sorted((ROOT / "chapters").glob("*.md")), *sorted((ROOT / "book").glob("*.md"))]


def test_there_are_such_works_to_look_for():
    assert len(WEAK) >= 5


def test_no_chapter_or_page_cites_them():
    cited = {
        key.strip()
        for path in TEXTS
        for keys in re.findall(r"\{cite:[pt]\}`([^`]+)`", path.read_text("utf-8"))
        for key in keys.split(",")
    }
    assert cited & WEAK == set()


def test_no_row_of_the_evidence_has_one_for_its_first_source():
    tables = [read(entry["name"]) for entry in codebook()["resources"]]
    first = pd.concat([table["source"].str.split("; ").str[0] for table in tables if "source" in table])
    assert set(first) & WEAK == set()


def test_no_two_works_are_cited_by_the_same_words():
    """Works of one author and one year have a letter behind the year; else a link says one thing and leads to two."""
    works = parse_file(ROOT / "book" / "references.bib").entries.values()
    said = Counter(short(work) for work in works)
    assert len(said) > 300
    assert [words for words, times in said.items() if times > 1] == []
