"""Asks Node what the page would compute."""

import json
import subprocess
from pathlib import Path

from coursekit.node import node_command

HERE = Path(__file__).parent


def ask(**question):
    done = subprocess.run(
        [*node_command(), "--disable-warning=ExperimentalWarning", str(HERE / "lab_in_node.mjs")],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout, parse_constant=float)


def number(value):
    return float(value) if isinstance(value, str) else value


def same(ours, theirs):
    """|Δ| ≤ 1e-9·max(1, |x|); NaN and infinities alike."""
    ours, theirs = float(ours), float(number(theirs))
    if ours != ours or theirs != theirs:
        return ours != ours and theirs != theirs
    return ours == theirs or abs(ours - theirs) <= 1e-9 * max(1.0, abs(ours))
