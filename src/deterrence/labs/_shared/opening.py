"""Where labs on packages open: each package at its stated size, taken from proposals made for Ukraine."""

from __future__ import annotations

from coursekit.lab.declare import Key, Say
from deterrence.evidence import proposals

PROPOSED: dict[str, Key] = {row["control"]: row["key"] for row in proposals().to_dict("records")}
"""From each control to what was proposed; sources stand in the evidence, table ``proposals``."""


def opening(*controls: str) -> dict[str, Key]:
    """Return the stated sizes at which a lab opens, and the budget that it compares at once equal cost is chosen.

    Parameters
    ----------
    *controls : str
        Those of the lab's controls that a proposal sets.

    Returns
    -------
    dict
        From each control to its key.
    """
    return {"equal_cost": "size", **{name: PROPOSED[name] for name in controls}}


WORDS_AND_TROOPS = opening("budget", "commitment", "contingent")
"""Where a lab opens that compares words with troops."""

PACKAGE_OPENS = opening("budget", "commitment", "contingent", "industry_programme", "army_programme")

IDLE = [
    Say(
        "Words alone could not use {symbolic.words_idle:.1f} of {budget:.1f} billion a year: they are already as firm"
        " as words can be.",
        lambda r: (r("equal_cost") > 0.5) & (r("symbolic.words_idle") >= 0.05),
    )
]
"""What of a large budget words cannot use."""
