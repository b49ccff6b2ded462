"""Of a pool only what was drawn for a learner counts, whatever else was handed in."""

from __future__ import annotations

import base64
import csv
import io
import zipfile

from desk_in_node import ask, marked, result, sheets

from coursekit.words import say

POOL = [{"kind": "exercise", "id": id, "points": 3, "pool": "IR/0", "draw": 2} for id in "abcd"]
ITEMS = [{"kind": "question", "id": "q", "points": 1}, *POOL]
CLASS = ("ann", "ben", "cem", "dana", "eve", "finn")


def test_points_of_all_that_was_done_are_those_of_what_was_drawn() -> None:
    done = {"exercises": {id: result() for id in "abcd"}, "questions": {"q": result(given=[0])}}
    made = sheets([marked(f"{name}.json", name, **done) for name in CLASS], items=ITEMS)
    table = list(csv.DictReader(io.StringIO(made["gradebook.csv"].lstrip("\ufeff"))))
    drawn = [[id for id in "abcd" if row[f"{id} points"]] for row in table]
    assert [(row["total"], row["out_of"], row["percent"]) for row in table] == [("7", "7", "100")] * len(CLASS)
    assert all(len(one) == 2 for one in drawn)
    assert len({tuple(one) for one in drawn}) > 1, "six learners who all have the same are no draw"
    undrawn = {row[f"{id} outcome"] for row in table for id in "abcd" if not row[f"{id} points"]}
    assert undrawn == {say("report.outcome.undrawn")}


def test_what_was_drawn_and_not_done_is_missing_and_what_was_not_drawn_is_not() -> None:
    made = sheets([marked("ann.json", "Ann")], items=ITEMS)
    [row] = csv.DictReader(io.StringIO(made["gradebook.csv"].lstrip("\ufeff")))
    outcomes = [row[f"{id} outcome"] for id in "abcd"]
    assert sorted(outcomes) == sorted([say("report.outcome.blank"), say("report.outcome.undrawn")] * 2)
    assert (row["total"], row["out_of"]) == ("0", "7")


def test_the_page_for_a_learner_names_what_was_drawn_alone() -> None:
    key = {"exercises": [{"id": id, "title": f"Task {id.upper()}"} for id in "abcd"]}
    one = marked("ann.json", "Ann", exercises={id: result() for id in "abcd"})
    packed = base64.b64decode(ask("feedback", [one], {"items": ITEMS, "key": key}, []))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        [page] = [archive.read(name).decode() for name in archive.namelist()]
    assert sum(f"Task {id.upper()}" in page for id in "abcd") == 2
