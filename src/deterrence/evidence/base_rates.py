"""Loaders for how often disputes and wars break out, with and without an outside defence pact."""

from __future__ import annotations

import pandas as pd

from deterrence.evidence.tables import read


def base_rates() -> pd.DataFrame:
    """Return how often disputes and wars broke out, by era, rivalry and outside defence pact.

    Returns
    -------
    pandas.DataFrame
        One row per ``era``, ``rival``, ``pact`` and ``outcome`` (28 rows), over directed dyad-years: a challenger, a
        target and a year. ``events`` of ``dyad_years`` give ``rate`` (a share from 0 to 1, per dyad and year);
        ``low`` and ``high`` are Wilson's 95 % interval, which takes dyad-years as independent and so is too narrow.
        For wars among rivals ``design_effect`` says by how much the variance grows, clustered by rivalry and by year,
        and ``wide_low`` and ``wide_high`` use it; elsewhere the three are missing, as no data by dyad were at hand.
        ``source``, ``standing``.

    Notes
    -----
    Descriptive, not adjusted: states with pacts differ from those without, and whoever is deterred at the first glance
    starts no crisis at all. The outcome ``war begun (recount)`` comes from other data (Correlates of War, ATOP 4.01)
    and shows how far the answer hangs on the count.

    Examples
    --------
    >>> rates = base_rates().query("rival and outcome == 'war' and era == '1946-2010'")
    >>> [round(100 * rate, 2) for rate in rates["rate"]]
    [1.2, 0.4]
    """
    return read("base_rates")


def base_rate_differences() -> pd.DataFrame:
    """Return, among rivals, the rate with an outside defence pact less the rate without.

    Returns
    -------
    pandas.DataFrame
        One row per ``era`` and ``outcome`` (8 rows): ``rate_without``, ``rate_with``, ``difference`` (from -1 to 1),
        Newcombe's interval ``low`` to ``high``, and ``wide_low`` to ``wide_high`` with the design effects (missing
        where unknown). ``source``, ``standing``.

    Notes
    -----
    If 0 lies within an interval, the counts do not tell which rate is larger. In wars the sign flips between the eras.
    """
    return read("base_rate_differences")
