"""Where the labs on packages open, and which side that state favours: words or things."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from coursekit.lab.display import Lab
from deterrence.evidence import aid_months
from deterrence.labs import labs
from deterrence.text.no_rigging.tables import Table

PAIR = ("symbolic", "tangible")
LARGER = 10.0
"""The budget at which the table compares all labs at equal cost, in billion € a year."""
EVEN = 0.05
"""A share of the draws this near to one half leans nowhere."""


@lru_cache
def openings() -> pd.DataFrame:
    """Return where each lab that compares words and things under a budget opens, and how often things are ahead.

    Returns
    -------
    DataFrame
        Indexed by lab: ``title``, ``sized`` (whether it opens at stated sizes), ``budget`` (billion € a year, at equal
        cost), ``opens`` and ``larger`` (share of the draws in which things do better by the quantity that the lab shows
        first, as it opens and at equal cost with ``LARGER``).
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
            "opens": _things_ahead(lab),
            "larger": _things_ahead(lab, budget=LARGER),
        }
    return pd.DataFrame.from_dict(rows, orient="index")


def _things_ahead(lab: Lab, **state: float) -> float:
    """Return the share of draws in which things do better; less is better where the lab shows the chance of attack."""
    above = float(lab.readings(**state)["ahead"])
    return 1 - above if lab.show[0] == "attack_probability" else above


def leaning(share: float) -> str:
    """Return which side a share of draws with things ahead favours: words, things or neither."""
    if abs(share - 0.5) <= EVEN:
        return "neither"
    return "things" if share > 0.5 else "words"


def _state(row: Mapping[Hashable, Any]) -> str:
    return "the sizes proposed" if row["sized"] else f"€{row['budget']:g} bn each"


def openings_table() -> Table:
    """Return one row a lab: which side it leans to as it opens, and at equal cost with a larger budget."""
    rows = [
        [row["title"].capitalize(), _state(row), *(f"{leaning(row[at])} ({row[at]:.0%})" for at in ("opens", "larger"))]
        for row in openings().sort_values("opens", kind="stable").to_dict("records")
    ]
    heads = ["Lab", "It opens at", "As it opens", f"At equal cost, €{LARGER:g} bn"]
    return Table(
        "Which way each lab leans as it opens, and at equal cost with a larger budget",
        pd.DataFrame(rows, columns=heads),
    )


def openings_numbers() -> dict[str, float]:
    """Return the numbers that the page glues about openings.

    Raises
    ------
    ValueError
        If a sentence of the page is no longer true.
    """
    table = openings()
    sized, small = table[table["sized"]], table[~table["sized"] & (table["budget"] == table["budget"].min())]
    numbers = {
        "open-labs": float(len(table)),
        "open-sized": float(len(sized)),
        "open-sized-things": float((sized["opens"].map(leaning) == "things").sum()),
        "open-budget": float(table["budget"].max()),
        "open-small": float(len(small)),
        "open-small-budget": float(small["budget"].max()),
        "open-small-words": float((small["opens"].map(leaning) == "words").sum()),
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
        "labs that open at a small budget lean to words": numbers["open-small-words"] == numbers["open-small"],
        "one lab more opens at the budget proposed": numbers["open-sized"] + numbers["open-small"] + 1
        == numbers["open-labs"]
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
