"""Who guarantees: what share of the possible help a coalition of providers stands for.

How much each could bring is unknown. Two measured stand-ins, which disagree: what each has given Ukraine in military
aid, and what each spends on its own forces. `tests/unit/model/actors/test_coalition.py`
holds them against the evidence.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from coursekit.model.symbolic import Value, maximum, where
from deterrence.model.symbols import declared

MEMBERS = {
    "with_uk": ("United Kingdom",),
    "with_poland": ("Poland",),
    "with_france": ("France",),
    "with_nordics": ("Denmark", "Finland", "Norway", "Sweden"),
    "with_germany": ("Germany",),
    "with_others": ("Canada", "Estonia", "Italy", "Latvia", "Lithuania", "Netherlands"),
    "with_us": ("United States",),
}
"""Türkiye is left out, because the source on aid does not cover it."""

GIVEN = {"uk": 14.897, "poland": 4.452, "france": 6.232, "nordics": 28.458, "germany": 20.014, "others": 19.218}
GIVEN["us"] = 64.617
SPENT = {"uk": 49.9972, "poland": 11.5962, "france": 63.7997, "nordics": 20.8997, "germany": 49.4706, "others": 62.9997}
SPENT["us"] = 648.7983


def _printed(latex: str) -> Callable[[Callable[..., Value]], Callable[..., Value]]:
    """Declare a quantity whose equation is written by hand: a sum over providers; b is what each brings."""

    def declare(function: Callable[..., Value]) -> Callable[..., Value]:
        function.latex = latex  # type: ignore[attr-defined]
        return declared(function)

    return declare


def _brought(chosen: tuple[Value, ...], of: dict[str, float]) -> list[Value]:
    return [with_them * brought for with_them, brought in zip(chosen, of.values(), strict=True)]


@_printed(r"\sum_k u_k b_k \Big/ \sum_k b_k")
def coalition_share(
    with_uk: Value = 1.0,
    with_poland: Value = 1.0,
    with_france: Value = 1.0,
    with_nordics: Value = 1.0,
    with_germany: Value = 1.0,
    with_others: Value = 1.0,
    with_us: Value = 1.0,
    by_spending: Value = 0.0,
) -> Value:
    """Share of the possible help that the chosen providers stand for.

    Source: kiel2026 on military aid given, sipri2019 on military spending; that help goes with either is assumed.
    """
    chosen = (with_uk, with_poland, with_france, with_nordics, with_germany, with_others, with_us)
    given, spent = _brought(chosen, GIVEN), _brought(chosen, SPENT)
    return where(by_spending > 0.5, sum(spent) / sum(SPENT.values()), sum(given) / sum(GIVEN.values()))


@_printed(r"\max_k u_k b_k \Big/ \sum_k u_k b_k")
def largest_member(
    with_uk: Value = 1.0,
    with_poland: Value = 1.0,
    with_france: Value = 1.0,
    with_nordics: Value = 1.0,
    with_germany: Value = 1.0,
    with_others: Value = 1.0,
    with_us: Value = 1.0,
    by_spending: Value = 0.0,
) -> Value:
    """Largest provider's part of what the coalition brings: how much hangs on one of them; 0 if there is nobody.

    Source: as `coalition_share`.
    """
    chosen = (with_uk, with_poland, with_france, with_nordics, with_germany, with_others, with_us)
    given, spent = _brought(chosen, GIVEN), _brought(chosen, SPENT)
    largest = where(by_spending > 0.5, reduce(maximum, spent), reduce(maximum, given))
    return largest / maximum(1e-9, where(by_spending > 0.5, sum(spent), sum(given)))
