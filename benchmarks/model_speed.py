"""How long the model takes: one package's deterrence value for a million settings at once.

``.venv/bin/python benchmarks/model_speed.py`` needs no built book. No Shapley shares and no scan: those cost more.
"""

from __future__ import annotations

from time import perf_counter

import numpy as np

from deterrence.model import GRAPH, SYMBOLS

COUNT, RUNS = 1_000_000, 5
PACKAGE = {"words_share": 0.25, "troops_share": 0.25, "industry_share": 0.25, "army_share": 0.25, "budget": 4.0}


def main() -> None:
    """Print the seconds of each run, every parameter that has a band drawn from it anew."""
    part = GRAPH.behind("deterrence_value")
    bands = {name: SYMBOLS[name].band for name in part.defaults if SYMBOLS[name].band}
    rng = np.random.default_rng(1994)
    print(f"{COUNT:,} settings of {len(bands)} parameters, {len(part.order)} quantities; aim: at most 1 s")
    for run in range(RUNS):
        drawn = {name: rng.uniform(*band, COUNT) for name, band in bands.items()}
        begun = perf_counter()
        worth = part.evaluate(**PACKAGE, **drawn)["deterrence_value"]
        taken = perf_counter() - begun
        print(f"run {run + 1}: {taken:.3f} s; mean deterrence value {np.mean(worth):.3f}")


if __name__ == "__main__":
    main()
