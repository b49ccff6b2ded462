"""Two kinds of entries: what is given (a parameter) and what is made (a quantity)."""

from __future__ import annotations

from math import inf

from coursekit.model.quantity import Standing, Symbol

ASSUMED = "assumed for teaching; no one has measured it"
PRIZES = "default prizes"  # 1 is what the challenger would win in the default case
STAKES = "guarantor's stakes"  # 1 is the most that the protégé's survival is worth to the guarantor
STRENGTHS = "challenger's strengths"  # 1 is the challenger's strength

Band = tuple[float, float] | None


def given(
    latex: str,
    meaning: str,
    unit: str,
    low: float,
    high: float,
    band: Band = None,
    source: str = ASSUMED,
    standing: Standing = "illustrative",
) -> Symbol:
    """Return a parameter's entry in the table of symbols.

    Parameters
    ----------
    latex : str
        How formulas write it.
    meaning : str
        What it is, for readers.
    unit : str
        Its unit, as ``chance`` or a constant such as ``STAKES``.
    low, high : float
        The lowest and the highest value that it may have.
    band : tuple of float, optional
        Where its value lies if it is uncertain; None if it is for the reader to choose.
    source : str
        Where the default and the band come from.
    standing : str
        How far that can be trusted.

    Returns
    -------
    Symbol
        The entry.
    """
    return Symbol(latex, meaning, unit, low, high, band, standing, source)


def made(latex: str, meaning: str, unit: str, low: float = -inf, high: float = inf) -> Symbol:
    """Return the entry of a quantity that the model computes.

    Parameters
    ----------
    latex : str
        How formulas write it.
    meaning : str
        What it is, for readers.
    unit : str
        Its unit.
    low, high : float
        The lowest and the highest value that it can have; by default any.

    Returns
    -------
    Symbol
        The entry.
    """
    return Symbol(latex, meaning, unit, low, high)


def chance(latex: str, meaning: str) -> Symbol:
    """Return the entry of a quantity that is a probability.

    Parameters
    ----------
    latex : str
        How formulas write it.
    meaning : str
        What it is, for readers.

    Returns
    -------
    Symbol
        The entry, in the unit ``chance``, from 0 to 1.
    """
    return made(latex, meaning, "chance", 0, 1)
