"""The cost frontier: the split of a budget that takes most off the chance of attack, and what it takes off.

The best splits stand in ``frontier.csv`` (``build_frontier.py``): found at the default values of everything but budget
and prize, so under other values they are good splits and not the best. Between budgets they are interpolated.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import resources
from itertools import pairwise

from coursekit.model.composite import At, composite
from coursekit.model.graph import Graph
from coursekit.model.symbolic import Value, where
from deterrence.model.symbols import SYMBOLS, declared
from deterrence.model.unguarded import CHAIN, NOTHING, PILLARS

FILE = "frontier.csv"
BUDGETS = (0.5, 1.0, 2.0, 4.0, 6.0, 10.0, 20.0, 30.0)
PRIZES = (0.8, 1.0, 1.3, 1.6)
"""A prize in between counts as the nearest of them."""


@lru_cache
def table() -> dict[tuple[float, float], list[list[float]]]:
    """Return the best splits, one row a budget (four shares each), by (pillars_open, prize)."""
    text = resources.files(__package__).joinpath(FILE).read_text("utf-8").splitlines()
    found: dict[tuple[float, float], list[list[float]]] = {}
    for line in text[1:]:
        open_, prize, _, *shares = map(float, line.split(","))
        found.setdefault((open_, prize), []).append(shares)
    return found


def _between(budget: Value, shares: list[float]) -> Value:
    """Return the share at a budget, straight lines between the budgets of the table."""
    value: Value = shares[-1]
    for (low, high), (a, b) in reversed(list(zip(pairwise(BUDGETS), pairwise(shares), strict=True))):
        line = a if a == b else a + (b - a) / (high - low) * (budget - low)
        value = where(budget < high, line, value)
    return where(budget < BUDGETS[0], shares[0], value)


def _at_prize(prize: Value, values: list[Value]) -> Value:
    nearest = values[-1]
    for (low, high), value in reversed(list(zip(pairwise(PRIZES), values, strict=False))):
        nearest = where(prize < (low + high) / 2, value, nearest)
    return nearest


def _share(name: str, pillar: str) -> Callable[..., Value]:
    column = PILLARS.index(pillar)

    def best(pillars_open: Value = 2.0, budget: Value = 1.0, prize: Value = 1.0) -> Value:
        def looked_up(open_: float) -> Value:
            rows = [table()[(open_, at)] for at in PRIZES]
            return _at_prize(prize, [_between(budget, [row[column] for row in found]) for found in rows])

        only_words = 1.0 if column == 0 else 0.0
        return where(pillars_open < 0.5, only_words, where(pillars_open < 1.5, looked_up(1.0), looked_up(2.0)))

    best.__name__ = best.__qualname__ = name
    best.__doc__ = f"{SYMBOLS[name].meaning}, of what may be bought.\n\nSource: found by trying all splits."
    best.latex = rf"\text{{{pillar.removesuffix('_share')} in the best split at }} B, V"  # type: ignore[attr-defined]
    return declared(best)


best_words = _share("best_words", "words_share")
best_troops = _share("best_troops", "troops_share")
best_industry = _share("best_industry", "industry_share")
best_army = _share("best_army", "army_share")

SPLIT = dict(zip(PILLARS, ("best_words", "best_troops", "best_industry", "best_army"), strict=True))
_WHOLE = Graph((*CHAIN, best_words, best_troops, best_industry, best_army), SYMBOLS)


def _best_value(at: At) -> Value:
    shares = {pillar: at(name) for pillar, name in SPLIT.items()}
    none = at("attack_probability", **NOTHING)
    return none - at("attack_probability", **shares, equal_cost=1.0)


best_value = declared(
    composite(
        "best_value",
        _WHOLE.behind("attack_probability", *SPLIT.values()),
        _best_value,
        fixed=(*PILLARS, "equal_cost"),
        doc="What the best split of the budget takes off the chance of attack.\n\nSource: frontier.csv.",
        latex=r"D \quad \text{with } s = s^*(B, V)",
    )
)
