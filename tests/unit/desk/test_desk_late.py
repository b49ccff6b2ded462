"""Late hand-ins: what is taken off is what the rules say, never more than there is, and the clock is named."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from desk_in_node import ask, marked, result, sheets
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import ROOT

QUICK = settings(max_examples=60, deadline=None)
ITEMS = [{"kind": "exercise", "id": "sum", "points": 8}, {"kind": "reflection", "id": "essay", "points": 2}]
ZONES = ["Europe/Kyiv", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC", "Pacific/Apia"]
DUE = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
RULES: dict[str, Any] = {
    **{"due": "2026-11-20T10:00", "zone": "UTC", "grace_minutes": 30, "percent_per_day": 10, "most_percent": 50},
    **{"closed_after_days": None, "extensions": []},
}


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def handed(name: str, minutes: float, share: float = 1, file: str = "", **more: Any) -> dict[str, Any]:
    """A hand-in that many minutes after it was due."""
    saved = (DUE + timedelta(minutes=minutes)).isoformat().replace("+00:00", "Z")
    return marked(file or f"{name}.json", name, saved=saved, exercises={"sum": result("partly", share)}, **more)


def gradebook(all_: list[dict[str, Any]], **about: Any) -> list[dict[str, str]]:
    return table(sheets(all_, items=ITEMS, **about)["gradebook.csv"])


@QUICK
@given(st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1)), st.sampled_from(ZONES))
def test_a_time_on_a_places_clock_is_the_instant_that_pythons_tables_give(time: datetime, zone: str) -> None:
    """Where clocks show it twice, the later; where they leave it out, by the clock as it was before."""
    time = time.replace(microsecond=0)
    local = time.replace(tzinfo=ZoneInfo(zone), fold=1)
    there = local.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == time
    expected = (local if there else local.replace(fold=0)).timestamp() * 1000
    assert ask("instantOf", time.isoformat(), zone) == expected
    assert ask("instantOf", DUE.isoformat(), zone) == DUE.timestamp() * 1000


def test_when_clocks_are_put_back_the_later_of_both_times_counts() -> None:
    assert (
        ask("instantOf", "2026-10-25T03:30", "Europe/Kyiv")
        == datetime(2026, 10, 25, 1, 30, tzinfo=UTC).timestamp() * 1000
    )
    assert (
        ask("instantOf", "2026-03-29T03:30", "Europe/Kyiv")
        == datetime(2026, 3, 29, 1, 30, tzinfo=UTC).timestamp() * 1000
    )
    assert ask("instantOf", "tomorrow", "Europe/Kyiv") == "NaN"


@QUICK
@given(
    st.integers(-3000, 30_000),
    st.integers(0, 8),
    st.fixed_dictionaries(
        {
            "grace_minutes": st.integers(0, 3000),
            "percent_per_day": st.sampled_from([0, 2.5, 10, 100]),
            "most_percent": st.sampled_from([0, 35, 100]),
            "closed_after_days": st.sampled_from([None, 0, 2, 7.5]),
        }
    ),
)
def test_points_before_and_after_are_those_of_the_rules(minutes: int, points: int, rules: dict[str, Any]) -> None:
    """Reckoned anew here; never negative, never more than before, and in time nothing is taken off."""
    [row] = gradebook([handed("a", minutes, points / 8)], late=RULES | rules)
    over = minutes > rules["grace_minutes"]
    closed = rules["closed_after_days"] is not None and over and minutes > 1440 * rules["closed_after_days"]
    days = math.ceil(minutes / 1440) if over else 0
    percent = 100 if closed else min(rules["most_percent"], days * rules["percent_per_day"])
    after = max(0.0, points - 10 * percent / 100)
    assert float(row["total before lateness"]) == points
    assert float(row["total"]) == pytest.approx(after, abs=0.006)
    assert float(row["taken off, %"]) == percent
    assert 0 <= float(row["total"]) <= points
    assert ("the clock of the learner’s device" in row["notes"]) == over
    [plain] = gradebook([handed("a", minutes, points / 8)])
    assert "total before lateness" not in plain and float(plain["total"]) == points


def test_what_waits_for_a_mark_has_no_total_before_or_after() -> None:
    [row] = gradebook([handed("a", 2000, texts={"reflection/essay": "So."})], late=RULES)
    assert (row["total"], row["total before lateness"]) == ("", "")
    assert "20% of 10 points will be taken off when all is marked" in row["notes"]
    [row] = gradebook([marked("a.json", "a", saved="", exercises={"sum": result()})], late=RULES)
    assert row["total"] == "8" and "does not say when it was saved" in row["notes"]


CANVAS = """Student,ID,SIS Login ID,Section,Week 1 (7)
    Points Possible,,,,10
