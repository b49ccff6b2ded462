"""Loaders for troops abroad: US personnel by host and year, and NATO's forward battlegroups."""

from __future__ import annotations

import pandas as pd

from deterrence.evidence.tables import read


def troop_presence() -> pd.DataFrame:
    """Return US military personnel by chosen host and year, 1950-2024, in two series side by side.

    Returns
    -------
    pandas.DataFrame
        One row per ``host`` and ``year`` (1350 rows, 18 hosts), with ``iso3``; ``older`` and ``rebuilt`` (persons;
        missing where the series has nothing); ``fault`` (what is known to be wrong, empty if nothing: *imputed*,
        *filed elsewhere*, *rebuilt lacks it*, *rebuilt counts twice*, *series differ*); ``low`` and ``high``, the span
        of the values not known to be wrong (missing if there is none). ``source``, ``standing``.

    Notes
    -----
    Personnel assigned, in most years as of 30 September. Forces that rotate are mostly missing, so Poland and the
    Baltic states look almost empty; and a number says nothing of how heavy a force is.

    Examples
    --------
    >>> table = troop_presence().set_index(["host", "year"])
    >>> int(table.at[("Germany", 2008), "rebuilt"]), table.at[("Germany", 2008), "fault"]
    (110855, 'rebuilt counts twice')
    """
    return read("troop_presence")


def battlegroups() -> pd.DataFrame:
    """Return NATO's forward battlegroups, in place or planned.

    Returns
    -------
    pandas.DataFrame
        One row per ``host``, ``as_of`` (date) and ``state`` (*in place* or *planned*): ``framework_nation`` (who
        leads), ``troops`` (of all nations) and ``lead_troops`` (its own; persons, missing if no number was seen),
        ``contributors``, ``note``, ``source``, ``standing``.

    Notes
    -----
    A battlegroup is multinational: ``troops`` is not what the framework nation sent. Planned rows are promises.
    """
    return read("battlegroups")
