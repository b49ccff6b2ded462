"""Labs' numbers at the states that a chapter speaks of."""

from __future__ import annotations

from collections.abc import Mapping

from coursekit.lab.declare import Key
from coursekit.lab.display import Lab

States = Mapping[str, Mapping[str, Key]]


def at_states(lab: Lab, states: States) -> dict[str, float]:
    """Return what the lab says at each state, by names like ``start-symbolic-deterrence_value-low``.

    ``start-ahead`` is the share of draws in which the tangible series is above the symbolic one.

    Parameters
    ----------
    lab : Lab
        The lab.
    states : mapping
        From a name for each state to the values of its controls.

    Returns
    -------
    dict
        From each name to its number, in the quantity's own unit.
    """
    found: dict[str, float] = {}
    for name, state in states.items():
        readings = lab.readings(**state)
        for series in lab.compare:
            for quantity in lab.show:
                for end in ("", ".low", ".high"):
                    key = f"{name}-{series}-{quantity}{end.replace('.', '-')}"
                    found[key] = float(readings[f"{series}.{quantity}{end}"])
        if "ahead" in readings:
            found[f"{name}-ahead"] = float(readings["ahead"])
    return found


def hold(chapter: str, claims: Mapping[str, bool]) -> None:
    """Check the claims that a chapter makes in words.

    Parameters
    ----------
    chapter : str
        The chapter's name, as ``presence``.
    claims : mapping
        From each claim, as the end of a sentence, to whether it is true.

    Raises
    ------
    ValueError
        If one is no longer true; the message says which, and in which file.
    """
    for claim, holds in claims.items():
        if not holds:
            raise ValueError(f"chapters/{chapter}.md says that {claim}. It no longer does: rewrite that passage.")
