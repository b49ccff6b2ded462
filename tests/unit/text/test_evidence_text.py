"""The chapter and its evidence: every key resolves, every source is cited as it was seen, every number is glued."""

import re
from importlib import import_module

import pandas as pd
import pytest
from paths import ROOT

from deterrence.evidence import clauses, codebook, findings, honour_rates, promises_tested, read, texts

CHAPTERS = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "chapters").glob("*.md"))}
PAGES = {f"book/{path.stem}": path.read_text("utf-8") for path in sorted((ROOT / "book").glob("*.md"))}
BIB = (ROOT / "book" / "references.bib").read_text("utf-8")
KEYS = set(re.findall(r"^@\w+\{(\w+),", BIB, flags=re.MULTILINE))
ENTRIES = re.findall(r"^@\w+\{(\w+),(.*?)^\}", BIB, flags=re.MULTILINE | re.DOTALL)


def cited(text):
    return {key.strip() for keys in re.findall(r"\{cite:[pt]\}`([^`]+)`", text) for key in keys.split(",")}


def glued(text):
    return re.findall(r"\{glue:text\}`([\w-]+)(?::[^`]*)?`", text)


def numbers_of(chapter):
    """What the chapter's own module of `deterrence.text` gives to glue; nothing if it has none."""
    try:
        module = import_module(f"deterrence.text.{chapter}")
    except ModuleNotFoundError:
        return {}
    return getattr(module, f"{chapter}_numbers")()


@pytest.mark.parametrize("name", [*CHAPTERS, *PAGES])
def test_every_citation_resolves(name):
    assert cited((CHAPTERS | PAGES)[name]) <= KEYS


def test_every_source_of_the_evidence_resolves():
    sources = pd.concat([t()["source"] for t in (clauses, findings, honour_rates, promises_tested, texts)])
    assert set(sources) | set(texts()["fate_source"]) <= KEYS


def test_no_key_stands_twice():
    keys = re.findall(r"^@\w+\{(\w+),", BIB, flags=re.MULTILINE)
    assert sorted(keys) == sorted(KEYS)


@pytest.mark.parametrize(("key", "entry"), ENTRIES)
def test_every_work_says_how_it_was_seen(key, entry):
    (note,) = re.findall(r"note\s*=\s*\{(.*?)\},?\n", entry)
    assert note.startswith(("Seen: ", "Unverified")), key


def test_every_work_is_used():
    """By a page, by the evidence, or named as a source of the model."""
    model = "".join(file.read_text("utf-8") for file in (ROOT / "src" / "deterrence").rglob("*.py"))
    tables = [read(entry["name"]).filter(like="source") for entry in codebook()["resources"]]
    evidence = {key for table in tables for cell in table.to_numpy().ravel() for key in str(cell).split("; ")}
    pages = set().union(*(cited(text) for text in (CHAPTERS | PAGES).values()))
    used = pages | evidence | set(re.findall(r"\b[a-z]+\d{4}\b", model))
    assert KEYS - used == set()


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_glued_number_exists(name):
    wanted = set(glued(CHAPTERS[name]))
    assert wanted <= set(numbers_of(name)), f"deterrence/text/{name}.py gives no {name}_numbers()" if wanted else ""


def test_the_chapters_glue_their_numbers():
    assert any(glued(text) for text in CHAPTERS.values())


def test_a_changed_claim_stops_the_build():
    from deterrence.text import promises
    from deterrence.text.promises import promises_numbers

    numbers = promises_numbers()
    with pytest.raises(ValueError, match="rewrite that passage"):
        promises._check(numbers | {"any-1816-1944-rate": 0.4})


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_share_is_typed_in_the_narrative(name):
    """Percentages come from evidence or model; the questions' own sums are no evidence."""
    narrative = re.sub(r"```.*?```", "", CHAPTERS[name], flags=re.DOTALL)
    narrative = re.sub(r"\{[\w:]+\}`[^`]*`", "", narrative)
    typed = [hit for hit in re.findall(r"\d[\d.,]*\s?%", narrative) if hit != "95%"]
    assert typed == []


def test_figure_reads_out_its_numbers():
    from deterrence.text.counting import rates_figure

    html = rates_figure()._repr_html_()
    assert "Wars, as coded, 1946–2010: -0.80 points" in html.split("aria-label=")[1].split(">")[0]
    assert "<table" in html
    assert "#1d2530" not in html, "a colour that does not follow the theme"
