"""The guide describes marks.json as the desk reads and writes it."""

from __future__ import annotations

import json
import re

from desk_in_node import ask
from paths import ROOT

GUIDE = (ROOT / "book" / "teach" / "start.md").read_text("utf-8")
SECTION = GUIDE.partition("## Marks for essays\n")[2].partition("\n## ")[0]


def test_the_example_is_what_the_desk_writes_and_the_table_names_every_field() -> None:
    [example] = re.findall(r"^```json\n(.*?)^```$", SECTION, re.M | re.S)
    marks = ask("readMarks", "marks.json", example)
    assert ask("writeMarks", marks, "nothing", ask("readComments", "marks.json", example)) == example
    named = re.findall(r"^\| `(\w+)` \|", SECTION, re.M)
    written = json.loads(ask("writeMarks", [{**marks[0], "decides": True}]))["marks"][0]
    assert named == list(written)


def test_what_the_table_says_may_be_empty_may_be() -> None:
    example = json.loads(re.findall(r"^```json\n(.*?)^```$", SECTION, re.M | re.S)[0])
    for line in SECTION.splitlines():
        if match := re.match(r"\| `(\w+)` \|.*may be empty", line):
            example["marks"][0][match[1]] = ""
    assert example["marks"][0]["grader"] == example["marks"][0]["comment"] == ""
    assert ask("readMarks", "marks.json", json.dumps(example))[0]["points"] == 7.5
    example["marks"][0]["points"] = None
    assert ask("readMarks", "marks.json", json.dumps(example))[0]["points"] is None
