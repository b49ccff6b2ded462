"""Make draws.csv and draws_later.csv from the bands in symbols; build-only, the first needs SciPy.

``python -m deterrence.model.build_draws`` makes the lines of the parameters that have a band and are not yet in
draws.csv: run it after giving a new parameter a band. With ``--first`` it makes draws.csv anew from all bands;
every interval of the course then moves a little, and the tables of the analysis must be built again.
"""

from __future__ import annotations

import sys
from pathlib import Path
from zlib import crc32

import numpy as np

from deterrence.model.draws import COUNT, FILE, LATER
from deterrence.model.symbols import SYMBOLS

SEED = 1994
BLOCK = 64
BANDS = {name: symbol.band for name, symbol in SYMBOLS.items() if symbol.band}


def make() -> str:
    """Return the first file's text: a scrambled Sobol sequence, stretched over each band, four significant digits."""
    from scipy.stats import qmc

    unit = qmc.Sobol(len(BANDS), scramble=True, seed=SEED).random(COUNT)
    low, high = np.array(list(BANDS.values())).T
    rows = low + unit * (high - low)
    return "\n".join([",".join(BANDS), *(",".join(f"{cell:.4g}" for cell in row) for row in rows)]) + "\n"


def later(names: list[str]) -> str:
    """Return the second file's text: each name's own line, which depends on its name and band alone.

    Every 64 draws fill the band evenly: one in each sixty-fourth of it, in an order of chance (a Latin hypercube).
    """
    lines = []
    for name in sorted(names):
        chance = np.random.default_rng(crc32(name.encode()))
        unit = [(chance.permutation(BLOCK) + chance.random(BLOCK)) / BLOCK for _ in range(COUNT // BLOCK)]
        low, high = BANDS[name]
        lines.append(",".join([name, *(f"{low + u * (high - low):.4g}" for u in np.concatenate(unit))]))
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    here = Path(__file__).parent
    if "--first" in sys.argv:
        (here / FILE).write_text(make(), "utf-8")
    known = (here / FILE).read_text("utf-8").split("\n", 1)[0].split(",")
    (here / LATER).write_text(later([name for name in BANDS if name not in known]), "utf-8")
