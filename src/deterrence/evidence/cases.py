"""The guarantee cases: who promised what to whom, with how much on the ground, and what came of it.

A list to think with, not a sample: see the codebook's warning on how it was drawn (:func:`guarantee_cases`).
"""

from __future__ import annotations

import pandas as pd

from deterrence.evidence.tables import read

# Fewest and most soldiers in each class of presence. Fewer than STAFF are embassy guards and attachés, not presence.
STAFF = 50
PRESENCE = {"none": (0, STAFF - 1), "token": (STAFF, 999), "tripwire": (1_000, 10_000), "shield": (10_001, None)}


def guarantee_cases(scope: str | None = None) -> pd.DataFrame:
    """Return guarantees given to states and places since 1839: one row each, as the first coder coded them.

    Drawn from fame and failure: cases come to mind because a promise was broken or a war fought over it, and a promise
    that quietly worked leaves no story. So shares counted here say nothing of how often guarantees work, and no
    regression is to be run on them. Six quiet successes were added on purpose, to show what such rows look like.

    Parameters
    ----------
    scope
        ``None`` for all rows (default), ``"guarantee"`` (those fit to be counted), ``"comparison"`` (no guarantor, or
        its own land) or ``"not in force"``.

    Returns
    -------
    pandas.DataFrame
        ``form``, ``binding``, ``presence``, ``support``, ``challenged``, ``attacked``, ``response``, ``kind`` and
        ``confidence`` are coded by the rules in ``datapackage.json``; ``unseen`` names the coded columns for which no
        source was seen, ``standing`` how far to trust the row, ``as_of`` the latest date that the sources reach.

    Raises
    ------
    ValueError
        If no row has that scope; the message lists the scopes there are.
    """
    cases = read("guarantee_cases")
    if scope is None:
        return cases
    known = sorted(set(cases["scope"]))
    if scope not in known:
        raise ValueError(f"There is no scope {scope!r}. There are: {', '.join(known)}; or None for all rows.")
    return cases[cases["scope"] == scope].reset_index(drop=True)


def kind(form: str, presence: str, support: str) -> str:
    """Return what a guarantee is made of: *symbolic* (words only), *mixed* (words and more) or *tangible* (no words).

    Follows from three coded columns, so nobody codes it by impression.

    Parameters
    ----------
    form : str
        Form of the words, as coded; ``none`` for presence without words.
    presence : str
        The guarantors' troops in or at the protégé, as coded; ``none`` if there were none.
    support : str
        Material help to the protégé's own force, as coded; ``none`` if there was none.

    Returns
    -------
    str
        One of the three words.
    """
    if presence == "none" and support == "none":
        return "symbolic"
    return "tangible" if form == "none" else "mixed"


def presence_class(troops: float) -> str:
    """Return the class of presence for a number of soldiers: none, token, tripwire or shield.

    Raises
    ------
    ValueError
        If the number is negative or not a number.
    """
    if not troops >= 0:
        raise ValueError(f"troops = {troops}, but a number of soldiers is at least 0.")
    if troops < STAFF:
        return "none"
    if troops < PRESENCE["tripwire"][0]:
        return "token"
    return "tripwire" if troops < PRESENCE["shield"][0] else "shield"


def sources(cases: pd.DataFrame) -> set[str]:
    """Return the citation keys of all sources, first, further and of the end, of the given cases."""
    further = cases["second_source"].str.split("; ").explode()
    ended = cases["ended_source"]
    return set(cases["source"]) | set(further[further != ""]) | set(ended[ended != ""])
