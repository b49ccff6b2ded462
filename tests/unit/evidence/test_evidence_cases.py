"""The guarantee cases: the table keeps its codebook, its columns agree with one another, its sources exist."""

import json
import re
from importlib import resources

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT

from deterrence.evidence import check, guarantee_cases
from deterrence.evidence.cases import PRESENCE, kind, presence_class, sources
from deterrence.evidence.tables import resource

BIB = (ROOT / "book" / "references.bib").read_text("utf-8")
KEYS = set(re.findall(r"^@\w+\{(\w+),", BIB, flags=re.MULTILINE))
CASES = guarantee_cases().set_index("slug")
FIELDS = {field["name"]: field for field in resource("guarantee_cases")["schema"]["fields"]}
CODED = ["form", "binding", "presence", "support", "challenged", "attacked", "response"]


def as_text():
    with (resources.files("deterrence.evidence") / "tables/guarantees/guarantee_cases.csv").open(
        "r", encoding="utf-8"
    ) as file:
        return pd.read_csv(file, dtype=str, keep_default_na=False)


def several(cell):
    return [part for part in cell.split("; ") if part]


def test_the_table_keeps_its_codebook():
    assert check(as_text(), "guarantee_cases") == []


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("presence", "huge", "is not one of"),
        ("source", "", "no source"),
        ("lat", "91", "above"),
        ("id", "2", "already"),
    ],
)
def test_a_broken_row_is_refused_by_line_and_column(column, value, said):
    table = as_text()
    table.loc[0, column] = value
    (fault,) = check(table, "guarantee_cases")
    assert said in str(fault)
    assert column in str(fault)


def test_numbers_and_names_are_unique():
    assert as_text()["id"].tolist() == [str(n) for n in range(1, 55)]
    assert CASES.index.is_unique
    assert CASES["case"].is_unique


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if "pattern" in field.get("constraints", {})])
def test_cells_have_the_pattern_that_the_codebook_names(name):
    pattern = FIELDS[name]["constraints"]["pattern"]
    assert all(re.fullmatch(pattern, cell) for cell in as_text()[name] if cell)


def test_kind_follows_from_the_other_columns():
    assert CASES["kind"].tolist() == [kind(r.form, r.presence, r.support) for r in CASES.itertuples()]


@given(
    *(st.sampled_from(FIELDS[name]["constraints"]["enum"]) for name in ("form", "presence", "support")),
)
def test_kind_is_symbolic_exactly_when_nothing_stands_on_the_ground(form, presence, support):
    assert (kind(form, presence, support) == "symbolic") == (presence == support == "none")
    assert (kind(form, presence, support) == "mixed") <= (form != "none")


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_more_troops_never_lower_the_class_of_presence(fewer, more):
    order = list(PRESENCE)
    fewer, more = sorted((fewer, more))
    assert order.index(presence_class(fewer)) <= order.index(presence_class(more))


def test_classes_of_presence_meet_at_the_codebooks_borders():
    assert [presence_class(n) for n in (14, 999, 1_000, 10_000, 10_001)] == [
        *("none", "token", "tripwire", "tripwire", "shield")
    ]
    for n in (-1, float("nan")):
        with pytest.raises(ValueError, match="troops"):
            presence_class(n)


def test_challenge_attack_and_response_agree():
    """Nobody answers a challenge that did not come; what came has a year within the guarantee's life."""
    quiet = CASES["challenged"] == "no"
    assert (quiet == (CASES["response"] == "not tested")).all()
    assert (quiet == CASES["challenge_year"].isna()).all()
    assert (quiet == (CASES["challenge"] == "")).all()
    assert (CASES.loc[quiet, "attacked"] == "no").all()
    assert (CASES["challenge_year"] >= CASES["year_made"])[~quiet].all()


def test_a_promise_lapses_after_it_was_made_and_a_source_says_so():
    ended = CASES[CASES["year_ended"].notna()]
    assert len(ended) == 10 and (ended["year_ended"] >= ended["year_made"]).all()
    assert ((CASES["ended_source"] != "") == CASES["year_ended"].notna()).all()
    assert (ended["attacked"] != "yes").all()  # there the attack ended it
    assert ended.loc["locarno-1925", "year_ended"] == 1937  # Germany left in March 1936, the last parties in April 1937


def test_every_source_stands_in_the_bibliography_and_says_how_it_was_seen():
    assert sources(guarantee_cases()) <= KEYS
    for key in sources(guarantee_cases()):
        (note,) = re.findall(rf"^@\w+\{{{key},.*?note\s*=\s*\{{(.*?)\}},?\n", BIB, flags=re.MULTILINE | re.DOTALL)
        assert note.startswith("Seen: "), key


def test_a_row_whose_outcome_nobody_saw_is_marked_unverified():
    for row in CASES.itertuples():
        unseen = several(row.unseen)
        assert set(unseen) <= set(CODED), row.Index
        assert (row.standing == "unverified") == bool({"form", "challenged", "attacked", "response"} & set(unseen))


def test_places_lie_in_their_region():
    """A slip of sign or of order puts a capital into another part of the world."""
    boxes = {
        "Europe": (34, 61, 2, 34),
        "Caucasus": (38, 44, 44, 51),
        "Middle East": (24, 36, 31, 52),
        "Africa": (0, 20, 0, 50),
        "South Asia": (20, 36, 60, 90),
        "Southeast Asia": (0, 22, 95, 125),
        "East Asia": (20, 46, 115, 146),
        "Americas": (-60, 30, -100, -50),
    }
    for row in CASES.itertuples():
        south, north, west, east = boxes[row.region]
        assert south <= row.lat <= north, row.Index
        assert west <= row.lon <= east, row.Index


def test_scopes_divide_the_rows_and_an_unknown_one_is_refused():
    scopes = FIELDS["scope"]["constraints"]["enum"]
    assert sum(len(guarantee_cases(scope)) for scope in scopes) == len(guarantee_cases()) == 54
    with pytest.raises(ValueError, match="not in force"):
        guarantee_cases("lost")


def test_the_codebook_warns_of_how_the_list_was_drawn():
    said = json.dumps(resource("guarantee_cases"), ensure_ascii=False)
    assert "fame and failure" in said
    assert "no regression" in said
