"""Loaders for those who might guarantee: what they spend, give and say."""

from __future__ import annotations

import pandas as pd

from deterrence.evidence.presence import battlegroups
from deterrence.evidence.tables import read


def providers() -> pd.DataFrame:
    """Return spending and aid of sixteen possible providers of guarantees.

    Returns
    -------
    pandas.DataFrame
        One row per ``provider``, ``measure`` and ``as_of`` (date): ``value`` in ``unit``, ``source``, ``standing``.
        Measures: *military spending* (million US dollars at current prices; 2008, 2013, 2018), *military spending
        share* (% of gross domestic product, 2025), and *military*, *financial* and *humanitarian aid* allocated to
        Ukraine since 2022 (billion euros; no row for Türkiye, which the source does not cover).
    """
    return read("providers")


def provider_statements() -> pd.DataFrame:
    """Return what possible providers have said about troops in Ukraine: words, each with its date and conditions.

    Returns
    -------
    pandas.DataFrame
        One row per ``provider`` and ``as_of`` (date): ``said_by``, ``stance`` (our sorting), ``statement`` and
        ``condition`` (our words), ``source``, ``standing`` (always *claimed*).
    """
    return read("provider_statements")


def proposals() -> pd.DataFrame:
    """Return the proposals for Ukraine at whose sizes the labs on packages open.

    Returns
    -------
    pandas.DataFrame
        One row per ``proposal`` and ``control`` (named after the model's parameter): the ``key`` that the control is
        set to, ``as_of`` (date), ``said_by``, ``statement`` (our words), ``source``, ``standing``.
    """
    return read("proposals")


def provider_profiles() -> pd.DataFrame:
    """Return one row per provider: latest figure of each measure, battlegroups led, latest word on troops.

    Returns
    -------
    pandas.DataFrame
        Indexed by provider: one column per measure (units as in :func:`providers`; missing where there is none),
        ``leads`` (hosts of the battlegroups it led at the last count of all eight, joined by ', '), ``stance`` and
        ``stance_as_of`` (of its latest statement).
    """
    order = providers()["provider"].unique()
    figures = providers().sort_values("as_of").groupby(["provider", "measure"])["value"].last().unstack()
    groups = battlegroups().query("state == 'in place'")
    full = groups[groups["as_of"] == groups["as_of"].value_counts()[lambda n: n == 8].index.max()]
    words = provider_statements().sort_values("as_of").groupby("provider").last()
    return figures.reindex(order).assign(
        leads=full.groupby("framework_nation")["host"].agg(", ".join),
        stance=words["stance"],
        stance_as_of=words["as_of"],
    )
