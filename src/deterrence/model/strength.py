"""Who would win: a contest success function of the two sides' strength (Slantchev 2005)."""

from __future__ import annotations

from coursekit.lab.maths import Value
from deterrence.model.symbols import declared


@declared
def win_alone(
    troops: Value, protege_strength: Value = 0.45, strength_posted: Value = 0.19, decisiveness: Value = 1.5
) -> Value:
    """Challenger's chance to win if the guarantor sends no one else; troops already there fight where they stand.

    Source: the ratio form of the contest success function, as in Slantchev 2005.
    """
    return 1 / (1 + (protege_strength + strength_posted * troops / 10_000) ** decisiveness)


@declared
def win_joined(
    troops: Value,
    protege_strength: Value = 0.45,
    help_strength: Value = 0.7,
    strength_posted: Value = 0.19,
    decisiveness: Value = 1.5,
) -> Value:
    """Challenger's chance to win if the guarantor fights; troops already there add to the help that arrives.

    Source: the ratio form of the contest success function, as in Slantchev 2005.
    """
    return 1 / (1 + (protege_strength + help_strength + strength_posted * troops / 10_000) ** decisiveness)
