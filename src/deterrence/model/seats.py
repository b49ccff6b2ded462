"""Three seats at the table: what challenger, guarantor and protégé each have to fear."""

from __future__ import annotations

from coursekit.model.symbolic import Value, where
from deterrence.model.symbols import declared


@declared
def win_expected(credibility: Value, win_alone: Value, win_joined: Value) -> Value:
    """Challenger's chance to win if it attacks, not knowing whether the guarantor will fight. Source: arithmetic."""
    return (1 - credibility) * win_alone + credibility * win_joined


@declared
def help_matters(win_alone: Value, win_joined: Value) -> Value:
    """How much of the challenger's chance to win the guarantor's help takes away: how pivotal it is.

    Source: definition; the stronger the protégé already is, the less there is left to decide.
    """
    return win_alone - win_joined


@declared
def drawn_in(attack_probability: Value, credibility: Value) -> Value:
    """Chance that the guarantor finds itself at war: attacked in spite of all, and true to its word.

    Source: arithmetic; fearon1997 has it that tied hands deter better and cost more where they fail.
    """
    return attack_probability * credibility


@declared
def overrun(attack_probability: Value, win_expected: Value) -> Value:
    """Chance that the protégé is attacked and beaten. Source: arithmetic."""
    return attack_probability * win_expected


@declared
def seat_fear(win_expected: Value, drawn_in: Value, overrun: Value, seat: Value = 2.0) -> Value:
    """What the chosen seat looks at: its chance to win (challenger), to be at war (guarantor), to fall (protégé).

    Source: definition; 0 is the challenger's seat, 1 the guarantor's, 2 the protégé's.
    """
    return where(seat < 0.5, win_expected, where(seat < 1.5, drawn_in, overrun))
