"""Where the labs on packages open, and which side that state favours: words or things."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from coursekit.lab.display import Lab
from deterrence.evidence import aid_months
from deterrence.labs import labs
from deterrence.labs._shared.crossover import things_lead
from deterrence.text.no_rigging.tables import Table

PAIR = ("symbolic", "tangible")
SMALLER, LARGER = 1.0, 10.0
"""The budgets at which the table compares all labs at equal cost, in billion € a year."""
EVEN = 0.05
"""A share of the draws this near to one half leans nowhere."""


@lru_cache
def openings() -> pd.DataFrame:
    """Return where each lab that compares words and things under a budget opens, and how often things are ahead.

    Returns
    -------
    DataFrame
        Indexed by lab: ``title``, ``sized`` (whether it opens at stated sizes), ``budget`` (billion € a year, at equal
        cost), ``opens``, ``small`` and ``larger`` (share of the draws in which things do better by what the lab shows
        first, as it opens and at equal cost with ``SMALLER`` and ``LARGER``).
    """
    rows = {}
    for name, lab in labs().items():
        if not isinstance(lab, Lab) or not set(PAIR) <= set(lab.compare):
            continue
        if "budget" not in (field.name for field in lab.fields):
            continue
        rows[name] = {
            "title": lab.title,
            "sized": lab.state().get("equal_cost") == 0,
            "budget": float(lab.state()["budget"]),
            "opens": things_lead(lab),
            "small": things_lead(lab, budget=SMALLER),
            "larger": things_lead(lab, budget=LARGER),
        }
    return pd.DataFrame.from_dict(rows, orient="index")


def leaning(share: float) -> str:
    """Return which side a share of draws with things ahead favours: words, things or neither."""
    if abs(share - 0.5) <= EVEN:
        return "neither"
    return "things" if share > 0.5 else "words"


def openings_table() -> Table:
    """Return one row a lab: which side it leans to as it opens, and at equal cost with a small and a larger budget."""
    rows = [
        [_named(row), *(f"{leaning(row[at])} ({row[at]:.0%})" for at in ("opens", "small", "larger"))]
        for row in openings().sort_values("opens", kind="stable").to_dict("records")
    ]
    heads = ["Lab", "As it opens", f"€{SMALLER:g} bn each", f"€{LARGER:g} bn each"]
    return Table(
        "Which way each lab leans as it opens, and at equal cost with a small and a larger budget",
        pd.DataFrame(rows, columns=heads),
    )


def _named(row: Mapping[Hashable, Any]) -> str:
    """Return a lab's title, with the budget at which it opens where that is not at stated sizes."""
    title = str(row["title"]).capitalize()
    return title if row["sized"] else f"{title} (opens at €{row['budget']:g} bn)"


def openings_numbers() -> dict[str, float]:
    """Return the numbers that the page glues about openings.

    Raises
    ------
    ValueError
        If a sentence of the page is no longer true.
    """
    table = openings()
    sized = table[table["sized"]]
    numbers = {
        "open-labs": float(len(table)),
        "open-sized": float(len(sized)),
        "open-sized-things": float((sized["opens"].map(leaning) == "things").sum()),
        "open-budget": float(table["budget"].max()),
        "open-small-budget": SMALLER,
        "open-small-words": float((table["small"].map(leaning) == "words").sum()),
        "open-larger-things": float((table["larger"].map(leaning) == "things").sum()),
        "open-aid-year": 12 * float(aid_months()["military"].mean()),
    }
    check_openings(numbers)
    return numbers


def check_openings(numbers: dict[str, float]) -> None:
    """Stop the build if what the page says of the openings is no longer true.

    Raises
    ------
    ValueError
        With what it says.
    """
    table = openings()
    claims = {
        "labs that open at the sizes proposed lean to things": numbers["open-sized-things"] == numbers["open-sized"],
        "at a small budget all labs lean to words": numbers["open-small-words"] == numbers["open-labs"],
        "one lab more opens at the budget proposed": numbers["open-sized"] + 1 == numbers["open-labs"]
        and table.loc["frontier", "budget"] == numbers["open-budget"],
        "at equal cost with ten billion some labs on packages lean to words": "words"
        in set(table[table["sized"]]["larger"].map(leaning)),
        "the small budget lies far below the aid given": 10 * numbers["open-small-budget"] < numbers["open-aid-year"],
        "the budget proposed is of the size of the aid given": 0.5 * numbers["open-aid-year"]
        < numbers["open-budget"]
        < numbers["open-aid-year"],
    }
    for claim, holds in claims.items():
        if not holds:
            raise ValueError(f"book/no_rigging.md says that {claim}. It no longer does: rewrite that passage.")
