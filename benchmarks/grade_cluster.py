"""How long a cluster grades: ``grade_cluster.py [--hand-ins 500] [--workers 2] [--jobs 1] [--pandas]``.

``coursekit grade --dask local:WORKERS`` over the hand-ins of ``marks_under_attack.py``: prints the seconds until the
first mark, a hand-in's seconds of one worker, and those of the files that are written at the end, with the machine's
load; then what 10,000 hand-ins would take on that many workers and on others, with the formula. These are extrapolated:
they hold where each worker has a core for each of its hand-ins side by side, and the scheduler's share stays as small
as it is here. Prints marks that are not as they must be; ``--beside DIR`` also compares the gradebook, byte for byte,
with the one that ``marks_under_attack.py --out DIR`` made on one machine. The exit status is 1 if anything is amiss.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from marks_under_attack import by_command

from attack_mixture import faults, mixture, mixture_key, write_mixture  # isort: skip  (marks_under_attack finds it)

MANY = 10_000


def main() -> int:
    """Print the figures and the faults; return 1 if there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hand-ins", type=int, default=500)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--limit", type=float, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pandas", action="store_true")
    parser.add_argument("--beside", type=Path)
    asked = parser.parse_args()
    count, workers = asked.hand_ins, asked.workers
    hand_ins = mixture(count, asked.seed, asked.pandas)
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        write_mixture(hand_ins, place / "in")
        key = mixture_key(asked.pandas)
        for exercise in key["exercises"]:
            exercise["limit_s"] = asked.limit
        (place / "key.json").write_text(json.dumps(key), "utf-8")
        took, book = by_command(place, asked.limit, "--jobs", asked.jobs, "--dask", f"local:{workers}")
        lines = (place / "out" / "results.jsonl").read_bytes().splitlines()
        found = faults(hand_ins, {one["file"]: one for one in map(json.loads, lines)})
    if asked.beside and (asked.beside / "out" / "gradebook.csv").read_text("utf-8-sig") != book:
        found.append(f"the gradebook differs from that in {asked.beside}")
    each, files = workers * took.marking / max(1, count - 1), took.files / count
    print(
        f"{count} hand-ins {'with' if asked.pandas else 'without'} pandas on {workers} workers, {asked.jobs} at a time "
        f"each, load {os.getloadavg()[1]:.1f}: start {took.start:.1f} s, {each:.2f} s of one worker a hand-in, "
        f"files {took.files:.1f} s"
    )
    print(f"{MANY:,} hand-ins: start + {MANY:,} x {each:.2f} / workers + {MANY:,} x {files:.4f} (extrapolated)")
    for many in sorted({workers, 10, 50}):
        seconds = took.start + MANY * each / many + MANY * files
        parts = f"{took.start:.0f} + {MANY * each / many:.0f} + {MANY * files:.0f} s"
        print(f"  {many} workers: {parts} = {seconds / 3600:.1f} h")
    print("\n".join([*found, f"{len(found)} faults in {count} hand-ins"]), flush=True)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
