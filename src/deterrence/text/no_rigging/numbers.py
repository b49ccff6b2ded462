"""The numbers of the page *Is the model rigged?*, and the claims of its text that rest on them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pandas as pd

from deterrence.analysis import PACKAGES, Flip, joint_flip
from deterrence.analysis.rigging import COUNT, no_rigging, no_rigging_cases

# The claims that the text speaks of, by a short name.
SHORT = {
    "words": "symbolic ahead of presence",
    "troops": "presence ahead of symbolic",
    "words-all": "symbolic ahead of every tangible package",
    "things": "some tangible package ahead of symbolic",
    "mixed": "mixed ahead of every pure package",
    "three": "three pillars ahead of their best member",
    "best": "best member ahead of the three pillars",
    "sum": "three pillars more than the sum of their parts",
    "presence-disputes": "presence raises disputes",
    "calm-disputes": "presence raises disputes, friction and provocation taken out",
    "words-disputes": "symbolic raises disputes",
    "presence-war": "presence raises war",
}
FLIPS = (1.0, 3.0, 10.0)
WORDS_OR_TROOPS = (PACKAGES["symbolic"], PACKAGES["presence"])


def rows_of(table: pd.DataFrame) -> list[Any]:
    """Return a table's rows as tuples with names."""
    return list(table.itertuples())


@lru_cache
def flip_at(budget: float) -> Flip:
    """Return the smallest joint change that puts presence ahead of words, or words of presence, at a budget."""
    return joint_flip(*WORDS_OR_TROOPS, budget=budget)


@lru_cache
def all_numbers() -> dict[str, float]:
    """Return every number, unchecked."""
    table = no_rigging()
    numbers: dict[str, float] = {"draws": COUNT}
    for short, claim in SHORT.items():
        rows = table[table["claim"] == claim]
        for row in rows_of(rows[rows["prize"] == 1]):
            for kind in ("any", "ahead"):
                numbers[f"{short}-{row.outcome}-{row.budget:g}-{kind}"] = getattr(row, kind)
        for kind in ("any", "ahead"):
            numbers[f"{short}-least-{kind}"] = rows[kind].min()
            numbers[f"{short}-most-{kind}"] = rows[kind].max()
    sums = table[(table["claim"] == SHORT["sum"]) & (table["outcome"] == "attack") & (table["budget"] == 3)]
    for prize, name in ((0.5, "half"), (1.0, "usual"), (2.0, "double")):
        numbers[f"sum-{name}"] = sums.loc[sums["prize"] == prize, "any"].item()
    for budget in FLIPS:
        numbers[f"flip-{budget:g}-margin"] = 100 * flip_at(budget).margin
        numbers[f"flip-{budget:g}-distance"] = flip_at(budget).distance
    cases = no_rigging_cases()
    for short in ("words", "presence-disputes", "three"):
        rows = cases[cases["claim"] == SHORT[short]]
        numbers[f"case-{short}-draw"] = rows["draw"].iloc[0]
        numbers[f"case-{short}-points"] = 100 * rows["margin"].iloc[0]
    return {name: float(value) for name, value in numbers.items()}


def no_rigging_numbers() -> dict[str, float]:
    """Return every number that the page glues, by name.

    Raises
    ------
    ValueError
        If the model changed so far that a sentence of the page is no longer true; the message says which.
    """
    numbers = dict(all_numbers())
    _check(numbers)
    return numbers


def _check(n: dict[str, float]) -> None:
    claims = {
        "words are ahead more often at one billion": n["words-attack-1-ahead"] > n["troops-attack-1-ahead"] + 0.1,
        "at three it is about even": abs(n["words-attack-3-ahead"] - n["troops-attack-3-ahead"]) < 0.1,
        "troops are ahead more often at ten": n["troops-attack-10-ahead"] > n["words-attack-10-ahead"] + 0.1,
        "for war alone, troops do better than for attack": n["troops-war-3-ahead"] > n["troops-attack-3-ahead"],
        "presence raises disputes nearly always": n["presence-disputes-least-any"] > 0.95,
        "so it does with friction taken out": n["calm-disputes-attack-3-any"] > 0.9,
        "and so do words": n["words-disputes-attack-3-any"] > 0.8,
        "presence hardly ever raises war": n["presence-war-most-any"] < 0.02,
        "three pillars seldom beat the best at three billion": n["three-attack-3-any"] < 0.3,
        "and about half the time at ten": 0.35 < n["three-attack-10-any"] < 0.65,
        "the sum depends on how much the prize is wanted": n["sum-half"] < 0.3 < n["sum-usual"] < 0.7 < n["sum-double"],
        "the mixed package leads more often than not at three billion": n["mixed-attack-3-any"] > 0.5,
        "at one billion words are ahead at the defaults": n["flip-1-margin"] > 0,
        "at ten billion troops are": n["flip-10-margin"] < 0,
        "small shifts flip the ranking": max(n[f"flip-{b:g}-distance"] for b in FLIPS) < 0.2,
    }
    for claim, holds in claims.items():
        if not holds:
            raise ValueError(f"book/no_rigging.md says that {claim}. It no longer does: rewrite that passage.")
