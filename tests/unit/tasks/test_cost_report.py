"""What tests cost is counted for processes that have ended too, and never falls."""

import subprocess
import sys

import psutil
from cost_report import Clock

# A child that starts a child of its own, both of which work and end without anyone waiting for the second.
BUSY = "import time\nwhile time.process_time() < {}: sum(range(1000))"
PARENT = f"import subprocess, sys, time\nchild = subprocess.Popen([sys.executable, '-c', {BUSY.format(1.0)!r}])\n"
PARENT += "child.wait() if len(sys.argv) > 1 else time.sleep(0)\n" + BUSY.format(1.0)


def test_what_ended_processes_used_stays_counted() -> None:
    clock = Clock(every_s=0.05)
    before = clock.seconds()
    process = subprocess.Popen([sys.executable, "-c", PARENT, "wait"])
    seen = [before]
    while process.poll() is None:
        seen.append(clock.seconds())
    after = clock.seconds()
    clock.ended.set()
    assert not psutil.pid_exists(process.pid)
    assert seen == sorted(seen)
    assert after >= seen[-1]
    assert after - before > 1.7, "both worked for a second"