"Ahn, Anna",400,anna,A,
"Ek, Åsa",401,asa,A,
"Ek, Åsa",402,asa2,A,
"Шевченко, Леся",403,lesia,A,
"""


@pytest.mark.parametrize(
    ("entry", "total", "said"),
    [
        ({"who": "anna", "due": "2026-11-22T10:00"}, "8", "In time by an extension, until 2026-11-22 10:00"),
        ({"who": "ANNA ahn", "due": "2026-11-21T10:00"}, "7", "1 day has begun since 2026-11-21 10:00"),
        ({"who": "400", "handed_in": "2026-11-20T09:00"}, "8", ""),
        ({"who": "Ahn, Anna", "handed_in": "2026-11-20T12:00"}, "7", "by the time that the list of extensions gives"),
        ({"who": "Ek, Åsa", "due": "2026-11-22T10:00"}, "6", "counts for nobody"),
        ({"who": "nobody", "due": "2026-11-22T10:00"}, "6", "counts for nobody"),
    ],
)
def test_an_extension_is_one_persons_or_is_named(entry: dict[str, str], total: str, said: str) -> None:
    """And the export that goes back has the points after it."""
    one = handed("nick", 2000, file="ahnanna_LATE_400_9_r.json")
    about: dict[str, Any] = {"late": RULES | {"extensions": [entry]}, "roster": CANVAS}
    [row] = gradebook([one], **about)
    warned = " ".join(ask("warnings", [one], {"key": {}, "items": ITEMS, **about}))
    assert row["total"] == total and said in f"{row['notes']} {warned}"
    assert f'"Ahn, Anna",400,anna,A,{total}\n' in sheets([one], items=ITEMS, **about)["filled-in.csv"]


def test_where_canvas_and_the_receipt_disagree_it_is_said() -> None:
    late, early = (
        handed("n", minutes, file=f"ahnanna_{mark}400_9_r.json") for minutes, mark in [(-60, "LATE_"), (60, "")]
    )
    for one, word in [(late, "Canvas calls it late"), (early, "Canvas does not call it late")]:
        about: dict[str, Any] = {"key": {}, "items": ITEMS, "late": RULES, "roster": CANVAS}
        assert [sentence for sentence in ask("warnings", [one], about) if word in sentence and one["file"] in sentence]


def test_a_stamp_in_the_future_is_a_flag() -> None:
    now = DUE.timestamp() * 1000
    [said] = ask("futureStamp", "2026-11-20T11:00:00Z", now)
    assert "in the future (2026-11-20T11:00:00Z)" in said
    assert [ask("futureStamp", saved, now) for saved in ("", "2026-11-20T10:10:00Z", "2026-11-19T10:00:00Z")] == [
        []
    ] * 3


def test_the_rules_stand_in_the_file_of_marks_and_are_read_whole_or_not_at_all() -> None:
    text = ask("writeMarks", [], RULES)
    assert json.loads(text)["late"] == RULES and ask("readMarks", "m", text) == []
    assert ask("mergeRules", [["m.json", text]], "nothing") == {"late": RULES, "notes": []}
    other = ask("writeMarks", [], RULES | {"percent_per_day": 5})
    merged = ask(
        "mergeRules", [["left.json", text], ["new.json", other]], ["e.csv", "Who;Due\nanna;2026-12-05 23:59\n"]
    )
    assert (
        merged["late"]["percent_per_day"] == 5 and "left.json and new.json have different rules" in merged["notes"][0]
    )
    assert merged["late"]["extensions"] == [{"who": "anna", "due": "2026-12-05T23:59"}]
    faults: dict[str, Any] = {"zone": "Mars/Base", "due": "soon", "grace_minutes": -1, "percent_per_day": "10"}
    faults |= {"most_percent": 101, "closed_after_days": -1, "extensions": [{"who": "a"}], "penalty": 1}
    for field, value in faults.items():
        with pytest.raises(AssertionError, match=f"late hand-ins “{field}"):
            ask("mergeRules", [["m.json", ask("writeMarks", [], {**RULES, field: value})]], "nothing")
    for text in (
        "alias;days\na;3\n",
        "who,due\nanna,soon\n",
        "who,due\n,2026-12-05T23:59\n",
        "who,due\nzo\ufffd,2026-12-05T23:59\n",
    ):
        with pytest.raises(AssertionError, match=r"e\.csv"):
            ask("mergeRules", [], ["e.csv", text])


def test_the_guides_example_is_rules_that_the_desk_reads() -> None:
    section = (ROOT / "book" / "teach" / "start.md").read_text("utf-8").partition("## Late hand-ins\n")[2]
    [example] = re.findall(r"^```json\n(.*?)^```$", section.partition("\n## ")[0], re.M | re.S)
    read = ask("mergeRules", [["marks.json", example]], "nothing")["late"]
    assert read == json.loads(example)["late"] and ask("writeMarks", [], read) == example
    named = re.findall(r"^\| `(\w+)` \|", section.partition("\n## ")[0], re.M)
    assert named == [*read, *(field for field in ("who", "handed_in") if field not in read)]
