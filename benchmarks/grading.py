"""How long grading takes a hand-in, and how much memory: ``coursekit grade`` over receipts made for it.

``.venv/bin/python benchmarks/grading.py [--receipts 300] [--kind plain|pandas|questions] [--jobs 2]`` needs a built
book. Each hand-in has one exercise's published solution, each seventh its starter, each in a fresh interpreter: *plain*
needs NumPy, *pandas* pandas. *questions* has no code, and shows whether many files stay in bounded memory without
waiting for Python ten thousand times. The time of each is of the whole run without what comes before the first mark
(the browser, the reference's Python), which is given apart; the processor's work for each is also what a machine that
is busy otherwise tells. Memory is that of all processes together, what they share
counted once where the system tells (PSS), every half second. Aims: at most 1 s a hand-in without pandas, 2.5 s
with; less than 1.5 GB for 10,000.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import psutil

from coursekit.classroom.answer_key.key import make
from coursekit.tasks.steps import ROOT

EXERCISES = {"plain": "industry_outlast", "pandas": "promises_senders", "questions": ""}


def receipts(folder: Path, key: dict[str, Any], count: int, kind: str) -> None:
    """Write so many receipts."""
    by_id = {one["id"]: one for one in key["exercises"]}
    course = {"title": "Benchmark", "build": "", "edition": "class"}
    for n in range(count):
        work: dict[str, Any] = {f"question/{id}": {"given": [n % 4]} for id in list(key["questions"])[:20]}
        work["prediction/promise"] = {"guess": str(n % 60), "answer": "1"}
        if exercise := by_id.get(EXERCISES[kind]):
            code = exercise["sources"]["solution"] if n % 7 else exercise["sources"]["starter"]
            work[f"exercise/{exercise['id']}"] = {"code": f"{code}\n# {n}\n", "version": exercise["version"]}
        head = {"format": "touched-measured-counted/receipt", "version": 1, "course": course, "assignment": None}
        head |= {"alias": f"learner {n}", "saved": "2026-11-20T10:00:00Z", "seed": None, "work": work}
        (folder / f"{n:05}.json").write_text(json.dumps(head), "utf-8")


def taken_mb(process: psutil.Process) -> float:
    """Return the memory of a process and all that it started."""
    total = 0
    for one in [process, *process.children(recursive=True)]:
        try:
            about = one.memory_full_info()
            total += getattr(about, "pss", about.rss)
        except psutil.Error:
            continue
    return total / 1e6


def worked_s(process: psutil.Process) -> float:
    """Return the processor's seconds of a process and all that it started and that are still there."""
    total = 0.0
    for one in [process, *process.children(recursive=True)]:
        try:
            about = one.cpu_times()
            total += about.user + about.system
        except psutil.Error:
            continue
    return total


def watched(process: subprocess.Popen[str], peaks: list[float], work: list[float]) -> None:
    """Note memory and work until the process ends."""
    while process.poll() is None:
        try:
            peaks.append(taken_mb(psutil.Process(process.pid)))
            work.append(max(worked_s(psutil.Process(process.pid)), *work[-1:], 0.0))
        except psutil.Error:
            return
        time.sleep(0.5)


def main() -> None:
    """Print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--receipts", type=int, default=300)
    parser.add_argument("--kind", choices=EXERCISES, default="plain")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / "in").mkdir()
        key = make(ROOT, place / "key") / "key.json"
        receipts(place / "in", json.loads(key.read_text("utf-8")), given.receipts, given.kind)
        command = [
            sys.executable,
            "-m",
            "coursekit.cli",
            "grade",
            place / "in",
            "--key",
            key,
            "-o",
            place / "out" / "g.csv",
        ]
        process = subprocess.Popen(
            [*map(str, command), "--jobs", str(given.jobs)], stdout=subprocess.PIPE, text=True, bufsize=1
        )
        peaks: list[float] = []
        work: list[float] = []
        began = time.monotonic()
        threading.Thread(target=watched, args=(process, peaks, work), daemon=True).start()
        results, first, done, before = place / "out" / "results.jsonl", 0.0, 0, 0.0
        while process.poll() is None:
            time.sleep(0.1)
            size = results.stat().st_size if results.exists() else 0
            if size and not first:
                first = time.monotonic()
                done, before = results.read_bytes().count(b"\n"), work[-1] if work else 0.0
        ended = time.monotonic()
        said = process.stdout.read() if process.stdout else ""
        if process.returncode:
            print(said)
            sys.exit(1)
        marked = [json.loads(line) for line in results.read_bytes().splitlines()]
    outcomes: dict[str, int] = {}
    for one in marked:
        for result in one["exercises"].values():
            outcomes[result["outcome"]] = outcomes.get(result["outcome"], 0) + 1
    third = len(peaks) // 3
    print(
        f"{given.receipts} {given.kind}, {given.jobs} at a time, load {os.getloadavg()[0]:.1f}: "
        f"start {first - began:.1f} s, then {(ended - first) / max(1, given.receipts - done):.3f} s a hand-in "
        f"({(work[-1] - before) / max(1, given.receipts - done):.2f} s of one processor's work); "
        f"memory at most {max(peaks):,.0f} MB (first third {max(peaks[: third + 1]):,.0f}, "
        f"last third {max(peaks[-third - 1 :]):,.0f}); {outcomes or 'no code'}"
    )


if __name__ == "__main__":
    main()
