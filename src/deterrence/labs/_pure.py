"""Packages of one pillar alone, and the controls that size them at equal cost or as stated."""

from __future__ import annotations

from coursekit.lab.controls import Choice, Slider

_EMPTY = {"words_share": 0.0, "troops_share": 0.0, "industry_share": 0.0, "army_share": 0.0}


def pure(pillar: str) -> dict[str, float]:
    """Return the shares of a package that is all of one pillar: words, troops, industry or army."""
    return {**_EMPTY, f"{pillar}_share": 1.0}


EQUAL_COST = Choice(
    "equal_cost", "Compare the two", {"cost": ("at equal cost", 1.0), "size": ("each at its stated size", 0.0)}
)
BUDGET = Slider("budget", "What each may cost", 0.1, 20, 0.1, "billion € a year", ".1f", when=("equal_cost", "cost"))
WORDS = Choice(
    "commitment",
    "The words",
    {
        "memorandum": ("a memorandum that promises to consult", 0.1),
        "agreement": ("an agreement between governments", 0.5),
        "treaty": ("a ratified treaty of mutual defence", 0.9),
    },
    when=("equal_cost", "size"),
)
