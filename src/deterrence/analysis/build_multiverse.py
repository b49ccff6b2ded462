"""Make multiverse.csv and multiverse_variance.csv: all forms, all draws, four budgets; with NumPy alone.

Run it after any change of the model: ``python -m deterrence.analysis.build_multiverse``. A test computes one budget
again.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from deterrence.analysis.multiverse import BUDGETS, SHARES_FILE, VARIANCE_FILE, at_budget


def make() -> dict[str, pd.DataFrame]:
    """Return each file's table."""
    tables = [at_budget(budget) for budget in BUDGETS]
    return {
        SHARES_FILE: pd.concat([shares for shares, _ in tables], ignore_index=True),
        VARIANCE_FILE: pd.concat([variance for _, variance in tables], ignore_index=True),
    }


if __name__ == "__main__":
    for name, table in make().items():
        table.to_csv(Path(__file__).with_name(name), index=False, lineterminator="\n")
