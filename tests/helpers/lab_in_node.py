"""Asks Node what the page would compute."""

import atexit
import json
import subprocess
from functools import cache
from pathlib import Path

from coursekit.node import node_command

HERE = Path(__file__).parent


@cache
def _node():
    """One Node for all questions of a process: starting it, and bundling the page's sources, takes most of the time."""
    command = [*node_command(), "--disable-warning=ExperimentalWarning", str(HERE / "lab_in_node.mjs")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    atexit.register(process.kill)
    return process


def ask(**question):
    """Return what the page computes; each question meets a world of its own, without what others have loaded."""
    node = _node()
    node.stdin.write(json.dumps(question) + "\n")
    node.stdin.flush()
    answer = json.loads(node.stdout.readline(), parse_constant=float)
    assert "raised" not in answer, answer["raised"]
    return answer


def number(value):
    return float(value) if isinstance(value, str) else value


def same(ours, theirs):
    """|Δ| ≤ 1e-9·max(1, |x|); NaN and infinities alike."""
    ours, theirs = float(ours), float(number(theirs))
    if ours != ours or theirs != theirs:
        return ours != ours and theirs != theirs
    return ours == theirs or abs(ours - theirs) <= 1e-9 * max(1.0, abs(ours))
