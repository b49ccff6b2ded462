"""What a person reads of a case is the same in every run: sets of text have another order in each Python."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from paths import ROOT

SCRIPT = """
import json, sys
from pathlib import Path
from coursekit.classroom.answer_key.key import entry
from coursekit.exercise.file.read import read
from coursekit.exercise.mark.answers_json import plain
from coursekit.exercise.mark.reference import Marks

marks = Marks(json.loads(json.dumps(entry(read(Path("exercises/symbiosis_credit.py"))))), 0, 7)
answer = plain([{"words", "troops", "army"}, frozenset({3, 20, 1.5}), {(1, "a"), "b"}])
print(json.dumps(marks.judge(json.dumps([answer] * len(marks.right)))["first"]))
"""


def told(seed: int) -> dict[str, str]:
    """What is told of a wrong answer in a Python that orders text in its own way."""
    env = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, cwd=ROOT, env=env)
    assert done.returncode == 0, done.stderr
    first: dict[str, str] = json.loads(done.stdout)
    return first


def test_sets_are_told_in_the_same_order_by_every_python() -> None:
    first = told(1)
    assert first == told(2) == told(3)
    assert "['troops', 'words']" in first["call"] or "['industry', 'troops']" in first["call"]
    assert first["given"].startswith("[['army', 'troops', 'words'], [1.5, 3, 20], ['b', [")
