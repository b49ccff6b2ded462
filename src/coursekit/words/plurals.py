"""Which form of a sentence a number takes: the plural rules of Unicode's CLDR, for the languages of the catalogs.

A page has them from its browser (``Intl.PluralRules``). Python in the page has no Babel, so the few that are needed
stand here; a test holds them against Babel's.
"""

from __future__ import annotations

import math
from collections.abc import Callable


def _english(number: float) -> str:
    return "one" if number == 1 else "other"


def _ukrainian(number: float) -> str:
    if not math.isfinite(number) or number != int(number):
        return "other"
    tens, ones = int(number) % 100, int(number) % 10
    if ones == 1 and tens != 11:
        return "one"
    return "few" if 2 <= ones <= 4 and not 12 <= tens <= 14 else "many"


RULES: dict[str, Callable[[float], str]] = {"en": _english, "uk": _ukrainian}


def category(language: str, number: float) -> str:
    """Return the plural category of ``number``: ``one``, ``few``, ``many`` or ``other``, as its language needs them.

    Parameters
    ----------
    language
        The code of a language, as ``en``.
    number
        What is counted; its sign does not matter.

    Raises
    ------
    KeyError
        If the rules of the language do not stand here.
    """
    return RULES[language](abs(number))
