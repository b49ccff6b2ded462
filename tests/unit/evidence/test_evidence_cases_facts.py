"""The guarantee cases against what is known from elsewhere: documents, the article, promises tested, troop data."""

import pandas as pd
import pytest
from paths import ROOT

from deterrence.evidence import guarantee_cases, promises_tested
from deterrence.evidence.cases import presence_class

REFERENCE = ROOT.parent / "shared" / "reference"
TROOPS = REFERENCE / "us_troops_selected_hosts_two_series_1950_2024.csv"
CASES = guarantee_cases().set_index("slug")


@pytest.mark.parametrize(
    ("slug", "known"),
    [
        # UN A/49/765: a memorandum; Crimea 2014 and the invasion of 2022, by a signatory.
        (
            "ukraine-budapest-1994",
            {"form": "memorandum", "challenge_year": 2014, "attacked": "yes", "kind": "symbolic"},
        ),
        # UN A/54/549: a battalion far below its strength; the enclave fell.
        ("srebrenica-1993", {"presence": "token", "challenge_year": 1995, "attacked": "yes"}),
        # Statement of 10 November 2020, point 3: 1,960 soldiers.
        ("karabakh-2020", {"presence": "tripwire", "challenge_year": 2023, "attacked": "yes"}),
        # Advisers only in June 1950, no treaty; the United States fought.
        ("south-korea-1949", {"form": "none", "presence": "token", "attacked": "yes", "response": "fought"}),
        # Words without troops, and still the guarantors fought.
        ("belgium-1839", {"kind": "symbolic", "challenge_year": 1914, "response": "fought"}),
        ("taiwan-1979", {"form": "domestic law", "binding": "no", "presence": "none"}),
        ("ukraine-paris-2026", {"scope": "not in force"}),
        ("kuwait-1990", {"scope": "comparison", "form": "none"}),
    ],
)
def test_known_facts(slug, known):
    assert CASES.loc[slug, list(known)].to_dict() == known


def test_the_articles_own_examples_are_named():
    article = {"ukraine-budapest-1994", "south-korea-1953", "baltics-2017", "ukraine-bilateral-2024"}
    assert set(CASES.index[CASES["article_uses"]]) == article


@pytest.mark.parametrize(
    ("slug", "atop", "year"),
    [
        ("poland-uk-1939", 2440, 1939),
        ("poland-france-1921", 2060, 1939),
        ("malaysia-1957", 3330, 1963),
        ("taiwan-1954", 3270, 1958),
        ("pakistan-1954", 3355, 1971),
    ],
)
def test_who_fought_agrees_with_the_data_on_promises_kept(slug, atop, year):
    (honoured,) = promises_tested().query("atop_id == @atop and year == @year")["honoured"]
    assert (CASES.loc[slug, "response"] == "fought") == honoured
    assert CASES.loc[slug, "challenge_year"] == year


@pytest.mark.skipif(not TROOPS.exists(), reason="the troop data are not at hand")
@pytest.mark.parametrize(
    ("slug", "host", "year"),
    [
        ("south-korea-1949", "KOR", 1950),
        ("south-korea-1953", "KOR", 1968),
        ("taiwan-1954", "TWN", 1958),
        ("taiwan-1979", "TWN", 1996),
        ("japan-1951", "JPN", 2012),
        ("philippines-1951", "PHL", 1995),
        ("south-vietnam-1954", "VNM", 1961),
        ("south-vietnam-1973", "VNM", 1974),
        ("israel-1957", "ISR", 1967),
        ("kuwait-1990", "KWT", 1990),
        ("saudi-arabia-1990", "SAU", 1990),
        ("ukraine-budapest-1994", "UKR", 2014),
        ("west-germany-1955", "DEU", 1970),
        ("norway-1949", "NOR", 1970),
    ],
)
def test_presence_of_us_troops_agrees_with_the_troop_data(slug, host, year):
    row = pd.read_csv(TROOPS).query("iso3c == @host and year == @year").iloc[0]
    assert CASES.loc[slug, "presence"] == presence_class(row["troops_rebuild_csv"])
