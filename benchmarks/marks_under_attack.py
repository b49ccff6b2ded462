"""Whether marks hold under attack: ``marks_under_attack.py [--hand-ins 500] [--pandas] [--jobs 2] [--limit 3]``.

A third of the hand-ins is right, a third wrong in ways that the exercise plans, a third attacks the marking. They are
graded by ``coursekit grade``, then by a person's clicks on the desk's page (``--only command`` or ``--only desk``: one
of both). Prints the seconds a hand-in of each, from the first mark to the last, with the machine's load; each hand-in
that was lost, is right without full marks, or is not right and has marks that it should not; and each row in which the
two gradebooks differ. The exit status is 1 if there is any. Aims: none; at most 1 s a hand-in without pandas, 2.5 s
with, two at a time on a quiet machine. Needs a built book. ``--out DIR`` keeps what was made, and takes it up again.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

HELPERS = Path(__file__).parents[1] / "tests" / "helpers"
sys.path[:0] = [str(HELPERS), str(HELPERS / "browser")]
from attack_mixture import faults, mixture, mixture_key, write_mixture  # noqa: E402

from coursekit.classroom.grading.changes import gradebook_rows  # noqa: E402
from coursekit.classroom.grading.command import site  # noqa: E402
from coursekit.tasks.browser import ARGUMENTS, find  # noqa: E402
from coursekit.tasks.build import EDITIONS  # noqa: E402
from coursekit.tasks.build import place as built  # noqa: E402
from coursekit.tasks.serve import served  # noqa: E402


@dataclass(frozen=True)
class Took:
    """Seconds of one run: until the first mark, from there to the last, and after it (the files)."""

    start: float
    marking: float
    files: float


def by_command(place: Path, limit: float, *more: object, out: str = "out") -> tuple[Took, str]:
    """Grade with the command line; return how long it took, and the gradebook."""
    book = place / out / "gradebook.csv"
    command = [sys.executable, "-m", "coursekit.cli", "grade", place / "in", "--key", place / "key.json", "-o", book]
    command += ["--limit", f"{limit:g}", *more]
    results, began, times = book.parent / "results.jsonl", time.monotonic(), []
    with subprocess.Popen([*map(str, command)], stdout=(place / "said.txt").open("w")) as process:
        size = results.stat().st_size if results.exists() else 0
        while process.poll() is None:
            time.sleep(0.2)
            now = results.stat().st_size if results.exists() else 0
            if now > size:
                times, size = [*times[:1], time.monotonic()], now
    if process.returncode or not times:
        sys.exit(f"`coursekit grade`: {process.returncode}; {(place / 'said.txt').read_text('utf-8')[-2000:]}")
    took = Took(times[0] - began, times[-1] - times[0], time.monotonic() - times[-1])
    return took, book.read_text("utf-8-sig")


def by_desk(place: Path, files: list[Path]) -> tuple[float, str]:
    """Grade on the desk's page, as a person does; return the seconds from the click to the last mark, and its book."""
    with served(site(map(built, EDITIONS))) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(playwright.chromium.executable_path), args=list(ARGUMENTS)
        )
        page = browser.new_page()
        page.set_default_timeout(120_000)
        page.goto(f"{address}book/desk.html")
        desk = page.locator("section.desk[data-state=ready]")
        desk.get_by_label("Receipts, notebooks").set_input_files(files)
        desk.get_by_label("The file key.json").set_input_files(place / "key.json")
        expect(desk.locator(".keyed")).to_contain_text("exercise", timeout=120_000)
        desk.get_by_role("button", name="Grade", exact=True).click()
        began = time.monotonic()
        expect(desk.locator(".said")).to_contain_text(f"All {len(files)} hand-ins are marked", timeout=36_000_000)
        ended = time.monotonic()
        with page.expect_download() as download:
            desk.get_by_role("button", name="Gradebook").click()
        text = Path(download.value.path()).read_text("utf-8-sig")
        browser.close()
    return ended - began, text


def main() -> int:
    """Print the figures and the faults; return 1 if there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hand-ins", type=int, default=500)
    parser.add_argument("--pandas", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--limit", type=float, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("command", "desk"))
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        place = (asked.out or Path(made)).resolve()
        hand_ins = mixture(asked.hand_ins, asked.seed, asked.pandas)
        if not (place / "in").exists():
            write_mixture(hand_ins, place / "in")
        key = mixture_key(asked.pandas)
        for exercise in key["exercises"]:  # the desk's page has no field for a limit: the same one stands in the key
            exercise["limit_s"] = asked.limit
        (place / "key.json").write_text(json.dumps(key), "utf-8")
        found: list[str] = []
        books: list[str] = []
        if asked.only != "desk":
            took, book = by_command(place, asked.limit, "--jobs", asked.jobs)
            told("command line", took.marking, asked)
            lines = (place / "out" / "results.jsonl").read_bytes().splitlines()
            found += faults(hand_ins, {one["file"]: one for one in map(json.loads, lines)})
            books.append(book)
        if asked.only != "command":
            seconds, book = by_desk(place, [place / "in" / one.file for one in hand_ins])
            told("desk", seconds, asked)
            (place / "desk.csv").write_text(book, "utf-8")
            books.append(book)
        if len(books) == 2:
            theirs = [{row["file"]: row for row in gradebook_rows(book)} for book in books]
            for file in sorted(theirs[0].keys() | theirs[1].keys()):
                if (rows := [one.get(file) for one in theirs])[0] != rows[1]:
                    found.append(f"{file}: command line {rows[0]}, desk {rows[1]}")
    print("\n".join([*found, f"{len(found)} faults in {asked.hand_ins} hand-ins"]), flush=True)
    return int(bool(found))


def told(where: str, seconds: float, asked: argparse.Namespace) -> None:
    """Print one figure."""
    each = seconds / max(1, asked.hand_ins - 1)
    kind = "with pandas" if asked.pandas else "without pandas"
    load = os.getloadavg()[1]
    print(f"{where}: {asked.hand_ins} hand-ins {kind}, {each:.2f} s each, load {load:.1f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
