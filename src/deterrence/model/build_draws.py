"""Make draws.csv from the bands in symbols.py; build-only, it needs SciPy.

Run it with ``python -m deterrence.model.build_draws``.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from deterrence.model.draws import COUNT, FILE
from deterrence.model.symbols import SYMBOLS

SEED = 1994


def make() -> str:
    """Return the file's text: a scrambled Sobol sequence, stretched over each band, four significant digits."""
    from scipy.stats import qmc

    bands = {name: symbol.band for name, symbol in SYMBOLS.items() if symbol.band}
    unit = qmc.Sobol(len(bands), scramble=True, seed=SEED).random(COUNT)
    low, high = np.array(list(bands.values())).T
    rows = low + unit * (high - low)
    return "\n".join([",".join(bands), *(",".join(f"{cell:.4g}" for cell in row) for row in rows)]) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name(FILE).write_text(make(), "utf-8")
