"""Make no_rigging.csv, no_rigging_cases.csv and dyads.csv, from seeds and NumPy alone; a test holds them to it.

Run it after any change of the model: ``python -m deterrence.analysis.build_tables``.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from deterrence.analysis import population, rigging


def make() -> dict[str, pd.DataFrame]:
    """Return each file's table."""
    # Rounded first and simulated then, so that the file's own numbers lead to its crises and attacks.
    rounded = population.population().round(3)
    return {
        rigging.SHARES_FILE: rigging.shares(),
        rigging.CASES_FILE: rigging.worked_cases(),
        population.FILE: population.simulate(rounded),
    }


if __name__ == "__main__":
    for name, table in make().items():
        table.to_csv(Path(__file__).with_name(name), index=False, lineterminator="\n")
