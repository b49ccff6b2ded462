"""Random walks through the built site: no error in the console, no lost work, no control that does nothing.

``make walks`` needs a built book. ``benchmarks/random_walks.py [--walks 100] [--actions 200] [--seed 1]`` prints each
walk's seed and what went wrong in it. A walk that failed is done again by its seed, ``--seed 17 --walks 1``; with
``--shrink`` actions are left out for as long as it still fails, and ``--only 3 8 21`` does just these.
"""

from __future__ import annotations

import argparse
import faulthandler
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from coursekit.tasks.browser import ARGUMENTS, find
from coursekit.tasks.build import place
from coursekit.tasks.serve import served

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers" / "walks"))
from random_walk import Walk
from shrink import shrunk
from walk_browser import WalkBrowser

LONGEST_S = 900  # a walk that takes longer hangs


def walk(browser: Browser, base: str, seed: int, numbers: list[int]) -> Walk:
    """Do one walk in a profile of its own; return it, with what went wrong.

    Parameters
    ----------
    browser
        The browser.
    base
        The address of the site, with a slash at its end.
    seed
        What the walk is made of.
    numbers
        Which of its actions are done.
    """
    print(f"seed {seed}: {len(numbers)} actions", end=" … ", flush=True)
    faulthandler.dump_traceback_later(LONGEST_S, exit=True)
    began, profile = time.monotonic(), WalkBrowser(browser, base)
    one = Walk(profile, seed)
    one.go(numbers)
    faulthandler.cancel_dump_traceback_later()
    profile.context.close()
    said = "; ".join(one.faults) or "nothing wrong"
    print(f"{said} ({len(one.words)} words, {len(one.answered)} answers, {time.monotonic() - began:.0f} s)", flush=True)
    return one


def main() -> int:
    """Walk; return 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--walks", type=int, default=100)
    parser.add_argument("--actions", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1, help="of the first walk; the next has the next")
    parser.add_argument("--only", type=int, nargs="+", help="the numbers of the actions to do")
    parser.add_argument("--shrink", action="store_true", help="find a short walk that fails too")
    parser.add_argument("--steps", action="store_true", help="print all steps of each walk")
    parser.add_argument("--site", type=Path, default=place("self-study"))
    given = parser.parse_args()
    numbers, failed = given.only or list(range(given.actions)), []
    with sync_playwright() as playwright, served(given.site) as base:
        found = find(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        for seed in range(given.seed, given.seed + given.walks):
            done = walk(browser, base, seed, numbers)
            if done.faults and given.shrink:
                walked = numbers[: 1 + max(int(step.split()[0]) for step in done.steps[1:])] if done.steps[1:] else []
                needed = shrunk(walked, lambda some, seed=seed: bool(walk(browser, base, seed, some).faults))
                done = walk(browser, base, seed, needed)
                print(f"seed {seed}: --only {' '.join(map(str, needed))}")
            if done.faults:
                failed.append(seed)
            if done.faults or given.steps:
                print("    " + "\n    ".join(done.steps if given.steps else done.steps[-12:]), flush=True)
        browser.close()
    print(f"{given.walks} walks of {len(numbers)} actions from seed {given.seed}: {len(failed)} failed {failed}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
