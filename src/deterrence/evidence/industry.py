"""Loaders for what industry, givers and air defence promise, deliver and claim."""

from __future__ import annotations

import pandas as pd

from deterrence.evidence.tables import read


def promise_delivery() -> pd.DataFrame:
    """Return what was promised and what had arrived by when, as somebody said.

    Returns
    -------
    pandas.DataFrame
        One row per ``promise``, ``as_of`` and ``kind`` (*delivered*, *allocated*, *forecast*): ``giver``,
        ``receiver``, ``promised`` (amount) in ``unit``, ``promised_on``, ``due`` (missing if none), ``low`` and
        ``high`` (amount; ``high`` missing for 'more than'), ``share_low`` and ``share_high`` (of what was promised,
        computed here), ``said_by``, ``note``, ``source``, ``standing``.

    Notes
    -----
    Givers and receivers count differently, and reports mix shells handed over, ordered and pledged: rows of the same
    weeks contradict each other, and stand here side by side.
    """
    table = read("promise_delivery")
    return table.assign(share_low=table["low"] / table["promised"], share_high=table["high"] / table["promised"])


def production_claims() -> pd.DataFrame:
    """Return claims about production, capacity and cost: one claim a row.

    Returns
    -------
    pandas.DataFrame
        Columns ``claim`` (its name), ``producer``, ``item``, ``measure`` (*output*, *capacity*, *goal*, *use*, *unit
        cost*, *exports*, *export contracts*), ``year``, ``low`` and ``high`` in ``unit`` (one may be missing: 'up to',
        'more than'), ``claimed_by``, ``as_of``, ``note``, ``source``, ``standing``.
    """
    return read("production_claims")


def production_ranges() -> pd.DataFrame:
    """Return the span of the claims on one thing: never show a single one of them alone.

    Returns
    -------
    pandas.DataFrame
        One row per ``producer``, ``item``, ``measure``, ``year`` and ``unit``: ``low`` and ``high`` (the lowest and
        the highest that anyone claims), ``claims`` (how many), ``claimed_by`` (who, joined by '; ').
    """
    claims = production_claims()
    claims["low"], claims["high"] = claims["low"].fillna(claims["high"]), claims["high"].fillna(claims["low"])
    groups = claims.groupby(["producer", "item", "measure", "year", "unit"], sort=False)
    ranges = groups.agg(
        low=("low", "min"), high=("high", "max"), claims=("claim", "size"), claimed_by=("claimed_by", "; ".join)
    )
    return ranges.reset_index()


def equipment_losses() -> pd.DataFrame:
    """Return Russian equipment seen lost in pictures, by class, to about February 2023: a lower bound.

    Returns
    -------
    pandas.DataFrame
        One row per ``equipment`` (class): ``documented`` (pieces), ``side``, ``as_of`` (month, inferred), ``source``,
        ``standing``.
    """
    return read("equipment_losses")


def aid_months() -> pd.DataFrame:
    """Return the military aid to Ukraine that all donors together allocated, month by month.

    Returns
    -------
    pandas.DataFrame
        One row per ``month`` (its first day), in order: ``military`` (billion €, rounded to a tenth), ``source``,
        ``standing``. Allocated is not yet delivered, and the last months are revised upwards for long.
    """
    return read("aid_months")


def interception_claims() -> pd.DataFrame:
    """Return claims about the share of missiles and drones that Ukraine's air defence stops: one claim a row.

    Returns
    -------
    pandas.DataFrame
        Columns ``claim`` (its name), ``target`` (*drones*, *missiles*, *cruise missiles*, *ballistic missiles*,
        *missiles and drones*), ``period``, ``as_of``, ``launched`` and ``stopped`` (pieces, mostly missing), ``low``
        and ``high`` (share; ``high`` missing for 'more than'), ``said_by``, ``note``, ``source``, ``standing``.
    """
    return read("interception_claims")
