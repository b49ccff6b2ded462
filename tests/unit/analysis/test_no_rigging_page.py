"""The page on rigging says what the analysis says."""

import re

import pytest
from paths import ROOT

from deterrence.text.no_rigging import (
    case_in_words,
    flips_table,
    multiverse_numbers,
    no_rigging_numbers,
    openings_numbers,
    shares_table,
    sobol_table,
)
from deterrence.text.no_rigging.numbers import _check

PAGE = (ROOT / "book" / "no_rigging.md").read_text("utf-8")


def test_every_glued_number_exists():
    glued = set(re.findall(r"\{glue:text\}`([\w.-]+)(?::[^`]*)?`", PAGE))
    cases = {name for name in glued if name in ("case-words", "case-presence-disputes", "case-three")}
    assert len(cases) == 3
    assert glued - cases <= set(no_rigging_numbers() | multiverse_numbers() | openings_numbers())


def test_no_share_is_typed():
    narrative = re.sub(r"```.*?```|\{[\w:]+\}`[^`]*`", "", PAGE, flags=re.DOTALL)
    assert re.findall(r"\d[\d.,]*\s?%", narrative) == []


def test_a_sentence_that_is_no_longer_true_stops_the_build():
    with pytest.raises(ValueError, match="rewrite that passage"):
        _check(no_rigging_numbers() | {"words-disputes-attack-3-any": 0.2})


def test_cases_and_tables_read_as_words():
    assert re.match(r"Draw [\d,]+, margin \+\d", case_in_words("three"))
    html = shares_table("words", "troops")._repr_html_()
    assert "Symbolic ahead of presence" in html and "€0.3 bn" in html
    assert list(flips_table().rows["Budget"]) == ["€1 bn", "€3 bn", "€10 bn"]
    assert len(sobol_table().rows) == 6
