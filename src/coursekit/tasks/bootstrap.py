"""Make the environment: ``.venv`` with locked packages, ``web/node_modules`` with the front end's.

Run by ``make`` with a bare Python: ``python3 -m coursekit.tasks.bootstrap [book|test]`` (with ``src`` on its path).
Each part is stamped, when whole, with a hash of what it was made from; a later run trusts the stamp and nothing else,
so an interrupted run is begun again and an unchanged one costs nothing.

Node comes with the Python packages. It is installed first, so that npm's packages and the browser's Python are fetched
while the other Python packages are installed.
"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor

from coursekit.tasks import environment
from coursekit.tasks.front_end import browser_python, is_front_end_ready, make_front_end
from coursekit.tasks.python_packages import Packages, make_virtual_environment
from coursekit.tasks.steps import ROOT, alone, guarded, tell


def prepare(which: str) -> None:
    """Make what ``which`` names ready: ``book``, or ``test``, which has what the book needs and the checks besides.

    Raises
    ------
    Failed
        If a step fails; the message has its last lines and what to do.
    """
    make_virtual_environment()
    packages = Packages(which)
    began = time.monotonic()
    ready = packages.are_ready()
    if not ready:
        packages.begin()
    with ThreadPoolExecutor(1) as beside:
        waiting = []
        if not is_front_end_ready():
            waiting.append(beside.submit(make_front_end))
        if not ready:
            waiting.append(beside.submit(browser_python))
            packages.install()
        for step in waiting:
            step.result()
    if waiting:
        tell(f"  done in {time.monotonic() - began:.0f} s")


def main() -> int:
    """Make what the command line's argument names ready."""
    which = sys.argv[1] if len(sys.argv) > 1 else "book"
    with alone():
        prepare(which)
    return 0


def run() -> int:
    """Run :func:`main` in the clean environment; return the exit code."""

    def clean() -> int:
        environment.adopt(ROOT)
        return main()

    return guarded(clean)


if __name__ == "__main__":
    sys.exit(run())
