"""A broken table is refused, and the fault says where it is: table, line, column and remedy."""

from importlib import resources

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deterrence.evidence import check, codebook
from deterrence.evidence.tables import resource
from deterrence.evidence.validate import cell_fault, check_all


def as_text(name):
    with (resources.files("deterrence.evidence") / resource(name)["path"]).open(encoding="utf-8") as handle:
        return pd.read_csv(handle, dtype=str, keep_default_na=False)


def test_every_shipped_table_is_sound():
    assert check_all() == []


def test_every_file_has_an_entry_and_every_entry_a_file():
    folder = resources.files("deterrence.evidence") / "tables"
    on_disk = {f"tables/{part.name}/{file.name}" for part in folder.iterdir() for file in part.iterdir()}
    assert on_disk == {entry["path"] for entry in codebook()["resources"]}


@pytest.mark.parametrize("name", [entry["name"] for entry in codebook()["resources"]])
def test_codebook_describes_what_it_must(name):
    entry = resource(name)
    fields = {field["name"]: field for field in entry["schema"]["fields"]}
    assert {"source", "standing"} <= set(fields)
    assert all(field["description"] for field in fields.values())
    assert all(fields[key]["constraints"]["required"] for key in entry["schema"]["primaryKey"])
    assert entry["sources"]
    assert codebook()["licenses"]


BREAKS = [
    ("honour_rates", 3, "tested", "many", "'many' is not a whole number"),
    ("honour_rates", 3, "rate", "1.5", "above the largest value allowed, 1"),
    ("honour_rates", 3, "rate", "nan", "below the smallest value allowed, 0"),
    ("honour_rates", 0, "source", "", "no source"),
    ("honour_rates", 0, "standing", "certain", "not one of: measured"),
    ("promises_tested", 7, "honoured", "perhaps", "is not true or false"),
    ("promises_tested", 7, "war", "", "empty, but a value is required"),
    ("texts", 1, "dated", "long ago", "is not a date such as 1994-12-05"),
    ("clauses", 2, "text_id", "yalta_1945", "does not stand in the table texts"),
]


@pytest.mark.parametrize(("name", "row", "column", "value", "message"), BREAKS)
def test_one_broken_cell_is_found_where_it_is(name, row, column, value, message):
    table = as_text(name)
    table.loc[row, column] = value
    faults = [fault for fault in check(table, name) if message in fault.message]
    assert [(fault.line, fault.column) for fault in faults] == [(row + 2, column)]
    assert str(faults[0]).startswith(f"{name}, line {row + 2}, column {column!r}: ")


def test_duplicate_key_names_both_lines():
    table = as_text("honour_rates")
    table.loc[4, ["obligation", "era"]] = table.loc[1, ["obligation", "era"]].to_numpy()
    (fault,) = check(table, "honour_rates")
    assert fault.line == 6
    assert "stands in line 3 already" in fault.message


def test_interval_upside_down_is_found():
    table = as_text("honour_rates")
    table.loc[0, ["low", "high"]] = ["0.6", "0.3"]
    faults = check(table, "honour_rates")
    assert {fault.column for fault in faults} == {"rate", "high"}
    assert all(fault.line == 2 and "upside down" in fault.message for fault in faults)


def test_columns_missing_or_unknown_are_named():
    table = as_text("honour_rates").drop(columns="low").assign(lower="0")
    assert {fault.column for fault in check(table, "honour_rates")} == {"low", "lower"}


@given(value=st.floats(), low=st.floats(0, 1), high=st.floats(0, 1))
def test_a_number_is_accepted_exactly_when_it_is_within_its_limits(value, low, high):
    field = {"name": "x", "type": "number", "constraints": {"minimum": low, "maximum": high}}
    assert (cell_fault(repr(value), field) is None) == (low <= value <= high)


@given(value=st.integers())
def test_whole_numbers_survive(value):
    assert cell_fault(str(value), {"name": "x", "type": "integer"}) is None


@given(text=st.text(min_size=1).filter(lambda t: t not in ("true", "false")))
def test_only_true_and_false_are_booleans(text):
    assert cell_fault(text, {"name": "x", "type": "boolean"}) is not None
