"""Whether a file of the work holds every keystroke: random walks of writing, leaving, returning and handing in.

``.venv/bin/python benchmarks/hand_in_walk.py [--walks 300] [--first 0] [--seed 1] [--slower 1]`` needs a built book.
Prints each walk that lost something, with its steps, and how many did. ``--slower 6`` slows the browser's processor so
many times; ``--first 40`` leaves out the first 40 walks, so that a long run can be done in pieces.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random

from playwright.sync_api import expect, sync_playwright

from coursekit.tasks.browser import ARGUMENTS, find
from coursekit.tasks.build import place
from coursekit.tasks.serve import served

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers" / "browser"))
from hand_in_walk import Walk

PER_PROFILE = 20  # walks in one browser profile, each going on where the last one ended


def main() -> int:
    """Walk; return 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--walks", type=int, default=300)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slower", type=float, default=1)
    parser.add_argument("--site", type=Path, default=place("self-study"))
    given = parser.parse_args()
    expect.set_options(timeout=60_000)
    lost, began = 0, time.monotonic()
    with sync_playwright() as playwright, served(given.site) as base:
        browser = playwright.chromium.launch(
            executable_path=find(playwright.chromium.executable_path), args=list(ARGUMENTS)
        )
        for first in range(given.first, given.walks, PER_PROFILE):
            seed = given.seed * 1000 + first
            context = browser.new_context()
            context.set_default_timeout(60_000)
            if given.slower > 1:
                context.on(
                    "page",
                    lambda page, context=context: context.new_cdp_session(page).send(
                        "Emulation.setCPUThrottlingRate", {"rate": given.slower}
                    ),
                )
            walk = Walk(context, base, Random(seed))
            for n in range(first, min(first + PER_PROFILE, given.walks)):
                missing = walk.go()
                lost += bool(missing)
                for line in missing:
                    print(f"seed {seed}, walk {n - first}: {line}", flush=True)
                if missing:
                    walk.written.clear()
            print(f"{min(first + PER_PROFILE, given.walks)} walks, {lost} lost something", flush=True)
            context.close()
        browser.close()
    took = f"{time.monotonic() - began:.0f} s"
    print(f"walks {given.first} to {given.walks} from seed {given.seed}: {lost} lost something; {took}")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
