"""The chapter and its evidence: every key resolves, every source is cited as it was seen, every number is glued."""

import re
from pathlib import Path

import pandas as pd
import pytest

from deterrence.evidence import clauses, codebook, findings, honour_rates, promises_tested, read, texts

ROOT = Path(__file__).parents[2]
CHAPTER = (ROOT / "chapters" / "promises.md").read_text("utf-8")
BIB = (ROOT / "book" / "references.bib").read_text("utf-8")
KEYS = set(re.findall(r"^@\w+\{(\w+),", BIB, flags=re.MULTILINE))
ENTRIES = re.findall(r"^@\w+\{(\w+),(.*?)^\}", BIB, flags=re.MULTILINE | re.DOTALL)


def cited():
    return {key.strip() for keys in re.findall(r"\{cite:[pt]\}`([^`]+)`", CHAPTER) for key in keys.split(",")}


def glued():
    return re.findall(r"\{glue:text\}`([\w-]+)(?::[^`]*)?`", CHAPTER)


def test_every_citation_of_the_chapter_resolves():
    assert cited() <= KEYS


def test_every_source_of_the_evidence_resolves():
    sources = pd.concat([t()["source"] for t in (clauses, findings, honour_rates, promises_tested, texts)])
    assert set(sources) | set(texts()["fate_source"]) <= KEYS


@pytest.mark.parametrize(("key", "entry"), ENTRIES)
def test_every_work_says_how_it_was_seen(key, entry):
    (note,) = re.findall(r"note\s*=\s*\{(.*?)\},?\n", entry)
    assert note.startswith(("Seen: ", "Unverified")), key


def test_every_work_is_used():
    """By the chapter, by the evidence, or named as a source of the model."""
    model = "".join(file.read_text("utf-8") for file in (ROOT / "src" / "deterrence").rglob("*.py"))
    tables = [read(entry["name"]).filter(like="source") for entry in codebook()["resources"]]
    evidence = {key for table in tables for cell in table.to_numpy().ravel() for key in str(cell).split("; ")}
    used = cited() | evidence | set(re.findall(r"\b[a-z]+\d{4}\b", model))
    assert KEYS - used == set()


def test_every_glued_number_exists():
    from deterrence.text import promises_numbers

    assert glued()
    assert set(glued()) <= set(promises_numbers())


def test_a_changed_claim_stops_the_build():
    from deterrence.text import promises, promises_numbers

    numbers = promises_numbers()
    with pytest.raises(ValueError, match="rewrite that passage"):
        promises._check(numbers | {"any-1816-1944-rate": 0.4})


def test_no_share_is_typed_in_the_narrative():
    """Percentages come from evidence or model; the questions' own sums are no evidence."""
    narrative = re.sub(r"```.*?```", "", CHAPTER, flags=re.DOTALL)
    narrative = re.sub(r"\{[\w:]+\}`[^`]*`", "", narrative)
    typed = [hit for hit in re.findall(r"\d[\d.,]*\s?%", narrative) if hit != "95%"]
    assert typed == []


def test_figure_reads_out_its_numbers():
    from deterrence.text import honour_figure

    html = honour_figure()._repr_html_()
    assert "61 of 92" in html.split("aria-label=")[1].split(">")[0]
    assert "<table" in html
    assert "#1d2530" not in html, "a colour that does not follow the theme"
