"""The minutes of a syllabus are those of what was chosen, reckoned as the plans say it."""

from __future__ import annotations

import re

from paths import ROOT
from syllabus_reference import EACH, READING

SOURCE = (ROOT / "web" / "src" / "assignment" / "minutes.ts").read_text("utf-8")
PLANS = (ROOT / "book" / "teach" / "plans.md").read_text("utf-8")


def test_page_and_plans_reckon_alike() -> None:
    said = {"fifteen minutes to read": READING, "five for a lab": EACH["lab"], "nine for an exercise": EACH["exercise"]}
    said |= {"one and a half for a\nquestion": EACH["question"], "ten for a few written sentences": EACH["reflection"]}
    assert all(words in PLANS for words in said)
    assert [float(n) for n in re.findall(r"READING = (\d+)", SOURCE)] == [READING]
    assert {kind: float(n) for kind, n in re.findall(r"(\w+): ([\d.]+)[, ]", SOURCE)} == EACH
