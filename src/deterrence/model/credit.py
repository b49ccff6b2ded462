"""Who gets the credit: each pillar's share of the deterrence value (Shapley 1953)."""

from __future__ import annotations

from itertools import combinations
from math import factorial

from coursekit.model.composite import At, composite
from coursekit.model.symbolic import Value
from deterrence.model.symbols import SYMBOLS, declared
from deterrence.model.unguarded import PATHS, PILLARS

OUTPUT = "attack_probability"


def _credit(name: str, pillar: str) -> Value:
    part = PATHS.behind(OUTPUT)
    others = [other for other in PILLARS if other != pillar]

    def compute(at: At) -> Value:
        total: Value = 0.0
        for size in range(len(PILLARS)):
            weight = factorial(size) * factorial(len(others) - size) / factorial(len(PILLARS))
            for there in combinations(others, size):
                absent = {other: 0.0 for other in others if other not in there}
                total = total + weight * (at(OUTPUT, **absent, **{pillar: 0.0}) - at(OUTPUT, **absent))
        return total

    made = composite(
        name,
        part,
        compute,
        fixed=(),
        doc=f"{SYMBOLS[name].meaning}: its part in lowering the chance of attack, averaged over all orders of adding."
        "\n\nSource: shapley1953.",
        latex=r"\sum_{Z} \frac{|Z|! \, (3 - |Z|)!}{4!} \, \left( D_{Z \cup \{\cdot\}} - D_{Z} \right)",
    )
    return declared(made)


words_credit = _credit("words_credit", "words_share")
troops_credit = _credit("troops_credit", "troops_share")
industry_credit = _credit("industry_credit", "industry_share")
army_credit = _credit("army_credit", "army_share")
