"""Whether the course's own solutions keep their marks on a busy machine: ``own_solutions.py [--runs 10] [--jobs 8]``.

One hand-in holds the solution of every exercise. It is graded by ``coursekit grade`` so many times, while ``--burners``
(two) other processes keep the processors busy. Prints a line for each run: how many are right, what each other one was,
seconds and load. The exit status is 1 if any was not right. Aim: all, each time. Needs a built book.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from coursekit.classroom.answer_key.key import make
from coursekit.tasks.steps import ROOT


def receipt(key: dict) -> dict:
    """Return one hand-in with all solutions."""
    work = {
        f"exercise/{one['id']}": {"code": one["sources"]["solution"], "version": one["version"]}
        for one in key["exercises"]
    }
    head = {"format": "touched-measured-counted/receipt", "version": 1, "assignment": None, "seed": None, "work": work}
    return {
        **head,
        "course": {"title": "x", "build": "", "edition": "class"},
        "alias": "a",
        "saved": "2026-11-20T10:00:00Z",
    }


def main() -> int:
    """Print a line for each run; return 1 if anything was not right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=8)
    parser.add_argument("--burners", type=int, default=2)
    asked = parser.parse_args()
    missed = 0
    burners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(asked.burners)]
    try:
        with tempfile.TemporaryDirectory() as name:
            place = Path(name)
            (place / "in").mkdir()
            key = make(ROOT, place / "key") / "key.json"
            (place / "in" / "a.json").write_text(json.dumps(receipt(json.loads(key.read_text("utf-8")))), "utf-8")
            command = [sys.executable, "-m", "coursekit.cli", "grade", place / "in", "--key", key, "--fresh"]
            command += ["-o", place / "out" / "g.csv", "--jobs", asked.jobs]
            for n in range(asked.runs):
                began = time.monotonic()
                subprocess.run([*map(str, command)], check=True, stdout=subprocess.DEVNULL)
                took = time.monotonic() - began
                [row] = map(json.loads, (place / "out" / "results.jsonl").read_bytes().splitlines())
                wrong = {id: one["outcome"] for id, one in row["exercises"].items() if one["share"] != 1}
                missed += len(wrong)
                right = len(row["exercises"]) - len(wrong)
                about = f"in {took:.0f} s, load {os.getloadavg()[0]:.1f}"
                print(f"run {n + 1}: {right} of {len(row['exercises'])} right {wrong or ''} {about}", flush=True)
    finally:
        for burner in burners:
            burner.kill()
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
