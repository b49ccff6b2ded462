"""Make frontier.csv: the split of each budget that takes most off the chance of attack. Build-only.

Run it with ``python -m deterrence.model.build_frontier``. All splits in steps of 2.5 % are tried, at the default
values of everything else.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np

from deterrence.model import GRAPH
from deterrence.model.frontier import BUDGETS, FILE, PRIZES
from deterrence.model.unguarded import PILLARS

STEPS = 40


def make() -> str:
    """Return the file's text: for each prize and budget the best split without words (1) and with them (2)."""
    part = GRAPH.behind("deterrence_value")
    splits = np.array([c for c in product(range(STEPS + 1), repeat=4) if sum(c) == STEPS]) / STEPS
    lines = [f"pillars_open,prize,budget,{','.join(PILLARS)}"]
    for open_, prize, budget in product((1, 2), PRIZES, BUDGETS):
        tried = splits if open_ == 2 else splits[splits[:, 0] == 0]
        shares = dict(zip(PILLARS, tried.T, strict=True))
        value = part.evaluate(**shares, prize=prize, budget=budget, equal_cost=1.0)["deterrence_value"]
        best = ",".join(f"{share:g}" for share in tried[np.argmax(value)])
        lines.append(f"{open_},{prize:g},{budget:g},{best}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name(FILE).write_text(make(), "utf-8")
