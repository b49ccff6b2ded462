"""Make sobol.csv: which unknowns make the results uncertain; build-only, it needs SciPy.

Run it with ``python -m deterrence.analysis.build_sobol``. Method: the estimators that SciPy's ``sobol_indices`` uses
(saltelli2010), on a scrambled Sobol sequence; intervals by its bootstrap.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np

from deterrence.analysis.packages import BANDS, OUTCOMES, PACKAGES, Numbers, deterred
from deterrence.analysis.sobol import BUDGET, FILE

SEED = 1994
COUNT = 2**12  # base draws; the model is run COUNT * (parameters + 2) times
RESAMPLES = 200
HEAD = ("outcome", "package", "parameter", "first", "first_low", "first_high", "total", "total_low", "total_high")
COLUMNS = list(product(OUTCOMES, PACKAGES))


def run(points: Numbers) -> Numbers:
    """Return every outcome of every package, one row each, for points of shape (parameters, count)."""
    given = dict(zip(BANDS, points, strict=True))
    return np.array([deterred(PACKAGES[name], outcome, budget=BUDGET, **given) for outcome, name in COLUMNS])


def make() -> str:
    """Return the file's text, three decimals."""
    from scipy import stats

    spread = [stats.uniform(low, high - low) for low, high in BANDS.values()]
    found = stats.sobol_indices(func=run, n=COUNT, dists=spread, rng=np.random.default_rng(SEED))
    sure = found.bootstrap(confidence_level=0.95, n_resamples=RESAMPLES)
    parts = [(index, *part.confidence_interval) for index, part in
             ((found.first_order, sure.first_order), (found.total_order, sure.total_order))]  # fmt: skip
    # What has no influence at all has no interval either: it is then the estimate itself, 0.
    parts = [tuple(np.where(np.isnan(column), part[0], column) for column in part) for part in parts]
    table = np.stack([column for part in parts for column in part], axis=-1)
    lines = [
        ",".join([outcome, name, parameter, *(f"{cell:.3f}" for cell in table[row, i] + 0.0)])
        for row, (outcome, name) in enumerate(COLUMNS)
        for i, parameter in enumerate(BANDS)
    ]
    return "\n".join([",".join(HEAD), *lines]).replace("-0.000", "0.000") + "\n"


if __name__ == "__main__":
    Path(__file__).with_name(FILE).write_text(make(), "utf-8")
