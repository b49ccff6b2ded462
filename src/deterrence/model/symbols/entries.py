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
    """Return a parameter: with a band if it is uncertain, without if it is for the reader to choose."""
    return Symbol(latex, meaning, unit, low, high, band, standing, source)


def made(latex: str, meaning: str, unit: str, low: float = -inf, high: float = inf) -> Symbol:
    """Return a quantity that the model computes."""
    return Symbol(latex, meaning, unit, low, high)


def chance(latex: str, meaning: str) -> Symbol:
    """Return a quantity that is a probability."""
    return made(latex, meaning, "chance", 0, 1)
