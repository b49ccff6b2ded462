"""Packages of one pillar alone, and a budget large enough for an industry or an army."""

from __future__ import annotations

from coursekit.lab.declare import Slider

_EMPTY = {"words_share": 0.0, "troops_share": 0.0, "industry_share": 0.0, "army_share": 0.0}


def pure(pillar: str) -> dict[str, float]:
    """Return the shares of a package that is all of one pillar: words, troops, industry or army."""
    return {**_EMPTY, f"{pillar}_share": 1.0}


LARGE = Slider("budget", "What each may cost", 0.1, 40, 0.1, "billion € a year", ".1f", when=("equal_cost", "cost"))
