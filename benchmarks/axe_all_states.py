"""What axe finds, by every rule and of any impact, in all states of all pages, and what it does not look for.

``.venv/bin/python benchmarks/axe_all_states.py [--views light,320] [WHAT …]`` needs a built book. WHAT are names of
parts (``frame``, ``lists``, ``exercise``, ``cell``, ``widgets``, ``assign``, ``panel``, ``desk``, ``projector``,
``pages``, ``worked``, ``labs``) or words of pages' paths. Each state is looked at light, dark, in forced colours, 390
and 320 pixels wide, and as printed. Besides axe's rules: text cut off, sliders that speak another value than they show,
states told by colour alone, controls of one name in one part, and the focus, lost after a key press.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers" / "browser"))
from axe_states import classroom, reading, running, worked
from axe_states.look import VIEWS, Walk

from coursekit.tasks.browser import ARGUMENTS, find
from coursekit.tasks.build import place
from coursekit.tasks.serve import served

PARTS = {
    "frame": reading.frame,
    "lists": reading.lists,
    "exercise": running.exercise,
    "cell": running.cell,
    "widgets": running.widgets,
    "assign": classroom.assign,
    "panel": classroom.panel,
    "desk": classroom.desk,
}
BY_PAGE = {
    "pages": reading.fresh_and_unfolded,
    "worked": worked.worked,
    "labs": worked.moved,
    "projector": reading.projector,
}


def take(walk: Walk, chosen: list[str]) -> None:
    """Walk through the chosen parts, over the pages of which the path has one of the chosen words."""
    parts = [name for name in chosen if name in PARTS or name in BY_PAGE] or [*PARTS, *BY_PAGE]
    words = [name for name in chosen if name not in parts]
    for name in parts:
        if name in PARTS:
            PARTS[name](walk)
            continue
        for path in (entry["path"] for entry in walk.course["pages"]):
            shown = name == "pages" or path.startswith("lessons/" if name == "projector" else ("chapters/", "lessons/"))
            if shown and (not words or any(word in path for word in words)):
                BY_PAGE[name](walk, path)


def report(walk: Walk) -> None:
    """Print how many looks there were in each view, and each fault with where it was seen."""
    print(f"\n{len(walk.states)} states, {sum(walk.looks.values())} looks")
    for view in VIEWS:
        seen = sum(any(where.endswith(f", {view}") for where in places) for places in walk.found.values())
        print(f"  {view:8} {walk.looks.get(view, 0):5} looks {seen:5} faults")
    for fault, places in walk.found.items():
        print(f"\n{fault}\n    in {'; '.join(places[:6])}{f' and {len(places) - 6} more' if places[6:] else ''}")
    print(f"\n{len(walk.found)} faults in all")


def main() -> int:
    """Walk and report; 1 where there is a fault."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("what", nargs="*", help="parts, and words of the pages' paths; without any all of them")
    ask.add_argument("--views", default=",".join(VIEWS), help="in which views; without it in all")
    asked = ask.parse_args()
    site = place("self-study")
    course = json.loads((site / "course.json").read_text("utf-8"))
    expect.set_options(timeout=60_000)
    with served(site) as base, sync_playwright() as started:
        path = find(started.chromium.executable_path)
        browser = started.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        walk = Walk(browser, base, course, tuple(asked.views.split(",")))
        take(walk, asked.what)
    report(walk)
    return 1 if walk.found else 0


if __name__ == "__main__":
    sys.exit(main())
