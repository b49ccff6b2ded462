"""Which unknowns matter: Sobol indices of what each package deters."""

from __future__ import annotations

from importlib import resources

import pandas as pd

FILE = "sobol.csv"
BUDGET = 3.0  # billion € a year, as in the lab of the front page


def sobol_indices() -> pd.DataFrame:
    """Return each uncertain parameter's share in the spread of each result, at equal cost (3 billion € a year).

    Returns
    -------
    DataFrame
        One row per ``outcome`` (attack, war, dispute, grey), ``package`` (symbolic, presence, industry, army, pillars,
        mixed) and ``parameter``. ``first``: the share of the result's variance that would go if this parameter alone
        were known; ``total``: the share that would stay if all others were known (both 0 to 1, estimates may stray a
        little outside); each with ``_low`` and ``_high``, a 95 % bootstrap interval of the *computation*.

    Notes
    -----
    Where ``total`` is well above ``first``, the parameter works together with others. The indices depend on the bands:
    who narrows a band lowers its parameter's share. Every parameter is drawn evenly from its band, independently of
    the others. Source: saltelli2010, by SciPy's ``sobol_indices``; ``build_sobol.py`` made the file with 4,096 base
    draws, seed 1994.

    Examples
    --------
    >>> table = sobol_indices()
    >>> sorted(table["outcome"].unique())
    ['attack', 'dispute', 'grey', 'war']
    """
    with (resources.files(__package__) / FILE).open("r", encoding="utf-8") as file:
        return pd.read_csv(file)
